"""Each method's answer, or why it has none; effects in the better direction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import stats

from samskab.cli.rollout.comparison.gathered import Gathered
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.callaway_santanna import (
    LEAST_UNTREATED,
    Against,
    CallawaySantAnna,
    Method,
    callaway_santanna,
)
from samskab.evidence.effect.observational.few_units import Average, lonely_cohorts
from samskab.evidence.effect.observational.panel import Integers, Panel
from samskab.evidence.effect.observational.synthetic_control import (
    Comparison,
    Predictor,
    SyntheticControl,
    synthetic_control,
)
from samskab.evidence.effect.observational.synthetic_did import (
    LEAST_TIMES_BEFORE,
    SyntheticDid,
    Weighting,
    placebo_error,
    synthetic_did,
)
from samskab.evidence.effect.observational.two_way import sun_abraham, two_way
from samskab.telling.rollout_comparison_codes import ComparisonCode

TARGET = 0.8
LEAST_CONTROLS = 3
PLACEBOS = {Weighting.SDID: 100, Weighting.SC: 40}
"""Their spread is known to 7 % and 11 %; the latter's weights take ten times longer."""
TREATED = "treated"


class Way(StrEnum):
    """The methods, those that are trusted first on top; the last one never decides."""

    CALLAWAY_SANTANNA = "callaway_santanna"
    SUN_ABRAHAM = "sun_abraham"
    SYNTHETIC_DID = "synthetic_did"
    SYNTHETIC_CONTROL = "synthetic_control"
    TWO_WAY = "two_way"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one method found.

    Attributes:
        effect: with the interval; None where the method is of no use here.
        se: its standard error.
        freedom: degrees of it.
        detectable: the effect that this comparison would have seen with a chance of `TARGET`.
        why_not: why it is of no use.
    """

    way: Way
    effect: EffectInterval | None = None
    se: float | None = None
    freedom: float | None = None
    detectable: float | None = None
    why_not: tuple[Fault, ...] = ()


def answer_of(way: Way, average: Average, level: float) -> Answer:
    """An estimate with its error as an answer."""
    effect = EffectInterval(average.estimate, *average.interval(level))
    seen = detectable(average.se, average.freedom, level)
    return Answer(way, effect, average.se, average.freedom, seen)


def detectable(se: float, freedom: float, level: float) -> float:
    """The effect that such an error shows with a chance of `TARGET`, two-sided."""
    quantiles = stats.t.ppf((0.5 + level / 2.0, TARGET), freedom)
    return float(quantiles.sum()) * se


def tried(way: Way, work: Callable[[], Average], level: float) -> Answer:
    """The answer of a method, or why it has none."""
    try:
        average = work()
    except InputError as error:
        return Answer(way, why_not=error.faults)
    if not np.isfinite(average.se) or average.se <= 0.0:
        return Answer(way, why_not=(Fault(EffectCode.NOT_ESTIMABLE),))
    return answer_of(way, average, level)


def effects_by_start(gathered: Gathered) -> CallawaySantAnna:
    """Callaway and Sant'Anna's effects, against those who never start where they are enough.

    Raises:
        InputError: nobody is left to compare with, or one unit only starts at some time.
    """
    panel = gathered.panel
    _require_somebody_waiting(panel)
    never = gathered.waiting >= LEAST_UNTREATED
    against = Against.NEVER_TREATED if never else Against.NOT_YET_TREATED
    found = callaway_santanna(panel, Method.REGRESSION, against)
    _refuse_alone(gathered, lonely_cohorts(panel, found))
    return found


def _require_somebody_waiting(panel: Panel) -> None:
    if not np.any(panel.start > panel.cohorts[0]):
        raise InputError([Fault(ComparisonCode.NOTHING_LEFT)])


def _refuse_alone(gathered: Gathered, starts: Sequence[float]) -> None:
    if starts:
        names = [gathered.period_of(start).id for start in starts]
        raise InputError([Fault(ComparisonCode.ALONE_IN_START, {"periods": names})])


def by_sun_abraham(gathered: Gathered) -> Average:
    """The average over all treated measurements.

    Raises:
        InputError: as `effects_by_start`.
    """
    panel = gathered.panel
    _require_somebody_waiting(panel)
    last = np.inf if gathered.waiting else panel.cohorts[-1]
    alone = [float(g) for g in panel.cohorts if g < last and np.sum(panel.start == g) == 1]
    _refuse_alone(gathered, alone)
    found = sun_abraham(panel)
    return Average(found.att, found.att_se, len(panel.units) - 1.0)


def by_two_way(gathered: Gathered) -> Average:
    """The coefficient of having started.

    Raises:
        InputError: it cannot be told from units and times.
    """
    _require_somebody_waiting(gathered.panel)
    found = two_way(gathered.panel)
    return Average(found.estimate, found.se, len(gathered.panel.units) - 1.0)


def weighted(gathered: Gathered, weighting: Weighting) -> SyntheticDid:
    """Synthetic difference in differences, or its relative.

    Raises:
        InputError: several starts, too few controls, or too few times before the start.
    """
    panel, faults = gathered.panel, []
    if panel.cohorts.size > 1:
        values = {"count": int(panel.cohorts.size)}
        faults.append(Fault(ComparisonCode.SEVERAL_STARTS, values))
    if gathered.waiting <= max(gathered.starters, LEAST_CONTROLS - 1):
        numbers = {"controls": gathered.waiting, "treated": gathered.starters}
        faults.append(Fault(ComparisonCode.TOO_FEW_CONTROLS, numbers))
    first = float(panel.cohorts[0])
    if first <= LEAST_TIMES_BEFORE:
        name = gathered.period_of(first).id
        faults.append(Fault(EffectCode.NO_TIME_BEFORE, {"start": name}))
    if faults:
        raise InputError(faults)
    return synthetic_did(panel, weighting)


def error_by_placebo(fit: SyntheticDid, seed: int) -> Average:
    """The estimate, its error the spread of placebo effects among the controls.

    Of one treated unit there are as many placebos as controls: each is taken once.
    """
    controls = len(fit.controls)
    if fit.block.Y.shape[0] - fit.block.N0 == 1:
        turns = iter(range(controls))

        def each(count: int) -> Integers:
            order: Integers = np.roll(np.arange(count, dtype=np.int64), next(turns))
            return order

        return Average(fit.att, placebo_error(fit, each, controls), controls - 1.0)
    draw = np.random.default_rng(seed).permutation
    return Average(fit.att, placebo_error(fit, draw, PLACEBOS[fit.weighting]), controls - 1.0)


def donors_of(gathered: Gathered) -> SyntheticControl:
    """The treated units' mean against a weighted mean of the others that resembled it before."""
    panel = gathered.panel
    means, on = panel.matrix(), np.isfinite(panel.start)
    times = [int(time) for time in panel.times]
    controls = tuple(np.asarray(panel.units)[~on].tolist())
    rows = {TREATED: means[on].mean(axis=0)} | dict(zip(controls, means[~on], strict=True))
    before = tuple(time for time in times if time < panel.cohorts[0])
    unit = [name for name in rows for _ in times]
    return synthetic_control(
        unit,
        times * len(rows),
        {"y": [float(y) for row in rows.values() for y in row]},
        "y",
        Comparison(TREATED, controls, tuple(Predictor("y", (t,)) for t in before), before),
    )
