"""Outputs that should be few, turned into figures of which more is better."""

from dataclasses import replace

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.efficiency.model import BadOutputs, Model
from samskab.evidence.efficiency.units import Figures, Units


def without_bad_outputs(units: Units, model: Model) -> Units:
    """The same units with no bad output left.

    Translated, a bad output b becomes w − b (Seiford and Zhu 2002, eq. 8). As an input, it stands
    among the inputs, and falls with them in the input orientation.

    Raises:
        InputError: w is not above the largest b: a unit would have nothing left.
    """
    if not units.bad.any():
        return units
    if model.bad_outputs is BadOutputs.AS_INPUT:
        return bad_as_inputs(units, fixed=False)
    outputs = units.outputs.copy()
    outputs[:, units.bad] = translation_of(units, model) - outputs[:, units.bad]
    return replace(units, outputs=outputs, bad=np.zeros_like(units.bad))


def translation_of(units: Units, model: Model) -> Figures:
    """The w of each bad output, in its own unit.

    Raises:
        InputError: a w that was asked for is not above the largest b.
    """
    bad = units.outputs[:, units.bad]
    if model.translation is None:
        return np.asarray(bad.max(axis=0) + np.abs(bad).mean(axis=0))
    asked = np.broadcast_to(np.asarray(model.translation, dtype=float), bad.shape[1:])
    names = np.array(units.output_names, dtype=object)[units.bad]
    faults = [
        Fault(
            EfficiencyCode.TRANSLATION_TOO_SMALL,
            {"column": name, "translation": float(w), "largest": float(largest)},
        )
        for name, w, largest in zip(names, asked, bad.max(axis=0), strict=True)
        if not w > largest
    ]
    if faults:
        raise InputError(faults)
    return asked


def bad_as_inputs(units: Units, *, fixed: bool) -> Units:
    """Bad outputs behind the inputs; `fixed` where they are to stay as they are."""
    names = np.array(units.output_names, dtype=object)
    return replace(
        units,
        inputs=np.hstack([units.inputs, units.outputs[:, units.bad]]),
        outputs=units.outputs[:, ~units.bad],
        fixed=np.concatenate([units.fixed, np.full(int(units.bad.sum()), fixed)]),
        bad=np.zeros(int((~units.bad).sum()), dtype=bool),
        input_names=(*units.input_names, *names[units.bad]),
        output_names=tuple(names[~units.bad]),
    )
