"""How far a unit is from the frontier along its own direction, and what slack is left there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samskab.evidence.efficiency.blocks import Blocks, solve_blocks
from samskab.evidence.efficiency.free_disposal import nearest_dominator
from samskab.evidence.efficiency.model import Returns
from samskab.evidence.efficiency.technology import Technology
from samskab.evidence.efficiency.units import Figures, Marks

ON_FRONTIER = 1e-6
"""Scores within it of 1 count as 1: HiGHS keeps its constraints to 1e-7 of the columns' size."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Where each of K units lands on the frontier of J reference units.

    Attributes:
        score: (K,), φ (θ for inputs, >= 1 for outputs); NaN where no mixture reaches the unit.
        weights: (K, J), λ of the mixture with the largest slack.
        slack: (K, r), what is left between that mixture and b + φ g, in columns' mean sizes.
    """

    score: Figures
    weights: Figures
    slack: Figures


def radial_scores(technology: Technology) -> Figures:
    """(K,): φ of Charnes, Cooper and Rhodes (1978) and Banker, Charnes and Cooper (1984, eq. 23).

    NaN where no mixture reaches the unit, as super-efficiency may meet (Seiford and Zhu 1999).
    """
    if technology.returns is Returns.FREE_DISPOSAL:
        return nearest_dominator(technology).score
    count, (others, rows) = len(technology.base), technology.reference.shape
    size = _own_size(technology)
    at_most = np.empty((count, rows, others + 1))
    at_most[:, :, 0] = technology.direction
    at_most[:, :, 1:] = -technology.reference.T
    at_most /= size[:, :, None]
    cost = np.zeros((count, others + 1))
    cost[:, 0] = technology.sense
    low, high = np.zeros((2, count, others + 1))
    low[:, 0], high[:, 0] = -np.inf, np.inf
    high[:, 1:] = np.where(technology.allowed, np.inf, 0.0)
    blocks = Blocks(cost, at_most, -technology.base / size, *_no_rows(count, others + 1), low, high)
    return solve_blocks(with_returns(blocks, technology.returns, first=1, last=others + 1))[:, 0]


def project(technology: Technology) -> Projection:
    """Scores, and the second phase: of all mixtures at φ, the one with the largest slack.

    Slacks are weighed by one over the columns' mean size, so no unit of measure counts more.
    """
    if technology.returns is Returns.FREE_DISPOSAL:
        nearest = nearest_dominator(technology)
        return Projection(nearest.score, nearest.weights, nearest.slack)
    score = radial_scores(technology)
    count, (others, rows) = len(technology.base), technology.reference.shape
    solved = np.flatnonzero(np.isfinite(score))
    useful = _useful(technology, score)
    weights = np.full((count, others), np.nan)
    slack = np.full((count, rows), np.nan)
    found = _largest_slack(technology, score, solved, useful)
    weights[solved] = 0.0
    weights[np.ix_(solved, useful)] = found[:, rows:]
    slack[solved] = found[:, :rows]
    return Projection(_exact_ones(score), weights, slack)


def _largest_slack(
    technology: Technology, score: Figures, solved: NDArray[np.intp], useful: NDArray[np.intp]
) -> Figures:
    """(solved, r + useful): max Σs subject to T'λ − s = b + φ g."""
    part = technology.part(solved)
    count, rows = part.base.shape
    others = len(useful)
    size = _own_size(part)
    goal = part.base + score[solved, None] * part.direction
    at_most = np.zeros((count, rows, rows + others))
    at_most[:, :, :rows] = np.eye(rows)
    at_most[:, :, rows:] = -technology.reference[useful].T
    at_most /= size[:, :, None]
    cost = np.zeros((count, rows + others))
    cost[:, :rows] = -1.0
    low, high = np.zeros_like(cost), np.full_like(cost, np.inf)
    high[:, rows:] = np.where(part.allowed[:, useful], np.inf, 0.0)
    # Equality would be infeasible by the rounding of φ; "at most" is met exactly by the optimum.
    loose = -goal / size + ON_FRONTIER / 10
    blocks = Blocks(cost, at_most, loose, *_no_rows(count, rows + others), low, high)
    found = solve_blocks(with_returns(blocks, part.returns, first=rows, last=rows + others))
    reached = np.einsum("kj,jr->kr", found[:, rows:], technology.reference[useful])
    rest = reached - goal
    found[:, :rows] = np.where(rest > ON_FRONTIER * size, rest, 0.0)
    found[:, rows:] = np.where(found[:, rows:] > ON_FRONTIER, found[:, rows:], 0.0)
    return found


def _useful(technology: Technology, score: Figures) -> NDArray[np.intp]:
    """Mixtures of largest slack need no unit that is itself off the frontier.

    That holds where every evaluated unit may be compared with all, itself among them.
    """
    itself = np.array_equal(technology.reference.shape, technology.base.shape) and np.allclose(
        technology.base + technology.direction, technology.reference
    )
    if not itself or not technology.allowed.all():
        return np.arange(len(technology.reference))
    return np.flatnonzero(np.abs(score - 1.0) < ON_FRONTIER)


def with_returns(blocks: Blocks, returns: Returns, *, first: int, last: int) -> Blocks:
    """Add the row on Σλ, the λ being the variables from `first` to before `last`."""
    count, variables = blocks.cost.shape
    row = np.zeros((count, 1, variables))
    row[:, :, first:last] = 1.0
    one = np.ones((count, 1))
    at_most, most, equal, value = blocks.at_most, blocks.most, blocks.equal, blocks.value
    if returns is Returns.VARIABLE:
        equal, value = np.concatenate([equal, row], axis=1), np.concatenate([value, one], axis=1)
    elif returns is not Returns.CONSTANT:
        sign = 1.0 if returns is Returns.DECREASING else -1.0
        at_most = np.concatenate([at_most, sign * row], axis=1)
        most = np.concatenate([most, sign * one], axis=1)
    return Blocks(blocks.cost, at_most, most, equal, value, blocks.low, blocks.high)


def _no_rows(count: int, variables: int) -> tuple[Figures, Figures]:
    return np.empty((count, 0, variables)), np.empty((count, 0))


def _own_size(technology: Technology) -> Figures:
    """(K, r): how large a unit's own figures are; a small unit's rows would drown in tolerance."""
    size = np.abs(technology.base) + np.abs(technology.direction)
    return np.where(size > 0, size, 1.0)


def _exact_ones(score: Figures) -> Figures:
    near: Marks = np.abs(score - 1.0) < ON_FRONTIER
    return np.where(near, 1.0, score)
