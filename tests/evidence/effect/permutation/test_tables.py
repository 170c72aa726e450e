"""Looked-up least squares beside whole matrices."""

import numpy as np
import pytest
from scipy.linalg import block_diag
from tests.evidence.effect.permutation.wedges import six_units_all_listed

from samskab.common.errors import InputError
from samskab.evidence.effect.permutation.effect_shape import EffectShape, effect_columns
from samskab.evidence.effect.permutation.tables import fits_of, tables_of
from samskab.evidence.effect.permutation.working_covariance import (
    WorkingCovariance,
    covariance_of_means,
)

SHAPES = [EffectShape(by_exposure=False), EffectShape(), EffectShape(longest=2)]


@pytest.mark.parametrize("shape", SHAPES, ids=["constant", "by exposure", "at most two"])
def test_fits_when_all_is_written_out_are_the_same(shape: EffectShape) -> None:
    wedge = six_units_all_listed()
    random = np.random.default_rng(4)
    people = random.integers(5, 40, (6, 4)).astype(np.float64)
    outcomes = random.normal(size=(2, 6, 4))
    covariance = covariance_of_means(WorkingCovariance(0.1, 0.6), people)
    columns = effect_columns(shape, wedge.starts, 4)
    fits = fits_of(tables_of(outcomes, covariance, columns), wedge.allocations)
    inverse = np.linalg.inv(block_diag(*covariance))
    for row, waves in enumerate(wedge.allocations):
        design = np.hstack([np.tile(np.eye(4), (6, 1)), columns[waves].reshape(24, -1)])
        variance = np.linalg.inv(design.T @ inverse @ design)
        theta = (variance @ design.T @ inverse @ outcomes.reshape(2, 24).T)[4:]
        assert fits.estimate[row] == pytest.approx(theta.mean(axis=0))
        assert fits.standard_error[row] == pytest.approx(np.sqrt(variance[4:, 4:].mean()))


def test_covariance_when_people_are_few_is_larger() -> None:
    covariance = covariance_of_means(WorkingCovariance(0.1, 0.6), np.array([[10.0, 5.0]]))
    assert covariance[0] == pytest.approx(np.array([[0.1 + 0.9 / 10, 0.06], [0.06, 0.1 + 0.9 / 5]]))


@pytest.mark.parametrize(
    ("working", "codes"),
    [
        (WorkingCovariance(icc=1.0), ["permutation_icc"]),
        (WorkingCovariance(icc=-0.1, cac=1.2), ["permutation_icc", "permutation_cac"]),
        (WorkingCovariance(icc=float("nan")), ["permutation_icc"]),
    ],
)
def test_covariance_when_correlations_are_impossible_is_refused(
    working: WorkingCovariance, codes: list[str]
) -> None:
    with pytest.raises(InputError) as refusal:
        covariance_of_means(working, np.ones((2, 2)))
    assert [fault.code for fault in refusal.value.faults] == codes


def test_fits_when_all_start_at_once_cannot_tell_effect_from_time() -> None:
    columns = effect_columns(EffectShape(by_exposure=False), (1, 3), 3)
    tables = tables_of(np.ones((1, 2, 3)), np.stack([np.eye(3)] * 2), columns)
    for together in ([[0, 0]], [[1, 1]], [[0, 1], [0, 0]]):
        with pytest.raises(InputError) as refusal:
            fits_of(tables, np.array(together))
        assert refusal.value.faults[0].code == "permutation_not_identified"
