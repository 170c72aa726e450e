"""The account of a mended plan: what broke, who moves, from where to where and why."""

from collections.abc import Iterator

from samskab.planner.changes import changed_seats, same_slot
from samskab.planner.model.plan import Plan, Session
from samskab.planner.plan_view import PlanView
from samskab.planner.replan.publication import Publication
from samskab.planner.replan.result import Move, MoveWhy, NewSeat, OtherLeaders
from samskab.planner.replan.verdict import Verdict
from samskab.planner.rules.breach import Breach


class Account:
    """A published plan beside the one that takes its place."""

    def __init__(self, publication: Publication, verdict: Verdict, plan: Plan) -> None:
        self.published = publication.published
        self.held = publication.held
        self.verdict = verdict
        self.view = PlanView(publication.problem, plan)

    def broken(self) -> dict[Session, tuple[Breach, ...]]:
        """The published sessions that break a rule by themselves, by date."""
        return {
            session: self.verdict.of_session[session.id]
            for session in self._by_date()
            if session.id in self.verdict.of_session and session.id not in self.held
        }

    def moves(self) -> tuple[Move, ...]:
        """Each person moved or dropped, by date."""
        moves = [
            Move(
                person,
                old,
                self.view.seat(person, old.module),
                *self._why(person, old),
            )
            for old, person in changed_seats(self.view)
        ]
        return tuple(sorted(moves, key=lambda move: (move.old.start, move.old.id)))

    def new_seats(self) -> Iterator[NewSeat]:
        """Each person who takes a module that she had no published seat in."""
        seated = {(p, one.module) for one in self.published.sessions for p in one.people}
        for session in self.view.plan.sessions:
            for person in session.people:
                if (person, session.module) not in seated:
                    yield NewSeat(person, session)

    def other_leaders(self) -> Iterator[OtherLeaders]:
        """Each session at its published time and place that others lead."""
        old = {session.id: session for session in self.published.sessions}
        for session in self.view.plan.sessions:
            was = old.get(session.id)
            stays = was is not None and same_slot(was, session)
            if was and stays and set(was.facilitators) != set(session.facilitators):
                yield OtherLeaders(session, was.facilitators)

    def _by_date(self) -> list[Session]:
        return sorted(self.published.sessions, key=lambda one: (one.start, one.id))

    def _why(self, person: str, old: Session) -> tuple[MoveWhy, Breach | None]:
        if person not in self.view.people:
            return MoveWhy.LEFT, None
        if (person, old.module) not in self.view.needs:
            return MoveWhy.NEED_GONE, None
        verdict = self.verdict
        own = verdict.of_seat.get((old.id, person), ()) or verdict.of_person.get(person, ())
        if own:
            return MoveWhy.SEAT_BROKEN, own[0]
        if old.id in verdict.of_session:
            return MoveWhy.SESSION_BROKEN, verdict.of_session[old.id][0]
        return MoveWhy.MAKES_ROOM, verdict.of_plan[0] if verdict.of_plan else None
