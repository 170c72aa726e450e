"""The plan of analysis: locked before outcomes are read, and what departs from it.

A plan that can be changed after the outcomes are seen protects nobody: its hash covers every
choice and the time of locking.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from samskab.common.errors import Fault, InputError
from samskab.evidence.canonical import sha256_of_json
from samskab.evidence.effect.codes import EffectCode


class PrimaryModel(StrEnum):
    """What estimates the effect."""

    MIXED_EXCHANGEABLE = "mixed_exchangeable"
    MIXED_NESTED = "mixed_nested_exchangeable"
    MARGINAL_IDENTITY = "marginal_identity"
    MARGINAL_LOGIT = "marginal_logit"
    EFFICIENT_TIMING = "efficient_timing"


class PrimaryEffect(StrEnum):
    """Which number is the answer."""

    CONSTANT = "constant"
    AVERAGE_OVER_EXPOSURE = "average_over_exposure"


class PrimaryTest(StrEnum):
    """What its p-value and interval come from."""

    PERMUTATION = "permutation"
    KENWARD_ROGER = "kenward_roger"
    SATTERTHWAITE = "satterthwaite"
    BIAS_REDUCED = "bias_reduced"
    FISHER = "fisher"


@dataclass(frozen=True, slots=True)
class AnalysisPlan:
    """What shall be analysed, or what was: the same form for both.

    Attributes:
        outcome: the name of the outcome's column.
        model: what estimates the effect.
        effect: which number is the answer.
        test: what its p-value and interval come from.
        subgroups: names of groups analysed by themselves.
        level: of the interval, such as 0.95.
        smallest_relevant_effect: in the outcome's unit, above 0; a smaller effect would change
            nothing.
    """

    outcome: str
    model: PrimaryModel
    effect: PrimaryEffect
    test: PrimaryTest
    subgroups: tuple[str, ...]
    level: float
    smallest_relevant_effect: float


@dataclass(frozen=True, slots=True)
class LockedPlan:
    """A plan with its time of locking and the hash of both.

    Attributes:
        plan: what was locked.
        locked_at: with its time zone.
        sha256: 64 hexadecimal digits, over the plan and the time.
    """

    plan: AnalysisPlan
    locked_at: datetime
    sha256: str


class Part(StrEnum):
    """What of a plan an analysis can depart from."""

    OUTCOME = "outcome"
    MODEL = "model"
    EFFECT = "effect"
    TEST = "test"
    SUBGROUP = "subgroup"
    LEVEL = "level"
    SMALLEST_EFFECT = "smallest_relevant_effect"


@dataclass(frozen=True, slots=True)
class Departure:
    """A choice that the plan did not make; the result that rests on it is exploratory.

    Attributes:
        part: of the plan.
        planned: as text; None for a subgroup that was not planned.
        done: as text; None for a planned subgroup that was left out.
    """

    part: Part
    planned: str | None
    done: str | None


def lock(plan: AnalysisPlan, now: datetime) -> LockedPlan:
    """Lock a plan at a time.

    Raises:
        InputError: no outcome is named, the level is not in (0, 1), the smallest relevant effect
            is not above 0, or the time has no zone.
    """
    faults = _faults_of_plan(plan)
    if now.tzinfo is None:
        faults.append(Fault(EffectCode.CLOCK_WITHOUT_ZONE, {"time": now.isoformat()}))
    if faults:
        raise InputError(faults)
    return LockedPlan(plan, now, _hash(plan, now))


def check_lock(locked: LockedPlan) -> None:
    """Make sure that the plan is still what was locked.

    Raises:
        InputError: plan or time do not match the hash.
    """
    if _hash(locked.plan, locked.locked_at) != locked.sha256:
        raise InputError([Fault(EffectCode.PLAN_CHANGED, {"sha256": locked.sha256[:12]})])


def check_outcomes_follow_lock(locked: LockedPlan, recorded: Sequence[datetime]) -> None:
    """Make sure that no outcome was there to be seen when the plan was locked.

    Args:
        locked: the plan.
        recorded: when each row was recorded (or each file last changed), with time zones.

    Raises:
        InputError: the plan was changed, or rows are from before the lock, or a time has no zone.
    """
    check_lock(locked)
    unzoned = [time for time in recorded if time.tzinfo is None]
    if unzoned:
        values = {"time": unzoned[0].isoformat()}
        raise InputError([Fault(EffectCode.CLOCK_WITHOUT_ZONE, values)])
    early = [time for time in recorded if time <= locked.locked_at]
    if early:
        values = {
            "count": str(len(early)),
            "first": min(early).isoformat(timespec="minutes"),
            "locked": locked.locked_at.isoformat(timespec="minutes"),
        }
        raise InputError([Fault(EffectCode.BEFORE_LOCK, values)])


def departures(plan: AnalysisPlan, analysis: AnalysisPlan) -> tuple[Departure, ...]:
    """What an analysis did otherwise than planned; empty where it kept the plan."""
    pairs = (
        (Part.OUTCOME, plan.outcome, analysis.outcome),
        (Part.MODEL, plan.model, analysis.model),
        (Part.EFFECT, plan.effect, analysis.effect),
        (Part.TEST, plan.test, analysis.test),
        (Part.LEVEL, plan.level, analysis.level),
        (
            Part.SMALLEST_EFFECT,
            plan.smallest_relevant_effect,
            analysis.smallest_relevant_effect,
        ),
    )
    changed = [Departure(part, str(old), str(new)) for part, old, new in pairs if old != new]
    new = [Departure(Part.SUBGROUP, None, g) for g in analysis.subgroups if g not in plan.subgroups]
    gone = [
        Departure(Part.SUBGROUP, g, None) for g in plan.subgroups if g not in analysis.subgroups
    ]
    return (*changed, *new, *gone)


def locked_to_json(locked: LockedPlan) -> str:
    """The file that a door keeps."""
    body = _body(locked.plan, locked.locked_at) | {"sha256": locked.sha256}
    return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def locked_from_json(text: str) -> LockedPlan:
    """Read it back.

    Raises:
        InputError: it is no locked plan, or was changed since.
    """
    try:
        body = json.loads(text)
        plan = AnalysisPlan(
            outcome=str(body["outcome"]),
            model=PrimaryModel(body["model"]),
            effect=PrimaryEffect(body["effect"]),
            test=PrimaryTest(body["test"]),
            subgroups=tuple(str(name) for name in body["subgroups"]),
            level=float(body["level"]),
            smallest_relevant_effect=float(body["smallest_relevant_effect"]),
        )
        locked = LockedPlan(plan, datetime.fromisoformat(body["locked_at"]), str(body["sha256"]))
    except (ValueError, KeyError, TypeError) as error:
        raise InputError([Fault(EffectCode.PLAN_UNREADABLE, {"why": str(error)})]) from error
    check_lock(locked)
    return locked


def _faults_of_plan(plan: AnalysisPlan) -> list[Fault]:
    faults = []
    if not plan.outcome.strip():
        faults.append(Fault(EffectCode.PLAN_EMPTY))
    if not 0.0 < plan.level < 1.0:
        faults.append(Fault(EffectCode.LEVEL_OUT_OF_RANGE, {"level": plan.level}))
    if not 0.0 < plan.smallest_relevant_effect < float("inf"):
        faults.append(
            Fault(EffectCode.SMALLEST_NOT_POSITIVE, {"effect": plan.smallest_relevant_effect})
        )
    return faults


def _body(plan: AnalysisPlan, locked_at: datetime) -> dict[str, object]:
    return {
        "outcome": plan.outcome,
        "model": plan.model.value,
        "effect": plan.effect.value,
        "test": plan.test.value,
        "subgroups": list(plan.subgroups),
        "level": plan.level,
        "smallest_relevant_effect": plan.smallest_relevant_effect,
        "locked_at": locked_at.isoformat(),
    }


def _hash(plan: AnalysisPlan, locked_at: datetime) -> str:
    return sha256_of_json(_body(plan, locked_at))
