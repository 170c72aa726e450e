"""What differs between two plans: worked out by hand, and against any two plans of any problem."""

from collections import Counter
from dataclasses import fields, replace
from datetime import UTC
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.planner.mutations import mutated
from tests.planner.small import (
    FACILITATOR,
    MODULE,
    PEOPLE,
    ROOM,
    busy,
    costed,
    plan,
    problem,
    session,
    with_busy,
)
from tests.planner.strategies import tiny_problems

from samskab.planner.comparison.compare import Standing, compare
from samskab.planner.comparison.moves import Burden, Move, moves_by_person
from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format, Prices, Rules

NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]
ONLINE = replace(MODULE, format=Format.ONLINE)
MONDAY = session("a", 4, ["p1", "p2"])
TUESDAY = session("b", 5, ["p3"])


def test_comparison_when_one_person_moves_says_what_it_changes_for_her() -> None:
    of = problem(NEEDS, people=with_busy(1, busy(4, "09:00", "10:30")))
    a = costed(of, plan(MONDAY, TUESDAY))
    b = costed(of, plan(session("x", 4, ["p2"]), session("y", 5, ["p1", "p3"])))
    found = compare(of, a, b)
    assert found.moves == (
        Move("p1", "m1", a.sessions[0], b.sessions[1], Burden(Fraction(3, 2), 900_00), Burden()),
    )
    assert found.moves[0].change == Burden(Fraction(-3, 2), -900_00)
    assert (found.only_a, found.only_b) == ((), ())
    assert [pair.people for pair in found.changed] == [(("p1",), ()), ((), ("p1",))]
    assert found.difference_oere == -900_00
    assert {name: (x, y) for name, x, y in found.items}["displacement"] == (900_00, 0)
    assert found.differs
    assert not found.misclaimed


def test_comparison_when_a_session_changes_room_is_another_session() -> None:
    cellar = replace(ROOM, id="r2", place="c")
    people = (replace(PEOPLE[0], place="h"), *PEOPLE[1:])
    of = problem(people=people, rooms=(ROOM, cellar), travel_oere={("h", "c"): 45_00})
    a, b = plan(session("s", 4)), plan(session("s", 4, room="r2"))
    found = compare(of, a, b)
    assert (found.only_a, found.only_b) == (a.sessions, b.sessions)
    assert [move.change for move in found.moves] == [Burden(travel_oere=45_00)]
    assert found.difference_oere == 45_00


def test_comparison_when_somebody_else_leads_names_both() -> None:
    second = replace(FACILITATOR, id="f2", fee_per_half_day_oere=500_00)
    of = problem(facilitators=(FACILITATOR, second))
    found = compare(of, plan(session("s", 4)), plan(session("s", 4, facilitators=("f2",))))
    assert [pair.facilitators for pair in found.changed] == [(("f1",), ("f2",))]
    assert not found.moves
    assert found.difference_oere == -300_00


def test_comparison_when_somebody_is_left_out_moves_her_to_nowhere() -> None:
    of = problem(NEEDS)
    a = plan(MONDAY, TUESDAY)
    b = plan(MONDAY, left_out=[("p3", "m1")])
    found = compare(of, a, b)
    assert found.moves == (Move("p3", "m1", TUESDAY, None, Burden(), Burden()),)
    assert found.only_a == (TUESDAY,)
    assert (found.listed_a, found.listed_b) == ((), ())
    back = compare(of, b, a)
    assert back.moves == (Move("p3", "m1", None, TUESDAY, Burden(), Burden()),)


def test_comparison_when_two_online_sessions_are_at_the_same_time_pairs_the_likest() -> None:
    of = problem(NEEDS, modules=[ONLINE])
    one = session("1", 4, ["p1", "p2"], room=None)
    other = session("2", 4, ["p3"], room=None)
    swapped = (replace(other, id="1"), replace(one, id="2"))
    assert not compare(of, plan(one, other), plan(*swapped)).differs
    joined = (replace(one, people=("p1",)), replace(other, people=("p3", "p2")))
    moves = compare(of, plan(one, other), plan(*joined)).moves
    assert [(move.person, move.source, move.target) for move in moves] == [("p2", one, joined[1])]


