"""Estimating equations against their matrices written out."""

import numpy as np
import pytest
from tests.evidence.effect.wedge_data import Truth, wedge

from samskab.common.errors import InputError
from samskab.evidence.effect.gee import Link, fit_marginal, marginal_effect
from samskab.evidence.effect.outcomes import outcomes


def test_errors_when_the_matrices_are_written_out() -> None:
    data = wedge(np.random.default_rng(9), np.repeat([1, 2, 3], 3), 4, 6, Truth(0.5, 0.8, 0.0))
    X = np.column_stack([data.period[:, None] == np.unique(data.period), data.treated])
    fit = fit_marginal(data.y, X.astype(float), data.cluster, Link.IDENTITY)
    A, blocks = np.zeros((5, 5)), []
    for i in np.unique(data.cluster):
        rows = data.cluster == i
        n = int(rows.sum())
        Vi = np.linalg.inv(np.full((n, n), fit.alpha) + (1 - fit.alpha) * np.eye(n))
        Xi = X[rows].astype(float)
        A += Xi.T @ Vi @ Xi
        blocks.append((Xi, Vi, data.y[rows] - Xi @ fit.beta))
    bread = np.linalg.inv(A)
    robust, reduced = np.zeros((5, 5)), np.zeros((5, 5))
    for Xi, Vi, r in blocks:
        score = Xi.T @ Vi @ r
        H = Xi @ bread @ Xi.T @ Vi
        mended = Xi.T @ Vi @ np.linalg.solve(np.eye(r.size) - H, r)
        robust += np.outer(score, score)
        reduced += np.outer(mended, mended)
    assert fit.robust == pytest.approx(bread @ robust @ bread, rel=1e-6, abs=1e-10)
    assert fit.bias_reduced == pytest.approx(bread @ reduced @ bread, rel=1e-6, abs=1e-10)


def test_effect_when_the_error_is_reduced_for_few_clusters() -> None:
    data = wedge(np.random.default_rng(9), np.repeat([1, 2, 3], 2), 4, 8, Truth(0.5))
    found = marginal_effect(data)
    assert found.bias_reduced.se > found.robust.se
    assert found.bias_reduced.df == 4
    assert found.randomised


def test_effect_when_each_wave_has_one_cluster() -> None:
    data = wedge(np.random.default_rng(9), np.array([1, 2, 3]), 4, 8, Truth(0.5))
    with pytest.raises(InputError, match="effect_one_cluster_per_wave"):
        marginal_effect(data)


def test_effect_when_a_logit_is_asked_of_numbers() -> None:
    rows = outcomes(
        list("aabbccdd"), [1, 2] * 4, [0, 1, 0, 1, 0, 0, 0, 0], [1, 2, 3, 1, 0, 1, 2, 0]
    )
    with pytest.raises(InputError, match="effect_outcome_not_binary"):
        marginal_effect(rows, Link.LOGIT)
