"""The table that Timefold looks pairs of sessions up in says what the planner's board says."""

from random import Random

import numpy as np
from tests.benchmarks.rivals.timefold_pairs import BROKEN, beside
from tests.planner.strategies import tiny_problem

from samskab.planner.search.board import Board
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Timetable, build_timetable

PROBLEMS = 60


def test_a_pair_is_broken_when_the_board_forbids_it() -> None:
    compared = broken = 0
    for seed in range(PROBLEMS):
        timetable = build_timetable(tiny_problem(Random(seed)))
        for one in range(len(timetable.modules)):
            for other in timetable.comes_after[one]:
                table = beside(timetable, one, other) >= BROKEN // 2
                for start in range(len(timetable.modules[other].starts)):
                    told = _forbidden(timetable, one, other, start)
                    if told is not None:
                        np.testing.assert_array_equal(table[:, start], told)
                        compared += len(told)
                        broken += int(told.sum())
    assert min(broken, compared - broken) > 100


def _forbidden(timetable: Timetable, one: int, other: int, start: int) -> np.ndarray | None:
    """[S] starts of the one that a person at a start of the other cannot take, for that alone."""
    both = np.flatnonzero(timetable.modules[one].needs & timetable.modules[other].needs)
    others = set(timetable.comes_after[one]) - {other}
    if not both.size or others or timetable.problem.programme.rules.max_displaced_hours is not None:
        return None
    person = int(both[0])
    board = Board(timetable, [Placed(other, start, ONLINE, (), (person,))])
    nobody = np.zeros(board.at.shape, dtype=np.bool_)
    free: np.ndarray = board.free_starts(one, [person], nobody)[0]
    open_to = timetable.modules[one].open[person]
    alone = timetable.modules[one].days <= timetable.problem.programme.rules.max_days_per_week
    return ~free if alone and open_to.all() else None
