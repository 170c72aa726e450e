"""What is allowed for a change over time that treatment has no part in."""

from enum import StrEnum

import numpy as np

from samskab.evidence.power.arrays import FloatArray


class Trend(StrEnum):
    """The shape of the time effect in the model of the mean.

    PERIODS: a level of its own in each period (no assumption). The others assume a shape.
    """

    PERIODS = "periods"
    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"
    PERIODIC = "periodic"

    def columns(self, periods: int) -> FloatArray:
        """(J, P): the columns of the mean's model, the intercept among them.

        Args:
            periods: their number, J; a periodic trend takes them for one turn.
        """
        when = np.arange(periods) / periods
        one = np.ones(periods)
        if self is Trend.PERIODS:
            return np.eye(periods)
        shapes = {
            Trend.NONE: [one],
            Trend.LINEAR: [one, when],
            Trend.QUADRATIC: [one, when, when**2],
            Trend.PERIODIC: [one, np.sin(2 * np.pi * when), np.cos(2 * np.pi * when)],
        }
        return np.column_stack(shapes[self])
