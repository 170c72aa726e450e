"""Studies drawn from the power engine's own parameters, analysed by both tests."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from tests.evidence.effect.permutation.wedges import Wedge

from samskab.evidence.effect.cells import Cells
from samskab.evidence.effect.permutation.cluster_means import ClusterMeans
from samskab.evidence.effect.permutation.effect_shape import EffectShape
from samskab.evidence.effect.permutation.randomisation_test import Question as Asked
from samskab.evidence.effect.permutation.randomisation_test import permutation_test
from samskab.evidence.effect.permutation.working_covariance import WorkingCovariance
from samskab.evidence.effect.stepped_wedge import Correlation, Curve, rollout_effect
from samskab.evidence.power.answer import detectable_effect, power_of
from samskab.evidence.power.correlation import from_icc
from samskab.evidence.power.design import design
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Question
from samskab.evidence.power.wald import Freedom, WaldTest
from samskab.evidence.rollout.treatment import treatment

ICC, CAC, PEOPLE = 0.05, 0.8, 20
LEVEL, TARGET = 0.05, 0.8
STANDARD_ERRORS = 3
"""Once in 370 true runs a share would be further off; seeds are fixed."""


@dataclass(frozen=True, slots=True)
class Study:
    """A roll-out by lot whose true effect is the same from the first period on.

    Attributes:
        by_exposure: whether the analysis allows the effect to change with exposure.
    """

    wedge: Wedge
    by_exposure: bool

    @property
    def has_closed_waves(self) -> bool:
        """Whether some calendar forbids some wave."""
        return not self.wedge.rollout.allowed.all()

    def question(self, effect: float, freedom: Freedom) -> Question:
        """The first allocation's; where units are alike in size, all have its power."""
        spread = from_icc(icc=ICC, cac=CAC, total_sd=1.0)
        pattern = treatment(self.wedge.allocations[0], self.wedge.starts, self.wedge.periods)
        return Question(
            design(pattern, PEOPLE),
            spread.effects,
            Continuous(effect, spread.residual_sd),
            ExposureAverage() if self.by_exposure else ConstantEffect(),
            test=WaldTest(LEVEL, freedom=freedom),
        )

    def effect(self) -> float:
        """What a z test with known variances finds in four of five studies."""
        return detectable_effect(self.question(1.0, Freedom.NORMAL), TARGET)


@dataclass(frozen=True, slots=True)
class Found:
    """What an analysis says of one study."""

    p: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an analysis rejected no effect, and how often its interval held the truth."""

    runs: int
    rejected: float
    covered: float


def by_kenward_roger(cells: Cells, study: Study, row: int) -> Found:
    del row
    curve = Curve.BY_EXPOSURE if study.by_exposure else Curve.CONSTANT
    found = rollout_effect(cells, Correlation.NESTED, curve).kenward_roger
    return Found(found.p, found.low, found.high)


def by_permutation(cells: Cells, study: Study, row: int) -> Found:
    means = ClusterMeans(cells.clusters, cells.periods, cells.mean, cells.count.astype(float))
    asked = Asked(EffectShape(study.by_exposure), level=LEVEL, working=WorkingCovariance(ICC, CAC))
    found = permutation_test(means, study.wedge.reference(row), asked)
    return Found(found.p_value, found.low, found.high)


ANALYSES = {"Kenward-Roger": by_kenward_roger, "permutation": by_permutation}


FREEDOM = {"Kenward-Roger": Freedom.CONTAINMENT, "permutation": Freedom.CLUSTERS}
"""As `samskab rollout power` counts them for each test."""


def predicted(study: Study, test: str, effect: float) -> float:
    """The power that the engine foretells."""
    return power_of(study.question(effect, FREEDOM[test])).power


def simulate(
    study: Study, effect: float, runs: int, seed: int, tests: tuple[str, ...] = tuple(ANALYSES)
) -> dict[str, Tally]:
    """Draw lots and outcomes `runs` times; the same studies go through every test."""
    found: dict[str, list[Found]] = {test: [] for test in tests}
    for row, cells in _studies(study, effect, runs, seed):
        for test in tests:
            found[test].append(ANALYSES[test](cells, study, row))
    return {
        test: Tally(
            runs,
            float(np.mean([one.p <= LEVEL for one in each])),
            float(np.mean([one.low <= effect <= one.high for one in each])),
        )
        for test, each in found.items()
    }


def _studies(study: Study, effect: float, runs: int, seed: int) -> Iterator[tuple[int, Cells]]:
    """Which allocation was drawn, and its cells.

    Means and the sum of squares within cells of normal outcomes are independent: drawing them is
    drawing the people.
    """
    random, wedge = np.random.default_rng(seed), study.wedge
    spread = from_icc(icc=ICC, cac=CAC, total_sd=1.0)
    units, periods = len(wedge.rollout.clusters), wedge.periods
    count = np.full((units, periods), PEOPLE)
    for _ in range(runs):
        row = int(random.integers(len(wedge.allocations)))
        treated = treatment(wedge.allocations[row], wedge.starts, periods)
        mean = (
            np.linspace(0, 0.5, periods)
            + effect * treated
            + spread.effects.tau * random.standard_normal((units, 1))
            + spread.effects.gamma * random.standard_normal((units, periods))
            + spread.residual_sd / np.sqrt(PEOPLE) * random.standard_normal((units, periods))
        )
        within = spread.residual_sd**2 * random.chisquare(count.sum() - count.size)
        names = tuple(str(period) for period in range(periods))
        yield row, Cells(wedge.rollout.clusters, names, count, mean, treated > 0, float(within))


def standard_error(share: float, runs: int) -> float:
    """The Monte Carlo error of a share."""
    return float(np.sqrt(share * (1 - share) / runs))


def within_monte_carlo_error(found: float, runs: int, share: float) -> bool:
    """Whether a share is as promised, but for chance."""
    return abs(found - share) <= STANDARD_ERRORS * standard_error(share, runs)
