"""What was found, for programs: efficiency.json."""

import json
import math
from collections.abc import Iterable

from samskab.cli.efficiency_findings import EfficiencyFindings

FORMAT = 1
PERIODS = ("before", "after")


def efficiency_json(found: EfficiencyFindings, file: str) -> bytes:
    """One object: how was compared, and per unit its score, interval, peers and targets.

    Numbers that there are none of are null.
    """
    model, intervals = found.comparison.model, found.intervals
    content = {
        "format": FORMAT,
        "file": file,
        "returns": model.returns.value,
        "orientation": model.orientation.value,
        "fixed_inputs": model.fixed_inputs.value,
        "bad_outputs": model.bad_outputs.value,
        "seed": found.seed,
        "bootstrap": None
        if intervals is None
        else {
            "runs": intervals.runs,
            "bandwidth": intervals.bandwidth,
            "level": intervals.level,
        },
        "periods": None
        if found.periods is None
        else dict(zip(PERIODS, found.periods, strict=True)),
        "warnings": [fault.code for fault in found.comparison.warnings],
        "left_out": {name: fault.code for name, fault in found.left_out.items()},
        "units": [_unit(found, unit) for unit in range(found.comparison.units.count)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _unit(found: EfficiencyFindings, unit: int) -> dict[str, object]:
    comparison, intervals = found.comparison, found.intervals
    units = comparison.units
    return {
        "name": units.names[unit],
        "score": _number(comparison.score[unit]),
        "share": _number(comparison.share[unit]),
        "low": None if intervals is None else _number(intervals.low[unit]),
        "high": None if intervals is None else _number(intervals.high[unit]),
        "corrected": None if intervals is None else _number(intervals.corrected[unit]),
        "super_share": _number(found.super_shares[unit]),
        "slack_based": None
        if found.slack_based is None
        else _number(found.slack_based.score[unit]),
        "scale": None if found.scale is None else _number(found.scale.share[unit]),
        "scale_returns": None if found.scale is None else found.scale.returns[unit].value,
        "cost": None if found.cost is None else _number(found.cost.score[unit]),
        "malmquist": _change(found, unit),
        "peers": [
            {"name": units.names[peer.unit], "weight": peer.weight}
            for peer in comparison.peers_of(unit)
        ],
        "inputs": _columns(units.input_names, units.inputs[unit], comparison.target_inputs[unit]),
        "outputs": _columns(
            units.output_names, units.outputs[unit], comparison.target_outputs[unit]
        ),
    }


def _change(found: EfficiencyFindings, unit: int) -> dict[str, float | None] | None:
    if found.change is None:
        return None
    return {
        name: _number(getattr(found.change, name)[0, unit])
        for name in (
            "index",
            "efficiency_change",
            "technical_change",
            "pure_change",
            "scale_change",
        )
    }


def _columns(
    names: tuple[str, ...], now: Iterable[float], target: Iterable[float]
) -> dict[str, object]:
    return {
        name: {"now": _number(one), "target": _number(other)}
        for name, one, other in zip(names, now, target, strict=True)
    }


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
