"""What the modules of a track cost people at every start, and where each of them could be."""

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Bools, Ints


class Crowd:
    """People whose whole way through a track is decided anew, beside what stands.

    Attributes:
        board: what stands; none of these people in a session of the track.
        modules: of the track, in the order of `after`.
        people: [N] indices, ascending.
        needs: by module, [N] who needs it.
        free: by module, [N, S] where each could take it; False where she does not need it.
        cost: by module, [N, S] øre of displacement and materials.
    """

    def __init__(self, board: Board, modules: tuple[int, ...], people: list[int]) -> None:
        self.board, self.modules = board, modules
        self.people: Ints = np.array(sorted(people), dtype=np.int64)
        self.row = {int(person): row for row, person in enumerate(self.people)}
        deciding = np.zeros(board.at.shape, dtype=np.bool_)
        for module in modules:
            deciding[self.people, module] = True
        self.needs: dict[int, Bools] = {}
        self.free: dict[int, Bools] = {}
        self.cost: dict[int, Ints] = {}
        for module in modules:
            table = board.timetable.modules[module]
            needs = table.needs[self.people]
            self.needs[module] = needs
            self.free[module] = np.zeros((len(self.people), len(table.starts)), dtype=np.bool_)
            needing = self.people[needs]
            if len(needing) and len(table.starts):
                self.free[module][needs] = board.free_starts(module, needing.tolist(), deciding)
            self.cost[module] = table.displacement[self.people] + table.module.materials_oere

    def rows(self, people: list[int]) -> Ints:
        """[n] the rows of some of the people."""
        return np.array([self.row[person] for person in people], dtype=np.int64)

    def travel(self, module: int, rooms: Ints) -> Ints:
        """[N, len(rooms)] øre to rooms; nothing to sessions online."""
        timetable = self.board.timetable
        table = timetable.modules[module]
        if not table.in_person or not len(timetable.room_place):
            return np.zeros((len(self.people), len(rooms)), dtype=np.int64)
        travel = timetable.travel[table.days - 1, self.people]
        return np.asarray(travel[:, timetable.room_place[rooms]])

    def attends(self, placed: Placed) -> tuple[Bools, Ints]:
        """([N] who could be in a session, [N] øre of being there)."""
        cost = self.cost[placed.module][:, placed.start]
        if placed.room != ONLINE:
            cost = cost + self.travel(placed.module, np.array([placed.room]))[:, 0]
        return self.free[placed.module][:, placed.start], cost
