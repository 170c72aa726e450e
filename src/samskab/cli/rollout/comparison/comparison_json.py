"""A comparison for programs: a part of `rollout/analysis.json`."""

import math

from samskab.cli.rollout.comparison.findings import ComparisonFindings, Moment
from samskab.cli.rollout.comparison.methods import Answer
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.evidence.effect.observational.bacon import Comparison, Decomposition


def comparison_json(found: ComparisonFindings) -> dict[str, object]:
    """One object; effects in the outcome's unit and its better direction, null for no number."""
    return {
        "randomised": found.randomised,
        "outcome": found.outcome.name,
        "estimand": found.estimand.value,
        "level": found.level,
        "smallest_relevant": found.outcome.smallest_relevant,
        "looks": found.looks.value,
        "primary": found.primary.way.value if found.primary else None,
        "further_units": found.further_units,
        "starts": {unit: period and period.id for unit, period in found.starts.items()},
        "methods": [_answer(answer) for answer in found.answers],
        "by_time_since_start": [_moment(moment) for moment in found.course],
        "two_way_weights": found.weights and _weights(found.weights),
        "compared_with": {way.value: dict(one.shares) for way, one in found.donors.items()},
        "remarks": [{"code": one.code, **one.values} for one in found.remarks],
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "method": answer.way.value,
        "effect": _effect(answer.effect),
        "standard_error": answer.se,
        "smallest_detectable": answer.detectable,
        "why_not": [fault.code for fault in answer.why_not],
    }


def _effect(effect: EffectInterval | None) -> dict[str, float] | None:
    if effect is None:
        return None
    return {"estimate": effect.estimate, "low": effect.low, "high": effect.high}


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "periods_since_start": moment.since,
        "effect": _effect(moment.effect),
        "paths_part": moment.is_apart,
    }


def _weights(weights: Decomposition) -> dict[str, object]:
    averages = {kind: weights.average_of(kind) for kind in Comparison}
    return {
        kind.value: {
            "weight": weights.weight_of(kind),
            "estimate": average if math.isfinite(average) else None,
        }
        for kind, average in averages.items()
    }
