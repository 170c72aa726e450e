"""Against published values, and against the definition by mean differences."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab.planner.fairness.inequality import Spread, gini, spread, worst_tenth

INCOMES = (541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261)
AMOUNTS = st.lists(
    st.fractions(min_value=0, max_value=1000, max_denominator=60), min_size=1, max_size=25
)


def fractions(*numbers: int) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


@pytest.mark.parametrize(
    ("amounts", "published"),
    [
        (INCOMES, 0.4620911),  # R package ineq, example of its help page
        ((1, 3, 2, 1, 1, 1, 4), 0.3076923),  # R package phylotools, example of its help page
    ],
)
def test_gini_when_a_value_is_published(amounts: tuple[int, ...], published: float) -> None:
    assert round(float(gini(fractions(*amounts))), 7) == published


def test_gini_when_it_is_known_in_closed_form() -> None:
    for n in range(1, 30):
        assert gini(fractions(*range(1, n + 1))) == Fraction(n - 1, 3 * n)
        assert gini(fractions(*(n - 1) * [0], 7)) == Fraction(n - 1, n)
        assert gini(fractions(*n * [5])) == 0
        assert gini(fractions(*n * [0])) == 0


@given(AMOUNTS)
def test_gini_when_amounts_are_any_is_mean_difference_over_twice_the_mean(
    x: list[Fraction],
) -> None:
    mean_difference = sum((abs(a - b) for a, b in product(x, x)), Fraction(0)) / len(x) ** 2
    mean = sum(x, Fraction(0)) / len(x)
    assert gini(x) == (mean_difference / (2 * mean) if mean else 0)


@given(AMOUNTS)
def test_gini_when_amounts_are_any_is_the_area_above_the_lorenz_curve(x: list[Fraction]) -> None:
    amounts = np.sort(np.array([float(one) for one in x]))
    if amounts.sum():
        lorenz = np.insert(np.cumsum(amounts) / amounts.sum(), 0, 0.0)
        area = np.sum((lorenz[1:] + lorenz[:-1]) / 2) / len(x)
        assert float(gini(x)) == pytest.approx(1 - 2 * area, abs=1e-12)


@pytest.mark.parametrize(
    ("count", "mean"),
    [(1, 1), (9, 9), (10, 10), (11, Fraction(21, 2)), (20, Fraction(39, 2)), (21, 20)],
)
def test_worst_tenth_when_people_are_rounds_their_number_up(
    count: int, mean: Fraction | int
) -> None:
    assert worst_tenth(fractions(*range(count, 0, -1))) == mean


def test_spread_when_there_is_nobody_is_none() -> None:
    assert spread([]) is None


def test_spread_when_there_are_four() -> None:
    assert spread(fractions(0, 0, 1, 3)) == Spread(
        4, Fraction(1), Fraction(3), Fraction(3), Fraction(5, 8)
    )
