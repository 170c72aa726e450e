"""Whether figures can be compared at all, and by which model."""

from collections.abc import Callable, Iterator

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.efficiency.model import BadOutputs, Model, Orientation, Returns
from samskab.evidence.efficiency.units import Figures, Marks, Units

UNITS_PER_FIGURE = 3
TRANSLATABLE = (Returns.VARIABLE, Returns.FREE_DISPOSAL)


def refuse_unfit(units: Units, model: Model, *, positive: bool = False) -> None:
    """Refuse what a model cannot bear.

    Radial models bear zeros as long as a unit spends something that can fall, and achieves
    something. Negative figures are borne only where the model does not care where a column's zero
    is: variable returns, in the figures that do not move (Ali and Seiford 1990; Pastor 1996).

    Args:
        units: what is to be compared.
        model: how.
        positive: whether the model divides by every figure (the slack-based measure).

    Raises:
        InputError: with every fault.
    """
    faults = list(_faults_of_shape(units)) or list(_faults_of_missing(units))
    if not faults:
        faults = [*_faults_of_signs(units, model), *_faults_of_model(units, model)]
        faults += _faults_of_nothing(units, model) if not faults else []
        faults += _faults_of_zeros(units) if positive and not faults else []
    if faults:
        raise InputError(faults)


def warnings_on(units: Units) -> tuple[Fault, ...]:
    """Too many kinds of figures for too few units: then nearly everybody looks efficient.

    The rule of thumb n >= max(m s, 3 (m + s)) is Cooper, Seiford and Tone's (2007, p. 116).
    """
    m, s = units.inputs.shape[1], units.outputs.shape[1]
    least = max(m * s, UNITS_PER_FIGURE * (m + s))
    if units.count >= least:
        return ()
    values = {"units": units.count, "inputs": m, "outputs": s, "least": least}
    return (Fault(EfficiencyCode.FEW_UNITS, values),)


def _faults_of_shape(units: Units) -> Iterator[Fault]:
    if units.count < 2:  # noqa: PLR2004 (one unit has nobody to be compared with)
        yield Fault(EfficiencyCode.ONE_UNIT, {"units": units.count})
    if not units.inputs.shape[1] or not units.outputs.shape[1]:
        yield Fault(EfficiencyCode.NOTHING_TO_COMPARE)
    seen: set[str] = set()
    for name in units.names:
        if name in seen:
            yield Fault(EfficiencyCode.NAME_TWICE, {"unit": name})
        seen.add(name)


def _faults_of_missing(units: Units) -> Iterator[Fault]:
    yield from _cells(units, EfficiencyCode.VALUE_MISSING, lambda figures: ~np.isfinite(figures))


def _faults_of_signs(units: Units, model: Model) -> Iterator[Fault]:
    """Negative figures where the model cares where zero is."""
    free_inputs, free_outputs = _borne_below_zero(units, model)
    for figures, names, free in (
        (units.inputs, units.input_names, free_inputs),
        (units.outputs, units.output_names, free_outputs),
    ):
        for name, unit, number in _bad_cells(figures, (figures < 0) & ~free, names, units):
            yield _cell_fault(EfficiencyCode.NEGATIVE, name, unit, number)


def _borne_below_zero(units: Units, model: Model) -> tuple[Marks, Marks]:
    """Which inputs (m,) and outputs (s,) may be negative.

    A bad output that is translated may start anywhere; one that stands as an input may not.
    """
    translatable = model.returns in TRANSLATABLE
    inputs_move = model.orientation is Orientation.INPUT
    still = units.fixed if inputs_move else np.ones_like(units.fixed)
    bad_are_free = model.bad_outputs is BadOutputs.TRANSLATED
    outputs = np.where(units.bad, bad_are_free, translatable and inputs_move)
    return still & translatable, outputs.astype(bool)


def _faults_of_model(units: Units, model: Model) -> Iterator[Fault]:
    if model.orientation is Orientation.INPUT and units.fixed.all():
        yield Fault(EfficiencyCode.ALL_FIXED)
    translated = units.bad.any() and model.bad_outputs is BadOutputs.TRANSLATED
    if translated and model.returns not in TRANSLATABLE:
        yield Fault(EfficiencyCode.BAD_NEEDS_VRS, {"returns": model.returns.value})


def _faults_of_nothing(units: Units, model: Model) -> Iterator[Fault]:
    """A unit with nothing that could fall, or grow, has no score."""
    inputs_move = model.orientation is Orientation.INPUT
    movable = units.inputs[:, ~units.fixed] if inputs_move else units.inputs
    if inputs_move or model.returns not in TRANSLATABLE:
        for unit in np.flatnonzero(~(movable != 0).any(axis=1)):
            yield Fault(EfficiencyCode.NO_INPUT, {"unit": units.names[unit]})
    good = units.outputs[:, ~units.bad]
    if (not inputs_move or model.returns not in TRANSLATABLE) and not units.bad.any():
        for unit in np.flatnonzero(~(good != 0).any(axis=1)):
            yield Fault(EfficiencyCode.NO_OUTPUT, {"unit": units.names[unit]})


def _faults_of_zeros(units: Units) -> Iterator[Fault]:
    yield from _cells(units, EfficiencyCode.ZERO, lambda figures: figures <= 0)


def _cells(
    units: Units, code: EfficiencyCode, is_wrong: Callable[[Figures], Marks]
) -> Iterator[Fault]:
    for figures, names in (
        (units.inputs, units.input_names),
        (units.outputs, units.output_names),
    ):
        for name, unit, number in _bad_cells(figures, is_wrong(figures), names, units):
            yield _cell_fault(code, name, unit, number)


def _bad_cells(
    figures: Figures, wrong: Marks, names: tuple[str, ...], units: Units
) -> Iterator[tuple[str, str, float]]:
    for row, column in np.argwhere(wrong):
        yield names[column], units.names[row], float(figures[row, column])


def _cell_fault(code: EfficiencyCode, column: str, unit: str, number: float) -> Fault:
    return Fault(code, {"column": column, "unit": unit, "number": number})
