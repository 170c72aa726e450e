from dataclasses import replace
from fractions import Fraction

import pytest
from tests.planner.small import MODULE, breaches, busy, problem, session, with_busy

from samskab.common.busy import BusyKind
from samskab.planner.model.programme import Rules

NEEDS = [("p1", "m1"), ("p1", "m2")]
MODULES = [MODULE, replace(MODULE, id="m2")]
PEOPLE = with_busy(1, busy(4, "09:00", "10:00"), busy(5, "13:00", "14:00", BusyKind.TENTATIVE))


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (Fraction(3, 2), set()),  # one hour and half of a tentative one
        (Fraction(149, 100), {"displaced_hours:person"}),
        (None, set()),
    ],
)
def test_displaced_hours_over_two_sessions(most: Fraction | None, expected: set[str]) -> None:
    rules = Rules(max_displaced_hours=most)
    limited = problem(NEEDS, modules=MODULES, people=PEOPLE, rules=rules)
    held = (session("s1", 4), session("s2", 5, part="pm", module="m2"))
    assert breaches(limited, *held) == expected
