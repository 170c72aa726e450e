"""A linear mixed model as small independent blocks of rows, padded to one size.

y = X beta + sum_k Z_k u_k + e,   V = Var(y) = sum_r theta_r G_r,

linear in its parameters theta: a variance or covariance of random effects each, and the
residual variance last (G_last = I).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RandomTerm:
    """Random effects of one grouping, such as (1 + days | subject).

    Attributes:
        name: names the grouping in results.
        group: (n,) the group of each row, any integers.
        Z: (n, q) the columns that carry the q correlated effects of a group.
    """

    name: str
    group: Integers
    Z: Floats


@dataclass(frozen=True, slots=True)
class Parameter:
    """One entry of theta: a random effect's variance (row == column) or a covariance."""

    term: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Spare:
    """What the rows' own sums leave out when they stand for means of several observations.

    Attributes:
        degrees: observations less rows.
        squares: the sum of squares of the observations about their row's mean.
    """

    degrees: int = 0
    squares: float = 0.0


NO_SPARE = Spare()


@dataclass(frozen=True, slots=True)
class MixedModel:
    """B blocks of at most m rows, p columns, R - 1 random parameters.

    Attributes:
        X: (B, m, p), zero where a block has fewer rows.
        y: (B, m), zero there too.
        G: (B, R, m, m) the derivatives of V by each parameter, the residual's last.
        padding: (B, m) 1 where a block has no row, else 0.
        parameters: the R - 1 random ones, in the order of G.
        terms: names of the random terms.
        scales: the factor of each term's columns of Z that G was divided by.
        rows: n, the rows that are not padding.
        spare: the within-row part of the likelihood.
    """

    X: Floats
    y: Floats
    G: Floats
    padding: Floats
    parameters: tuple[Parameter, ...]
    terms: tuple[str, ...]
    scales: tuple[Floats, ...] = field(repr=False)
    rows: int
    spare: Spare

    @property
    def observations(self) -> int:
        """N, every observation behind the rows."""
        return self.rows + self.spare.degrees


def mixed_model(
    y: Floats, X: Floats, terms: Sequence[RandomTerm], spare: Spare = NO_SPARE
) -> MixedModel:
    """Split rows that share no random effect into blocks.

    Args:
        y: (n,) outcome.
        X: (n, p) fixed effects.
        terms: the random effects.
        spare: for rows that are scaled means, see `mean_rows`.

    Raises:
        InputError: X is not of full rank, or no degrees of freedom are left.
    """
    _check_rank(X, y.size + spare.degrees)
    place = _places(y.size, terms)
    block_count, width = place.max(axis=0) + 1
    padding = np.ones((block_count, width))
    padding[place[:, 0], place[:, 1]] = 0.0
    scales = tuple(np.sqrt(np.mean(term.Z**2, axis=0)) for term in terms)
    parameters, derivatives = _derivatives(terms, scales, place, padding)
    return MixedModel(
        X=_padded(X, place),
        y=_padded(y[:, None], place)[..., 0],
        G=np.stack(derivatives, axis=1),
        padding=padding,
        parameters=tuple(parameters),
        terms=tuple(term.name for term in terms),
        scales=scales,
        rows=y.size,
        spare=spare,
    )


def mean_rows(count: Integers, mean: Floats, X: Floats) -> tuple[Floats, Floats, Floats]:
    """Means of `count` observations as rows of residual variance sigma^2, with X and weights.

    A rotation within a cell turns its n observations into sqrt(n) times their mean and n - 1
    contrasts that hold sigma^2 alone: the likelihood stays exact.
    """
    weight = np.sqrt(count.astype(np.float64))
    return weight * mean, weight[:, None] * X, weight


def _check_rank(X: Floats, observations: int) -> None:
    faults = []
    if np.linalg.matrix_rank(X / np.maximum(np.abs(X).max(axis=0), 1e-300)) < X.shape[1]:
        faults.append(Fault(EffectCode.NOT_ESTIMABLE))
    if observations <= X.shape[1]:
        faults.append(
            Fault(
                EffectCode.TOO_FEW_OBSERVATIONS,
                {"observations": observations, "coefficients": X.shape[1]},
            )
        )
    if faults:
        raise InputError(faults)


def _places(n: int, terms: Sequence[RandomTerm]) -> Integers:
    """(n, 2): each row's block and its place in it."""
    rows, nodes, first = [], [], n
    for term in terms:
        _, group = np.unique(term.group, return_inverse=True)
        rows.append(np.arange(n))
        nodes.append(first + group)
        first += int(group.max()) + 1
    if not terms:
        return np.column_stack([np.arange(n), np.zeros(n, dtype=np.int64)])
    row, node = np.concatenate(rows), np.concatenate(nodes)
    graph = coo_array((np.ones(row.size), (row, node)), shape=(first, first))
    block = np.unique(connected_components(graph, directed=False)[1][:n], return_inverse=True)[1]
    order = np.argsort(block, kind="stable")
    starts = np.searchsorted(block[order], np.arange(block.max() + 1))
    within = np.empty(n, dtype=np.int64)
    within[order] = np.arange(n) - starts[block[order]]
    return np.column_stack([block, within])


def _padded(values: Floats, place: Integers) -> Floats:
    block_count, width = place.max(axis=0) + 1
    padded = np.zeros((block_count, width, values.shape[1]))
    padded[place[:, 0], place[:, 1]] = values
    return padded


def _derivatives(
    terms: Sequence[RandomTerm], scales: Sequence[Floats], place: Integers, padding: Floats
) -> tuple[list[Parameter], list[Floats]]:
    parameters, derivatives = [], []
    for k, (term, scale) in enumerate(zip(terms, scales, strict=True)):
        Z = _padded(term.Z / scale, place)
        label = _padded(term.group[:, None].astype(np.float64), place)[..., 0]
        shared = (label[:, :, None] == label[:, None, :]).astype(np.float64)
        q = Z.shape[-1]
        for a in range(q):
            parameters.append(Parameter(k, a, a))
            derivatives.append(shared * Z[:, :, None, a] * Z[:, None, :, a])
        for a, b in combinations(range(q), 2):
            cross = Z[:, :, None, a] * Z[:, None, :, b]
            parameters.append(Parameter(k, a, b))
            derivatives.append(shared * (cross + cross.transpose(0, 2, 1)))
    derivatives.append((1.0 - padding)[:, :, None] * np.eye(padding.shape[1]))
    return parameters, derivatives
