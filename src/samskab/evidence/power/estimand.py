"""Which effect is asked for: a constant one, of one level, or the average over exposure time.

Kenny, Voldal, Xia, Heagerty and Hughes (2022): where a training's effect grows or fades, the
model with a constant effect can even get the sign wrong; the average over exposure time cannot.
"""

from dataclasses import dataclass

import numpy as np

from samskab.common.errors import Fault
from samskab.evidence.power.arrays import BoolArray, FloatArray
from samskab.evidence.power.checks import numbers, refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.design import Design


@dataclass(frozen=True, slots=True)
class ConstantEffect:
    """One effect of each level of treatment, the same from the first period on.

    Attributes:
        level: the level that is asked about, from 1 (1 where there is one treatment only).
    """

    level: int = 1

    def columns(self, design: Design) -> FloatArray:
        """(I, J, K): how far each of the K levels is on in each cell."""
        highest = int(np.ceil(design.treatment.max()))
        if highest <= 1:
            return design.treatment[:, :, None]
        levels = np.arange(1, highest + 1)
        on: FloatArray = (design.treatment[:, :, None] == levels).astype(float)
        return on

    def contrast(self, columns: FloatArray, observed: BoolArray) -> FloatArray:
        """(K,): the weights of the columns' effects in the one that is asked about.

        Raises:
            InputError: the design has no such level, or nowhere both treatment and none.
        """
        weights = np.zeros(columns.shape[2])
        if not 1 <= self.level <= weights.size:
            refuse([Fault(PowerCode.NO_CONTRAST, {})])
        weights[self.level - 1] = 1.0
        told = columns[:, :, self.level - 1][observed]
        if told.min() == told.max():
            refuse([Fault(PowerCode.NO_CONTRAST, {})])
        return weights


@dataclass(frozen=True, slots=True)
class ExposureAverage:
    """The mean of the effects after 1, 2, ... periods of treatment (the primary one here).

    Attributes:
        weights: of each exposure time, in any scale; None for equal weights over those measured.
    """

    weights: tuple[float, ...] | None = None

    def columns(self, design: Design) -> FloatArray:
        """(I, J, K): 1 where a cell is in its k-th period of treatment."""
        treated = design.treatment > 0
        exposure = np.where(treated, np.cumsum(treated, axis=1), 0)
        times = np.arange(1, max(int(exposure.max()), 1) + 1)
        on: FloatArray = (exposure[:, :, None] == times).astype(float)
        return on

    def contrast(self, columns: FloatArray, observed: BoolArray) -> FloatArray:
        """(K,): the weights of the exposure times, with sum 1.

        Raises:
            InputError: weights that are too many, too few or sum to 0; no treatment or nothing
                else in the cells that are measured.
        """
        seen = (columns * observed[:, :, None]).sum(axis=(0, 1)) > 0
        treated = columns.sum(axis=2)[observed]
        if treated.min() == treated.max():
            refuse([Fault(PowerCode.NO_CONTRAST, {})])
        if self.weights is None:
            equal: FloatArray = seen / seen.sum()
            return equal
        refuse(numbers({"weights": float(np.sum(self.weights))}))
        if len(self.weights) != seen.size or np.isclose(sum(self.weights), 0):
            values = {"found": len(self.weights), "wanted": seen.size}
            refuse([Fault(PowerCode.WEIGHTS_UNFIT, values)])
        weights: FloatArray = np.array(self.weights, dtype=float)
        weights /= weights.sum()
        return weights


Estimand = ConstantEffect | ExposureAverage
