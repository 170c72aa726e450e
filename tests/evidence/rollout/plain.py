"""Roll-outs for tests, and every allowed allocation found by trying all there are."""

from itertools import product

import numpy as np

from samskab.evidence.rollout.counting import AllowedSet, NotCounted, count_allowed
from samskab.evidence.rollout.model import Covariate, Rollout, exact_sizes


def tried_out(rollout: Rollout) -> set[tuple[int, ...]]:
    row = {name: place for place, name in enumerate(rollout.clusters)}
    found = set()
    for waves in product(range(len(rollout.waves)), repeat=len(rollout.clusters)):
        taken = [waves.count(wave) for wave in range(len(rollout.waves))]
        if (
            all(rollout.allowed[place, wave] for place, wave in enumerate(waves))
            and all(a <= b <= c for a, b, c in zip(rollout.least, taken, rollout.most, strict=True))
            and all(len({waves[row[name]] for name in group}) == 1 for group in rollout.together)
        ):
            found.add(waves)
    return found


def counted(rollout: Rollout) -> AllowedSet:
    allowed = count_allowed(rollout)
    assert not isinstance(allowed, NotCounted)
    return allowed


def named(letter: str, count: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number}" for number in range(1, count + 1))


def small_rollout() -> Rollout:
    """Six units, three waves of two, some days closed, a pair, two covariates."""
    allowed = np.array(
        [[1, 1, 1], [1, 1, 0], [0, 1, 1], [1, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=np.bool_
    )
    covariates = (
        Covariate("leaders", np.array([12.0, 30.0, 7.0, 18.0, 25.0, 9.0])),
        Covariate("absence", np.array([4.1, 5.2, 3.9, 6.0, 4.4, 5.1]), 2.0),
    )
    return exact_sizes(named("u", 6), named("w", 3), allowed, (2, 2, 2), covariates=covariates)


def large_rollout(share_open: float = 1.0) -> Rollout:
    """40 units, 8 waves of five."""
    allowed = np.random.default_rng(5).random((40, 8)) < share_open
    return exact_sizes(named("u", 40), named("w", 8), allowed, (5,) * 8)
