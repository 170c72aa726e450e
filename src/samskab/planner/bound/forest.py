"""What comes after what, as the bound keeps it: each person's modules form a forest."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.timetable import ModuleTable, Timetable

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One module comes after another, for some of the people.

    Attributes:
        before, after: modules.
        low, high: [S of `before`] the starts low <= t < high of `after` that each start allows.
        holds: [B] the blocks it concerns.
    """

    before: int
    after: int
    low: Ints
    high: Ints
    holds: Bools


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Every block's modules with at most one predecessor each.

    Attributes:
        order: modules, each behind those that it comes after.
        into: by module, the links that lead to it; no block has two of them.
        out_of: by module, the links that leave it.
        rooted: by module, [B] the blocks that need it and have no predecessor of it.
    """

    order: tuple[int, ...]
    into: tuple[tuple[Link, ...], ...]
    out_of: tuple[tuple[Link, ...], ...]
    rooted: tuple[Bools, ...]


def forest_of(timetable: Timetable, needed: tuple[Bools, ...]) -> Forest:
    """Keep, for each block and module, the latest predecessor that the block needs too.

    Dropping the others relaxes the problem. The latest is the one that binds in a chain where
    the earlier ones are named as well.

    Args:
        timetable: the problem.
        needed: by module, [B] which blocks need it.
    """
    rank = {module: place for place, module in enumerate(timetable.order)}
    into: list[tuple[Link, ...]] = []
    rooted: list[Bools] = []
    for after, table in enumerate(timetable.modules):
        left = needed[after].copy()
        links: list[Link] = []
        for before in sorted(timetable.comes_after[after], key=rank.__getitem__, reverse=True):
            holds = left & needed[before]
            left &= ~needed[before]
            if holds.any():
                low, high = _allowed(timetable.modules[before], table)
                links.append(Link(before, after, low, high, holds))
        into.append(tuple(links))
        rooted.append(left)
    every = [link for links in into for link in links]
    out_of = tuple(
        tuple(link for link in every if link.before == module)
        for module in range(len(timetable.modules))
    )
    return Forest(timetable.order, tuple(into), out_of, tuple(rooted))


def _allowed(before: ModuleTable, after: ModuleTable) -> tuple[Ints, Ints]:
    """The starts of `after` that each start of `before` allows: low <= t < high."""
    module = after.module
    ends = before.starts + before.module.half_days
    low = np.maximum(
        np.searchsorted(after.starts, ends, "left"),
        np.searchsorted(after.first_day, before.last_day + module.gap_days_min, "left"),
    )
    if module.gap_days_max is None:
        return low, np.full_like(low, len(after.starts))
    latest = before.last_day + module.gap_days_max
    high = np.searchsorted(after.first_day, latest, "right")
    return low, np.maximum(low, high)
