"""What was found, for programs: `rollout/analysis.json`."""

import json
import math
from typing import Any

from samskab.cli.rollout.analysis_findings import AnalysisFindings, LotAnalysis, Standing
from samskab.cli.rollout.by_lot.estimates import TARGET, Estimate, NotUsed
from samskab.cli.rollout.by_lot.findings import LotFindings, SubgroupFindings
from samskab.cli.rollout.money.money_json import money_json
from samskab.evidence.power.answer import Enough

FORMAT = 1


def analysis_json(found: AnalysisFindings) -> bytes:
    """One object; effects in the outcome's own unit and direction, null where there is no end."""
    outcome = found.outcome
    content: dict[str, Any] = {
        "format": FORMAT,
        "programme": found.title,
        "randomised": isinstance(found, LotAnalysis),
        "outcome": outcome.name,
        "kind": outcome.kind.value,
        "unit": outcome.unit,
        "higher_is_better": outcome.higher_is_better,
        "smallest_relevant": outcome.smallest_relevant,
        "level": outcome.level,
        "estimand": found.settings.analysis.estimand.value,
        "rows": found.rows,
        "remarks": [fault.code for fault in found.remarks],
    }
    if isinstance(found, LotAnalysis):
        content |= _drawn(found)
    else:
        from samskab.cli.rollout.comparison import comparison_json

        content["comparison"] = comparison_json(found.comparison)
    content["money"] = money_json(found.money)
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _drawn(found: LotAnalysis) -> dict[str, object]:
    lottery = {
        "confirmed": True,
        "orders": found.orders,
        "wave_of": dict(found.stored.wave_of),
    }
    return {
        "test": found.settings.analysis.test.value,
        "standing": _standing(found.standing),
        "lottery": lottery,
        "simulated": found.rehearsal is not None,
        "true_effect": found.rehearsal.effect if found.rehearsal else None,
        **_by_lot(found.by_lot, found.standing),
    }


def _standing(standing: Standing) -> dict[str, object]:
    lock = standing.lock
    return {
        "exploratory": standing.is_exploratory,
        "locked_at": lock.locked.locked_at.isoformat() if lock else None,
        "sha256": lock.locked.sha256 if lock else None,
        "departures": [
            {"part": one.part.value, "planned": one.planned, "done": one.done}
            for one in standing.departures
        ],
        "measured_otherwise": standing.measured_otherwise,
    }


def _by_lot(lot: LotFindings, standing: Standing) -> dict[str, object]:
    return {
        "units": list(lot.data.units),
        "periods": list(lot.data.periods),
        "verdict": lot.verdict.value,
        "answer": _estimate(lot.answer),
        "others": [_estimate(one) for one in lot.others],
        "not_used": [
            {
                "way": one.way.value,
                "estimand": one.estimand.value,
                "why": [fault.code for fault in one.why],
            }
            for one in lot.unused
        ],
        "by_time": [{"periods": at} | _estimate(one) for at, one in enumerate(lot.by_time, 1)],
        "spread": {
            "icc": lot.spread.icc,
            "cac": lot.spread.cac,
            "zero": list(lot.spread.boundary),
        },
        "subgroups": [_subgroup(one, standing) for one in lot.subgroups],
        "further": None
        if lot.further is None
        else {
            "target": lot.further.target,
            "units": _enough(lot.further.units),
            "periods": _enough(lot.further.periods),
        },
    }


def _estimate(one: Estimate) -> dict[str, object]:
    return {
        "way": one.way.value,
        "estimand": one.estimand.value,
        "estimate": one.estimate,
        "low": _number(one.low),
        "high": _number(one.high),
        "p": one.p,
        "smallest_detectable": _number(one.detectable),
        "power": TARGET,
    }


def _subgroup(one: SubgroupFindings, standing: Standing) -> dict[str, object]:
    head = {"column": one.column, "label": one.label, "units": one.units}
    head["planned"] = standing.is_planned(one.column)
    if isinstance(one.answer, NotUsed):
        return head | {"why": [fault.code for fault in one.answer.why]}
    return head | _estimate(one.answer)


def _enough(enough: Enough) -> dict[str, object]:
    return {"number": enough.number, "power": enough.power}


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
