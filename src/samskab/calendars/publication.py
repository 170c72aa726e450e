"""What was published before, and what is to stand now: what to tell whom.

SEQUENCE rises with every change of what somebody was told (RFC 5546, 2.1.4), and is never used
again: what is cancelled keeps its number, for the day on which it comes back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from samskab.calendars.appointment import Appointment, stable_uid
from samskab.common.mail import Address

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose calendar it is.

    Attributes:
        kind: a word for holders of one sort, such as people or rooms; ids are unique in it.
    """

    kind: str
    id: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """What says that it is the same one, whatever the name is today."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Agenda:
    """What shall stand in one calendar.

    Attributes:
        appointments: by a name that an appointment keeps when it is moved.
    """

    holder: Holder
    appointments: Mapping[str, Appointment]


@dataclass(frozen=True, slots=True)
class Edition:
    """An appointment as it was last told to its holder.

    Attributes:
        stamp: in UTC, whole seconds: when it was given this form; later than any form before.
        is_cancelled: it does not take place; `appointment` is what it was.
    """

    uid: str
    sequence: int
    stamp: datetime
    appointment: Appointment
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class PublishedCalendar:
    """One calendar as it was last published, with what is cancelled in it."""

    holder: Holder
    editions: Mapping[str, Edition]

    @property
    def standing(self) -> tuple[Edition, ...]:
        """What takes place, by time."""
        live = (one for one in self.editions.values() if not one.is_cancelled)
        return tuple(sorted(live, key=lambda one: (one.appointment.blocks[0].start, one.uid)))


@dataclass(frozen=True, slots=True)
class Published:
    """Everything as it was last published.

    Attributes:
        programme: the title by which its UIDs are made.
        language: of its texts; with the organizer what the next publication takes where it is
            told nothing else, so that nobody is told of a change that is none.
        number: of the last publication that changed something; 0 before the first.
        calendars: by `Holder.key`.
    """

    programme: str
    language: str = ""
    organizer: Address | None = None
    number: int = 0
    calendars: Mapping[tuple[str, str], PublishedCalendar] = field(default_factory=dict)


class Change(StrEnum):
    """What became of an appointment."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Told:
    """A change of one appointment.

    Attributes:
        name: of the appointment in its agenda.
        edition: as it is now.
        withdrawn: what the address it no longer goes to is told; None where there is none.
    """

    holder: Holder
    name: str
    change: Change
    edition: Edition
    withdrawn: Edition | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication comes to.

    Attributes:
        published: everything as it is now.
        told: what changed, in the order of the agendas.
    """

    published: Published
    told: tuple[Told, ...]


def next_publication(before: Published, agendas: Sequence[Agenda], stamp: datetime) -> Publication:
    """Compare what shall stand with what was published.

    Args:
        before: the result of the last time.
        agendas: of everybody; whoever has none any more has all appointments cancelled.
        stamp: what is new or changed is dated so, or a second after what it replaces where that
            is later; in UTC, whole seconds.
    """
    calendars: dict[tuple[str, str], PublishedCalendar] = {}
    told: list[Told] = []
    for agenda in (*agendas, *_without_agenda(before, agendas)):
        old = before.calendars.get(agenda.holder.key)
        changes = tuple(_changes(before.programme, old, agenda, stamp))
        told += changes
        editions = dict(old.editions) if old else {}
        editions |= {each.name: each.edition for each in changes}
        calendars[agenda.holder.key] = PublishedCalendar(agenda.holder, editions)
    number = before.number + 1 if told else before.number
    return Publication(replace(before, number=number, calendars=calendars), tuple(told))


def _without_agenda(before: Published, agendas: Sequence[Agenda]) -> Iterator[Agenda]:
    present = {agenda.holder.key for agenda in agendas}
    for key, calendar in before.calendars.items():
        if key not in present:
            yield Agenda(calendar.holder, {})


def _changes(
    programme: str, old: PublishedCalendar | None, agenda: Agenda, stamp: datetime
) -> Iterator[Told]:
    holder, editions = agenda.holder, old.editions if old else {}
    for name, wanted in agenda.appointments.items():
        edition = editions.get(name)
        if edition is None:
            uid = stable_uid(programme, holder.kind, holder.id, name)
            yield Told(holder, name, Change.NEW, Edition(uid, 0, stamp, wanted))
        elif edition.is_cancelled:
            yield Told(holder, name, Change.NEW, _next(edition, wanted, stamp))
        elif edition.appointment != wanted:
            yield _changed(holder, name, edition, (wanted, stamp))
    for name, edition in editions.items():
        if name not in agenda.appointments and not edition.is_cancelled:
            cancelled = _cancelled(edition, stamp)
            yield Told(holder, name, Change.CANCELLED, cancelled)


def _changed(
    holder: Holder, name: str, edition: Edition, wanted: tuple[Appointment, datetime]
) -> Told:
    """Another address is a receiver less and one more.

    Both may end in one mailbox, in either order: the invitation therefore has a higher number
    than the cancellation.
    """
    appointment, stamp = wanted
    if not _goes_elsewhere(edition.appointment, appointment):
        return Told(holder, name, Change.CHANGED, _next(edition, appointment, stamp))
    withdrawn = _cancelled(edition, stamp)
    following = replace(_next(withdrawn, appointment, stamp), is_cancelled=False)
    return Told(holder, name, Change.CHANGED, following, withdrawn)


def _goes_elsewhere(before: Appointment, now: Appointment) -> bool:
    if not (before.is_invitation and now.is_invitation):
        return before.is_invitation
    return _mailbox(before) != _mailbox(now)


def _mailbox(appointment: Appointment) -> str:
    return appointment.attendee.mail.lower() if appointment.attendee else ""


def _next(edition: Edition, appointment: Appointment, stamp: datetime) -> Edition:
    later = max(stamp, edition.stamp + _SECOND)
    return Edition(edition.uid, edition.sequence + 1, later, appointment)


def _cancelled(edition: Edition, stamp: datetime) -> Edition:
    return replace(_next(edition, edition.appointment, stamp), is_cancelled=True)
