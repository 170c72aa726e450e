"""The planning problem as the bound sees it: all rules but these are dropped."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.blocks import Blocks, blocks_of
from samskab.planner.bound.conflicts import Conflicts, conflicts_of
from samskab.planner.bound.forest import Forest, forest_of
from samskab.planner.bound.offers import Offers, offers_of
from samskab.planner.bound.tolls import Limits, limits_of
from samskab.planner.timetable import Timetable

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Relaxation:
    """The problem as the bound sees it.

    Attributes:
        offers: by module.
        forest: what comes after what.
        limits: how much there is of what is scarce.
        conflicts: who must not share a session.
        unserved: [B] øre of leaving a block out of one module.
    """

    blocks: Blocks
    offers: tuple[Offers, ...]
    forest: Forest
    limits: Limits
    conflicts: Conflicts
    unserved: Ints


def relax(timetable: Timetable) -> Relaxation:
    """Keep sessions' sizes and prices, people's costs, one predecessor of each module, limits."""
    blocks = blocks_of(timetable)
    needed = tuple(blocks.every(table.needs) for table in timetable.modules)
    price = timetable.problem.programme.prices.unserved_oere
    return Relaxation(
        blocks=blocks,
        offers=tuple(offers_of(timetable, m, blocks) for m in range(len(timetable.modules))),
        forest=forest_of(timetable, needed),
        limits=limits_of(timetable),
        conflicts=conflicts_of(timetable, blocks),
        unserved=blocks.sizes * price,
    )
