"""`rollout/lock.json`: what is to be analysed, and how, before any outcome is seen."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from samskab.cli.rollout.design_json import StoredDesign
from samskab.cli.rollout.observed import DAY, FILE, UNIT, Observed
from samskab.cli.rollout.settings import EffectTest, Estimand, OutcomeKind, RolloutSettings
from samskab.cli.rollout.settings import OutcomeSetting as Outcome
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.analysis_plan import (
    AnalysisPlan,
    LockedPlan,
    PrimaryEffect,
    PrimaryModel,
    PrimaryTest,
    locked_from_json,
    locked_to_json,
)
from samskab.evidence.rollout.record_json import record_to_json
from samskab.telling.rollout_codes import RolloutFileCode

LOCK = "rollout/lock.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class AnalysisLock:
    """A plan of analysis that was locked.

    Attributes:
        locked: the plan, its time and its hash.
        lottery: fingerprint of the lottery that it belongs to (`lottery_mark`).
        measured: fingerprint of what is measured when (`measured_mark`).
    """

    locked: LockedPlan
    lottery: str
    measured: str


def analysis_plan(settings: RolloutSettings, outcome: Outcome) -> AnalysisPlan:
    """What the settings ask for, in the engine's form."""
    binary = outcome.kind is OutcomeKind.BINARY
    constant = settings.analysis.estimand is Estimand.CONSTANT
    test = PrimaryTest.PERMUTATION
    if settings.analysis.test is EffectTest.KENWARD_ROGER:
        test = PrimaryTest.BIAS_REDUCED if binary else PrimaryTest.KENWARD_ROGER
    return AnalysisPlan(
        outcome=outcome.name,
        model=PrimaryModel.MARGINAL_IDENTITY if binary else PrimaryModel.MIXED_NESTED,
        effect=PrimaryEffect.CONSTANT if constant else PrimaryEffect.AVERAGE_OVER_EXPOSURE,
        test=test,
        subgroups=settings.analysis.subgroups,
        level=1.0 - outcome.level,
        smallest_relevant_effect=outcome.smallest_relevant,
    )


def lottery_mark(stored: StoredDesign) -> str:
    """SHA-256 of the lottery's record: its inputs, its seed and its result."""
    return _digest(record_to_json(stored.record))


def measured_mark(settings: RolloutSettings, outcome: Outcome) -> str:
    """SHA-256 of what the plan's form has no field for: the measure, its guesses, the periods."""
    content = {
        "kind": outcome.kind.value,
        "higher_is_better": outcome.higher_is_better,
        "icc": outcome.icc,
        "cac": outcome.cac,
        "persons": outcome.persons,
        "periods": [
            [period.id, period.first_day.isoformat(), period.last_day.isoformat()]
            for period in settings.periods
        ],
        "start_periods": list(settings.start_periods),
    }
    return _digest(json.dumps(content, ensure_ascii=False, sort_keys=True))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def lock_json(lock: AnalysisLock) -> bytes:
    """The file."""
    content = {
        "format": FORMAT,
        "lottery": lock.lottery,
        "measured": lock.measured,
        "plan": json.loads(locked_to_json(lock.locked)),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_lock(root: Path) -> AnalysisLock | None:
    """The lock of a folder; None where nothing was locked.

    Raises:
        InputError: the file is not as it was written.
    """
    file = root / LOCK
    if not file.is_file():
        return None
    try:
        content = json.loads(file.read_text("utf-8"))
        plan = json.dumps(content["plan"])
        marks = str(content["lottery"]), str(content["measured"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        values = {"why": type(error).__name__}
        raise InputError([Fault(RolloutFileCode.LOCK_BROKEN, values, LOCK)]) from error
    try:
        return AnalysisLock(locked_from_json(plan), *marks)
    except InputError as error:
        raise InputError([Fault(f.code, f.values, LOCK) for f in error.faults]) from error


def require_lock_of(lock: AnalysisLock, stored: StoredDesign) -> None:
    """Refuse a lock that belongs to another lottery.

    Raises:
        InputError: see above.
    """
    if lock.lottery != lottery_mark(stored):
        raise InputError([Fault(RolloutFileCode.LOCK_OF_OTHERS, {}, LOCK)])


def require_measured_after(observed: Observed, locked_at: datetime) -> None:
    """Refuse rows that may have been seen when the choices were made.

    A row is known by its day alone, so one of the day of the lock counts as seen.

    Raises:
        InputError: with the place of the first such row.
    """
    early = [
        at
        for at, day in enumerate(observed.day)
        if datetime.combine(day, time.min, locked_at.tzinfo) <= locked_at
    ]
    if early:
        row = observed.rows[early[0]]
        column = DAY if DAY in row.table.columns else UNIT
        spot = row.at(column).spot
        values = {
            "day": observed.day[early[0]],
            "locked": locked_at.date(),
            "count": len(early),
        }
        code = RolloutFileCode.MEASURED_BEFORE_LOCK
        raise InputError([Fault(code, values, FILE, spot.line, spot.column)])
