"""Everything that `samskab rollout power` works out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from samskab.cli.rollout.design_json import StoredDesign
from samskab.cli.rollout.measured import measured
from samskab.cli.rollout.opening import open_rollout, placed_in_rollout
from samskab.cli.rollout.reading import units_taking_part
from samskab.cli.rollout.repeated import drawn_again
from samskab.cli.rollout.settings import (
    EffectTest,
    Estimand,
    OutcomeSetting,
    RolloutSettings,
)
from samskab.common.errors import Fault, InputError
from samskab.evidence.power.allowed import (
    AllowedPower,
    DetectableAt,
    detectable_by_icc,
    power_over_allowed,
)
from samskab.evidence.power.answer import (
    Enough,
    ExposurePremium,
    Power,
    exposure_premium,
    further_clusters,
    further_periods,
    power_of,
    smallest_n,
)
from samskab.evidence.power.design import design
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.question import Question
from samskab.evidence.power.remarks import remarks
from samskab.evidence.power.wald import Freedom, WaldTest
from samskab.evidence.rollout.advice import advice_on_p
from samskab.evidence.rollout.model import Integers
from samskab.evidence.rollout.treatment import treatment
from samskab.planner.model.problem import Problem

TARGET = 0.8
GUESSES = (0.01, 0.02, 0.05, 0.1, 0.2)
LASTING = (1.0, 0.8, 0.5)
MOST_ORDERS = 10_000
MOST_UNITS, MOST_PERIODS = 400, 36
# As simulated studies found (docs/benchmarks.md): the permutation test has less power.
FREEDOM = {
    EffectTest.PERMUTATION: Freedom.CLUSTERS,
    EffectTest.KENWARD_ROGER: Freedom.CONTAINMENT,
}


@dataclass(frozen=True, slots=True)
class PowerFindings:
    """What the roll-out can show.

    Attributes:
        is_drawn: whether lots have been drawn; else units are spread evenly.
        units: how many.
        treated: (T,) units that have started in each period.
        power: at the smallest relevant effect, of the estimand that is primary.
        premium: smallest detectable effects, in absolute value.
        over_allowed: over orders that could have been drawn; None before the lottery.
        grid: of each guess of ICC and CAC.
        more_units, more_periods, more_persons: what would reach the target.
    """

    title: str
    settings: RolloutSettings
    outcome: OutcomeSetting
    is_drawn: bool
    units: int
    treated: Integers
    power: Power
    premium: ExposurePremium
    over_allowed: AllowedPower | None
    grid: tuple[DetectableAt, ...]
    more_units: Enough
    more_periods: Enough
    more_persons: Enough
    remarks: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def smallest(self) -> float:
        """The smallest detectable effect of the estimand that is primary."""
        if self.settings.analysis.estimand is Estimand.CONSTANT:
            return self.premium.constant
        return self.premium.average

    @property
    def can_tell(self) -> bool:
        """Whether the smallest relevant effect is seen with the target's chance."""
        return self.power.power >= TARGET


def find_power(root: Path) -> PowerFindings:
    """Work everything out; calendars are not read.

    Raises:
        InputError: with every fault of the folder, of `rollout.toml`, or of what it asks.
        StoppedError: the orders of a stored lottery cannot be counted.
    """
    opened = open_rollout(root)
    try:
        found = _found(opened.problem, opened.settings, opened.outcome, opened.stored)
    except InputError as error:
        raise placed_in_rollout(error) from error
    return replace(found, warnings=opened.warnings)


def _found(
    problem: Problem,
    settings: RolloutSettings,
    outcome: OutcomeSetting,
    stored: StoredDesign | None,
) -> PowerFindings:
    units = len(units_taking_part(problem, settings.start_module))
    periods = len(settings.periods)
    allocation = _evenly(units, len(settings.waves)) if stored is None else stored.allocation
    treated = treatment(allocation, settings.start_periods, periods)
    question = _question(settings, outcome, treated)
    iccs = sorted({outcome.icc, *GUESSES})
    premium = exposure_premium(question, TARGET)
    return PowerFindings(
        title=problem.programme.title,
        settings=settings,
        outcome=outcome,
        is_drawn=stored is not None,
        units=units,
        treated=treated.sum(axis=0),
        power=power_of(question),
        premium=replace(premium, average=abs(premium.average), constant=abs(premium.constant)),
        over_allowed=_over_allowed(question, settings, stored) if stored else None,
        grid=detectable_by_icc(question, iccs, sorted({outcome.cac, *LASTING}), TARGET),
        more_units=further_clusters(question, TARGET, MOST_UNITS),
        more_periods=further_periods(question, TARGET, MOST_PERIODS),
        more_persons=smallest_n(question, TARGET),
        remarks=(*remarks(question.design, question.test), *_on_p(settings, outcome, stored)),
        warnings=(),
    )


def _evenly(units: int, waves: int) -> Integers:
    allocation: Integers = np.arange(units, dtype=np.int64) * waves // units
    return allocation


def _question(settings: RolloutSettings, outcome: OutcomeSetting, treated: Integers) -> Question:
    pattern = design(treated, outcome.persons)
    measure, spread = measured(outcome)
    constant = settings.analysis.estimand is Estimand.CONSTANT
    return Question(
        design=pattern,
        effects=spread,
        outcome=measure,
        estimand=ConstantEffect() if constant else ExposureAverage(),
        test=WaldTest(outcome.level, freedom=FREEDOM[settings.analysis.test]),
    )


def _on_p(
    settings: RolloutSettings, outcome: OutcomeSetting, stored: StoredDesign | None
) -> tuple[Fault, ...]:
    """A permutation test cannot show any effect over too few orders, whatever the power says."""
    if stored is None or settings.analysis.test is not EffectTest.PERMUTATION:
        return ()
    return advice_on_p(stored.record.kept, outcome.level)


def _over_allowed(
    question: Question, settings: RolloutSettings, stored: StoredDesign
) -> AllowedPower:
    """Over the orders among which the final one was drawn, or a part of them spread evenly."""
    kept = drawn_again(stored).kept
    rows = np.linspace(0, len(kept) - 1, min(len(kept), MOST_ORDERS)).round().astype(np.int64)
    patterns = treatment(kept[rows], settings.start_periods, len(settings.periods))
    return power_over_allowed(question, patterns)


def guesses_of(grid: Iterable[DetectableAt]) -> tuple[list[float], list[float]]:
    """The ICCs and the CACs of a grid, each in rising order."""
    points = list(grid)
    return sorted({one.icc for one in points}), sorted({one.cac for one in points})
