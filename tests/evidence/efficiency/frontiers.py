"""Frontiers that are known, and units whose true share of them is known."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samskab.evidence.efficiency.bootstrap import bootstrap
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.units import Figures, Units, units_of

World = Callable[[np.random.Generator, int], tuple[Figures, Units]]


def half_normal(random: np.random.Generator, count: int, spread: float) -> Figures:
    """Shares whose density is highest at the frontier."""
    return np.asarray(np.exp(-np.abs(random.normal(0, spread, count))))


def root(random: np.random.Generator, count: int) -> tuple[Figures, Units]:
    """y = √x."""
    share, frontier = half_normal(random, count, 0.4), random.uniform(1, 9, count)
    return share, units_of(frontier / share, np.sqrt(frontier))


def inputs(number: int) -> World:
    """y = (x1 ... xm)^(0.8 / m)."""

    def world(random: np.random.Generator, count: int) -> tuple[Figures, Units]:
        share, x = half_normal(random, count, 0.3), random.uniform(1, 9, (count, number))
        return share, units_of(x / share[:, None], x.prod(axis=1) ** (0.8 / number))

    return world


def growing(random: np.random.Generator, count: int) -> tuple[Figures, Units]:
    """y = (x1 x2)^0.4, whose output falls short."""
    share, x = half_normal(random, count, 0.3), random.uniform(1, 9, (count, 2))
    return share, units_of(x, share * x.prod(axis=1) ** 0.4)


def circle(random: np.random.Generator, count: int) -> tuple[Figures, Units]:
    """y1² + y2² = x1 x2."""
    share, x = half_normal(random, count, 0.3), random.uniform(1, 9, (count, 2))
    angle, radius = random.uniform(0.1, np.pi / 2 - 0.1, count), np.sqrt(x.prod(axis=1))
    outputs = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return share, units_of(x / share[:, None], outputs)


def far(random: np.random.Generator, count: int) -> tuple[Figures, Units]:
    """y = (x1 x2 x3)^0.25, with hardly anybody near it."""
    share, x = random.beta(8, 2, count), random.uniform(1, 9, (count, 3))
    return share, units_of(x / share[:, None], x.prod(axis=1) ** 0.25)


@dataclass(frozen=True, slots=True)
class Frontier:
    """A world, how many units are seen of it, and by which model."""

    words: str
    world: World
    count: int
    model: Model


FRONTIERS = (
    Frontier("1 input, 1 output", root, 60, Model()),
    Frontier("2 inputs, 1 output", inputs(2), 60, Model()),
    Frontier(
        "2 inputs, 1 output, outputs grow", growing, 60, Model(orientation=Orientation.OUTPUT)
    ),
    Frontier("3 inputs, 1 output", inputs(3), 98, Model()),
    Frontier("2 inputs, 2 outputs, constant", circle, 98, Model(returns=Returns.CONSTANT)),
    Frontier("3 inputs, 1 output, nobody near", far, 60, Model()),
)


def coverage(
    frontier: Frontier, levels: tuple[float, ...], sets: int, runs: int
) -> tuple[Figures, Figures]:
    """Of each level's intervals: the share that holds the truth, and its error between sets."""
    held: list[list[float]] = []
    for seed in range(sets):
        share, units = frontier.world(np.random.default_rng(seed), frontier.count)
        held.append([])
        for level in levels:
            random = np.random.default_rng(seed)
            found = bootstrap(units, frontier.model, runs=runs, level=level, random=random)
            assert found is not None
            held[-1].append(float(np.mean((found.low <= share) & (share <= found.high))))
    return np.mean(held, axis=0), np.std(held, axis=0, ddof=1) / np.sqrt(sets)
