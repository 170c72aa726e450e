"""What a plan puts into everybody's calendar: where the planner and invitations meet.

An invitation names nobody else who takes part: so one who moves changes nobody's but her own.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from itertools import pairwise

from samskab.calendars.appointment import Appointment, Block
from samskab.calendars.codes import Code
from samskab.calendars.publication import Agenda, Holder
from samskab.common.errors import Fault
from samskab.common.mail import Address, is_fit_for_invitations
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.telling.language import Language
from samskab.telling.notation import danish_order
from samskab.telling.words.publish import TEXTS

PEOPLE, FACILITATORS, ROOMS = KINDS = ("people", "facilitators", "rooms")


def agendas(
    problem: Problem, plan: Plan, language: Language, organizer: Address | None
) -> tuple[Agenda, ...]:
    """An agenda for every person, facilitator and room of the folder, also an empty one.

    A person's appointments go by the module: the session that she is moved to takes the place of
    the one she leaves, so that she never sees two. Those of facilitators and rooms go by session.

    Args:
        problem: the folder.
        plan: every id of it stands in the problem.
        language: of the texts.
        organizer: who invites; None: nobody is invited.
    """
    made = _Texts(PlanView(problem, plan), language)
    return (*_of_people(made, organizer), *_of_facilitators(made), *_of_rooms(made))


def uninvited(problem: Problem, plan: Plan, organizer: Address | None) -> Iterator[Fault]:
    """A warning for whatever keeps people of a plan from being invited."""
    if organizer is None:
        yield Fault(Code.ORGANIZER_MISSING.value)
        return
    planned = {person for session in plan.sessions for person in session.people}
    people = [person for person in problem.people if person.id in planned]
    without = [f"{person.name} ({person.id})" for person in people if not person.email]
    if without:
        yield Fault(Code.ADDRESS_MISSING.value, {"count": len(without), "people": without})
    for person in people:
        if person.email and not is_fit_for_invitations(person.email):
            values = {"mail": person.email, "person": f"{person.name} ({person.id})"}
            yield Fault(Code.ADDRESS_UNFIT.value, values)


class _Texts:
    """Appointments of sessions, in the words of a language."""

    def __init__(self, view: PlanView, language: Language) -> None:
        self.view = view
        self._words = TEXTS[language]
        self._places = {place.id: place.name for place in view.problem.places}

    def appointment(self, session: Session, *lines: str) -> Appointment:
        """The session as those see it who need not know who takes part."""
        said = (self._words["programme"].format(title=self.view.problem.programme.title), *lines)
        return Appointment(
            blocks=_blocks(self.view, session),
            summary=self.view.module_of(session).title,
            location=self._location(session.room),
            description="\n".join(line for line in said if line),
        )

    def facilitators(self, session: Session) -> str:
        """A line with the names of those who lead it; empty where nobody does."""
        names = [self.view.facilitators[one].name for one in session.facilitators]
        word = self._words["facilitator" if len(names) == 1 else "facilitators"]
        return word.format(names=", ".join(names)) if names else ""

    def number_of_people(self, session: Session) -> str:
        """A line with how many take part."""
        return self._words["number"].format(count=len(session.people))

    def names_of_people(self, session: Session) -> str:
        """A line with who takes part."""
        names = sorted((self.view.people[one].name for one in session.people), key=danish_order)
        return self._words["names"].format(count=len(names), names=", ".join(names))

    def _location(self, room: str | None) -> str:
        if room is None:
            return self._words["online"]
        name, place = self.view.rooms[room].name, self.view.rooms[room].place
        where = self._places.get(place, place)
        return name if where in {"", name} else f"{name}, {where}"


def _of_people(made: _Texts, organizer: Address | None) -> Iterator[Agenda]:
    for person in made.view.problem.people:
        invited = organizer is not None and is_fit_for_invitations(person.email)
        attendee = Address(person.email, person.name) if invited else None
        yield Agenda(
            Holder(PEOPLE, person.id, person.name),
            {
                session.module: replace(
                    made.appointment(session, made.facilitators(session)),
                    organizer=organizer if invited else None,
                    attendee=attendee,
                )
                for session in made.view.sessions_of_person.get(person.id, ())
            },
        )


def _of_facilitators(made: _Texts) -> Iterator[Agenda]:
    for one in made.view.problem.facilitators:
        yield Agenda(
            Holder(FACILITATORS, one.id, one.name),
            {
                session.id: made.appointment(
                    session, made.facilitators(session), made.names_of_people(session)
                )
                for session in made.view.sessions_of_facilitator.get(one.id, ())
            },
        )


def _of_rooms(made: _Texts) -> Iterator[Agenda]:
    for room in made.view.problem.rooms:
        yield Agenda(
            Holder(ROOMS, room.id, room.name),
            {
                session.id: made.appointment(
                    session, made.facilitators(session), made.number_of_people(session)
                )
                for session in made.view.sessions_in_room.get(room.id, ())
            },
        )


def _blocks(view: PlanView, session: Session) -> tuple[Block, ...]:
    """The session's time, a block for each of its days."""
    half_days = view.half_days(session)
    nights = [
        (evening.end, morning.start)
        for evening, morning in pairwise(half_days)
        if evening.day < morning.day
    ]
    starts = (session.start, *(morning for _, morning in nights))
    ends = (*(evening for evening, _ in nights), session.end)
    return tuple(
        Block(start.astimezone(UTC), end.astimezone(UTC))
        for start, end in zip(starts, ends, strict=True)
    )
