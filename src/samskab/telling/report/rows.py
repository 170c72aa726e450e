"""Sessions, people and needs left out, as a reader looks them up."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from samskab.planner.model.plan import Session, Unserved
from samskab.planner.model.problem import Facilitator, Person, Place, Room
from samskab.planner.model.programme import Module
from samskab.telling.notation import danish_order
from samskab.telling.report.figures import Attendance, Figures, Spent, sum_of
from samskab.telling.report.months import sessions_in_time


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session with everything it refers to.

    Attributes:
        number: its place in order of time, from 1.
        room, place: None for an online session; a place can be unknown too.
        seats: the most people it can take.
    """

    number: int
    session: Session
    module: Module
    room: Room | None
    place: Place | None
    facilitators: tuple[Facilitator, ...]
    people: tuple[Person, ...]

    @property
    def seats(self) -> int:
        """What the group and the room allow."""
        most = self.module.group_max
        return min(most, self.room.capacity) if self.room else most


@dataclass(frozen=True, slots=True)
class PersonDate:
    """One session of one person."""

    number: int
    module: Module
    day: date


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, her dates, and what they take from her calendar.

    Attributes:
        left_out: modules she has no seat in.
        value_oere: worth of the meetings displaced.
    """

    person: Person
    dates: tuple[PersonDate, ...]
    left_out: tuple[Module, ...]
    spent: Spent
    value_oere: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A need that is not met."""

    person: Person
    module: Module
    why: str


def session_rows(figures: Figures) -> tuple[SessionRow, ...]:
    """The sessions in order of time."""
    problem = figures.problem
    modules = {module.id: module for module in problem.programme.modules}
    rooms = {room.id: room for room in problem.rooms}
    places = {place.id: place for place in problem.places}
    facilitators = {one.id: one for one in problem.facilitators}
    people = {person.id: person for person in problem.people}
    rows = []
    for number, session in enumerate(sessions_in_time(figures), start=1):
        room = rooms[session.room] if session.room is not None else None
        rows.append(
            SessionRow(
                number=number,
                session=session,
                module=modules[session.module],
                room=room,
                place=places.get(room.place) if room else None,
                facilitators=tuple(facilitators[one] for one in session.facilitators),
                people=tuple(
                    sorted((people[one] for one in session.people), key=_by_name),
                ),
            )
        )
    return tuple(rows)


def person_rows(figures: Figures) -> tuple[PersonRow, ...]:
    """Everybody, by unit and name."""
    attended: defaultdict[str, list[Attendance]] = defaultdict(list)
    for one in figures.attendances:
        attended[one.person.id].append(one)
    left_out: defaultdict[str, list[Module]] = defaultdict(list)
    for need in left_out_rows(figures):
        left_out[need.person.id].append(need.module)
    numbers = {row.session.id: row for row in session_rows(figures)}
    return tuple(
        _person_row(figures, person, attended[person.id], left_out[person.id], numbers)
        for person in sorted(
            figures.problem.people, key=lambda one: (danish_order(one.unit), *_by_name(one))
        )
    )


def left_out_rows(figures: Figures) -> tuple[LeftOut, ...]:
    """Needs that are not met, by person."""
    people = {person.id: person for person in figures.problem.people}
    modules = {module.id: module for module in figures.problem.programme.modules}

    def order(need: Unserved) -> tuple[str, ...]:
        return (*_by_name(people[need.person]), need.module)

    return tuple(
        LeftOut(people[need.person], modules[need.module], need.why)
        for need in sorted(figures.plan.unserved, key=order)
    )


def _person_row(
    figures: Figures,
    person: Person,
    attended: list[Attendance],
    left_out: list[Module],
    rows: dict[str, SessionRow],
) -> PersonRow:
    weight = figures.problem.programme.prices.tentative
    in_time = sorted((rows[one.session.id] for one in attended), key=lambda row: row.number)
    return PersonRow(
        person=person,
        dates=tuple(
            PersonDate(row.number, row.module, row.session.start.date()) for row in in_time
        ),
        left_out=tuple(left_out),
        spent=sum_of(spent for one in attended for spent in one.spent),
        value_oere=sum(one.value_oere(weight) for one in attended),
    )


def _by_name(person: Person) -> tuple[str, str]:
    return danish_order(person.name), person.id
