"""The cheapest ways through a person's modules, against trying them all."""

from itertools import product

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.cheapest_paths import CheapestPaths, cheapest_paths
from samskab.planner.bound.forest import Forest, Link

Ints = npt.NDArray[np.int64]
STARTS, BLOCKS = 5, 3
EVERYBODY = np.ones(BLOCKS, dtype=np.bool_)
NOBODY = np.zeros(BLOCKS, dtype=np.bool_)


def tree(random: np.random.Generator) -> Forest:
    """Modules 1 and 2 come after 0, and 3 after 2; each start allows a run of later ones."""
    links = []
    for before, after in ((0, 1), (0, 2), (2, 3)):
        low = random.integers(0, STARTS + 1, STARTS)
        high = np.minimum(low + random.integers(0, STARTS, STARTS), STARTS)
        links.append(Link(before, after, low, high, EVERYBODY))
    return Forest(
        order=(0, 1, 2, 3),
        into=((), (links[0],), (links[1],), (links[2],)),
        out_of=((links[0], links[1]), (), (links[2],), ()),
        rooted=(EVERYBODY, NOBODY, NOBODY, NOBODY),
    )


def tried(forest: Forest, price: list[Ints], left_out: list[Ints], block: int) -> dict[int, int]:
    """By start of module 0 (-1: left out), the least that all four modules cost."""
    least: dict[int, int] = {}
    links = [link for links in forest.out_of for link in links]
    for starts in product(range(-1, STARTS), repeat=4):
        kept = all(
            starts[link.after] < 0
            or (
                starts[link.before] >= 0
                and link.low[starts[link.before]]
                <= starts[link.after]
                < link.high[starts[link.before]]
            )
            for link in links
        )
        if kept:
            cost = sum(
                int(left_out[m][block] if start < 0 else price[m][start, block])
                for m, start in enumerate(starts)
            )
            least[starts[0]] = min(least.get(starts[0], cost), cost)
    return least


def test_the_cheapest_ways_are_those_that_trying_all_finds() -> None:
    random = np.random.default_rng(4)
    for _ in range(25):
        forest = tree(random)
        price = [random.integers(0, 100, (STARTS, BLOCKS)) for _ in range(4)]
        left_out = [random.integers(20, 120, BLOCKS) for _ in range(4)]
        paths: CheapestPaths = cheapest_paths(forest, price, left_out)
        for block in range(BLOCKS):
            least = tried(forest, price, left_out, block)
            assert paths.whole[block] == min(least.values())
            for start in range(STARTS):
                ahead = paths.ahead[0][start, block]
                assert price[0][start, block] + ahead == least[start]
