"""Published cases of data envelopment analysis: which model a case's words ask for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from samskab.cli.evidence_cases.dea_figures import Columns, columns_of, periods_in, units_in
from samskab.evidence.efficiency.compare import compare, scale_efficiency, super_efficiency
from samskab.evidence.efficiency.malmquist import Malmquist, malmquist
from samskab.evidence.efficiency.model import (
    BadOutputs,
    FixedInputs,
    Model,
    Orientation,
    Returns,
)
from samskab.evidence.efficiency.prices import cost_efficiency, revenue_efficiency
from samskab.evidence.efficiency.slack_based import slack_based_measure
from samskab.evidence.efficiency.units import Figures, Units

RETURNS = {
    Returns.FREE_DISPOSAL: r"fdh|free disposal",
    Returns.DECREASING: r"drs|nirs|non-?increasing|decreasing",
    Returns.INCREASING: r"irs|ndrs|non-?decreasing|increasing",
    Returns.VARIABLE: r"vrs|bcc(-[io])?|variable",
    Returns.CONSTANT: r"crs|ccr(-[io])?|constant",
}
"""Looked for in this order; constant returns where none is named, as deaR has it."""
OUTPUT = r"oo|output[- ]orient\w*|(ccr|bcc|sbm)-o|output"
INPUT = r"io|input[- ]orient\w*|(ccr|bcc|sbm)-i|input"
NEITHER = r"non-?\s?orient\w*"
COUNTED = r"\d+\s*(in|out)puts?|(first|second|third|fourth|fifth|undesirable|bad)\s+(in|out)puts?"
SAYS_DEA = (
    r"dea|crs|vrs|drs|irs|fdh|ccr(-[io])?|bcc(-[io])?|sbm|malmquist|non-?discretionary"
    r"|super-?\s?efficiency|cost efficiency|revenue efficiency"
)
PARTS = {
    "index": "mi|malmquist|index",
    "efficiency_change": "ec|effch|efficiency_change",
    "technical_change": "tc|tech|techch|technical_change",
    "pure_change": "pec|pech|pure_change",
    "scale_change": "sec|sech|scale_change",
}


def understands(case: Mapping[str, object]) -> bool:
    """Whether a case is one of data envelopment analysis."""
    text = case.get("inputs")
    return isinstance(text, str) and "data" in case and _says(text, SAYS_DEA)


def answer(case: Mapping[str, object], data: Path) -> object:
    """What the engine finds, in the form that the case is published in.

    Args:
        case: its `inputs` say in words what is compared and how; of `expected` the form alone is
            looked at: by name or in order, both orientations or one.
        data: the folder that the case's file is named from.

    Raises:
        InputError: the figures cannot be compared so.
    """
    text = str(case["inputs"])
    columns = columns_of(case, data)
    model = _model(text)
    form = case.get("expected")
    if _says(text, "malmquist"):
        return _changes(malmquist(periods_in(text, columns), model), columns, form)
    if _wants_both(form):
        return {
            orientation.value: _in_form(
                _scores(text, columns, replace(model, orientation=orientation)), columns, form
            )
            for orientation in Orientation
        }
    return _in_form(_scores(text, columns, model), columns, form)


def _scores(text: str, columns: Columns, model: Model) -> Figures:
    units, input_prices, output_prices = units_in(text, columns)
    if _says(text, "sbm|slacks?-based( measure)?"):
        neither = _says(text, NEITHER) or not _says(_uncounted(text), f"{INPUT}|{OUTPUT}")
        orientation = None if neither else model.orientation
        return slack_based_measure(units, model.returns, orientation).score
    if _says(text, "super-?\\s?eff\\w*"):
        return super_efficiency(units, _with_translation(text, units, model))
    if _says(text, "cost"):
        return cost_efficiency(units, input_prices, model.returns).score
    if _says(text, "revenue"):
        return revenue_efficiency(units, output_prices, model.returns).score
    if _says(text, "scale efficiency"):
        return scale_efficiency(units, model).share
    return compare(units, _with_translation(text, units, model)).score


def _model(text: str) -> Model:
    returns = next((one for one, words in RETURNS.items() if _says(text, words)), Returns.CONSTANT)
    unwanted = _says(text, "undesirable|bad")
    if unwanted and not _says(text, RETURNS[Returns.CONSTANT]):
        returns = Returns.VARIABLE
    output = _says(_uncounted(text), OUTPUT)
    return Model(
        returns=returns,
        orientation=Orientation.OUTPUT if output else Orientation.INPUT,
        fixed_inputs=(
            FixedInputs.RUGGIERO if _says(text, "ruggiero\\w*") else FixedInputs.BANKER_MOREY
        ),
        bad_outputs=(
            BadOutputs.AS_INPUT if _says(text, "as (an )?inputs?") else BadOutputs.TRANSLATED
        ),
    )


def _with_translation(text: str, units: Units, model: Model) -> Model:
    """DeaR moves bad outputs by the number that is named, else by their largest plus one."""
    if not units.bad.any():
        return model
    named = re.search(r"(?:vtrans\w*|translat\w*)\D{0,12}([\d.]+)", text, re.IGNORECASE)
    bad = units.outputs[:, units.bad]
    by = np.full(bad.shape[1], float(named[1])) if named else bad.max(axis=0) + 1.0
    return replace(model, translation=tuple(map(float, by)))


def _wants_both(form: object) -> bool:
    return isinstance(form, Mapping) and set(form) == {each.value for each in Orientation}


def _in_form(score: Figures, columns: Columns, form: object) -> object:
    listed = [None if np.isnan(value) else float(value) for value in score]
    if isinstance(form, list) or not columns.names:
        return listed
    return dict(zip(columns.names, listed, strict=True))


def _changes(found: Malmquist, columns: Columns, form: object) -> object:
    """The index, or each part of it that the form has a place for."""
    tables = {name: _by_period(getattr(found, name), columns) for name in PARTS}
    if not isinstance(form, Mapping):
        return tables["index"]
    return {
        key: tables[name]
        for key in form
        for name, words in PARTS.items()
        if re.fullmatch(words, str(key), re.IGNORECASE)
    }


def _by_period(changes: Figures, columns: Columns) -> list[dict[str, object]]:
    return [
        {**dict(zip(columns.names, map(float, row), strict=True)), "_row": f"Period.{number + 2}"}
        for number, row in enumerate(changes)
    ]


def _uncounted(text: str) -> str:
    """Without the words that count or number inputs and outputs, and without their names."""
    return re.sub(COUNTED, " ", text, flags=re.IGNORECASE)


def _says(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w-])(?:{words})(?![\w-])", text, re.IGNORECASE) is not None
