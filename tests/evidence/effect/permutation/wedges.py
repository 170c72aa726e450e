"""Stepped wedges over closed calendars, with outcomes whose effect is known."""

from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
from tests.evidence.rollout.plain import counted, named

from samskab.evidence.effect.permutation.cluster_means import ClusterMeans
from samskab.evidence.effect.permutation.randomisation_test import ReferenceSet
from samskab.evidence.rollout.lots import lots
from samskab.evidence.rollout.model import Rollout, exact_sizes
from samskab.evidence.rollout.ranks import allocations_at, every_allocation
from samskab.evidence.rollout.treatment import treatment

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Wedge:
    """Units x periods; the first period is before anybody starts."""

    rollout: Rollout
    allocations: Integers
    starts: tuple[int, ...]
    periods: int

    def reference(self, row: int) -> ReferenceSet:
        return ReferenceSet(self.allocations, self.allocations[row], self.starts)

    def means(self, outcome: Floats, people: Floats | None = None) -> ClusterMeans:
        size = np.full(outcome.shape, 20.0) if people is None else people
        return ClusterMeans(self.rollout.clusters, named("p", self.periods), outcome, size)

    def outcome(self, row: int, effect: float, random: np.random.Generator) -> Floats:
        """Units that differ, drift and react alike."""
        units, periods = len(self.rollout.clusters), self.periods
        noise = random.normal(0, 0.3, (units, 1)) + random.normal(0, 0.25, (units, periods))
        drift = np.linspace(0, 0.5, periods)
        return noise + drift + effect * treatment(self.allocations[row], self.starts, periods)


def twelve_units_with_closed_waves(reference: int = 999) -> Wedge:
    """Twelve units, four waves of three; a third of the waves are closed to a unit."""
    allowed = np.ones((12, 4), dtype=np.bool_)
    allowed[[0, 1, 2, 3], 0] = False
    allowed[[2, 4, 5, 6], 1] = False
    allowed[[5, 7, 8, 9], 2] = False
    allowed[[0, 7, 10, 11], 3] = False
    rollout = exact_sizes(named("u", 12), named("w", 4), allowed, (3, 3, 3, 3))
    all_allowed = counted(rollout)
    ranks = list(islice(lots("wedge", "draws", all_allowed.size), reference))
    return Wedge(rollout, allocations_at(all_allowed, ranks), (1, 2, 3, 4), 5)


def units_in_four_waves(each: int, reference: int = 999) -> Wedge:
    """Four waves of so many units, with nothing closed."""
    units = 4 * each
    rollout = exact_sizes(named("u", units), named("w", 4), np.ones((units, 4)), (each,) * 4)
    all_allowed = counted(rollout)
    ranks = list(islice(lots("open", "draws", all_allowed.size), reference))
    return Wedge(rollout, allocations_at(all_allowed, ranks), (1, 2, 3, 4), 5)


def six_units_all_listed() -> Wedge:
    """Six units, three waves of two: all 90 allocations."""
    rollout = exact_sizes(named("u", 6), named("w", 3), np.ones((6, 3)), (2, 2, 2))
    return Wedge(rollout, every_allocation(counted(rollout)), (1, 2, 3), 4)


def forty_units() -> Wedge:
    """40 units, eight periods, seven waves, a sample of 10,000 allocations."""
    allowed = np.random.default_rng(8).random((40, 7)) < 0.8
    rollout = exact_sizes(named("u", 40), named("w", 7), allowed, (6, 6, 6, 6, 6, 5, 5))
    all_allowed = counted(rollout)
    ranks = list(islice(lots("forty", "draws", all_allowed.size), 10_000))
    return Wedge(rollout, allocations_at(all_allowed, ranks), tuple(range(1, 8)), 8)