def test_comparison_when_only_one_plan_lists_a_need_as_left_out() -> None:
    of = problem(NEEDS)
    found = compare(of, plan(MONDAY, left_out=[("p3", "m1")]), plan(MONDAY))
    assert (found.listed_a, found.listed_b) == ((("p3", "m1"),), ())
    assert found.differs
    assert found.difference_oere == 0


def test_comparison_when_only_the_reason_differs_is_none() -> None:
    of = problem(NEEDS)
    a = plan(MONDAY, left_out=[("p3", "m1")])
    b = replace(a, unserved=(Unserved("p3", "m1", "another"),))
    assert not compare(of, a, b).differs


def test_comparison_when_a_plan_gives_a_person_two_seats_has_a_move_from_nowhere() -> None:
    of = problem(NEEDS)
    twice = session("b", 5, ["p3", "p1"])
    found = compare(of, plan(MONDAY, TUESDAY), plan(MONDAY, twice))
    assert [(move.person, move.source, move.target) for move in found.moves] == [
        ("p1", None, twice)
    ]


def test_comparison_when_a_time_is_written_in_another_zone_is_none() -> None:
    moved = replace(MONDAY, start=MONDAY.start.astimezone(UTC), end=MONDAY.end.astimezone(UTC))
    of = problem(NEEDS)
    assert not compare(of, plan(MONDAY, TUESDAY), plan(moved, TUESDAY)).differs


def test_unfairness_when_a_move_changes_it() -> None:
    of = problem(
        people=with_busy(1, busy(4, "09:00", "11:00")), rules=Rules(fair_hours=Fraction(1, 2))
    )
    of = replace(of, programme=replace(of.programme, prices=Prices(unfair_oere=100)))
    found = compare(of, plan(session("s", 5)), plan(session("s", 4)))
    assert found.unfairness_oere == (("p1", 150),)
    assert found.difference_oere == 150 + 2 * 600_00


def test_cost_when_a_plan_claims_another_is_recomputed_but_for_changes() -> None:
    of = problem()
    right = costed(of, plan(session("s", 4)))
    claims = replace(right, cost=Cost(facilitation=1, changes=7))
    found = compare(of, right, claims)
    assert found.misclaimed == {"b"}
    assert found.cost_b == replace(found.cost_a, changes=7)
    assert found.difference_oere == 7
    assert found.differs


def test_standing_when_bounds_are() -> None:
    of = problem()
    a = costed(of, plan(session("s", 4)))  # 900 kr
    b = costed(of, plan(left_out=[("p1", "m1")]))  # 25,000 kr
    cases = {
        (0, 0): Standing.NO_BOUND,
        (1, 900_00): Standing.BEST,
        (900_00, 1): Standing.BEST,
        (900_01, 0): Standing.BOUND_TOO_HIGH,
        (1, 500_00): Standing.APART,
    }
    for (bound_a, bound_b), standing in cases.items():
        found = compare(of, replace(a, bound=bound_a), replace(b, bound=bound_b))
        assert found.standing is standing
        assert found.bound_oere == max(bound_a, bound_b)
    close = costed(of, plan(session("s", 4, part="pm")))
    twin = compare(of, replace(a, bound=899_99), close)
    assert (twin.difference_oere, twin.slack_oere) == (0, 1)
    assert twin.standing is Standing.TOO_CLOSE


def test_bound_when_a_plan_has_changes_is_of_another_problem() -> None:
    of = problem()
    a = costed(of, plan(session("s", 4)))
    changed = replace(a, cost=replace(a.cost, changes=1), bound=900_01)
    assert compare(of, replace(a, bound=300_00), changed).bound_oere == 300_00


