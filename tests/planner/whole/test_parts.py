"""Each part of the whole engine by itself: groups, cliques, sessions at one start, safe bounds."""

from dataclasses import replace
from functools import reduce
from itertools import combinations
from random import Random
from time import monotonic

from tests.planner.small import FACILITATOR, MODULE, PEOPLE, ROOM, busy, problem, with_busy

from samskab.common.busy import BusyKind
from samskab.planner.model.problem import Party, Problem, Room
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import build_timetable
from samskab.planner.whole import small_enough, solve_whole
from samskab.planner.whole.cliques import clique_cover
from samskab.planner.whole.engine import compact_of, whole_at
from samskab.planner.whole.groups import groups_of
from samskab.planner.whole.keeping import keeps_rules
from samskab.planner.whole.reading import sessions_of, values_of
from samskab.planner.whole.solvers import Task, both, by_cp_sat, safe_bound

EVERYBODY = tuple((person.id, "m1") for person in PEOPLE)


def sizes(of: Problem) -> list[tuple[int, int]]:
    """Of each group, its blocks and the people in each."""
    return sorted((len(group.blocks), group.size) for group in groups_of(build_timetable(of)))


def best_of(of: Problem) -> Solution:
    found = solve_whole(build_timetable(of), stop=lambda: False, hear=tuple, until=monotonic() + 20)
    return [one for one in found if isinstance(one, Solution)][-1]


def test_people_are_one_group_when_nothing_tells_them_apart() -> None:
    assert sizes(problem(EVERYBODY)) == [(1, 1), (2, 1)]  # the third is of another unit
    met = with_busy(1, busy(4, "09:00", "10:00"))
    assert sizes(problem(EVERYBODY, people=met)) == [(1, 1), (1, 1), (1, 1)]
    apart = (("p1", "p3"),)
    assert sizes(problem(EVERYBODY, apart=apart)) == [(1, 1), (1, 1), (1, 1)]


def test_people_are_no_group_when_other_modules_depend_on_who_it_is() -> None:
    later = replace(MODULE, id="m2", after=("m1",))
    needs = (*EVERYBODY, ("p1", "m2"), ("p2", "m2"))
    assert sizes(problem(needs, modules=(MODULE, later))) == [(1, 1)] * 5


def test_a_party_is_one_block_wherever_it_goes() -> None:
    party = (Party("pair", ("p1", "p3")),)
    assert sizes(problem(EVERYBODY, parties=party)) == [(1, 1), (1, 2)]


def test_cliques_cover_every_pair_of_rivals_and_no_other() -> None:
    random = Random(4)
    for count in (2, 5, 12, 30):
        rivals: dict[int, set[int]] = {one: set() for one in range(count)}
        for one, other in combinations(range(count), 2):
            if random.random() < 0.4:
                rivals[one].add(other)
                rivals[other].add(one)
        cliques = clique_cover(rivals)
        covered = {pair for clique in cliques for pair in combinations(clique, 2)}
        assert covered == {(a, b) for a in rivals for b in rivals[a] if a < b}


def test_twins_are_parted_when_their_group_is_kept_apart() -> None:
    # p1 and p2 are alike, and both must not meet p3: three people, two sessions.
    of = problem(EVERYBODY, apart=(("u1", "u2"),))
    best = best_of(of)
    assert sorted(len(placed.people) for placed in best.sessions) == [1, 2]
    assert keeps_rules(build_timetable(of), best.sessions)


def test_twins_share_a_session_when_nothing_parts_them() -> None:
    best = best_of(problem(EVERYBODY))
    assert [placed.people for placed in best.sessions] == [(0, 1, 2)]


def test_a_group_is_spread_when_a_room_holds_less() -> None:
    rooms = (replace(ROOM, capacity=1), Room("r2", "Nook", "h", 1, 0))
    of = problem(EVERYBODY, rooms=rooms)
    best = best_of(of)
    assert [len(placed.people) for placed in best.sessions] == [1, 1, 1]
    assert keeps_rules(build_timetable(of), best.sessions)


def test_sessions_at_one_start_take_rooms_that_are_alike_and_keep_people_apart() -> None:
    # Only the first morning is open to anybody, so both sessions are held at once.
    away = (
        busy(4, "12:10", "17:00", BusyKind.HARD),
        *(busy(day, "08:00", "17:00", BusyKind.HARD) for day in (5, 7, 8, 11, 12, 13, 14, 15)),
    )
    people = tuple(replace(person, busy=away) for person in PEOPLE)
    of = problem(
        EVERYBODY,
        people=people,
        rooms=(ROOM, replace(ROOM, id="r2")),
        facilitators=(FACILITATOR, replace(FACILITATOR, id="f2")),
        apart=(("u1", "u2"),),
    )
    timetable = build_timetable(of)
    compact = compact_of(whole_at(timetable))
    found = reduce(both, by_cp_sat(compact.mip, Task(20, lambda: False)))
    assert found.values is not None
    sessions = sessions_of(compact, found.values)
    assert sorted(placed.people for placed in sessions) == [(0, 1), (2,)]
    assert len({placed.start for placed in sessions}) == 1
    assert {placed.room for placed in sessions} == {0, 1}
    assert keeps_rules(timetable, sessions)


def test_columns_say_the_same_as_the_sessions_they_were_read_from() -> None:
    of = problem(EVERYBODY, apart=(("u1", "u2"),))
    compact = compact_of(whole_at(build_timetable(of)))
    *_, found = (one for one in by_cp_sat(compact.mip, Task(20, lambda: False)) if one.values)
    assert found.values is not None
    sessions = sessions_of(compact, found.values)
    again = values_of(compact, sessions)
    hinted = [again.get(column, 0) for column in range(len(compact.mip.cost))]
    assert compact.mip.worth(hinted) == compact.mip.worth(found.values)
    for row in compact.mip.rows:
        total = sum(f * hinted[c] for c, f in zip(row.columns, row.factors, strict=True))
        assert row.low <= total <= row.high


def test_a_floating_bound_is_never_more_than_it_proves() -> None:
    assert safe_bound(2_871_600.0, 100) == 2_871_600  # every plan costs whole kroner
    assert safe_bound(2_871_600.0, 1) == 2_871_598
    assert safe_bound(2_871_499.0, 100) == 2_871_500
    assert safe_bound(float("-inf"), 1) is None


def test_the_measure_counts_seats_not_people() -> None:
    crowd = tuple(replace(PEOPLE[0], id=f"c{n}") for n in range(3000))
    needs = tuple((person.id, "m1") for person in crowd)
    assert small_enough(build_timetable(problem(needs, people=crowd)))
    alone = tuple(
        replace(person, busy=(busy(4, "09:00", f"10:{n % 60:02}"),), hourly_value_oere=60_000 + n)
        for n, person in enumerate(crowd)
    )
    assert not small_enough(build_timetable(problem(needs, people=alone)))
