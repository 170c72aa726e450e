"""Units of which too many would be away if people came to a session."""

from collections.abc import Sequence

import numpy as np

from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.search.board import Board
from samskab.planner.search.solution import half_days_of


def units_over(board: Board, module: int, start: int, people: Sequence[int]) -> list[Fact]:
    """A fact for each unit of theirs that would be over its limit in a half-day of the session.

    Args:
        board: what stands without them.
        module: index of the session's module.
        start: index of its start.
        people: indices; who is away in another session at the same time is counted once.
    """
    timetable = board.timetable
    rows, units = list(people), timetable.unit_of[list(people)]
    most_away = np.zeros(len(timetable.units), dtype=np.int64)
    half_days = half_days_of(timetable, module, start)
    for half_day in range(half_days.start, half_days.stop):
        come = units[~board.occupied[rows, half_day]]
        away = board.away[:, half_day] + np.bincount(come, minlength=len(timetable.units))
        most_away = np.maximum(most_away, away)
    over = [int(u) for u in np.unique(units) if most_away[u] > timetable.away_limit[u]]
    return [
        Fact(
            FactCode.UNIT,
            unit=timetable.units[unit],
            count=int(most_away[unit]),
            most=int(timetable.away_limit[unit]),
        )
        for unit in over
    ]
