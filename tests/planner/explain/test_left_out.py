"""Cores of needs left out, against every way to seat somebody, judged by the checker."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from tests.planner.explain.tiny_plans import breaches, plan_of, tiny_plans
from tests.planner.explain.told import code_of, id_in

from samskab.planner.costing import cost_of
from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.left_out import Forbidden, Possible, irreducible, why_left_out
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.explain.wish import Wish
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach

SEEDS = range(50)
MOST_WAYS = 1000
NEW = "new"
STRUCTURE = Fact(FactCode.ELSEWHERE)
"""Stands for what cannot be switched off."""


@dataclass(frozen=True)
class Case:
    """A need that a plan leaves out."""

    problem: Problem
    plan: Plan
    person: str
    module: str

    @property
    def wish(self) -> Wish:
        return Wish(StandingPlan(self.problem, self.plan), self.person, self.module)


def _cases() -> Iterator[tuple[int, Case]]:
    for seed, problem, plan in tiny_plans(SEEDS):
        for need in plan.unserved[:2]:
            yield seed, Case(problem, plan, need.person, need.module)


def _ways(case: Case) -> Iterator[list[Session]]:
    """Every way to seat her: her company in any sessions that stand, or in a new one."""
    wish = case.wish
    needs = [
        (case.problem.people[p].id, case.problem.programme.modules[m].id)
        for p, m in sorted(wish.needs)
    ]
    ids = {NEW: "", **{s.id: s.module for s in case.plan.sessions}}
    ids[NEW] = case.module
    seats: list[list[str | None]] = []
    for person, module in needs:
        view = PlanView(case.problem, case.plan)
        options: list[str | None] = [i for i, m in ids.items() if m == module]
        if view.seat(person, module) is None and (person, module) != (case.person, case.module):
            options.append(None)
        seats.append(options)
    waiting = [case.problem.people[p].id for p in sorted(wish.waiting)]
    for chosen in product(*seats):
        seated = dict(zip(needs, chosen, strict=True))
        stand = [
            replace(
                s,
                people=tuple(
                    [p for p in s.people if (p, s.module) not in seated]
                    + [p for (p, m), to in seated.items() if to == s.id]
                ),
            )
            for s in case.plan.sessions
        ]
        come = [p for (p, m), to in seated.items() if to == NEW]
        if not come:
            yield stand
            continue
        for new in _new_sessions(case):
            for count in range(len(waiting) + 1):
                for others in combinations(waiting, count):
                    yield [*stand, replace(new, people=(*come, *others))]


def _new_sessions(case: Case) -> list[Session]:
    """At every start, in every room or in none, led by everybody possible or by nobody."""
    view = PlanView(case.problem, case.plan)
    module = view.modules[case.module]
    rooms = [room.id for room in case.problem.rooms] if module.format is Format.IN_PERSON else []
    leaders = combinations([one.id for one in case.problem.facilitators], module.facilitators)
    groups = list(dict.fromkeys([*leaders, ()]))
    grid = view.grid
    return [
        Session(
            NEW,
            module.id,
            grid.half_days[first].start,
            grid.half_days[first + module.half_days - 1].end,
            room,
            group,
            (),
        )
        for first in grid.starts(module.half_days)
        for room in (*rooms, None)
        for group in groups
    ]


def _excuses(case: Case, wish: Wish, breach: Breach) -> list[frozenset[Fact]]:
    """What would each do away with a breach: any one of the sets, of which all facts must go."""
    code, session = code_of(breach), id_in(breach.values.get("session", ""))
    if breach.case == "too_small" and session != NEW:
        code = FactCode.FULL
    if code in {FactCode.ORDER, FactCode.GAP}:
        return _of_pair(wish, code, breach)
    if code in {FactCode.FULL, FactCode.TOO_FEW}:
        return [_of_size(wish, code, session)]
    of_code = frozenset(fact for fact in wish.facts if fact.code is code)
    if code is FactCode.APART:
        return _of_rows(case, of_code, breach)
    return [frozenset(fact for fact in of_code if _concerns(case, fact, breach))]


def _concerns(case: Case, fact: Fact, breach: Breach) -> bool:
    person, session = (id_in(breach.values.get(key, "")) for key in ("person", "session"))
    if fact.code is FactCode.LEAVE:
        return fact.people == (person,) and breach.values["day"] in fact.days
    if fact.code is FactCode.WINDOW:
        module = case.module if session == NEW else _module_of(case, session)
        limit = fact.since if breach.case == "too_early" else fact.until
        mine = person in fact.people and fact.modules == (module,)
        return mine and limit == breach.values["limit"]
    if fact.code is FactCode.UNIT:
        return fact.unit == breach.values["unit"]
    if fact.code is FactCode.PARTY:
        parties = {party.id: party.people for party in case.problem.parties}
        return fact.people == parties[str(breach.values["party"])]
    return True


def _of_pair(wish: Wish, code: FactCode, breach: Breach) -> list[frozenset[Fact]]:
    """Without the order of two modules there is no gap between them either."""
    earlier, later = (
        str(breach.values[key]).partition(" (")[0].lower() for key in ("earlier", "later")
    )
    order = [f for f in wish.facts if f.code is FactCode.ORDER and f.modules == (earlier, later)]
    gap = [f for f in wish.facts if f.code is FactCode.GAP and f.modules[-1] == later]
    ways = [frozenset(order)]
    return [*ways, frozenset(gap)] if code is FactCode.GAP else ways


def _of_rows(case: Case, facts: frozenset[Fact], breach: Breach) -> list[frozenset[Fact]]:
    """Every line that keeps two people apart must go."""
    meant = PlanView(case.problem, case.plan).people_meant
    a, b = id_in(breach.values["a"]), id_in(breach.values["b"])
    rows = {
        (one, other)
        for one, other in case.problem.apart
        if (a in meant(one) and b in meant(other)) or (b in meant(one) and a in meant(other))
    }
    told = frozenset(fact for fact in facts if fact.people in rows)
    return [told] if len(told) == len(rows) else []


def _of_size(wish: Wish, code: FactCode, session: str) -> frozenset[Fact]:
    if session == NEW:
        code = FactCode.GROUP_MIN if code is FactCode.TOO_FEW else code
        return frozenset(f for f in wish.facts if f.code is code and not f.sessions)
    return frozenset(f for f in wish.facts if f.code is code and f.sessions == (session,))


def _module_of(case: Case, session: str) -> str:
    return next(s.module for s in case.plan.sessions if s.id == session)


def _obstacles(case: Case, wish: Wish, way: list[Session]) -> list[list[frozenset[Fact]]]:
    """For each breach of a way, what would excuse it."""
    emptied = {s.id for s in way if not s.people}
    found = []
    for breach in breaches(case.problem, way):
        session = id_in(breach.values.get("session", ""))
        if code_of(breach) is FactCode.TOO_FEW and session in emptied:
            continue
        found.append([one for one in _excuses(case, wish, breach) if one])
    return found


def _stands(obstacles: list[list[frozenset[Fact]]], dropped: frozenset[Fact]) -> bool:
    """Whether a way is open once some facts are dropped."""
    return all(any(excuse <= dropped for excuse in breach) for breach in obstacles)


def test_why_left_out_agrees_with_every_way_tried() -> None:
    seen: Counter[str] = Counter()
    for seed, case in _cases():
        ways = []
        for number, way in enumerate(_ways(case)):
            ways.append(way)
            if number > MOST_WAYS:
                break
        if len(ways) > MOST_WAYS:
            continue
        wish = case.wish
        obstacles = [_obstacles(case, wish, way) for way in ways]
        why = why_left_out(wish.plan, case.person, case.module).why
        everything = frozenset(wish.facts)
        if isinstance(why, Possible):
            assert [] in obstacles, (seed, case)
            seen["possible"] += 1
            continue
        assert isinstance(why, Forbidden)
        core = frozenset(one.fact for one in why.facts)
        assert not any(_stands(one, everything - core) for one in obstacles), (seed, case, why)
        for one in why.facts:
            alone = any(_stands(way, frozenset({one.fact})) for way in obstacles)
            assert alone == (one.otherwise is not None), (seed, case, one)
            seen["frees alone"] += alone
        for fact in core:
            spared = everything - core | {fact}
            assert any(_stands(one, spared) for one in obstacles), (seed, case, fact, core)
        seen["forbidden"] += 1
        seen["several"] += len(core) > 1
        seen.update(fact.code for fact in core)
    assert seen["forbidden"] > 20, seen
    assert seen["several"] > 10, seen
    assert seen["frees alone"] > 5, seen
    assert len(seen) > 10, seen


def test_a_possible_seat_keeps_every_rule_and_costs_what_is_said() -> None:
    seen = 0
    for seed, case in _cases():
        plan = StandingPlan(case.problem, case.plan)
        why = why_left_out(plan, case.person, case.module).why
        if not isinstance(why, Possible) or why.moves or not why.session.id:
            continue
        after = [why.session if s.id == why.session.id else s for s in case.plan.sessions]
        assert not breaches(case.problem, after), seed
        now, then = (
            cost_of(PlanView(case.problem, plan_of(case.problem, list(sessions)))).total
            for sessions in (case.plan.sessions, after)
        )
        assert then - now == why.more.total, seed
        seen += 1
    assert seen > 3


def test_irreducible_when_two_of_many_forbid_keeps_just_these() -> None:
    facts = [Fact(FactCode.UNIT, count=number) for number in range(9)]
    wanted = {facts[2], facts[7]}
    assert irreducible(facts, lambda some: wanted <= some) == [facts[2], facts[7]]


def test_irreducible_when_nothing_is_needed_keeps_nothing() -> None:
    facts = [Fact(FactCode.UNIT, count=number) for number in range(5)]
    assert irreducible(facts, lambda some: len(some) >= 0) == []
