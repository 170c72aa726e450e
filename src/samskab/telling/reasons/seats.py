"""Where else a person could take a module, line by line."""

from collections.abc import Iterator

from samskab.planner.explain.other_seats import NoSeat, OtherSeats, Seat
from samskab.planner.explain.room import NoRoom, Room
from samskab.telling.reasons.phrasing import Phrasing
from samskab.telling.reasons.voice import Voice


def person_lines(voice: Voice, person: str, every: list[OtherSeats]) -> Iterator[str]:
    """A person's sessions, and for each what the others of its module would cost or what forbids.

    Args:
        voice: of the plan.
        person: her id.
        every: the other seats for each of her sessions, in order of time.
    """
    left_out = sum(one.person == person for one in voice.view.plan.unserved)
    unit = voice.view.people[person].unit
    yield voice.word(
        "person", person=voice.person(person), unit=unit, count=len(every), left_out=left_out
    )
    for seats in every:
        session = voice.sessions[seats.session]
        yield ""
        yield voice.word(
            "her_session",
            session=voice.session(session.id),
            when=voice.when(session),
            where=voice.where(session),
        )
        yield from seat_lines(voice, seats)


def seat_lines(voice: Voice, seats: OtherSeats) -> Iterator[str]:
    """The seats that there are, and what forbids the others."""
    if seats.party:
        yield voice.word("with_party", party=voice.people(seats.party))
    if not seats.seats and not seats.none:
        yield voice.word("only_session")
    if seats.leaving:
        yield voice.word("leaving", facts=Phrasing(voice).line(seats.leaving))
    for seat in seats.seats:
        yield _seat(voice, seat)
    for none in seats.none:
        yield _no_seat(voice, none)


def suggest_lines(voice: Voice, seats: OtherSeats, room: Room | NoRoom | None) -> Iterator[str]:
    """Where somebody who cannot come fits best.

    Args:
        voice: of the plan.
        seats: where nobody else has to move.
        room: how room is made where there is no such seat; None where it was not asked.
    """
    session = voice.sessions[seats.session]
    person, name = voice.person(seats.person), voice.session(session.id)
    yield voice.word("suggest", person=person, session=name, when=voice.when(session))
    if seats.party:
        yield voice.word("suggest_party", party=voice.people(seats.party))
    yield ""
    yield from _seats_in_order(voice, seats)
    if room is not None:
        yield ""
        yield from room_lines(voice, room)


def _seats_in_order(voice: Voice, seats: OtherSeats) -> Iterator[str]:
    if seats.seats:
        yield voice.word("suggest_seats")
        for seat in seats.seats:
            yield _seat(voice, seat)
    if seats.none or seats.leaving:
        yield voice.word("suggest_others_forbidden" if seats.seats else "suggest_nowhere")
        if seats.leaving:
            yield voice.word("leaving", facts=Phrasing(voice).line(seats.leaving))
        for none in seats.none:
            yield _no_seat(voice, none)
    elif not seats.seats:
        yield voice.word("suggest_only_one")


def room_lines(voice: Voice, room: Room | NoRoom) -> Iterator[str]:
    """Who moves where, what that costs, and what of it is proven."""
    if isinstance(room, NoRoom):
        yield voice.word("no_room" if room.proven else "no_room_found")
        return
    key = "room_made" if room.others else "room_alone"
    yield voice.word(key, others=room.others, change=voice.change_in_items(room.more))
    for move in room.moves:
        come_from = voice.session(move.come_from) if move.come_from else voice.word("no_seat_yet")
        yield voice.word(
            "move",
            person=voice.person(move.person),
            come_from=come_from,
            go_to=voice.session(move.go_to),
            when=voice.when(voice.sessions[move.go_to]),
        )
    if not room.fewest:
        yield voice.word("not_proven")
    else:
        yield voice.word("fewest_and_cheapest" if room.cheapest else "fewest_only")


def _seat(voice: Voice, seat: Seat) -> str:
    return voice.word(
        "seat",
        session=voice.session(seat.session),
        when=voice.when(voice.sessions[seat.session]),
        change=voice.change_in_items(seat.more),
        hers=voice.change(seat.more_for_her.total),
    )


def _no_seat(voice: Voice, none: NoSeat) -> str:
    return voice.word(
        "no_seat",
        session=voice.session(none.session),
        when=voice.when(voice.sessions[none.session]),
        facts=Phrasing(voice).line(none.facts),
    )
