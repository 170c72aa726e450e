"""What the roll-out can show, for programs: `rollout/power.json`."""

import json
import math

from samskab.cli.rollout.power_findings import MOST_PERIODS, MOST_UNITS, TARGET, PowerFindings
from samskab.evidence.power.answer import Enough

FORMAT = 1


def power_json(found: PowerFindings) -> bytes:
    """One object; effects in units of the outcome, null where there is no number."""
    over, outcome = found.over_allowed, found.outcome
    content = {
        "format": FORMAT,
        "programme": found.title,
        "outcome": outcome.name,
        "kind": outcome.kind.value,
        "estimand": found.settings.analysis.estimand.value,
        "is_drawn": found.is_drawn,
        "units": found.units,
        "periods": [
            {
                "id": period.id,
                "first_day": period.first_day.isoformat(),
                "last_day": period.last_day.isoformat(),
                "treated": int(treated),
            }
            for period, treated in zip(found.settings.periods, found.treated, strict=True)
        ],
        "level": outcome.level,
        "target": TARGET,
        "smallest_relevant": outcome.smallest_relevant,
        "power": found.power.power,
        "can_tell": found.can_tell,
        "smallest_detectable": {
            "exposure_average": _number(found.premium.average),
            "constant": _number(found.premium.constant),
            "ratio": _number(found.premium.ratio),
        },
        "over_allowed": None
        if over is None
        else {"orders": len(over.powers), "mean": over.mean, "worst": over.worst},
        "by_guess": [
            {
                "icc": one.icc,
                "cac": one.cac,
                "exposure_average": _number(abs(one.effects.average)),
                "constant": _number(abs(one.effects.constant)),
            }
            for one in found.grid
        ],
        "further_units": _enough(found.more_units, MOST_UNITS),
        "further_periods": _enough(found.more_periods, MOST_PERIODS),
        "persons": _enough(found.more_persons, None),
        "remarks": [fault.code for fault in found.remarks],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _enough(enough: Enough, most: int | None) -> dict[str, object]:
    return {"number": enough.number, "power": enough.power, "tried": most}
