"""Who can start when, against every plan of tiny problems, and where the answer is plain."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.small import (
    FACILITATOR,
    MODULE,
    PEOPLE,
    PROGRAMME,
    ROOM,
    busy,
    problem,
    with_busy,
)
from tests.planner.strategies import tiny_problem

from samskab.common.busy import BusyKind
from samskab.planner.model.problem import Party, Problem, Window
from samskab.planner.model.programme import Rules
from samskab.planner.starts.answer import Limits, Seated, Spell, Start, Verdict
from samskab.planner.starts.starts import seated_together, starts_of
from samskab.planner.timetable import build_timetable

UNSERVED = 10**9
SEEDS = range(160)
FIRST_WEEK = Spell(date(2027, 1, 4), date(2027, 1, 8))
NEEDS = (("p1", "m1"), ("p2", "m1"), ("p3", "m1"))


def free_of_charge(whole: Problem, unit: str, spell: Spell) -> Problem:
    """Only the first module of one unit, of which displacement and travel alone cost anything."""
    module = replace(whole.programme.modules[0], group_min=1, materials_oere=0)
    prices = replace(whole.programme.prices, unserved_oere=UNSERVED, unfair_oere=0)
    rules = replace(whole.programme.rules, keep_together=())
    programme = replace(whole.programme, modules=(module,), prices=prices, rules=rules)
    people = {person.id for person in whole.people if person.unit == unit}
    window = Window(unit, module.id, spell.first_day, spell.last_day)
    return replace(
        whole,
        programme=programme,
        needs=tuple(n for n in whole.needs if n.module == module.id and n.person in people),
        facilitators=tuple(
            replace(one, fee_per_half_day_oere=0, modules=one.modules & {module.id})
            for one in whole.facilitators
        ),
        rooms=tuple(replace(room, price_per_half_day_oere=0) for room in whole.rooms),
        parties=tuple(
            replace(party, people=kept)
            for party in whole.parties
            if len(kept := tuple(p for p in party.people if p in people)) > 1
        ),
        windows=(
            *(w for w in whole.windows if w.module == module.id and w.who in {unit, *people}),
            window,
        ),
    )


def test_starts_when_problems_are_tiny_are_those_of_brute_force() -> None:
    tried = {Verdict.CAN: 0, Verdict.CANNOT: 0}
    for seed in SEEDS:
        whole = tiny_problem(Random(seed))
        programme = whole.programme
        spell = Spell(programme.first_day, programme.last_day - timedelta(days=seed % 3))
        for unit in ("u1", "u2"):
            one = free_of_charge(whole, unit, spell)
            if not one.needs:
                continue
            with suppress(TooManyPlansError):
                oere, plan = optimum(one)
                found = starts_of(build_timetable(one), "m1", [spell])[unit]
                want = Start(Verdict.CANNOT) if plan.unserved else Start(Verdict.CAN, oere)
                assert found == (want,), (seed, unit)
                tried[want.verdict] += 1
    assert min(tried.values()) > 60


def test_start_when_a_leader_is_on_leave_all_wave_cannot_be() -> None:
    away = with_busy(1, busy(4, "00:00", "23:59", BusyKind.HARD))
    timetable = build_timetable(problem(NEEDS, people=away))
    day = Spell(date(2027, 1, 4), date(2027, 1, 4))
    found = starts_of(timetable, "m1", [day, FIRST_WEEK])
    assert [start.verdict for start in found["u1"]] == [Verdict.CANNOT, Verdict.CAN]
    assert [start.verdict for start in found["u2"]] == [Verdict.CAN, Verdict.CAN]


def test_start_when_meetings_fill_the_wave_costs_the_cheapest_of_them() -> None:
    hours = [busy(day, "08:30", "10:30") for day in (4, 5, 7, 8)]
    late = [busy(day, "12:30", "13:30") for day in (4, 5, 7, 8)]
    spans = sorted([*hours, *late], key=lambda one: one.start)
    timetable = build_timetable(problem(NEEDS, people=with_busy(3, *spans)))
    assert starts_of(timetable, "m1", [FIRST_WEEK])["u2"] == (Start(Verdict.CAN, 60_000),)


def test_start_when_all_of_a_unit_may_not_be_away_needs_days_enough() -> None:
    timetable = build_timetable(problem(NEEDS, rules=Rules(max_away_per_unit=1)))
    morning_and_afternoon = Spell(date(2027, 1, 4), date(2027, 1, 4))
    assert starts_of(timetable, "m1", [morning_and_afternoon])["u1"] == (Start(Verdict.CAN, 0),)
    whole_day = replace(MODULE, half_days=2)
    timetable = build_timetable(
        problem(NEEDS, modules=[whole_day], rules=Rules(max_away_per_unit=1))
    )
    assert starts_of(timetable, "m1", [morning_and_afternoon])["u1"] == (Start(Verdict.CANNOT),)


def test_start_when_a_module_must_follow_leaves_time_for_it() -> None:
    later = replace(MODULE, id="m2", after=("m1",), gap_days_min=8)
    timetable = build_timetable(problem(NEEDS, modules=[MODULE, later]))
    spells = [Spell(date(2027, 1, 7), date(2027, 1, 7)), Spell(date(2027, 1, 8), date(2027, 1, 8))]
    found = starts_of(timetable, "m1", spells)["u1"]
    assert [start.verdict for start in found] == [Verdict.CAN, Verdict.CANNOT]


@pytest.mark.parametrize(("capacity", "seated"), [(10, 3), (1, 2)])
def test_seated_when_a_wave_shares_one_room_counts_its_seats(capacity: int, seated: int) -> None:
    room = replace(ROOM, capacity=capacity)
    timetable = build_timetable(problem(NEEDS, rooms=(room,)))
    day = Spell(date(2027, 1, 4), date(2027, 1, 4))
    assert seated_together(timetable, "m1", ["u1", "u2"], day) == Seated(3, seated, proven=True)


def test_seated_when_the_wave_is_below_group_min_seats_nobody() -> None:
    timetable = build_timetable(problem(NEEDS, modules=[replace(MODULE, group_min=3)]))
    assert seated_together(timetable, "m1", ["u1"], FIRST_WEEK) == Seated(2, 0, proven=True)
    assert seated_together(timetable, "m1", ["u1", "u2"], FIRST_WEEK).seated == len(PEOPLE)


def test_start_when_a_partner_of_another_unit_is_away_cannot_be() -> None:
    away = with_busy(3, busy(4, "00:00", "23:59", BusyKind.HARD))
    pair = Party("pair", ("p1", "p3"))
    timetable = build_timetable(problem(NEEDS, people=away, parties=(pair,)))
    day = Spell(date(2027, 1, 4), date(2027, 1, 4))
    found = starts_of(timetable, "m1", [day, FIRST_WEEK])
    assert [start.verdict for start in found["u1"]] == [Verdict.CANNOT, Verdict.CAN]


def test_start_when_no_effort_is_given_is_not_known() -> None:
    timetable = build_timetable(problem(NEEDS, rules=Rules(max_away_per_unit=1)))
    found = starts_of(timetable, "m1", [FIRST_WEEK], Limits(effort=0.0))
    assert found["u1"] == (Start(Verdict.UNKNOWN),)


def test_start_when_the_days_hold_no_session_cannot_be() -> None:
    timetable = build_timetable(problem(NEEDS))
    weekend = Spell(date(2027, 1, 9), date(2027, 1, 10))
    assert starts_of(timetable, "m1", [weekend])["u1"] == (Start(Verdict.CANNOT),)


@pytest.mark.parametrize(
    ("rooms", "facilitators", "parallel", "verdict"),
    [
        (2, 2, None, Verdict.CAN),
        (1, 2, None, Verdict.CANNOT),
        (2, 1, None, Verdict.CANNOT),
        (2, 2, 1, Verdict.CANNOT),
    ],
)
def test_start_when_days_overlap_uses_nobody_and_nothing_twice(
    rooms: int, facilitators: int, parallel: int | None, verdict: Verdict
) -> None:
    """Two who must not meet, on one of two dates that share a day."""
    open_week = replace(PROGRAMME, closed={}, modules=(replace(MODULE, half_days=4),))
    whole = replace(
        problem(NEEDS),
        programme=replace(open_week, rules=Rules(parallel_sessions=parallel)),
        apart=(("p1", "p2"),),
        rooms=tuple(replace(ROOM, id=f"r{n}") for n in range(rooms)),
        facilitators=tuple(replace(FACILITATOR, id=f"f{n}") for n in range(facilitators)),
    )
    three_days = Spell(date(2027, 1, 4), date(2027, 1, 6))
    found = starts_of(build_timetable(whole), "m1", [three_days])["u1"]
    assert [start.verdict for start in found] == [verdict]
