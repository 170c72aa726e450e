"""Power cases: swCRTdesign, SteppedPower, swdpwr, SWSamp, Harrison et al."""

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from samskab.cli.evidence_cases.power_design import has_design, read_design
from samskab.cli.evidence_cases.power_inputs import Inputs, read_inputs
from samskab.cli.evidence_cases.power_model import binary, gives_effect, linked, read_model
from samskab.evidence.power.answer import Power, detectable_effect, power_of, smallest_n
from samskab.evidence.power.design import Design
from samskab.evidence.power.estimand import ConstantEffect, Estimand, ExposureAverage
from samskab.evidence.power.likelihood import MixedLogit, likelihood_power
from samskab.evidence.power.link_outcome import Link
from samskab.evidence.power.question import Question
from samskab.evidence.power.trend import Trend
from samskab.evidence.power.wald import Freedom, Sides, WaldTest

TRENDS = {"factor": Trend.PERIODS, "categorical": Trend.PERIODS}


def understands(case: Mapping[str, object]) -> bool:
    """Whether a case gives a design of clusters over periods."""
    return isinstance(case.get("inputs"), Mapping) and has_design(read_inputs(case))


def answer(case: Mapping[str, object], data: Path) -> object:
    """Power, variance, number of people or detectable effect: those that the case expects.

    Raises:
        ValueError: the case is in no form that is known.
        InputError: its numbers are no design, outcome or correlation.
    """
    del data
    inputs = read_inputs(case)
    design = read_design(inputs)
    if "conditional" in inputs.text("model") and binary(inputs):
        found = _described(_by_likelihood(inputs, design))
    else:
        found = _by_least_squares(inputs, design)
    if not gives_effect(inputs):
        found = {name: found[name] for name in ("var_theta", "var", "se", "df")}
    wanted = case.get("expected")
    names = set(wanted) if isinstance(wanted, Mapping) else set(found)
    return {name: value for name, value in found.items() if name in names}


def _by_least_squares(inputs: Inputs, design: Design) -> dict[str, object]:
    effects, outcome = read_model(inputs, design.periods)
    levels = max(1, math.ceil(design.treatment.max()))
    asked = [
        Question(design, effects, outcome, estimand, _trend(inputs), _test(inputs))
        for estimand in _estimands(inputs, levels)
    ]
    extra: dict[str, object] = {}
    if inputs.has("target_power"):
        target = inputs.number("target_power")
        if inputs.has("n", "n_matrix"):
            effect = detectable_effect(asked[0], target)
            extra = {"mde": effect, "detectable_effect": effect}
        else:
            enough = smallest_n(asked[0], target)
            extra = {"n": enough.number}
            asked = [replace(asked[0].with_persons(enough.number or 1))]
    answers = [power_of(question) for question in asked]
    if len(answers) == 1:
        return _described(answers[0]) | extra
    described = [_described(each) for each in answers]
    return {name: [each[name] for each in described] for name in described[0]}


def _described(found: Power) -> dict[str, object]:
    return {
        "power": found.power,
        "var_theta": found.variance,
        "var": found.variance,
        "se": math.sqrt(found.variance),
        "beta": found.effect,
        "effect": found.effect,
        "df": found.df,
    }


def _by_likelihood(inputs: Inputs, design: Design) -> Power:
    if inputs.text("link") != "logit":
        message = "a mixed model of shares is computed with a logit link only"
        raise ValueError(message)
    start = inputs.number("p_start")
    end = inputs.number("p_end0", start)
    reached = np.linspace(linked(Link.LOGIT, start), linked(Link.LOGIT, end), design.periods)
    if inputs.has("p_end1"):
        effect = linked(Link.LOGIT, inputs.number("p_end1")) - linked(Link.LOGIT, end)
    else:
        effect = inputs.number("beta")
    icc = inputs.number("alpha1" if inputs.has("alpha1") else "alpha0")
    control = tuple(float(share) for share in 1 / (1 + np.exp(-reached)))
    return likelihood_power(design, MixedLogit(control, effect, icc, _trend(inputs), _test(inputs)))


def _estimands(inputs: Inputs, levels: int) -> list[Estimand]:
    if inputs.has("H"):
        weights = inputs.numbers("H")
        return [ExposureAverage(weights if len(weights) > 1 else None)]
    if inputs.has("eti") or inputs.text("estimand") in {"eti", "tate", "exposure"}:
        return [ExposureAverage()]
    return [ConstantEffect(level) for level in range(1, levels + 1)]


def _trend(inputs: Inputs) -> Trend:
    told = inputs.text("time")
    if told:
        return TRENDS.get(told) or Trend(told)
    if "no time" in inputs.text("model"):
        return Trend.NONE
    # swdpwr reads equal shares at start and end as a model without time.
    start, end = inputs.values.get("p_start"), inputs.values.get("p_end0")
    return Trend.NONE if inputs.has("p_start") and end in {None, start} else Trend.PERIODS


def _test(inputs: Inputs) -> WaldTest:
    level = inputs.number("level", 0.05)
    freedom = Freedom.NORMAL
    if inputs.text("df") not in {"", "none"}:
        freedom = Freedom(inputs.text("df"))
    # `tail: one` keeps the two-sided test's limit and leaves the far tail out (_meta).
    if inputs.text("tail") == "one":
        return WaldTest(level / 2, Sides.ONE, freedom)
    return WaldTest(level, Sides.TWO, freedom)
