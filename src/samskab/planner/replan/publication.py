"""A plan that somebody brings, as the published one of a folder as it is now."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from samskab.common.errors import Fault, InputError
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.model.published import Published
from samskab.planner.plan_view import PlanView
from samskab.planner.rules import after, claimed_cost, pinned
from samskab.planner.rules.breach import Breach
from samskab.planner.rules.registry import FOUNDATION, RULES

NAMED_AT_MOST = 5
UNTOLD = {
    ("session_times", "start"),
    ("session_times", "end"),
    ("rooms", "missing"),
    ("rooms", "online"),
}
"""Breaches by which a session cannot be told at all in the folder's words."""


class ReplanCode(StrEnum):
    """What a published plan, or a pin on it, is refused for."""

    NO_SEAT_KNOWN = "replan_no_seat_known"
    SAME_ID = "replan_same_id"
    PIN_UNKNOWN = "replan_pin_unknown"
    PIN_BREAKS = "replan_pin_breaks"
    HELD_UNKNOWN = "replan_held_unknown"


@dataclass(frozen=True, slots=True)
class Publication:
    """A published plan beside the folder as it is now.

    Attributes:
        problem: the folder's, with the published plan in it.
        plan: as it was published, whole.
        held: ids of the sessions that began before today.
        excused: what the sessions already held break of today's rules: facts are not mended.
    """

    problem: Problem
    plan: Plan
    held: frozenset[str]
    excused: tuple[Breach, ...]

    @property
    def published(self) -> Published:
        """The published plan as a part of the problem."""
        published = self.problem.published
        assert published is not None
        return published


def publication(
    problem: Problem, plan: Plan, pins: Iterable[str], today: date, file: str
) -> Publication:
    """See a published plan as facts of a folder as it is now.

    Args:
        problem: the folder as it is now.
        plan: what was published.
        pins: ids of sessions that shall stay as they are.
        today: sessions that began before this day stay as they are too.
        file: the plan's name, for faults.

    Raises:
        InputError: the plan is of another folder, a pin is on no session or on one that cannot
            stand, or a session already held cannot be told in the folder's words.
    """
    pins = tuple(dict.fromkeys(pins))
    view = PlanView(problem, plan)
    faults = [*_foreign(view, file), *_unknown_pins(plan, pins, file)]
    if faults:
        raise InputError(faults)
    held = frozenset(s.id for s in plan.sessions if view.first_day(s) < today)
    sessions = tuple(attended(view, s) if s.id in held else s for s in plan.sessions)
    published = Published(sessions, held | frozenset(pins), today)
    facts = [s for s in sessions if s.id in held]
    faults = [*_untold(view, facts, today, file)]
    if faults:
        raise InputError(faults)
    excused = breaches_of(problem, facts)
    asked = [attended(view, s) for s in sessions if s.id in pins and s.id not in held]
    faults = [*_impossible(problem, facts, asked, excused, file)]
    if faults:
        raise InputError(faults)
    return Publication(replace(problem, published=published), plan, held, excused)


def breaches_of(problem: Problem, sessions: Iterable[Session]) -> tuple[Breach, ...]:
    """What sessions break by themselves, whatever else is held; not what they leave undone."""
    sessions = tuple(sessions)
    view = PlanView(problem, plan_of_these(problem, sessions))
    unknown = tuple(FOUNDATION.check(view))
    undone = {claimed_cost.RULE, pinned.RULE}
    return unknown or tuple(
        breach
        for rule in RULES
        if rule.RULE not in undone
        for breach in rule.check(view)
        if (breach.rule, breach.case) != (after.RULE, "left_out")
    )


def plan_of_these(problem: Problem, sessions: tuple[Session, ...]) -> Plan:
    """A plan of some sessions, all other needs left out."""
    seated = {(person, session.module) for session in sessions for person in session.people}
    unserved = tuple(
        Unserved(need.person, need.module, "")
        for need in problem.needs
        if (need.person, need.module) not in seated
    )
    return Plan(sessions, unserved, Cost())


def attended(view: PlanView, session: Session) -> Session:
    """A published session with those of its people who still need it."""
    people = (one for one in session.people if (one, session.module) in view.needs)
    return replace(session, people=tuple(dict.fromkeys(people)))


def _foreign(view: PlanView, file: str) -> Iterator[Fault]:
    """A fault where nobody's seat is a need of the folder, and one where an id is there twice."""
    seats = [(person, one.module) for one in view.plan.sessions for person in one.people]
    if seats and not any(seat in view.needs for seat in seats):
        yield Fault(ReplanCode.NO_SEAT_KNOWN.value, {"seats": len(seats)}, file)
    for session, count in Counter(one.id for one in view.plan.sessions).items():
        if count > 1:
            yield Fault(ReplanCode.SAME_ID.value, {"session": session, "count": count}, file)


def _unknown_pins(plan: Plan, pins: tuple[str, ...], file: str) -> Iterator[Fault]:
    ids = [session.id for session in plan.sessions]
    for pin in pins:
        if pin not in ids:
            near = get_close_matches(pin, ids, NAMED_AT_MOST, cutoff=0) or ids[:NAMED_AT_MOST]
            yield Fault(ReplanCode.PIN_UNKNOWN.value, {"session": pin, "near": near}, file)


def _untold(view: PlanView, facts: list[Session], today: date, file: str) -> Iterator[Fault]:
    """A fault for each session already held that no plan of the folder could name."""
    for session in facts:
        told = plan_of_these(view.problem, (session,))
        breaches = [*FOUNDATION.check(PlanView(view.problem, told))] or [
            breach
            for breach in breaches_of(view.problem, [session])
            if (breach.rule, breach.case) in UNTOLD
        ]
        for breach in breaches[:1]:
            values = {"session": session.id, "breach": breach, "today": today}
            yield Fault(ReplanCode.HELD_UNKNOWN.value, values, file)


def _impossible(
    problem: Problem,
    facts: list[Session],
    asked: list[Session],
    excused: tuple[Breach, ...],
    file: str,
) -> Iterator[Fault]:
    """A fault for the first pin that no rule allows, by itself or beside those before it."""
    stands = list(facts)
    for session in asked:
        stands.append(session)
        broken = [one for one in breaches_of(problem, stands) if one not in excused]
        if broken:
            values = {"session": session.id, "breach": broken[0]}
            yield Fault(ReplanCode.PIN_BREAKS.value, values, file)
            return
