"""What mixtures of reference units can do, and where the evaluated units stand beside it.

Every figure is turned so that more is better: an input x stands as −x. A unit's row is then
reached by a mixture λ where T'λ >= b + φ g: for the input orientation g = −x and φ (the paper's
θ) falls, for the output orientation g = y and φ grows.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from samskab.evidence.efficiency.model import FixedInputs, Model, Orientation, Returns
from samskab.evidence.efficiency.units import Figures, Marks, Units


@dataclass(frozen=True, slots=True)
class Technology:
    """K evaluated units before J reference units, r = m + s figures each.

    Attributes:
        reference: T (J, r).
        base: b (K, r), the figures that stay as they are, else 0.
        direction: g (K, r), the figures that move with φ, else 0.
        allowed: (K, J), which reference units each evaluated unit may be compared with.
        sense: +1 where φ is to fall, −1 where it is to grow.
    """

    reference: Figures
    base: Figures
    direction: Figures
    allowed: Marks
    sense: int
    returns: Returns

    def without_itself(self) -> "Technology":
        """No unit is its own yardstick (Andersen and Petersen 1993)."""
        return replace(self, allowed=self.allowed & ~np.eye(len(self.base), dtype=bool))

    def part(self, rows: Marks | NDArray[np.intp]) -> "Technology":
        """Some of the evaluated units before all reference units."""
        return replace(
            self,
            base=self.base[rows],
            direction=self.direction[rows],
            allowed=self.allowed[rows],
        )


def technology_of(units: Units, reference: Units, model: Model) -> Technology:
    """Evaluated units before reference units.

    Columns are divided by the reference's mean size: the scores do not depend on units of
    measure, and HiGHS's tolerances are absolute.

    Args:
        units: of which no output is bad any more (`without_bad_outputs`).
        reference: with the same columns.
        model: how they are compared.
    """
    scale = scale_of(reference)
    figures, others = figures_of(units) / scale, figures_of(reference) / scale
    allowed = _comparable(figures, others, units.fixed, model)
    if model.fixed_inputs is FixedInputs.RUGGIERO:
        # Whom a unit is compared with says it all: no mixture has to keep to the surroundings.
        held = np.concatenate([units.fixed, np.zeros(units.outputs.shape[1], dtype=bool)])
        figures, others = np.where(held, 0.0, figures), np.where(held, 0.0, others)
    moves = moving(units, model)
    return Technology(
        reference=others,
        base=np.where(moves, 0.0, figures),
        direction=np.where(moves, figures, 0.0),
        allowed=allowed,
        sense=1 if model.orientation is Orientation.INPUT else -1,
        returns=model.returns,
    )


def figures_of(units: Units) -> Figures:
    """(n, m + s), every figure turned so that more is better."""
    return np.hstack([-units.inputs, units.outputs])


def scale_of(units: Units) -> Figures:
    """The mean size of each column, (m + s,); 1 for a column of zeros."""
    size = np.abs(figures_of(units)).mean(axis=0)
    return np.where(size > 0, size, 1.0)


def moving(units: Units, model: Model) -> Marks:
    """Which of the m + s figures move with φ."""
    is_input = np.arange(units.inputs.shape[1] + units.outputs.shape[1]) < units.inputs.shape[1]
    if model.orientation is Orientation.OUTPUT:
        return np.asarray(~is_input, dtype=bool)
    fixed = np.concatenate([units.fixed, np.zeros(units.outputs.shape[1], dtype=bool)])
    return np.asarray(is_input & ~fixed, dtype=bool)


def _comparable(figures: Figures, others: Figures, fixed: Marks, model: Model) -> Marks:
    """Ruggiero (1996): only units with no more of what nobody can change."""
    everyone = np.ones((len(figures), len(others)), dtype=bool)
    if model.fixed_inputs is not FixedInputs.RUGGIERO or not fixed.any():
        return everyone
    places = np.flatnonzero(fixed)
    no_better = others[None, :, places] >= figures[:, None, places]
    return np.asarray(no_better.all(axis=2), dtype=bool)
