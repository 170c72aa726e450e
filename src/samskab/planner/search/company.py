"""The people of a session in the making: whom else the rules between people let in."""

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.solution import half_days_of
from samskab.planner.timetable import Bools, Ints


class Company:
    """The people of one session at a start, beside all that stands."""

    def __init__(self, board: Board, module: int, start: int, people: tuple[int, ...] = ()) -> None:
        self.board = board
        self.people = set(people)
        half_days = half_days_of(board.timetable, module, start)
        self.away: Ints = board.away[:, half_days].max(axis=1)

    def admits(self, block: Block) -> bool:
        """Whether a block keeps apart from whom it must, and its units keep their limit."""
        timetable = self.board.timetable
        if any(self.people & timetable.apart[person] for person in block.people):
            return False
        if any(timetable.apart[person].intersection(block.people) for person in block.people):
            return False
        units = timetable.unit_of[list(block.people)]
        if len(units) == 1:
            return bool(self.away[units[0]] < timetable.away_limit[units[0]])
        away = self.away.copy()
        np.add.at(away, units, 1)
        kept: Bools = away <= timetable.away_limit
        return bool(kept[units].all())

    def add(self, block: Block) -> None:
        """Let a block in."""
        self.people.update(block.people)
        np.add.at(self.away, self.board.timetable.unit_of[list(block.people)], 1)
