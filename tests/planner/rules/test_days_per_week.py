from dataclasses import replace

import pytest
from tests.planner.small import MODULE, at, breaches, problem, session

from samskab.planner.model.programme import Module, Rules

MODULES = [replace(MODULE, id=f"m{number}") for number in (1, 2, 3)]
NEEDS = [("p1", module.id) for module in MODULES]


def on(*days: int, most: int = 2, parts: str = "am am am") -> set[str]:
    held = [
        session(f"s{number}", day, module=f"m{number}", part=part)
        for number, (day, part) in enumerate(zip(days, parts.split(), strict=True), start=1)
    ]
    return breaches(problem(NEEDS, modules=MODULES, rules=Rules(max_days_per_week=most)), *held)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((4, 5, 7), {"days_per_week:person"}),
        ((4, 8, 11), set()),  # Monday is the eighth day, of the next seven
        ((5, 8, 11), {"days_per_week:person"}),  # across the week-end
        ((4, 11, 15), set()),
    ],
)
def test_three_days_when_two_a_week_are_allowed(days: tuple[int, ...], expected: set[str]) -> None:
    assert on(*days) == expected


def test_two_sessions_when_they_are_on_one_day_are_one_day() -> None:
    assert on(4, 4, 5, parts="am pm am") == set()


def test_days_when_more_are_allowed() -> None:
    assert on(4, 5, 7, most=3) == set()


def test_a_session_of_two_days_when_one_a_week_is_allowed() -> None:
    long: Module = replace(MODULE, half_days=4)
    weekly = problem(modules=[long], rules=Rules(max_days_per_week=1))
    two_days = session("s1", 4, part="day", end=at(5, "16:00"))
    assert breaches(weekly, two_days) == {"days_per_week:person"}
