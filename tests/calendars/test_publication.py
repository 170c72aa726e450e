"""What is told to whom, publication after publication."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.calendars.agreed import (
    ADA,
    HOLDER,
    HR,
    LATER,
    NOTHING,
    RETNING,
    SECOND,
    STAMP,
    block,
    told,
    told_all,
)

from samskab.calendars.appointment import Appointment, stable_uid, uids_begin_with
from samskab.calendars.publication import (
    Agenda,
    Change,
    Edition,
    Holder,
    Publication,
    next_publication,
)
from samskab.common.mail import Address

UID = stable_uid("Ledelse i praksis", "people", "p1", "m1")


def changes(publication: Publication) -> list[tuple[str, Change, int]]:
    return [(each.name, each.change, each.edition.sequence) for each in publication.told]


def test_publication_when_it_is_the_first() -> None:
    first = told(NOTHING, m1=RETNING)
    assert changes(first) == [("m1", Change.NEW, 0)]
    assert first.told[0].edition == Edition(UID, 0, STAMP, RETNING)
    assert first.published.number == 1


def test_publication_when_nothing_changed() -> None:
    first = told(NOTHING, m1=RETNING)
    again = told(first.published, stamp=STAMP + SECOND, m1=RETNING)
    assert again.told == ()
    assert again.published == first.published


def test_publication_when_an_appointment_is_moved_keeps_its_uid() -> None:
    moved = told(told(NOTHING, m1=RETNING).published, m1=LATER)
    assert changes(moved) == [("m1", Change.CHANGED, 1)]
    # The plan is no younger than the first one; what replaces something is still dated after it.
    assert moved.told[0].edition == Edition(UID, 1, STAMP + SECOND, LATER)


def test_publication_when_something_is_cancelled_and_comes_back() -> None:
    first = told(NOTHING, m1=RETNING).published
    without = told(first)
    assert changes(without) == [("m1", Change.CANCELLED, 1)]
    assert without.told[0].edition == Edition(UID, 1, STAMP + SECOND, RETNING, is_cancelled=True)
    assert without.published.calendars[HOLDER.key].standing == ()
    assert told(without.published).told == ()
    back = told(without.published, m1=RETNING)
    assert changes(back) == [("m1", Change.NEW, 2)]
    assert back.published.calendars[HOLDER.key].standing == (back.told[0].edition,)


def test_publication_when_somebody_has_left_cancels_and_keeps_the_calendar() -> None:
    first = told(NOTHING, m1=RETNING).published
    gone = next_publication(first, (), STAMP)
    assert changes(gone) == [("m1", Change.CANCELLED, 1)]
    assert gone.published.calendars[HOLDER.key].holder == HOLDER


def test_publication_when_the_address_changes_cancels_at_the_old_one_first() -> None:
    first = told(NOTHING, m1=RETNING).published
    elsewhere = replace(RETNING, attendee=Address("ada@nyby.example", "Ada Skov"))
    (moved,) = told(first, m1=elsewhere).told
    assert moved.withdrawn == Edition(UID, 1, STAMP + SECOND, RETNING, is_cancelled=True)
    assert (moved.edition.sequence, moved.edition.is_cancelled) == (2, False)
    assert moved.edition.appointment == elsewhere
    assert moved.edition.stamp > moved.withdrawn.stamp


def test_publication_when_an_address_is_written_in_capitals_is_the_same_address() -> None:
    first = told(NOTHING, m1=RETNING).published
    shouted = replace(RETNING, attendee=Address("ADA@fjordby.example", "Ada Skov"))
    (changed,) = told(first, m1=shouted).told
    assert changed.withdrawn is None
    assert changed.edition.sequence == 1


def test_publication_when_an_address_comes_and_goes() -> None:
    unknown = replace(RETNING, organizer=None, attendee=None)
    first = told(NOTHING, m1=unknown).published
    (come,) = told(first, m1=RETNING).told
    assert (come.edition.sequence, come.withdrawn) == (1, None)
    (gone,) = told(told(first, m1=RETNING).published, m1=unknown).told
    assert gone.withdrawn is not None
    assert gone.withdrawn.appointment == RETNING
    assert not gone.edition.appointment.is_invitation


def test_publication_when_ids_and_names_are_the_same_in_two_kinds() -> None:
    room = Holder("rooms", "p1", "Ada Skov")
    both = (Agenda(HOLDER, {"m1": RETNING}), Agenda(room, {"m1": RETNING}))
    first, second = next_publication(NOTHING, both, STAMP).told
    assert first.edition.uid != second.edition.uid


def test_uid_when_names_only_look_alike_together() -> None:
    assert stable_uid("a", "bc") != stable_uid("ab", "c") != stable_uid("a", "b", "c")
    assert stable_uid("å", "b") == stable_uid("å", "b")


def test_uid_when_it_is_another_programmes_does_not_begin_alike() -> None:
    assert stable_uid("Ledelse", "people", "p1").startswith(uids_begin_with("Ledelse"))
    assert not stable_uid("Ledelse 2", "people", "p1").startswith(uids_begin_with("Ledelse"))


wordings = st.builds(
    Appointment,
    blocks=st.sampled_from([(block("2027-02-03"),), (block("2027-02-10"),)]),
    summary=st.sampled_from(["Retning", "Samtaler"]),
    organizer=st.sampled_from([None, HR]),
    attendee=st.sampled_from([None, ADA, Address("ada@nyby.example")]),
)
histories = st.lists(st.dictionaries(st.sampled_from(["m1", "m2"]), wordings), max_size=8)


@given(histories)
def test_publication_when_there_are_many_keeps_what_each_mailbox_needs(
    history: list[dict[str, Appointment]],
) -> None:
    """Whoever applies every message by the rule of RFC 5546 (2.1.5) knows what stands."""
    published = NOTHING
    boxes: dict[tuple[str, str], Edition] = {}
    for appointments in history:
        publication = told_all(published, appointments)
        published = publication.published
        for each in publication.told:
            for edition in filter(None, (each.edition, each.withdrawn)):
                if edition.appointment.is_invitation:
                    receive(boxes, edition)
        assert invitations(boxes) == {
            (one.attendee.mail, name): one
            for name, one in appointments.items()
            if one.organizer and one.attendee
        }
        assert told_all(published, appointments).published == published


def receive(boxes: dict[tuple[str, str], Edition], edition: Edition) -> None:
    attendee = edition.appointment.attendee
    assert attendee
    box = (attendee.mail, edition.uid)
    known = boxes.get(box)
    assert known is None or known.sequence < edition.sequence
    assert known is None or known.stamp < edition.stamp
    boxes[box] = edition


def invitations(boxes: dict[tuple[str, str], Edition]) -> dict[tuple[str, str], Appointment]:
    names = {stable_uid(NOTHING.programme, "people", "p1", name): name for name in ("m1", "m2")}
    return {
        (mail, names[uid]): edition.appointment
        for (mail, uid), edition in boxes.items()
        if not edition.is_cancelled
    }
