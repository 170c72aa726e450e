"""The Malmquist index: did units get more out of what they spend from one period to the next?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.radial import radial_scores
from samskab.evidence.efficiency.technology import technology_of
from samskab.evidence.efficiency.undesirable import translation_of, without_bad_outputs
from samskab.evidence.efficiency.units import Figures, Units
from samskab.evidence.efficiency.validity import refuse_unfit


@dataclass(frozen=True, slots=True)
class Malmquist:
    """Change of n units over T periods; above 1 is better in every array.

    Attributes:
        index: (T − 1, n), M of Färe, Grosskopf, Norris and Zhang (1994, eq. 4).
        efficiency_change: (T − 1, n), catching up with the best.
        technical_change: (T − 1, n), how the best moved.
        pure_change, scale_change: (T − 1, n), whose product the efficiency change is.

    NaN where a period's units cannot reach the other period's (variable returns only).
    """

    index: Figures
    efficiency_change: Figures
    technical_change: Figures
    pure_change: Figures
    scale_change: Figures


def malmquist(periods: Sequence[Units], model: Model | None = None) -> Malmquist:
    """The index against adjacent periods' frontiers.

    Args:
        periods: the same units in the same order, in order of time; two or more.
        model: constant returns and falling inputs by default.

    Raises:
        InputError: one period only, other units in another period, or unfit figures.
    """
    model = model or Model(returns=Returns.CONSTANT)
    _refuse(periods, model)
    model = _with_one_translation(periods, model)
    plain = [without_bad_outputs(units, model) for units in periods]
    own = [_shares(units, units, model) for units in plain]
    across = [(_shares(new, old, model), _shares(old, new, model)) for old, new in pairwise(plain)]
    variable = replace(model, returns=Returns.VARIABLE)
    pure = [_shares(units, units, variable) for units in plain]
    change = np.array(own[1:]) / np.array(own[:-1])
    # eq. 4: the geometric mean of what both frontiers say
    index = np.array(
        [
            np.sqrt(new_by_old / own[t] * own[t + 1] / old_by_new)
            for t, (new_by_old, old_by_new) in enumerate(across)
        ]
    )
    pure_change = np.array(pure[1:]) / np.array(pure[:-1])
    return Malmquist(index, change, index / change, pure_change, change / pure_change)


def _shares(units: Units, reference: Units, model: Model) -> Figures:
    """(n,): θ, or 1 / φ, of one period's units against another's frontier."""
    score = radial_scores(technology_of(units, reference, model))
    return 1.0 / score if model.orientation is Orientation.OUTPUT else score


def _with_one_translation(periods: Sequence[Units], model: Model) -> Model:
    """Bad outputs are moved by the same amount in every period, or nothing could be compared."""
    if model.translation is not None or not periods[0].bad.any():
        return model
    moved = [translation_of(units, model) for units in periods]
    return replace(model, translation=tuple(map(float, np.max(moved, axis=0))))


def _refuse(periods: Sequence[Units], model: Model) -> None:
    if len(periods) < 2:  # noqa: PLR2004 (change needs a before and an after)
        raise InputError([Fault(EfficiencyCode.ONE_PERIOD)])
    for number, units in enumerate(periods):
        if units.names != periods[0].names:
            values = {"period": number + 1}
            raise InputError([Fault(EfficiencyCode.NO_COMMON_UNIT, values)])
        refuse_unfit(units, model)
