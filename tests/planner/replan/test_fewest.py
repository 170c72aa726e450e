"""Mended tiny plans against brute force: nothing is left out or moved that need not be."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.replan.fewest import fewest
from tests.planner.strategies import tiny_problem

from samskab.common.busy import Busy, BusyKind
from samskab.common.errors import InputError
from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Facilitator, Need, Person, Problem, Room
from samskab.planner.plan_view import PlanView
from samskab.planner.replan.publication import Publication, publication
from samskab.planner.replan.replanning import replan

PROBLEMS = 45
Change = Callable[[Random, Problem], Problem]


def away(random: Random, problem: Problem, busy: tuple[Busy, ...]) -> tuple[Busy, ...]:
    """The same, with a whole day of hard time."""
    grid = Grid(problem.programme)
    day = random.choice(grid.days)
    start = datetime.combine(day, time(0), grid.zone)
    hard = Busy(start, start + timedelta(days=1), BusyKind.HARD)
    rest = [one for one in busy if one.end <= hard.start or hard.end <= one.start]
    return tuple(sorted([*rest, hard], key=lambda one: one.start))


def person_away(random: Random, problem: Problem) -> Problem:
    ill = random.choice(problem.people)
    changed: dict[str, Person] = {
        ill.id: replace(ill, busy=away(random, problem, ill.busy)),
    }
    return replace(problem, people=tuple(changed.get(one.id, one) for one in problem.people))


def facilitator_ill(random: Random, problem: Problem) -> Problem:
    if not problem.facilitators:
        return person_away(random, problem)
    ill = random.choice(problem.facilitators)
    changed: dict[str, Facilitator] = {
        ill.id: replace(ill, busy=away(random, problem, ill.busy)),
    }
    them = tuple(changed.get(one.id, one) for one in problem.facilitators)
    return replace(problem, facilitators=them)


def room_closed(random: Random, problem: Problem) -> Problem:
    if not problem.rooms:
        return person_away(random, problem)
    closed = random.choice(problem.rooms)
    changed: dict[str, Room] = {
        closed.id: replace(closed, busy=away(random, problem, closed.busy)),
    }
    return replace(problem, rooms=tuple(changed.get(one.id, one) for one in problem.rooms))


def leader_leaves(random: Random, problem: Problem) -> Problem:
    gone = random.choice(problem.people).id
    return replace(
        problem,
        people=tuple(one for one in problem.people if one.id != gone),
        needs=tuple(one for one in problem.needs if one.person != gone),
        parties=tuple(party for party in problem.parties if gone not in party.people),
        apart=tuple(pair for pair in problem.apart if gone not in pair),
        windows=tuple(window for window in problem.windows if window.who != gone),
    )


def leader_starts(random: Random, problem: Problem) -> Problem:
    new = replace(random.choice(problem.people), id="new", name="New", busy=())
    needs = tuple(Need("new", module.id) for module in problem.programme.modules)
    return replace(problem, people=(*problem.people, new), needs=(*problem.needs, *needs))


CHANGES: tuple[Change, ...] = (
    person_away,
    facilitator_ill,
    room_closed,
    leader_leaves,
    leader_starts,
)


def cases() -> Iterator[tuple[int, Publication]]:
    """Tiny problems with their best plan published, and one thing changed since."""
    found = seed = 0
    while found < PROBLEMS:
        seed += 1
        random = Random(seed)
        problem = tiny_problem(random)
        try:
            _, plan = optimum(problem)
        except TooManyPlansError:
            continue
        if not plan.sessions:
            continue
        changed = random.choice(CHANGES)(random, problem)
        days = Grid(problem.programme).days
        today = random.choice((days[0], days[0], days[min(1, len(days) - 1)]))
        pins = [random.choice(plan.sessions).id] if random.random() < 0.3 else []
        published = publish(changed, plan, pins, today)
        if published:
            found += 1
            yield seed, published


def publish(problem: Problem, plan: Plan, pins: list[str], today: date) -> Publication | None:
    """None where a pin cannot stand, or facts do not keep the rules: brute force knows none."""
    try:
        published = publication(problem, plan, pins, today, "plan.json")
    except InputError:
        return None
    return None if published.excused else published


def test_mended_plans_move_as_few_as_brute_force_says_when_problems_are_tiny() -> None:
    told: Counter[str] = Counter()
    for seed, published in cases():
        problem = published.problem
        unserved = {(one.person, one.module) for one in published.plan.unserved}
        claims = {(n.person, n.module) for n in problem.needs} - unserved
        least = fewest(problem, claims)
        if least is None:
            continue
        made = replan(published, seconds=20.0, bound_seconds=0.0, tell=lambda _: None)
        assert check(problem, made.plan) == (), seed
        assert (made.left_out, len(made.moves)) == least, seed
        assert made.fewest, seed
        assert made.left_out_at_least == least[0], seed
        assert made.moves_at_least <= least[1], seed
        changes = cost_of(PlanView(problem, made.plan)).changes
        assert changes == len(made.moves) * problem.programme.prices.change_oere
        told["moved" if made.moves else "kept"] += 1
        told["more than must"] += made.moves_at_least < least[1]
        told["left out"] += made.left_out > 0
        told["pinned"] += bool(published.published.pinned)
    assert told["moved"] > 10, told
    assert told["kept"] > 5, told
    assert told["pinned"] > 5, told
