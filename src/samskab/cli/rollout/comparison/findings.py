"""Everything that a comparison finds where nothing was drawn by lot."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.cli.rollout.comparison.gathered import Gathered, gather
from samskab.cli.rollout.comparison.methods import (
    Answer,
    Way,
    answer_of,
    by_sun_abraham,
    by_two_way,
    detectable,
    donors_of,
    effects_by_start,
    error_by_placebo,
    tried,
    weighted,
)
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.observed import Observed
from samskab.cli.rollout.reading import FILE
from samskab.cli.rollout.settings import Estimand, OutcomeSetting, PeriodSetting, RolloutSettings
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.observational.bacon import Decomposition, bacon
from samskab.evidence.effect.observational.few_units import (
    Average,
    by_exposure,
    exposure_average,
    treated_average,
)
from samskab.evidence.effect.observational.synthetic_did import Weighting
from samskab.telling.rollout_codes import RolloutFileCode

MOST_FURTHER = 400


class Looks(StrEnum):
    """What the comparison looks like; it never shows that anything works."""

    BETTER = "better"
    WORSE = "worse"
    SMALL = "small"
    CANNOT_TELL = "cannot_tell"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class Moment:
    """The effect at one time since the start; before it, how far the paths parted.

    Attributes:
        since: periods, 0 being the first treated one.
        effect: with its own interval.
        is_apart: before the start: whether the paths parted by more than chance explains, over all
            times before the start together.
    """

    since: int
    effect: EffectInterval
    is_apart: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """Who a synthetic method compares with: unit -> share above zero."""

    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonFindings:
    """A comparison of units that started with those that had not.

    Attributes:
        starts: unit -> its first treated period; None for those that never started.
        answers: one of each method, the more trusted first.
        primary: the first that has an answer and may decide; None where none has.
        course: by time since the start; empty where Callaway and Sant'Anna have no answer.
        weights: of the comparisons that make up the two-way estimate; None where it has none.
        donors: whom each synthetic method compares with.
        looks: what comes of it.
        further_units: as many as these that would show the smallest relevant effect; None where
            it is no question, or where not even `MOST_FURTHER` would.
    """

    outcome: OutcomeSetting
    estimand: Estimand
    periods: tuple[PeriodSetting, ...]
    rows: int
    starts: Mapping[str, PeriodSetting | None]
    answers: tuple[Answer, ...]
    primary: Answer | None
    course: tuple[Moment, ...]
    weights: Decomposition | None
    donors: Mapping[Way, Weighed]
    looks: Looks
    further_units: int | None
    remarks: tuple[Fault, ...]
    randomised: bool = False

    @property
    def effect(self) -> EffectInterval | None:
        """The primary one."""
        return self.primary.effect if self.primary else None

    @property
    def level(self) -> float:
        """Of the intervals."""
        return 1.0 - self.outcome.level


def find_comparison(
    observed: Observed, settings: RolloutSettings, seed: int = 1
) -> ComparisonFindings:
    """Compare units that started with units that had not, by every method that can.

    Args:
        observed: with the column `treated`.
        settings: with the outcome.
        seed: of the placebos.

    Raises:
        InputError: measurements that nothing can be compared with.
    """
    outcome = settings.outcome
    if outcome is None:
        raise InputError([Fault(RolloutFileCode.OUTCOME_MISSING, {}, FILE)])
    gathered = gather(observed, settings)
    level, estimand = 1.0 - outcome.level, settings.analysis.estimand
    first, course = _by_start(gathered, estimand, level)
    synthetic, donors = _synthetic(gathered, level, seed)
    answers = (
        first,
        tried(Way.SUN_ABRAHAM, lambda: by_sun_abraham(gathered), level),
        *synthetic,
        tried(Way.TWO_WAY, lambda: by_two_way(gathered), level),
    )
    primary = next((one for one in answers[:-1] if one.effect), None)
    looks = _looks(primary, course, outcome)
    start = gathered.panel.start
    return ComparisonFindings(
        outcome=outcome,
        estimand=estimand,
        periods=gathered.periods,
        rows=gathered.rows,
        starts={
            unit: gathered.period_of(begun) if math.isfinite(begun) else None
            for unit, begun in zip(gathered.panel.units, start, strict=True)
        },
        answers=answers,
        primary=primary,
        course=course,
        weights=bacon(gathered.panel) if answers[-1].effect else None,
        donors=donors,
        looks=looks,
        further_units=_further(primary, looks, outcome, start.size),
        remarks=gathered.remarks,
    )


def _by_start(
    gathered: Gathered, estimand: Estimand, level: float
) -> tuple[Answer, tuple[Moment, ...]]:
    panel = gathered.panel
    try:
        found = effects_by_start(gathered)
        average = (
            treated_average(panel, found)
            if estimand is Estimand.CONSTANT
            else exposure_average(panel, found)
        )
        course = _course(by_exposure(panel, found), level)
    except InputError as error:
        return Answer(Way.CALLAWAY_SANTANNA, why_not=error.faults), ()
    return answer_of(Way.CALLAWAY_SANTANNA, average, level), course


def _course(averages: tuple[tuple[float, Average], ...], level: float) -> tuple[Moment, ...]:
    before = sum(since < 0.0 for since, _ in averages)
    moments = []
    for since, average in averages:
        low, high = average.interval(level, max(before, 1))
        is_apart = since < 0.0 and (low > 0.0 or high < 0.0)
        effect = EffectInterval(average.estimate, *average.interval(level))
        moments.append(Moment(round(since), effect, is_apart))
    return tuple(moments)


def _synthetic(
    gathered: Gathered, level: float, seed: int
) -> tuple[tuple[Answer, Answer], Mapping[Way, Weighed]]:
    """Both synthetic methods: they need the same of the data."""
    try:
        did = weighted(gathered, Weighting.SDID)
        control = weighted(gathered, Weighting.SC)
    except InputError as error:
        none = tuple(
            Answer(way, why_not=error.faults) for way in (Way.SYNTHETIC_DID, Way.SYNTHETIC_CONTROL)
        )
        return (none[0], none[1]), {}
    donors = donors_of(gathered)
    after = np.asarray(donors.times) >= gathered.panel.cohorts[0]
    att = float(np.asarray(donors.gap)[after].mean())
    placebo = error_by_placebo(control, seed)
    answers = (
        tried(Way.SYNTHETIC_DID, lambda: error_by_placebo(did, seed), level),
        tried(Way.SYNTHETIC_CONTROL, lambda: Average(att, placebo.se, placebo.freedom), level),
    )
    shares = dict(zip(did.controls, map(float, did.weights.omega), strict=True))
    return answers, {
        Way.SYNTHETIC_DID: Weighed(_above_zero(shares)),
        Way.SYNTHETIC_CONTROL: Weighed(_above_zero(donors.weights)),
    }


def _above_zero(shares: Mapping[str, float]) -> Mapping[str, float]:
    held = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
    return {unit: share for unit, share in held if share > 0.0005}  # noqa: PLR2004 (0.1 % shows)


def _looks(primary: Answer | None, course: tuple[Moment, ...], outcome: OutcomeSetting) -> Looks:
    if primary is None or primary.effect is None:
        return Looks.CANNOT_TELL
    if primary.way is Way.CALLAWAY_SANTANNA and any(moment.is_apart for moment in course):
        return Looks.PARTED
    effect, relevant = primary.effect, outcome.smallest_relevant
    if -relevant < effect.low and effect.high < relevant:
        return Looks.SMALL
    if effect.low > 0.0:
        return Looks.BETTER
    return Looks.WORSE if effect.high < 0.0 else Looks.CANNOT_TELL


def _further(
    primary: Answer | None, looks: Looks, outcome: OutcomeSetting, units: int
) -> int | None:
    """If more of the same kind come, the error falls with their root, and the freedom grows."""
    if looks is not Looks.CANNOT_TELL or primary is None:
        return None
    if primary.se is None or primary.freedom is None:
        return None
    for more in range(1, MOST_FURTHER + 1):
        times = (units + more) / units
        se, freedom = primary.se / math.sqrt(times), primary.freedom * times
        if detectable(se, freedom, 1.0 - outcome.level) <= outcome.smallest_relevant:
            return more
    return None
