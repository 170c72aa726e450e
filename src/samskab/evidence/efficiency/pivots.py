"""Very many small programmes at once: the simplex method on whole arrays of them.

Bootstrapping 98 units 2,000 times takes 196,000 programmes of eight rows, and a solver's call
costs more than such a programme does. Here every step of the revised simplex method (Dantzig's
rule) is taken by all of them together. Nothing is believed on the method's word: a basis counts
only where, factorised anew, it is feasible in the primal and in the dual; what is not proven so
is left to HiGHS.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samskab.evidence.efficiency.model import Returns
from samskab.evidence.efficiency.technology import Technology
from samskab.evidence.efficiency.units import Figures, Marks

Whole = NDArray[np.intp]
MOST_STEPS = 200
TOLERANCE = 1e-9
PROVEN = 1e-7
"""As HiGHS: how far a constraint or a reduced cost may be on the wrong side."""
NUDGE = 1e-8
"""A start at which every slack is 0 would stand still; so much room it gets (and loses again)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """φ of K units in B replicates.

    Attributes:
        score: (B, K).
        proven: (B, K), where the score is that of a proven optimum.
    """

    score: Figures
    proven: Marks


def solve_replicates(technology: Technology, references: Figures, starts: Figures) -> Answers:
    """Scores against B reference sets.

    Args:
        technology: of K units against themselves; its own reference is not looked at.
        references: (B, K, r), each a set in which unit o stands at b_o + starts_o g_o.
        starts: (B, K), that φ, at which unit o alone reaches itself.
    """
    board = _Board(technology, references, starts)
    for _ in range(MOST_STEPS):
        if not board.step():
            break
    return board.answers()


