"""Generalised least squares on cell means, cluster by cluster."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import qr, solve_triangular

from samskab.common.errors import Fault
from samskab.evidence.power.arrays import FloatArray, IntArray
from samskab.evidence.power.checks import refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.covariance import cell_covariance
from samskab.evidence.power.outcome import Cells

ROUNDING = 1e-10  # of the largest singular value: below it, a direction is not in the design


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """The model of the mean.

    Attributes:
        time: (J, P); the columns for time.
        treatment: (I, J, K); the columns for treatment.
        persons: (I, J); people per cell, 0 where none is measured.
    """

    time: FloatArray
    treatment: FloatArray
    persons: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Whitened:
    """The model of the mean in cells whose errors have variance 1 and no correlation.

    Clusters that are alike in everything stand here once, weighted by their number.

    Attributes:
        design: (N, P+K); the columns as they are, time first.
        rows: (N, P+K); weighted and whitened: the information is rows' rows.
    """

    design: FloatArray
    rows: FloatArray

    @property
    def rank(self) -> int:
        """How many fixed effects the measured cells can tell."""
        return int(self._basis().shape[1])

    def variance(self, contrast: FloatArray) -> float:
        """The variance of the estimate of a contrast of the fixed effects.

        Whether it can be told is read from the pattern alone, never from a near-singular
        information; the variance comes from a QR factor, whose condition is the square root.

        Raises:
            InputError: the cells tell nothing of it, however many people are measured.
        """
        basis = self._basis()
        inside = basis.T @ contrast
        if np.linalg.norm(contrast - basis @ inside) > np.sqrt(ROUNDING):
            refuse([Fault(PowerCode.EFFECT_IS_TIME, {})])
        (triangle,) = qr(self.rows @ basis, mode="r")
        square = triangle[: basis.shape[1]]
        return float((solve_triangular(square, inside, trans="T") ** 2).sum())

    def _basis(self) -> FloatArray:
        """(P+K, rank): the directions of the fixed effects that the design holds."""
        _, sizes, directions = np.linalg.svd(self.design, full_matrices=False)
        kept: FloatArray = directions[sizes > ROUNDING * sizes.max()].T
        return kept


def whiten(means: Means, effects: RandomEffects, cells: Cells) -> Whitened:
    """Weigh each cluster's cells by the inverse root of their covariance.

    Raises:
        InputError: a covariance that nothing can have, or that leaves a mean without spread.
    """
    first, counts, _ = _alike(means, cells)
    designs, rows = [], []
    for cluster, count in zip(first, counts, strict=True):
        seen, design, white = _whitened(means, effects, cells, int(cluster))
        if seen.size:
            designs.append(design)
            rows.append(np.sqrt(count) * white)
    return Whitened(np.concatenate(designs), np.concatenate(rows))


def information_of_clusters(means: Means, effects: RandomEffects, cells: Cells) -> FloatArray:
    """(I, P+K, P+K): what each cluster tells of the fixed effects, time first.

    Raises:
        InputError: as `whiten`.
    """
    first, _, which = _alike(means, cells)
    white = [_whitened(means, effects, cells, int(cluster))[2] for cluster in first]
    told: FloatArray = np.array([rows.T @ rows for rows in white])[which]
    return told


def _alike(means: Means, cells: Cells) -> tuple[IntArray, IntArray, IntArray]:
    """One cluster of each kind, how many are like it, and the kind of each cluster."""
    clusters = means.treatment.shape[0]
    parts = (means.treatment.reshape(clusters, -1), means.persons)
    described = np.concatenate([*parts, cells.slope, cells.scale, cells.residual], axis=1)
    _, first, kind, counts = np.unique(
        described, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    return first, counts, kind.ravel()


def _whitened(
    means: Means, effects: RandomEffects, cells: Cells, cluster: int
) -> tuple[IntArray, FloatArray, FloatArray]:
    """Which of a cluster's cells are measured, their rows of the design, and those whitened."""
    seen = np.flatnonzero(means.persons[cluster] > 0)
    design = np.concatenate([means.time, means.treatment[cluster]], axis=1)[seen]
    if not seen.size:
        return seen, design, design
    root = _root(means, effects, cells, (cluster, seen))
    sloped = design * cells.slope[cluster, seen, None]
    return seen, design, solve_triangular(root, sloped, lower=True)


def _root(
    means: Means, effects: RandomEffects, cells: Cells, which: tuple[int, IntArray]
) -> FloatArray:
    """The Cholesky root of the covariance of a cluster's measured cells."""
    cluster, seen = which
    persons = np.where(means.persons[cluster] > 0, means.persons[cluster], 1.0)
    # Unmeasured periods stay in until here: decay counts the periods between, measured or not.
    whole = cell_covariance(effects, means.treatment[cluster], persons, cells.residual[cluster])
    scale = cells.scale[cluster, seen]
    covariance = whole[np.ix_(seen, seen)] * np.outer(scale, scale)
    lowest = float(np.linalg.eigvalsh(covariance).min())
    largest = float(np.abs(covariance).max())
    rounding = 4 * np.finfo(float).eps * largest * seen.size
    if lowest < -rounding:
        refuse([Fault(PowerCode.COVARIANCE_IMPOSSIBLE, {})])
    if lowest <= rounding:
        refuse([Fault(PowerCode.NO_SPREAD, {})])
    return np.asarray(np.linalg.cholesky(covariance), dtype=np.float64)
