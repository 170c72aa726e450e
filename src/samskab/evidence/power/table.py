"""The power of many allocations by looking up what each cluster tells in each row of treatment.

The information on the fixed effects is a sum over clusters, sum_i X_i' V_i^-1 X_i, and a term
depends on the cluster and on its own row of treatment alone: also where V does, as with a random
treatment effect or a variance that follows the mean.
"""

import numpy as np

from samskab.evidence.power.arrays import BoolArray, FloatArray, IntArray
from samskab.evidence.power.design import Design
from samskab.evidence.power.least_squares import Means, information_of_clusters
from samskab.evidence.power.link_outcome import Mixed
from samskab.evidence.power.question import Question, freedom_of
from samskab.evidence.rollout.wave_sums import sums_over_waves

WELL_CONDITIONED = 1e-7
"""Smallest eigenvalue of the scaled information, above which its inverse is good to 1e-9."""


def powers_by_table(question: Question, treatments: FloatArray) -> FloatArray:
    """(A,) powers; NaN where the allocation has to be looked at by itself.

    That is so where it reaches fewer exposure times or levels than others, or where some fixed
    effect can hardly be told.

    Args:
        question: its own treatment is not used; its people per cell stay with the clusters.
        treatments: (A, I, J), one or more.

    Raises:
        InputError: as `precision_of`.
    """
    count, clusters, periods = treatments.shape
    rows, which = _distinct(treatments.reshape(-1, periods))
    waves = which.reshape(count, clusters)
    columns = question.estimand.columns(Design(rows, np.ones_like(rows)))
    weights, alike = _weights(question, columns, waves)
    powers = np.full(count, np.nan)
    if not alike.any():
        return powers
    variance, known = _variances(question, columns, (waves[alike], weights), null=False)
    variance_null = variance
    if isinstance(question.outcome, Mixed):
        variance_null, sure = _variances(question, columns, (waves[alike], weights), null=True)
        known &= sure
    effect = weights @ question.outcome.true_effects(columns.shape[2])
    df = freedom_of(question, question.trend.columns(periods).shape[1] + columns.shape[2])
    found = question.test.powers(effect, np.sqrt(variance), np.sqrt(variance_null), df)
    powers[alike] = np.where(known, found, np.nan)
    return powers


def _distinct(rows: FloatArray) -> tuple[FloatArray, IntArray]:
    """(W, J) rows that differ, and which of them each is: column by column, which sorts numbers."""
    which = np.zeros(len(rows), dtype=np.int64)
    for column in rows.T:
        states, state = np.unique(column, return_inverse=True)
        _, which = np.unique(which * len(states) + state, return_inverse=True)
    _, first = np.unique(which, return_index=True)
    return rows[first], which


def _weights(
    question: Question, columns: FloatArray, waves: IntArray
) -> tuple[FloatArray, BoolArray]:
    """(a, K) of the allocations that reach every column, and (A,) which those are."""
    observed = question.design.observed
    on = (columns[None] * observed[:, None, :, None]).sum(axis=2)
    reached = np.concatenate([*sums_over_waves(on, waves)]) > 0
    alike: BoolArray = np.asarray(reached.all(axis=1))
    given = [question.estimand.contrast(columns[row], observed) for row in waves[alike]]
    return np.array(given), alike


def _variances(
    question: Question, columns: FloatArray, asked: tuple[IntArray, FloatArray], *, null: bool
) -> tuple[FloatArray, BoolArray]:
    """(a,) of the estimates, and whether the information bears an inverse."""
    waves, weights = asked
    table = _information(question, columns, null=null)
    size = table.shape[-1]
    told = np.concatenate([*sums_over_waves(table.reshape(*table.shape[:2], -1), waves)])
    told = told.reshape(-1, size, size)
    scale = np.sqrt(np.einsum("app->ap", told))
    scale = np.where(scale > 0, scale, 1.0)
    scaled = told / (scale[:, :, None] * scale[:, None, :])
    known: BoolArray = np.asarray(np.linalg.eigvalsh(scaled)[:, 0] > WELL_CONDITIONED)
    scaled[~known] = np.eye(size)
    contrast = np.zeros((len(waves), size))
    contrast[:, size - weights.shape[1] :] = weights
    contrast /= scale
    solved = np.linalg.solve(scaled, contrast[:, :, None])[:, :, 0]
    return np.einsum("ap,ap->a", contrast, solved), known


def _information(question: Question, columns: FloatArray, *, null: bool) -> FloatArray:
    """(I, W, P+K, P+K): what each cluster would tell in each row of treatment."""
    persons = question.design.persons
    time = question.trend.columns(persons.shape[1])
    told = []
    for row in columns:
        everyone = np.broadcast_to(row, (len(persons), *row.shape))
        cells = question.outcome.cells(everyone, question.effects, null=null)
        means = Means(time, everyone, persons)
        told.append(information_of_clusters(means, question.effects, cells))
    return np.stack(told, axis=1)
