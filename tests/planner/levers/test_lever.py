"""Each lever changes one fact of a problem, and leaves the problem itself as it was."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from tests.planner.small import FACILITATOR, MODULE, PEOPLE, ROOM, at, busy, problem

from samskab.planner.levers.lever import (
    FacilitatorDay,
    FacilitatorWeek,
    FreedFromPair,
    GroupSeat,
    Lever,
    LongerByAWeek,
    Meeting,
    RoomSeat,
    Shorter,
    UnitLimit,
)
from samskab.planner.model.problem import Party
from samskab.planner.model.programme import Rules
from samskab.planner.timetable import build_timetable

COUNCIL, OTHER = busy(4, "09:00", "11:00"), busy(4, "14:00", "15:00")
TEACHES = (busy(4, "08:00", "09:00"), busy(5, "07:00", "17:00"), busy(7, "08:00", "09:00"))
WHOLE = problem(
    modules=(replace(MODULE, half_days=2), replace(MODULE, id="m2", half_days=4)),
    rules=Rules(max_away_per_unit=1),
    people=(
        replace(PEOPLE[0], busy=(COUNCIL, OTHER)),
        replace(PEOPLE[1], busy=(COUNCIL,)),
        replace(PEOPLE[2], busy=(OTHER,)),
    ),
    facilitators=(
        replace(FACILITATOR, busy=TEACHES, max_days_per_week=2),
        replace(FACILITATOR, id="f2", max_days_per_week=2),
    ),
    rooms=(ROOM, replace(ROOM, id="r2")),
    parties=(Party("a", ("p1", "p2")), Party("b", ("p1", "p2", "p3"))),
)


def changes(one: object, other: object, path: str = "") -> set[str]:
    """The paths of all fields and elements that differ."""
    if is_dataclass(one) and type(one) is type(other):
        return set().union(
            *(
                changes(getattr(one, item.name), getattr(other, item.name), f"{path}.{item.name}")
                for item in fields(one)
            )
        )
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return set().union(*(changes(a, b, f"{path}[{n}]") for n, (a, b) in pairs))
    return set() if one == other else {path}


@pytest.mark.parametrize(
    ("lever", "changed"),
    [
        (
            FacilitatorDay("f1", date(2027, 1, 5), at(5, "08:30"), at(5, "16:00")),
            "facilitators[0].busy",
        ),
        (FacilitatorWeek("f2"), "facilitators[1].max_days_per_week"),
        (GroupSeat("m1"), "programme.modules[0].group_max"),
        (RoomSeat("r2"), "rooms[1].capacity"),
        (UnitLimit("u1"), "programme.rules.more_away"),
        (Meeting(COUNCIL, ("p2",)), "people[1].busy"),
        (LongerByAWeek(), "programme.last_day"),
        (Shorter("m2"), "programme.modules[1].half_days"),
        (FreedFromPair("b", "p2"), "parties[1].people"),
        (FreedFromPair("a", "p1"), "parties"),
    ],
)
def test_a_lever_when_pulled_changes_one_fact(lever: Lever, changed: str) -> None:
    assert changes(WHOLE, lever.of(WHOLE)) == {f".{changed}"}


def test_a_lever_when_pulled_changes_it_by_one() -> None:
    freed = FacilitatorDay("f1", date(2027, 1, 5), at(5, "08:30"), at(5, "16:00")).of(WHOLE)
    assert freed.facilitators[0].busy == (
        TEACHES[0],
        busy(5, "07:00", "08:30"),
        busy(5, "16:00", "17:00"),
        TEACHES[2],
    )
    assert FacilitatorWeek("f2").of(WHOLE).facilitators[1].max_days_per_week == 3
    assert GroupSeat("m1").of(WHOLE).programme.modules[0].group_max == 4
    assert RoomSeat("r2").of(WHOLE).rooms[1].capacity == 11
    moved = Meeting(COUNCIL, ("p1", "p2")).of(WHOLE)
    assert [person.busy for person in moved.people] == [(OTHER,), (), (OTHER,)]
    assert LongerByAWeek().of(WHOLE).programme.last_day == date(2027, 1, 22)
    assert [one.half_days for one in Shorter("m2").of(WHOLE).programme.modules] == [2, 2]
    assert FreedFromPair("b", "p2").of(WHOLE).parties[1].people == ("p1", "p3")
    assert FreedFromPair("a", "p2").of(WHOLE).parties == (WHOLE.parties[1],)


def test_a_units_limit_when_raised_is_that_units_alone() -> None:
    twice = UnitLimit("u1").of(UnitLimit("u1").of(WHOLE))
    assert build_timetable(WHOLE).away_limit.tolist() == [1, 1]
    assert build_timetable(twice).away_limit.tolist() == [3, 1]
