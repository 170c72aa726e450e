"""The smallest move that makes room, against every way to share the seats of a plan out anew."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import product
from math import prod

from tests.planner.explain.tiny_plans import breaches, plan_of, tiny_plans

from samskab.planner.costing import cost_of
from samskab.planner.explain.making_room import Limits, make_room, make_room_for_left_out
from samskab.planner.explain.room import NoRoom, Room
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.model.plan import Plan, Session
from samskab.planner.plan_view import PlanView

SEEDS = range(160)
MOST_WAYS = 300
Seats = dict[tuple[str, str], str]


def _seats(sessions: tuple[Session, ...]) -> Seats:
    return {(person, one.module): one.id for one in sessions for person in one.people}


def _seated(plan: Plan, seats: Seats) -> list[Session]:
    """The plan's sessions with these seats; those without people are not held."""
    sessions = [
        replace(one, people=tuple(p for (p, _), to in seats.items() if to == one.id))
        for one in plan.sessions
    ]
    return [one for one in sessions if one.people]


def _ways(plan: Plan, person: str, left: Session) -> Iterator[Seats]:
    now = _seats(plan.sessions)
    options = [
        [
            one.id
            for one in plan.sessions
            if one.module == module and ((who, module) != (person, left.module) or one != left)
        ]
        for who, module in now
    ]
    if prod(len(some) for some in options) <= MOST_WAYS:
        for chosen in product(*options):
            yield dict(zip(now, chosen, strict=True))


def _others(plan: Plan, seats: Seats, person: str) -> int:
    now = _seats(plan.sessions)
    moved = {who for (who, m), to in seats.items() if now.get((who, m), to) != to}
    return len(moved - {person})


def test_room_is_made_with_the_fewest_others_moved_and_then_for_the_least() -> None:
    seen: Counter[str] = Counter()
    for seed, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        now = cost_of(PlanView(problem, plan))
        for session in plan.sessions[:2]:
            person = session.people[0]
            best: tuple[int, int] | None = None
            ways = list(_ways(plan, person, session))
            for seats in ways:
                after = _seated(plan, seats)
                if breaches(problem, after):
                    continue
                oere = cost_of(PlanView(problem, plan_of(problem, after))).total
                way = (_others(plan, seats, person), oere - now.total)
                best = min(best or way, way)
            found = make_room(standing, person, session.id)
            if isinstance(found, NoRoom):
                assert found.proven
                assert best is None, (seed, person, session)
                seen["none"] += 1
                continue
            _is_as_told(found, standing, seed)
            if ways:
                assert best == (found.others, found.more.total), (seed, person, session)
                seen[f"moved {found.others}"] += 1
    assert seen["moved 0"] > 5, seen
    assert seen["moved 1"] > 5, seen
    assert seen["none"] > 20, seen


def test_nothing_is_claimed_that_is_not_so_when_only_one_module_moves() -> None:
    claims: Counter[str] = Counter()
    for seed, problem, plan in tiny_plans(SEEDS):
        if len(problem.programme.modules) < 2:
            continue
        standing = StandingPlan(problem, plan)
        for session in plan.sessions[:2]:
            person = session.people[0]
            whole = make_room(standing, person, session.id)
            part = make_room(standing, person, session.id, Limits(most_seats=0))
            if isinstance(part, NoRoom):
                assert not part.proven or isinstance(whole, NoRoom)
                claims["none"] += 1
                continue
            assert isinstance(whole, Room)
            _is_a_plan(part, standing, seed)
            if part.fewest:
                assert part.others == whole.others, (seed, session)
            if part.cheapest:
                assert part.more.total == whole.more.total, (seed, session)
            claims[f"fewest {part.fewest}, cheapest {part.cheapest}"] += 1
    assert claims["none"] > 20, claims
    assert claims["fewest True, cheapest False"] > 5, claims


def test_room_is_made_for_somebody_who_is_left_out() -> None:
    seen: Counter[str] = Counter()
    for seed, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        now = cost_of(PlanView(problem, plan))
        for need in plan.unserved:
            her = standing.person[need.person]
            party = standing.parties.whole(standing.module[need.module], {her})
            names = {problem.people[one].id for one in party}
            come = [(u.person, u.module) for u in plan.unserved if u.person in names]
            ways = list(_ways_with(plan, come, need.module))
            best: tuple[int, int] | None = None
            for seats in ways:
                after = _seated(plan, seats)
                if not breaches(problem, after):
                    oere = cost_of(PlanView(problem, plan_of(problem, after))).total
                    others = _others(plan, seats, need.person)
                    best = min(best or (others, oere - now.total), (others, oere - now.total))
            found = make_room_for_left_out(standing, need.person, need.module)
            if isinstance(found, NoRoom):
                assert found.proven
                assert best is None, (seed, need)
                seen["none"] += 1
                continue
            if ways:
                assert best == (found.others, found.more.total), (seed, need)
                seen[f"moved {found.others}"] += 1
    assert seen["none"] > 20, seen
    assert seen["moved 0"] > 5, seen
    assert seen["moved 1"] > 1, seen


def _ways_with(plan: Plan, come: list[tuple[str, str]], module: str) -> Iterator[Seats]:
    """Who comes must get a seat in the module, and may in others."""
    needs = [*_seats(plan.sessions), *come]
    options: list[list[str]] = [
        [one.id for one in plan.sessions if one.module == m]
        + ([""] if (who, m) in come and m != module else [])
        for who, m in needs
    ]
    if prod(len(some) for some in options) <= MOST_WAYS:
        for chosen in product(*options):
            yield {need: to for need, to in zip(needs, chosen, strict=True) if to}


def _is_as_told(found: Room, standing: StandingPlan, seed: int) -> None:
    """The moves lead from the plan to one that keeps every rule and costs what is said."""
    assert found.fewest
    assert found.cheapest
    _is_a_plan(found, standing, seed)


def _is_a_plan(found: Room, standing: StandingPlan, seed: int) -> None:
    problem, plan = standing.problem, standing.plan
    seats = _seats(plan.sessions)
    for move in found.moves:
        assert seats[move.person, move.module] == move.come_from
        seats[move.person, move.module] = move.go_to
    after = _seated(plan, seats)
    assert not breaches(problem, after), seed
    now, then = (cost_of(PlanView(problem, one)) for one in (plan, plan_of(problem, after)))
    assert astuple(more(now, then)) == astuple(found.more), seed