class _Board:
    """N = B K programmes: min ±φ, Σ λ_j T_j − φ g − s = b, and the row on Σλ where there is one.

    Columns are numbered λ 0..J−1, then s, then the slack of Σλ; φ is always basic, in place 0.
    """

    def __init__(self, technology: Technology, references: Figures, starts: Figures) -> None:
        self._sense, self._returns = technology.sense, technology.returns
        self._barred = None if technology.allowed.all() else ~technology.allowed
        self._replicates, self._others, self._figures = references.shape
        bounded = technology.returns is not Returns.CONSTANT
        self._rows = self._figures + bounded
        units = len(technology.base)
        self._columns = self._with_one(references) if bounded else references
        rhs = np.hstack([technology.base, np.ones((units, 1))]) if bounded else technology.base
        self._rhs = np.tile(rhs, (self._replicates, 1))
        moving = np.hstack([technology.direction, np.zeros((units, 1))])[:, : self._rows]
        self._moving = np.tile(-moving, (self._replicates, 1))
        self._basis = np.tile(self._first_basis(technology), (self._replicates, 1))
        self._inverse = np.linalg.inv(self._matrix())
        nudge = np.random.default_rng(0).uniform(0.5, 1.0, self._rhs.shape) * NUDGE
        nudge[:, self._figures :] = 0.0
        self._values = np.einsum("nij,nj->ni", self._inverse, self._rhs - nudge)
        self._live = np.ones(len(self._rhs), dtype=bool)
        assert starts.shape == references.shape[:2]

    @staticmethod
    def _with_one(references: Figures) -> Figures:
        return np.concatenate([references, np.ones((*references.shape[:2], 1))], axis=2)

    def _first_basis(self, technology: Technology) -> Whole:
        """φ, the unit itself, and every slack but those of one moving row and one other."""
        units, figures = technology.base.shape
        left_out = np.zeros((units, figures), dtype=bool)
        everyone = np.arange(units)
        left_out[everyone, np.abs(technology.direction).argmax(axis=1)] = True
        if technology.returns is Returns.CONSTANT:
            left_out[everyone, np.abs(technology.base).argmax(axis=1)] = True
        slacks = np.nonzero(~left_out)[1].reshape(units, -1) + self._others
        return np.hstack([np.full((units, 1), -1), everyone[:, None], slacks])

    def step(self) -> bool:
        """One pivot in every programme that can still be bettered; whether there was one."""
        entering, gain = self._entering()
        self._live &= gain < -TOLERANCE
        at = np.flatnonzero(self._live)
        if not len(at):
            return False
        inverse = self._inverse[at]
        way = np.einsum("nij,nj->ni", inverse, self._column(at, entering[at]))
        ratios = np.where(way > TOLERANCE, self._values[at] / np.where(way > 0, way, 1.0), np.inf)
        ratios[:, 0] = np.inf  # φ may have any sign
        leaving = ratios.argmin(axis=1)
        each = np.arange(len(at))
        length = ratios[each, leaving]
        bounded = np.isfinite(length)
        self._live[at[~bounded]] = False
        at, inverse, way, leaving, length, each = (
            part[bounded] for part in (at, inverse, way, leaving, length, each)
        )
        each = np.arange(len(at))
        values = self._values[at] - length[:, None] * way
        values[each, leaving] = length
        pivot = inverse[each, leaving] / way[each, leaving, None]
        inverse -= way[:, :, None] * pivot[:, None, :]
        inverse[each, leaving] = pivot
        self._values[at], self._inverse[at] = values, inverse
        self._basis[at, leaving] = entering[at]
        return True

    def _entering(self) -> tuple[Whole, Figures]:
        """The column with the lowest reduced cost in each programme, and that cost."""
        reduced = self._reduced_costs(self._inverse[:, 0, :])
        entering = reduced.argmin(axis=1)
        return entering, reduced[np.arange(len(reduced)), entering]

    def _reduced_costs(self, of_score: NDArray[np.floating[Any]]) -> Figures:
        """(N, columns): d_j = −y A_j, as only φ has a cost, y being its row (N, rows) of B⁻¹."""
        prices = self._sense * of_score
        shape = (self._replicates, -1, self._rows)
        of_weights = -prices.reshape(shape) @ self._columns.transpose(0, 2, 1)
        if self._barred is not None:
            of_weights[:, self._barred] = np.inf
        parts = [of_weights.reshape(len(prices), -1), prices[:, : self._figures]]
        if self._returns is Returns.DECREASING:
            parts.append(-prices[:, self._figures :])
        elif self._returns is Returns.INCREASING:
            parts.append(prices[:, self._figures :])
        return np.hstack(parts)

    def _column(self, at: Whole, number: Whole) -> Figures:
        """(len(at), rows): the column of a number in each of some programmes."""
        units = len(self._rhs) // self._replicates
        columns = np.zeros((len(at), self._rows))
        weight = number < self._others
        columns[weight] = self._columns[at[weight] // units, number[weight]]
        slack = np.flatnonzero(~weight)
        row = number[slack] - self._others
        grows = (row == self._figures) & (self._returns is Returns.DECREASING)
        columns[slack, row] = np.where(grows, 1.0, -1.0)
        return columns

    def _matrix(self) -> Figures:
        """(N, rows, rows): the basic columns of each programme, side by side."""
        at = np.arange(len(self._rhs))
        columns = [self._column(at, self._basis[:, place]) for place in range(1, self._rows)]
        return np.stack([self._moving, *columns], axis=2)

    def answers(self) -> Answers:
        """What the bases say, each factorised anew and tested in the primal and in the dual."""
        matrix = self._matrix()
        with np.errstate(all="ignore"):
            inverse = np.linalg.inv(matrix)
        values = np.einsum("nij,nj->ni", inverse, self._rhs)
        reduced = self._reduced_costs(inverse[:, 0, :])
        proven = (values[:, 1:] >= -PROVEN).all(axis=1) & (reduced >= -PROVEN).all(axis=1)
        shape = (self._replicates, -1)
        return Answers(values[:, 0].reshape(shape), proven.reshape(shape))
