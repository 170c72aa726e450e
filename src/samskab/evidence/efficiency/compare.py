"""Each unit against the best: its score, its peers, its targets, and where the potential lies."""

from dataclasses import dataclass, replace

import numpy as np

from samskab.common.errors import Fault
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.radial import project, radial_scores
from samskab.evidence.efficiency.technology import scale_of, technology_of
from samskab.evidence.efficiency.undesirable import translation_of, without_bad_outputs
from samskab.evidence.efficiency.units import Figures, Units
from samskab.evidence.efficiency.validity import refuse_unfit, warnings_on


@dataclass(frozen=True, slots=True)
class Peer:
    """A unit that another one can learn from.

    Attributes:
        unit: its number among the units, from 0.
        weight: λ, its part in the mixture that the other is compared with.
    """

    unit: int
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing n units with m inputs and s outputs found.

    Attributes:
        units: as they were given.
        score: (n,), θ <= 1 for the input orientation, φ >= 1 for the output orientation; NaN
            where no unit may be compared with (Ruggiero's way, nobody alike).
        share: (n,), between 0 and 1 whatever the orientation: θ, or 1 / φ.
        weights: (n, n), λ: row unit, column peer.
        target_inputs, target_outputs: (n, m) and (n, s), in the figures' own units: what the
            mixture of peers spends and achieves.
        radial_inputs, radial_outputs: the part of the way there that θ or φ alone tells.
        warnings: what the reader should know.
    """

    units: Units
    model: Model
    score: Figures
    share: Figures
    weights: Figures
    target_inputs: Figures
    target_outputs: Figures
    radial_inputs: Figures
    radial_outputs: Figures
    warnings: tuple[Fault, ...]

    def peers_of(self, unit: int) -> tuple[Peer, ...]:
        """Who a unit is compared with, the weightiest first; itself where it is efficient."""
        row = np.nan_to_num(self.weights[unit])
        order = sorted(np.flatnonzero(row > 0), key=lambda peer: -row[peer])
        return tuple(Peer(int(peer), float(row[peer])) for peer in order)

    @property
    def slack_inputs(self) -> Figures:
        """(n, m): what could be saved beyond the even reduction; 0 for a unit without peers."""
        return np.maximum(self.radial_inputs - self.target_inputs, 0.0)

    @property
    def slack_outputs(self) -> Figures:
        """(n, s): what could be achieved beyond the even growth; for bad ones, what could fall."""
        sign = np.where(self.units.bad, -1.0, 1.0)
        return np.maximum(sign * (self.target_outputs - self.radial_outputs), 0.0)


def compare(units: Units, model: Model | None = None) -> Comparison:
    """Radial efficiency in two phases, with peers and targets.

    Charnes, Cooper and Rhodes (1978); Banker, Charnes and Cooper (1984); fixed inputs by Banker
    and Morey (1986) or Ruggiero (1996); bad outputs by Seiford and Zhu (2002).

    Args:
        units: n of them, two or more.
        model: variable returns and falling inputs by default.

    Raises:
        InputError: figures that are missing, or that the model cannot bear.
    """
    model = model or Model()
    refuse_unfit(units, model)
    plain = without_bad_outputs(units, model)
    technology = technology_of(plain, plain, model)
    found = project(technology)
    scale = scale_of(plain)
    radial = technology.base + found.score[:, None] * technology.direction
    radial_inputs, radial_outputs = _as_given(units, plain, radial * scale, model)
    inputs, outputs = _as_given(units, plain, (radial + found.slack) * scale, model)
    for table in (radial_inputs, inputs):
        # Targets for what nobody can change would be no targets.
        table[:, units.fixed] = units.inputs[:, units.fixed]
    growing = model.orientation is Orientation.OUTPUT
    return Comparison(
        units=units,
        model=model,
        score=found.score,
        share=1.0 / found.score if growing else found.score,
        weights=found.weights,
        target_inputs=inputs,
        target_outputs=outputs,
        radial_inputs=radial_inputs,
        radial_outputs=radial_outputs,
        warnings=warnings_on(units),
    )


def super_efficiency(units: Units, model: Model | None = None) -> Figures:
    """(n,): each unit's score against the others only, which ranks the efficient ones.

    Andersen and Petersen (1993). NaN where the others cannot reach the unit at all, as happens
    under variable returns (Seiford and Zhu 1999): the model has no number for it.

    Raises:
        InputError: figures that are missing, or that the model cannot bear.
    """
    model = model or Model()
    refuse_unfit(units, model)
    plain = without_bad_outputs(units, model)
    return radial_scores(technology_of(plain, plain, model).without_itself())


@dataclass(frozen=True, slots=True)
class ScaleEfficiency:
    """Whether a unit has the size at which most comes out of what is spent.

    Attributes:
        share: (n,), constant over variable returns: 1 where the size is right.
        returns: of each unit, where it stands: constant, increasing (too small), decreasing.
    """

    share: Figures
    returns: tuple[Returns, ...]


def scale_efficiency(units: Units, model: Model | None = None) -> ScaleEfficiency:
    """Banker, Charnes and Cooper (1984); too small or too large by Färe and Grosskopf (1985).

    Raises:
        InputError: figures that are missing, or that constant returns cannot bear.
    """
    model = model or Model()
    scores = {
        returns: compare(units, replace(model, returns=returns)).share
        for returns in (Returns.CONSTANT, Returns.VARIABLE, Returns.DECREASING)
    }
    constant, variable, decreasing = scores.values()
    share = constant / variable
    small = np.isclose(constant, decreasing, rtol=1e-6)
    right = np.isclose(share, 1.0, rtol=1e-6)
    return ScaleEfficiency(
        share=np.where(right, 1.0, share),
        returns=tuple(
            Returns.CONSTANT if fits else Returns.INCREASING if small[unit] else Returns.DECREASING
            for unit, fits in enumerate(right)
        ),
    )


def _as_given(
    units: Units, plain: Units, figures: Figures, model: Model
) -> tuple[Figures, Figures]:
    """Inputs and outputs in the columns of `units`, from figures in those of `plain`."""
    m, wanted = units.inputs.shape[1], plain.inputs.shape[1]
    outputs = np.empty_like(units.outputs)
    outputs[:, ~units.bad] = figures[:, wanted:][:, : int((~units.bad).sum())]
    if not units.bad.any():
        return -figures[:, :m], outputs
    if wanted > m:
        outputs[:, units.bad] = -figures[:, m:wanted]
        return -figures[:, :m], outputs
    outputs[:] = figures[:, m:]
    outputs[:, units.bad] = translation_of(units, model) - outputs[:, units.bad]
    return -figures[:, :m], outputs
