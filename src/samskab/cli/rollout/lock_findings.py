"""What `samskab rollout lock` locks, and why it may refuse."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from samskab.cli.rollout.analysis_lock import (
    LOCK,
    AnalysisLock,
    analysis_plan,
    lottery_mark,
    measured_mark,
    read_lock,
    require_measured_after,
)
from samskab.cli.rollout.design_json import StoredDesign
from samskab.cli.rollout.observed import FILE as OUTCOMES
from samskab.cli.rollout.observed import read_observed
from samskab.cli.rollout.opening import open_rollout, placed_in_rollout
from samskab.cli.rollout.repeated import drawn_again
from samskab.cli.rollout.settings import OutcomeSetting, RolloutSettings
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.analysis_plan import LockedPlan, lock
from samskab.telling.rollout_codes import RolloutFileCode


@dataclass(frozen=True, slots=True)
class LockFindings:
    """What is locked.

    Attributes:
        title: of the programme.
        stored: the lottery that it belongs to.
        orders: among which the final one was drawn: what the permutation test compares with.
    """

    title: str
    settings: RolloutSettings
    outcome: OutcomeSetting
    stored: StoredDesign
    orders: int
    lock: AnalysisLock
    warnings: tuple[Fault, ...]


def find_lock(root: Path, now: datetime | None = None) -> LockFindings:
    """Lock what `rollout.toml` asks for.

    Args:
        root: the programme folder.
        now: the time of locking; by default that of the clock. Without a zone it is the
            programme's.

    Raises:
        InputError: there is nothing to lock, no lottery or a stale one; it is locked already; or
            outcomes have been recorded.
        StoppedError: the lottery's orders cannot be counted.
    """
    opened = open_rollout(root)
    settings, outcome = opened.settings, opened.outcome
    _refuse_second(root)
    stored = opened.lottery
    moment = _moment(now, ZoneInfo(opened.problem.programme.timezone))
    _refuse_outcomes(root, settings, stored, moment)
    return LockFindings(
        title=opened.problem.programme.title,
        settings=settings,
        outcome=outcome,
        stored=stored,
        orders=len(drawn_again(stored).kept),
        lock=AnalysisLock(
            _locked(settings, outcome, moment),
            lottery_mark(stored),
            measured_mark(settings, outcome),
        ),
        warnings=opened.warnings,
    )


def _refuse_second(root: Path) -> None:
    """A lock that can be made again protects nobody."""
    if before := read_lock(root):
        values = {"locked": before.locked.locked_at.date()}
        raise InputError([Fault(RolloutFileCode.LOCKED_ALREADY, values, LOCK)])


def _moment(now: datetime | None, zone: ZoneInfo) -> datetime:
    moment = now or datetime.now(zone)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).replace(microsecond=0)


def _refuse_outcomes(
    root: Path, settings: RolloutSettings, stored: StoredDesign, moment: datetime
) -> None:
    """A file with a header alone tells nobody anything."""
    if not (root / OUTCOMES).exists():
        return
    try:
        observed = read_observed(root, settings, stored.rollout.clusters)
    except InputError as error:
        if {fault.code for fault in error.faults} == {RolloutFileCode.NOTHING_MEASURED}:
            return
        raise
    require_measured_after(observed, moment)


def _locked(settings: RolloutSettings, outcome: OutcomeSetting, moment: datetime) -> LockedPlan:
    try:
        return lock(analysis_plan(settings, outcome), moment)
    except InputError as error:
        raise placed_in_rollout(error) from error
