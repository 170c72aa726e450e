"""Which sessions and seats of a published plan the folder as it is now breaks, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.replan.publication import (
    Publication,
    attended,
    breaches_of,
    plan_of_these,
)
from samskab.planner.rules.breach import Breach
from samskab.planner.rules.registry import FOUNDATION

Breaches = tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is broken.

    Attributes:
        of_session: id of a session -> what it breaks itself: its date, room, leaders or size.
        of_seat: (id of a session, person) -> what forbids her to be there.
        of_person: person -> what forbids her seats beside each other, whichever of them it is.
        of_plan: the breaches that name nobody and no session.
    """

    of_session: Mapping[str, Breaches]
    of_seat: Mapping[tuple[str, str], Breaches]
    of_person: Mapping[str, Breaches]
    of_plan: Breaches


def judge(publication: Publication) -> Verdict:
    """Judge a published plan by the folder as it is now; sessions already held are facts."""
    problem = publication.problem
    view = PlanView(problem, publication.plan)
    sessions = [attended(view, session) for session in publication.published.sessions]
    unknown = {
        session.id: breaches
        for session in sessions
        if (breaches := tuple(FOUNDATION.check(_alone(view, session))))
    }
    known = tuple(session for session in sessions if session.id not in unknown)
    blame = _Blame(PlanView(problem, plan_of_these(problem, known)))
    for breach in breaches_of(problem, known):
        if breach not in publication.excused:
            blame.lay(breach)
    return blame.verdict(unknown)


def _alone(view: PlanView, session: Session) -> PlanView:
    return PlanView(view.problem, plan_of_these(view.problem, (session,)))


class _Blame:
    """Breaches laid to the sessions and people that they name, by the names they have in words."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.session_named = {view.session_name(one): one for one in view.plan.sessions}
        self.person_named = {view.person_name(one): one for one in view.people}
        self.facilitator_named = {view.facilitator_name(one): one for one in view.facilitators}
        self.of_session: dict[str, list[Breach]] = defaultdict(list)
        self.of_seat: dict[tuple[str, str], list[Breach]] = defaultdict(list)
        self.of_person: dict[str, list[Breach]] = defaultdict(list)
        self.of_plan: list[Breach] = []

    def lay(self, breach: Breach) -> None:
        """Find whom a breach concerns."""
        sessions, people = self._sessions(breach), list(self._people(breach))
        seats = [(s.id, p) for s in sessions for p in people if p in s.people]
        for seat in seats:
            self.of_seat[seat].append(breach)
        for person in people if not seats else ():
            self.of_person[person].append(breach)
        for session in sessions if not people else ():
            self.of_session[session.id].append(breach)
        if not people and not sessions:
            self.of_plan.append(breach)

    def verdict(self, unknown: Mapping[str, Breaches]) -> Verdict:
        """All that was laid, with the sessions that name what is no more."""
        return Verdict(
            {**{id_: tuple(them) for id_, them in self.of_session.items()}, **unknown},
            {seat: tuple(them) for seat, them in self.of_seat.items()},
            {person: tuple(them) for person, them in self.of_person.items()},
            tuple(self.of_plan),
        )

    def _sessions(self, breach: Breach) -> list[Session]:
        """Those that it names, or all that a facilitator leads whom it names in their place."""
        values = [value for value in breach.values.values() if isinstance(value, str)]
        named = [self.session_named[value] for value in values if value in self.session_named]
        leads = [self.facilitator_named[v] for v in values if v in self.facilitator_named]
        if not named and leads:
            return [one for one in self.view.plan.sessions if leads[0] in one.facilitators]
        return named

    def _people(self, breach: Breach) -> Iterator[str]:
        """Those that it names, one by one or in a list."""
        for value in breach.values.values():
            for name in str(value).split(", ") if isinstance(value, str) else ():
                if name in self.person_named:
                    yield self.person_named[name]
