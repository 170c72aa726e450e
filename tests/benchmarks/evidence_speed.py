"""How long the engine of evidence takes for 40 units, eight periods and 20 people; and for DEA."""

import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import pandas as pd
from statsmodels.regression.mixed_linear_model import MixedLM
from tests.benchmarks.stopwatch import Stopwatch
from tests.evidence.effect.permutation.wedges import forty_units
from tests.evidence.effect.wedge_data import Truth, wedge
from tests.evidence.rollout.plain import counted, large_rollout

from samskab.evidence.effect.cells import cells_of
from samskab.evidence.effect.inversion import Lines, Tail, interval
from samskab.evidence.effect.outcomes import Outcomes
from samskab.evidence.effect.permutation.cluster_means import Floats
from samskab.evidence.effect.permutation.effect_shape import EffectShape, effect_columns
from samskab.evidence.effect.permutation.tables import fits_of, tables_of
from samskab.evidence.effect.permutation.working_covariance import (
    WorkingCovariance,
    covariance_of_means,
)
from samskab.evidence.effect.stepped_wedge import Correlation, Curve, rollout_effect
from samskab.evidence.efficiency.bootstrap import bootstrap
from samskab.evidence.efficiency.compare import compare
from samskab.evidence.efficiency.units import Units, units_of
from samskab.evidence.power.allowed import power_over_allowed
from samskab.evidence.power.correlation import from_icc
from samskab.evidence.power.design import design
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Question
from samskab.evidence.rollout.lots import lots
from samskab.evidence.rollout.ranks import allocations_at
from samskab.evidence.rollout.treatment import treatment

ALLOCATIONS, RUNS = 10_000, 2_000
TIMES = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """A task: its wall clock, and what is aimed at; None where nothing is."""

    task: str
    seconds: float
    aim: float | None


def speeds(say: Callable[[str], None], *, quick: bool) -> list[Timed]:
    """Every task, one after the other; `quick` draws a tenth of the bootstrap's runs."""
    found = []
    for part in (
        _lots,
        _permutation,
        _power,
        _mixed,
        partial(_units, RUNS // 10 if quick else RUNS),
    ):
        for timed in part():
            say(f"{timed.task}: {timed.seconds:.3f} s")
            found.append(timed)
    return found


def _median(task: Callable[[], object]) -> float:
    """Of a few runs, after one that warms up caches."""
    task()
    seconds = []
    for _ in range(TIMES):
        watch = Stopwatch()
        task()
        seconds.append(watch.seconds)
    return float(np.median(seconds))


def _lots() -> list[Timed]:
    def draw(share_open: float) -> None:
        allowed = counted(large_rollout(share_open))
        allocations_at(allowed, list(islice(lots("1", "draws", allowed.size), ALLOCATIONS)))

    return [
        Timed(
            f"10,000 allowed allocations, counting them first; {share_open:.0%} of the waves open",
            _median(partial(draw, share_open)),
            2.0,
        )
        for share_open in (1.0, 0.7, 0.5)
    ]


def _permutation() -> list[Timed]:
    lottery = forty_units()
    treated = treatment(lottery.allocations[0], lottery.starts, lottery.periods)
    outcome = lottery.outcome(0, 0.3, np.random.default_rng(1))
    outcomes = np.stack([outcome, treated.astype(np.float64)])
    covariance = covariance_of_means(WorkingCovariance(), np.full(outcome.shape, 20.0))

    def statistics(columns: Floats) -> Lines:
        fits = fits_of(tables_of(outcomes, covariance, columns), lottery.allocations)
        a, b = fits.estimate.T / fits.standard_error
        return Lines(a, b, float(a[0]), float(b[0]), one_more=False)

    constant = EffectShape(by_exposure=False)
    found = []
    for words, shape in (("constant", constant), ("by exposure", EffectShape())):
        columns = effect_columns(shape, lottery.starts, lottery.periods)

        task = partial(statistics, columns)
        lines = task()
        inverted = _median(partial(interval, lines, Tail.BOTH, 0.05))
        found += [
            Timed(f"10,000 permutation statistics, {words} effect", _median(task), 0.1),
            Timed(f"interval by inversion over 10,000, {words} effect", inverted, 0.5),
        ]
    return found


def _power() -> list[Timed]:
    lottery = forty_units()
    treated = treatment(lottery.allocations, lottery.starts, lottery.periods)
    spread = from_icc(icc=0.05, cac=0.8, total_sd=1.0)
    outcome = Continuous(0.3, spread.residual_sd)
    asked = Question(design(treated[0], 20), spread.effects, outcome)
    seconds = _median(partial(power_over_allowed, asked, treated))
    return [Timed("power of 10,000 allowed allocations", seconds, None)]


def _mixed() -> list[Timed]:
    starts = np.repeat(np.arange(1, 8), 6)[:40]
    data = wedge(np.random.default_rng(1), starts, 8, 20, Truth(0.3))

    def analyse(curve: Curve) -> None:
        rollout_effect(cells_of(data), Correlation.NESTED, curve)

    own = [
        Timed(
            f"REML and Kenward-Roger, nested exchangeable, {words} effect",
            _median(partial(analyse, curve)),
            0.2,
        )
        for words, curve in (("constant", Curve.CONSTANT), ("by exposure", Curve.BY_EXPOSURE))
    ]
    rival = "the same REML by statsmodels' MixedLM, constant effect, no Kenward-Roger"
    return [*own, Timed(rival, _mixed_lm(data), None)]


def _mixed_lm(data: Outcomes) -> float:
    """Its time alone: its estimates are not to be leant on here, for it may stop short."""
    frame = pd.DataFrame(
        {"y": data.y, "on": data.treated * 1.0, "t": data.period, "c": data.cluster}
    )
    began = time.monotonic()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = MixedLM.from_formula(
            "y ~ 0 + C(t) + on", frame, groups="c", re_formula="1", vc_formula={"t": "0 + C(t)"}
        )
        model.fit(reml=True)
    return time.monotonic() - began


def _units(runs: int) -> list[Timed]:
    units = municipalities()
    drawn = Stopwatch()
    bootstrap(units, runs=runs, random=np.random.default_rng(1))
    seconds = drawn.seconds
    return [
        Timed("DEA: 98 units, 3 inputs, 4 outputs", _median(lambda: compare(units)), 0.3),
        Timed(f"{runs:,} bootstrap runs of it", seconds, 60.0),
    ]


def municipalities() -> Units:
    """As many as Denmark has."""
    random = np.random.default_rng(0)
    inputs = random.lognormal(0, 0.6, (98, 3))
    mean = inputs @ random.uniform(0.2, 1.0, (3, 4))
    return units_of(inputs, mean * random.lognormal(-0.2, 0.3, (98, 4)))
