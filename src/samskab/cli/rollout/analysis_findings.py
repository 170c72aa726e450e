"""Everything that `samskab rollout analyse` finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from samskab.cli.rollout.analysis_lock import (
    LOCK,
    AnalysisLock,
    analysis_plan,
    measured_mark,
    read_lock,
    require_lock_of,
    require_measured_after,
)
from samskab.cli.rollout.by_lot.findings import LotFindings, find_by_lot
from samskab.cli.rollout.by_lot.gathered import LotData, gather
from samskab.cli.rollout.design_json import StoredDesign
from samskab.cli.rollout.money.findings import MoneyFindings, find_money
from samskab.cli.rollout.observed import read_observed
from samskab.cli.rollout.opening import open_rollout, placed_in_rollout
from samskab.cli.rollout.rehearsal import Rehearsal, read_rehearsal
from samskab.cli.rollout.repeated import drawn_again
from samskab.cli.rollout.settings import (
    EffectTest,
    Estimand,
    OutcomeSetting,
    RolloutSettings,
)
from samskab.cli.rollout.units_csv import FILE as UNITS
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.analysis_plan import Departure, Part, departures
from samskab.evidence.rollout.codes import RolloutCode
from samskab.planner.model.problem import Problem
from samskab.telling.rollout_codes import RolloutFileCode

if TYPE_CHECKING:
    from samskab.cli.rollout.comparison import ComparisonFindings

OPTION = "--subgroup"


@dataclass(frozen=True, slots=True)
class Choices:
    """What is asked for beside `rollout.toml`; each departs from the lock where that says else.

    Attributes:
        estimand, test: None for those of the file.
        subgroups: columns of `units.csv`, beside those of the file.
        exploratory: whether the lock is to be left alone, and everything called exploratory.
        seed: of whatever is simulated or sampled.
        plan: the plan whose cost is weighed; None for the folder's own.
    """

    estimand: Estimand | None = None
    test: EffectTest | None = None
    subgroups: tuple[str, ...] = ()
    exploratory: bool = False
    seed: int = 1
    plan: Path | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the answer was fixed before it was seen.

    Attributes:
        lock: None where nothing was locked, or the lock was left alone.
        departures: from the locked plan.
        measured_otherwise: whether the measure or its periods are others than those locked.
    """

    lock: AnalysisLock | None = None
    departures: tuple[Departure, ...] = ()
    measured_otherwise: bool = False

    @property
    def is_exploratory(self) -> bool:
        """Whether the answer itself is; a subgroup that was not planned taints itself alone."""
        others = any(one.part is not Part.SUBGROUP for one in self.departures)
        return self.lock is None or others or self.measured_otherwise

    def is_planned(self, subgroup: str) -> bool:
        """Whether the effect in these subgroups was to be looked at."""
        return self.lock is not None and subgroup in self.lock.locked.plan.subgroups


@dataclass(frozen=True, slots=True, eq=False)
class LotAnalysis:
    """What was asked and found where lots were drawn.

    Attributes:
        rows: of `outcomes.csv`.
        stored: the lottery, confirmed by repeating it.
        orders: among which the final one was drawn.
        money: None where neither a cost nor a benefit is known.
        rehearsal: the truth, where the outcomes are made up.
    """

    title: str
    settings: RolloutSettings
    outcome: OutcomeSetting
    choices: Choices
    rows: int
    stored: StoredDesign
    orders: int
    standing: Standing
    by_lot: LotFindings
    money: MoneyFindings | None
    rehearsal: Rehearsal | None
    remarks: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = field(default=())


@dataclass(frozen=True, slots=True, eq=False)
class ComparedAnalysis:
    """What was asked and found where nothing was drawn: attributes as of `LotAnalysis`."""

    title: str
    settings: RolloutSettings
    outcome: OutcomeSetting
    choices: Choices
    rows: int
    comparison: "ComparisonFindings"
    money: MoneyFindings | None
    remarks: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = field(default=())


AnalysisFindings = LotAnalysis | ComparedAnalysis


def find_analysis(root: Path, choices: Choices) -> AnalysisFindings:
    """Read what was measured, and say what it shows.

    Raises:
        InputError: with every fault of the folder, of `rollout.toml`, of `outcomes.csv`, of the
            lottery or of the lock.
        StoppedError: the lottery's orders cannot be counted.
    """
    opened = open_rollout(root, lambda own: _with_choices(own, choices))
    asked = _Asked(root, opened.problem, opened.settings, opened.outcome, choices)
    found = _by_lot(asked, opened.stored) if opened.stored else _compared(asked)
    return replace(found, warnings=opened.warnings)


