"""Chance beside promise: twelve units whose calendars close a third of the waves."""

from collections.abc import Iterator

import numpy as np
import pytest
from tests.evidence.effect.permutation.wedges import Wedge, twelve_units_with_closed_waves

from samskab.evidence.effect.permutation.effect_shape import EffectShape
from samskab.evidence.effect.permutation.randomisation_test import (
    PermutationResult,
    Question,
    permutation_test,
)

LEVEL, TRUTH = 0.05, 0.3
SHAPES = [EffectShape(by_exposure=False), EffectShape()]


def studies(
    wedge: Wedge, question: Question, runs: int, effect: float
) -> Iterator[PermutationResult]:
    random = np.random.default_rng(20261125)
    for _ in range(runs):
        row = int(random.integers(len(wedge.allocations)))
        outcome = wedge.means(wedge.outcome(row, effect, random))
        yield permutation_test(outcome, wedge.reference(row), question)


def within_monte_carlo_error(count: int, runs: int, share: float) -> bool:
    """Three standard errors: once in 370 true runs it would fail, and the seed is fixed."""
    return bool(abs(count / runs - share) <= 3 * np.sqrt(share * (1 - share) / runs))


def check(shape: EffectShape, runs: int) -> None:
    wedge, question = twelve_units_with_closed_waves(), Question(shape, level=LEVEL)
    rejected = sum(found.p_value <= LEVEL for found in studies(wedge, question, runs, 0.0))
    covered = sum(f.low <= TRUTH <= f.high for f in studies(wedge, question, runs, TRUTH))
    print(f"{shape}: rejected {rejected / runs:.4f}, covered {covered / runs:.4f} of {runs}")  # noqa: T201 (the bench's figure)
    assert within_monte_carlo_error(rejected, runs, LEVEL)
    assert within_monte_carlo_error(covered, runs, 1 - LEVEL)


@pytest.mark.parametrize("shape", SHAPES, ids=["constant", "by exposure"])
def test_permutation_test_when_many_studies_are_simulated_keeps_its_level(
    shape: EffectShape,
) -> None:
    check(shape, 400)


@pytest.mark.bench
@pytest.mark.parametrize("shape", SHAPES, ids=["constant", "by exposure"])
def test_permutation_test_when_very_many_studies_are_simulated_keeps_its_level(
    shape: EffectShape,
) -> None:
    check(shape, 5000)
