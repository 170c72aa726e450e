from dataclasses import replace
from fractions import Fraction

import pytest
from tests.planner.small import FACILITATOR, MODULE, PEOPLE, ROOM, breaches, problem, session

from samskab.planner.model.programme import Format, Rules

UNIT_OF_THREE = tuple(replace(person, unit="u1") for person in PEOPLE)
NEEDS = [("p1", "m1"), ("p2", "m1")]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (None, set()),
        (2, set()),
        (1, {"away_per_unit:unit"}),
        (Fraction(1, 2), set()),  # 1.5 of 3, rounded up
        (Fraction(1, 3), {"away_per_unit:unit"}),  # 1 of 3
        (Fraction(2, 3), set()),
    ],
)
def test_two_of_three_away(most: int | Fraction | None, expected: set[str]) -> None:
    unit = problem(NEEDS, people=UNIT_OF_THREE, rules=Rules(max_away_per_unit=most))
    assert breaches(unit, session("s1", 4, ["p1", "p2"])) == expected


def test_people_away_when_they_are_of_different_units() -> None:
    units = problem([("p1", "m1"), ("p3", "m1")], rules=Rules(max_away_per_unit=1))
    assert breaches(units, session("s1", 4, ["p1", "p3"])) == set()


def test_people_away_when_one_is_in_a_room_and_one_online() -> None:
    online = replace(MODULE, id="m2", format=Format.ONLINE, facilitators=0)
    both = problem(
        [("p1", "m1"), ("p2", "m2")], modules=[MODULE, online], rules=Rules(max_away_per_unit=1)
    )
    in_room = session("s1", 4)
    at_screen = session("s2", 4, ["p2"], module="m2", room=None, facilitators=())
    assert breaches(both, in_room, at_screen) == {"away_per_unit:unit"}
    later = session("s2", 4, ["p2"], part="pm", module="m2", room=None, facilitators=())
    assert breaches(both, in_room, later) == set()


def test_people_away_when_in_two_sessions() -> None:
    two = problem(
        NEEDS,
        rules=Rules(max_away_per_unit=1),
        facilitators=(FACILITATOR, replace(FACILITATOR, id="f2")),
        rooms=(ROOM, replace(ROOM, id="r2")),
    )
    other = session("s2", 4, ["p2"], facilitators=("f2",), room="r2")
    assert breaches(two, session("s1", 4), other) == {"away_per_unit:unit"}
