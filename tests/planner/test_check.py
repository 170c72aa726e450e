"""A plan that keeps every rule, and what becomes of the verdict when one thing in it changes."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from tests.planner.small import (
    FACILITATOR,
    MODULE,
    PEOPLE,
    ROOM,
    at,
    busy,
    costed,
    plan,
    problem,
    session,
)

from samskab.common.busy import BusyKind
from samskab.planner.check import check
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Party, Window
from samskab.planner.model.programme import Rules

LATER = replace(MODULE, id="m2", title="Courage", after=("m1",), gap_days_min=2, group_max=2)
PROBLEM = problem(
    [("p1", "m1"), ("p2", "m1"), ("p3", "m1"), ("p1", "m2"), ("p2", "m2")],
    modules=[MODULE, LATER],
    people=(
        replace(PEOPLE[0], busy=(busy(5, "09:00", "10:00", BusyKind.HARD),)),
        replace(PEOPLE[1], busy=(busy(4, "08:00", "09:00"),)),
        PEOPLE[2],
    ),
    facilitators=(FACILITATOR, replace(FACILITATOR, id="f2", max_days_per_week=1)),
    rooms=(ROOM, replace(ROOM, id="r2", capacity=1)),
    parties=(Party("top", ("p1", "p2")),),
    apart=(("u1", "u2"),),
    windows=(Window("u2", "m1", not_before=date(2027, 1, 7)),),
    rules=Rules(
        max_away_per_unit=Fraction(1),
        keep_together=(("m1", "m2"),),
        parallel_sessions=1,
        max_displaced_hours=Fraction(1, 2),
    ),
)
FIRST = session("s1", 4, ["p1", "p2"])
OTHER = session("s2", 7, ["p3"], room="r2", facilitators=("f2",))
SECOND = session("s3", 8, ["p1", "p2"], module="m2")
GOOD = replace(costed(PROBLEM, plan(FIRST, OTHER, SECOND)), bound=100)

Change = Callable[[Plan], Plan]


def to(*sessions: Session, left_out: tuple[tuple[str, str], ...] = ()) -> Change:
    return lambda _: costed(PROBLEM, plan(*sessions, left_out=left_out))


def test_a_plan_when_it_keeps_every_rule() -> None:
    assert check(PROBLEM, GOOD) == ()


CHANGES: dict[str, tuple[Change, set[str]]] = {
    "a session starts late": (
        to(replace(FIRST, start=at(4, "09:00")), OTHER, SECOND),
        {"session_times"},
    ),
    "a session moves to where somebody is absent": (
        to(session("s1", 5, ["p1", "p2"]), OTHER, SECOND),
        {"hard_time"},
    ),
    "a session moves to where another is, a day before what comes after it": (
        to(session("s1", 7, ["p1", "p2"]), OTHER, SECOND),
        {"after", "parallel_sessions"},
    ),
    "a session moves out of a window": (
        to(FIRST, session("s2", 5, ["p3"], room="r2", facilitators=("f2",)), SECOND),
        {"windows"},
    ),
    "a session swaps rooms": (to(replace(FIRST, room="r2"), OTHER, SECOND), {"rooms"}),
    "a facilitator leads what takes a second day of the week": (
        to(FIRST, OTHER, replace(SECOND, facilitators=("f2",))),
        {"facilitators"},
    ),
    "a person is dropped": (
        to(replace(FIRST, people=("p1",)), OTHER, SECOND),
        {"needs_met", "together", "after", "keep_together"},
    ),
    "a person is left out": (
        to(FIRST, OTHER, replace(SECOND, people=("p1",)), left_out=(("p2", "m2"),)),
        {"together", "keep_together"},
    ),
    "a person is added": (
        to(FIRST, OTHER, replace(SECOND, people=("p1", "p2", "p3"))),
        {"needs_met", "apart", "group_size", "keep_together"},
    ),
    "two sessions become one": (
        to(replace(FIRST, people=("p1", "p2", "p3")), SECOND),
        {"apart", "windows"},
    ),
    "a session is dropped": (to(FIRST, OTHER), {"needs_met"}),
    "a cost is changed": (
        lambda good: replace(good, cost=replace(good.cost, travel=1)),
        {"claimed_cost"},
    ),
    "the bound is raised above the cost": (
        lambda good: replace(good, bound=good.cost.total + 1),
        {"claimed_cost"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_plan_when(change: str) -> None:
    changed, broken = CHANGES[change]
    assert {breach.rule for breach in check(PROBLEM, changed(GOOD))} == broken


def test_a_plan_when_it_names_the_unknown_is_judged_no_further() -> None:
    lost = replace(FIRST, people=("p1", "p9"), room=None)
    (breach,) = check(PROBLEM, plan(lost))
    assert (breach.rule, breach.values["id"]) == ("known_ids", "p9")


def test_a_plan_of_nothing_when_nothing_is_needed() -> None:
    assert check(problem([]), plan()) == ()


def test_the_checker_when_it_is_imported_does_not_load_the_solver() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import samskab.planner.check, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "samskab.planner.rules.after" in loaded
    solver = ("ortools", "samskab.planner.search", "samskab.planner.bound")
    assert [name for name in loaded if name.startswith(solver)] == []
