"""Balance beside a plain loop, and beside the two-arm score of Li et al."""

import numpy as np
import pytest
from tests.evidence.rollout.plain import counted, named, small_rollout

from samskab.common.errors import InputError
from samskab.evidence.rollout.balance import balance_scores, mean_differences
from samskab.evidence.rollout.model import Covariate, Rollout, exact_sizes
from samskab.evidence.rollout.ranks import every_allocation


def test_score_when_there_are_two_arms_is_the_weighted_squared_difference_of_means() -> None:
    x = np.array([[3.0, 10.0], [5.0, 14.0], [4.0, 11.0], [9.0, 30.0]])
    covariates = (Covariate("a", x[:, 0], 1.5), Covariate("b", x[:, 1], 0.5))
    rollout = exact_sizes(
        named("u", 4), ("early", "late"), np.ones((4, 2)), (2, 2), covariates=covariates
    )
    first, rest = x[[0, 3]].mean(axis=0), x[[1, 2]].mean(axis=0)
    expected = ((first - rest) ** 2 / x.var(axis=0, ddof=1)) @ [1.5, 0.5]
    assert balance_scores(rollout, np.array([[0, 1, 1, 0]])) == pytest.approx([expected])


def test_differences_when_units_start_in_steps_compare_started_with_waiting() -> None:
    rollout = small_rollout()
    allocations = every_allocation(counted(rollout))
    differences = mean_differences(rollout, allocations)
    for row, waves in enumerate(allocations):
        for step in range(2):
            for k, covariate in enumerate(rollout.covariates):
                started = covariate.values[waves <= step].mean()
                waiting = covariate.values[waves > step].mean()
                expected = (started - waiting) / covariate.values.std(ddof=1)
                assert differences[row, step, k] == pytest.approx(expected)


def test_score_when_a_step_has_nobody_to_compare_leaves_it_out() -> None:
    two = (Covariate("a", np.array([1.0, 2.0, 4.0])),)
    loose = Rollout(
        named("u", 3), named("w", 3), np.ones((3, 3), bool), (0,) * 3, (3,) * 3, (), two
    )
    late = balance_scores(loose, np.array([[1, 2, 2]]))
    d = (1.0 - 3.0) / np.std([1.0, 2.0, 4.0], ddof=1)
    assert late == pytest.approx([d**2])
    assert balance_scores(loose, np.array([[2, 2, 2]])) == pytest.approx([0.0])


def test_balance_when_there_are_no_covariates_is_refused() -> None:
    rollout = exact_sizes(named("u", 2), named("w", 2), np.ones((2, 2)), (1, 1))
    with pytest.raises(InputError) as refusal:
        balance_scores(rollout, np.array([[0, 1]]))
    assert refusal.value.faults[0].code == "rollout_no_covariates"
