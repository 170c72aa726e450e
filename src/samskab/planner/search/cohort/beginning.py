"""The first cohorts of a track: dates that suit many and are cheap to lead, then everybody seated.

Cohort after cohort takes the dates that are best for those who are left, the cheapest facilitators
that are still free among them; the people who suit these dates best are set aside, and the dates
sought anew for them. When there are cohorts enough, one model seats everybody.
"""

from dataclasses import replace

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.dates import Wish, best_dates
from samskab.planner.search.cohort.fitting import Fitting
from samskab.planner.search.cohort.reseating import Reseating
from samskab.planner.search.cohort.seating import Seated
from samskab.planner.search.cohort.slots import Slot
from samskab.planner.search.parties import Parties, tied
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Floats, Ints

SEED = 0
ALIKE = 0.5
MISFIT_OERE = 1_000_000
TYPICAL = 0.25  # the quantile of a person's costs that a date is held against
SPARE_COHORTS = 6
SEATING_EFFORT = 3.0  # deterministic seconds


def first_cohorts(board: Board, modules: tuple[int, ...], parties: Parties) -> tuple[Placed, ...]:
    """Sessions of a track for everybody who finds a seat; the board is left as it was.

    A cohort whose people all lack the same module saves a session of it, and has fewer people to
    choose from: `ALIKE` is how many of those that there could be are formed.
    """
    needs = np.array([board.timetable.modules[m].needs for m in modules])
    people = np.flatnonzero(needs.any(axis=0)).tolist()
    if not people:
        return ()
    crowd = Crowd(board, modules, people)
    opening = _Opening(crowd, np.random.default_rng(SEED))
    groups = tied(parties, modules, people)
    waiting = people
    best: tuple[Placed, ...] = ()
    fewest = len(people)
    for spare in range(SPARE_COHORTS + 1):
        count = _fewest_cohorts(crowd) if not spare else 1
        opening.open(waiting, count, 0.0 if spare else ALIKE)
        opening.clear()
        found = _seat_all(crowd, groups, opening.slots)
        if found.sessions and len(found.left_out) < fewest:
            best, fewest, waiting = found.sessions, len(found.left_out), list(found.left_out)
        if not fewest:
            break
    return best


def _seat_all(crowd: Crowd, groups: list[tuple[int, ...]], slots: list[Slot]) -> Seated:
    """With all sessions held; where that is too many for their least sizes, with some."""
    everything = Reseating(crowd, groups, slots, {}, (), all_held=True)
    found = everything.seat(effort=SEATING_EFFORT, seed=SEED)
    if found.sessions is None:
        found = replace(everything, all_held=False).seat(effort=SEATING_EFFORT, seed=SEED)
    return found


def _fewest_cohorts(crowd: Crowd) -> int:
    """As many as hold everybody, module by module."""
    timetable = crowd.board.timetable
    rooms = max((room.capacity for room in timetable.problem.rooms), default=1)
    counts = []
    for module in crowd.modules:
        table = timetable.modules[module]
        most = min(table.module.group_max, rooms) if table.in_person else table.module.group_max
        counts.append(-(-int(crowd.needs[module].sum()) // max(most, 1)))
    return max(counts)


class _Opening:
    """Opens slots, and keeps their sessions on the board, without people, until it is cleared."""

    def __init__(self, crowd: Crowd, chance: np.random.Generator) -> None:
        self.crowd, self.chance = crowd, chance
        self.slots: list[Slot] = []
        self._typical: Floats = np.zeros(len(crowd.people))
        for module, cost in crowd.cost.items():
            if cost.shape[1]:
                usual = np.quantile(cost, TYPICAL, axis=1)
                self._typical += np.where(crowd.needs[module], usual, 0.0)

    def open(self, people: list[int], count: int, alike: float = 0.0) -> None:
        """Open up to `count` slots, each for those of the people who suit it best of the rest.

        A share `alike` of what people who lack the same modules fill is opened for them alone.
        """
        for slot in self.slots:
            self._place(slot)
        left = self.crowd.rows(people)
        for kind in self._lacking_the_same(left):
            some = round(alike * (len(kind) // self._seats()))
            rest = self._open_for(kind, some)
            count -= some
            left = np.setdiff1d(left, np.setdiff1d(kind, rest))
        self._open_for(left, count)

    def clear(self) -> None:
        """Take the slots' sessions off the board."""
        for slot in self.slots:
            for placed in slot.sessions:
                self.crowd.board.lift(placed)

    def _open_for(self, left: Ints, count: int) -> Ints:
        """Open slots for some rows; those that are left."""
        for _ in range(count):
            if not len(left):
                break
            most = min(len(left), self._seats())
            wide = best_dates(self.crowd, Wish(left, most, MISFIT_OERE), self.chance)
            chosen = self._best(wide, left, most)
            slot = best_dates(self.crowd, Wish(chosen, None, MISFIT_OERE), self.chance)
            if not slot.sessions:
                break
            self._place(slot)
            self.slots.append(slot)
            left = np.setdiff1d(left, self._best(slot, left, most))
        return left

    def _place(self, slot: Slot) -> None:
        for placed in slot.sessions:
            self.crowd.board.place(placed)

    def _lacking_the_same(self, rows: Ints) -> list[Ints]:
        """The rows of those who need the same modules of the track, and not all of them."""
        needs = np.array([self.crowd.needs[m][rows] for m in self.crowd.modules], dtype=np.bool_).T
        kinds, of_row = np.unique(needs, axis=0, return_inverse=True)
        return [rows[of_row == k] for k in range(len(kinds)) if not kinds[k].all()]

    def _seats(self) -> int:
        """Of a cohort: what the smallest of the modules that it is likely to need holds."""
        timetable = self.crowd.board.timetable
        return max(1, min(timetable.modules[m].module.group_max for m in self.crowd.modules))

    def _best(self, slot: Slot, rows: Ints, most: int) -> Ints:
        """The rows of those whom a slot costs least against a typical date of theirs."""
        fitting = Fitting(self.crowd, [slot])
        worth = fitting.cost[rows, 0] - self._typical[rows]
        worth = np.where(fitting.allowed[rows, 0], worth, np.inf)
        ranked = rows[np.argsort(worth, kind="stable")][:most]
        fits = fitting.allowed[ranked, 0]
        return np.asarray(ranked[fits] if fits.any() else ranked)