@dataclass(frozen=True, slots=True)
class _Asked:
    root: Path
    problem: Problem
    settings: RolloutSettings
    outcome: OutcomeSetting
    choices: Choices


def _with_choices(settings: RolloutSettings, choices: Choices) -> RolloutSettings:
    analysis = settings.analysis
    extra = tuple(name.casefold() for name in choices.subgroups)
    return replace(
        settings,
        analysis=replace(
            analysis,
            estimand=choices.estimand or analysis.estimand,
            test=choices.test or analysis.test,
            subgroups=tuple(dict.fromkeys((*analysis.subgroups, *extra))),
        ),
    )


def _by_lot(asked: _Asked, stored: StoredDesign) -> LotAnalysis:
    settings, outcome = asked.settings, asked.outcome
    drawn = drawn_again(stored)
    _require_subgroups(settings, stored)
    lock = None if asked.choices.exploratory else read_lock(asked.root)
    if lock:
        require_lock_of(lock, stored)
    observed = read_observed(asked.root, settings, stored.rollout.clusters)
    if lock:
        require_measured_after(observed, lock.locked.locked_at)
    data = gather(observed, settings, stored.rollout.clusters, drawn)
    lot = _found(data, asked)
    choices, units = asked.choices, len(data.units)
    return LotAnalysis(
        title=asked.problem.programme.title,
        settings=settings,
        outcome=outcome,
        choices=choices,
        rows=len(observed.unit),
        stored=stored,
        orders=len(drawn.kept),
        standing=_standing(lock, settings, outcome),
        by_lot=lot,
        remarks=tuple(_remarks(stored)),
        money=find_money(asked.root, settings, lot.effect, units, choices.seed, choices.plan),
        rehearsal=read_rehearsal(asked.root),
    )


def _remarks(stored: StoredDesign) -> Iterator[Fault]:
    """Which tests remain where every wave has one unit."""
    if max(stored.rollout.most) == 1:
        yield Fault(RolloutCode.ONE_UNIT_PER_WAVE, {"size": stored.record.allowed})


def _found(data: LotData, asked: _Asked) -> LotFindings:
    try:
        return find_by_lot(data, asked.settings, asked.outcome, asked.choices.seed)
    except InputError as error:
        raise placed_in_rollout(error) from error


def _standing(
    lock: AnalysisLock | None, settings: RolloutSettings, outcome: OutcomeSetting
) -> Standing:
    if lock is None:
        return Standing()
    done = analysis_plan(settings, outcome)
    return Standing(
        lock,
        departures(lock.locked.plan, done),
        lock.measured != measured_mark(settings, outcome),
    )


def _require_subgroups(settings: RolloutSettings, stored: StoredDesign) -> None:
    faults = [*_faults_of_subgroups(settings, stored)]
    if faults:
        raise InputError(faults)


def _faults_of_subgroups(settings: RolloutSettings, stored: StoredDesign) -> Iterator[Fault]:
    known = {name for row in settings.units.values() for name in row.texts}
    for name in settings.analysis.subgroups:
        if name not in known:
            yield Fault(RolloutFileCode.COLUMN_UNKNOWN, {"column": name}, OPTION)
            return
    if settings.analysis.subgroups:
        for unit in stored.rollout.clusters:
            if unit not in settings.units:
                values = {"unit": unit, "file": UNITS}
                yield Fault(RolloutFileCode.UNIT_MISSING, values, UNITS)


def _compared(asked: _Asked) -> ComparedAnalysis:
    """Nothing was drawn: what the file says of who had started is all there is.

    Units need not be in the programme: those that never start are whom it is compared with. The
    methods are loaded here: they take seconds.
    """
    from samskab.cli.rollout.comparison import find_comparison

    if read_lock(asked.root):
        raise InputError([Fault(RolloutFileCode.LOCK_OF_OTHERS, {}, LOCK)])
    observed = read_observed(asked.root, asked.settings)
    settings, choices = asked.settings, asked.choices
    found = find_comparison(observed, settings, choices.seed)
    starters = sum(period is not None for period in found.starts.values())
    return ComparedAnalysis(
        title=asked.problem.programme.title,
        settings=settings,
        outcome=asked.outcome,
        choices=choices,
        rows=len(observed.unit),
        comparison=found,
        money=find_money(asked.root, settings, found.effect, starters, choices.seed, choices.plan),
        remarks=found.remarks,
    )