def test_moves_by_person_when_two_people_move() -> None:
    moves = [Move(p, m, None, None, Burden(), Burden()) for p, m in ("ax", "ay", "bx")]
    assert list(moves_by_person(moves)) == [("a", tuple(moves[:2])), ("b", (moves[2],))]


def any_plan(random: Random, of: Problem) -> Plan:
    """Sessions at random, most of them breaking rules."""
    grid = Grid(of.programme)
    sessions = []
    for number in range(random.randrange(5)):
        module = random.choice(of.programme.modules)
        starts = grid.starts(module.half_days)
        if not starts:
            continue
        first = random.choice(starts)
        people = [one.id for one in of.people]
        sessions.append(
            Session(
                f"s{number}",
                module.id,
                grid.half_days[first].start,
                grid.half_days[first + module.half_days - 1].end,
                random.choice([None, *(room.id for room in of.rooms)]),
                tuple(one.id for one in of.facilitators if random.random() < 0.5),
                tuple(random.sample(people, random.randint(1, len(people)))),
            )
        )
    return costed(of, mutated(random, of, Plan(tuple(sessions), (), Cost())))


def shuffled(random: Random, of: Plan) -> Plan:
    """The same plan with other ids, everything in another order."""

    def mixed(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(random.sample(names, len(names)))

    sessions = [
        replace(
            one, id=f"x{number}", people=mixed(one.people), facilitators=mixed(one.facilitators)
        )
        for number, one in enumerate(of.sessions)
    ]
    random.shuffle(sessions)
    unserved = tuple(random.sample(of.unserved, len(of.unserved)))
    return replace(of, sessions=tuple(sessions), unserved=unserved)


@given(tiny_problems(), st.randoms(use_true_random=False))
def test_comparison_when_a_plan_is_compared_with_itself_or_a_permutation(
    of: Problem, random: Random
) -> None:
    one = any_plan(random, of)
    assert not compare(of, one, one).differs
    assert not compare(of, one, shuffled(random, one)).differs


def seats(sessions: tuple[Session, ...]) -> Counter[tuple[object, ...]]:
    return Counter(
        (person, one.module, one.start, one.end, one.room)
        for one in sessions
        for person in one.people
    )


@given(tiny_problems(), st.randoms(use_true_random=False))
def test_comparison_when_two_plans_are_any(of: Problem, random: Random) -> None:
    a = any_plan(random, of)
    b = random.choice((any_plan(random, of), costed(of, mutated(random, of, a))))
    found = compare(of, a, b)
    assert (found.cost_a, found.cost_b) == (a.cost, b.cost)
    assert sum(y - x for _, x, y in found.items) == b.cost.total - a.cost.total
    assert [name for name, _, _ in found.items] == [item.name for item in fields(Cost)]

    assert sum(move.change.travel_oere for move in found.moves) == b.cost.travel - a.cost.travel
    assert (
        sum(move.change.displacement_oere for move in found.moves)
        == b.cost.displacement - a.cost.displacement
    )
    assert sum(oere for _, oere in found.unfairness_oere) == b.cost.unfairness - a.cost.unfairness

    moved = seats(a.sessions)
    for move in found.moves:
        for session_, by in ((move.source, -1), (move.target, 1)):
            if session_:
                key = (move.person, move.module, session_.start, session_.end, session_.room)
                moved[key] += by
    assert +moved == seats(b.sessions)
    assert min(moved.values(), default=0) >= 0


@given(tiny_problems(), st.randoms(use_true_random=False))
def test_comparison_when_it_is_turned_round(of: Problem, random: Random) -> None:
    a, b = any_plan(random, of), any_plan(random, of)
    there, back = compare(of, a, b), compare(of, b, a)
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)
    assert {(m.person, m.source, m.target) for m in there.moves} == {
        (m.person, m.target, m.source) for m in back.moves
    }
    assert there.difference_oere == -back.difference_oere
    assert there.differs == back.differs
