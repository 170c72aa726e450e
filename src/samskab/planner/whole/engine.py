"""A small problem as one integer programme: whoever solves it best, and what that is worth."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic

import numpy as np

from samskab.planner.engines import Heard
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable
from samskab.planner.whole.compact import Compact, Whole, columns_of, whole_of
from samskab.planner.whole.company import add_company
from samskab.planner.whole.groups import groups_of
from samskab.planner.whole.keeping import kept_plan
from samskab.planner.whole.options import options_of
from samskab.planner.whole.reading import values_of
from samskab.planner.whole.solvers import Found, Solver, Task, by_cp_sat, by_highs
from samskab.planner.whole.staff import add_staff

MOST_SEATS = 10_000
"""Groups times the options that they could sit at. Of 20,000 (60 leaders, 13 weeks, 4 modules) the
linear relaxation alone takes a minute, and search and ascent do better in the same time."""

TURNS: tuple[tuple[Solver, float], ...] = ((by_cp_sat, 1 / 8), (by_highs, 1 / 4), (by_highs, 0.9))
"""Who tries, and for how much of the time that is left."""

LONGEST_FIRST_TURN = 20.0
"""Seconds: what CP-SAT does not solve in so many it rarely does."""


def small_enough(timetable: Timetable) -> bool:
    """Whether a problem is to be solved whole: by the number of seats alone."""
    return _least_seats(timetable) <= MOST_SEATS and whole_at(timetable).size <= MOST_SEATS


def solve_whole(
    timetable: Timetable,
    *,
    stop: Callable[[], bool],
    hear: Callable[[], Sequence[Heard]],
    until: float,
) -> Iterator[int | Solution]:
    """Better bounds in øre, and plans that keep every rule, as they are found.

    Args:
        timetable: a problem that is small enough.
        stop: asked ten times a second.
        hear: the news of others: a solver begins its turn from the best plan.
        until: when time is up by the monotonic clock, which all processes of a machine share;
            solvers that cannot be told to stop divide what is left.
    """
    compact = compact_of(whole_at(timetable))
    effort = _Effort(compact)
    for solver, share in TURNS:
        left = max(until - monotonic(), 0.0) * share
        if solver is by_cp_sat:
            left = min(left, LONGEST_FIRST_TURN)
        effort.listen(hear())
        for found in solver(compact.mip, Task(left, stop, effort.hint())):
            yield from effort.take(found)
            if stop():
                return
        if effort.ended:
            return


def compact_of(whole: Whole) -> Compact:
    """The programme with all of its rows."""
    compact = columns_of(whole)
    add_company(compact)
    add_staff(compact)
    return compact


def whole_at(timetable: Timetable) -> Whole:
    """A problem with its groups and options."""
    return whole_of(timetable, groups_of(timetable), options_of(timetable))


def _least_seats(timetable: Timetable) -> int:
    """No more seats than there are: of people alone, who need several modules, at one room each."""
    parties = {person for party in timetable.problem.parties for person in party.people}
    alone = np.array([one.id not in parties for one in timetable.problem.people], dtype=np.bool_)
    several = sum(table.needs.astype(np.int64) for table in timetable.modules) > 1
    seats = 0
    for table in timetable.modules:
        held = table.facilitators.sum(axis=0) >= table.module.facilitators
        held &= table.rooms.any(axis=0) | (not table.in_person)
        seats += int(table.open[alone & several][:, held].sum())
    return seats


class _Effort:
    """The best plan and bound so far."""

    def __init__(self, compact: Compact) -> None:
        self.compact = compact
        self.best: Solution | None = None
        self.bound_oere = 0
        self.values: Sequence[int] | None = None
        self.ended = False

    def listen(self, heard: Sequence[Heard]) -> None:
        """Take over a plan that is better."""
        for plan in heard:
            if isinstance(plan, Solution) and (
                self.best is None or plan.total_oere < self.best.total_oere
            ):
                self.best = plan

    def hint(self) -> dict[int, int]:
        """The best plan's columns."""
        return values_of(self.compact, self.best.sessions) if self.best else {}

    def take(self, found: Found) -> Iterator[int | Solution]:
        """Pass on what is news."""
        self.ended |= found.ended
        if found.bound is not None and found.bound > self.bound_oere:
            self.bound_oere = found.bound
            yield found.bound
        if found.values is not None:
            self.values = found.values
        if self.values is not None and (self.ended or self._serves(self.values)):
            plan = kept_plan(self.compact, self.values, self.best)
            self.values = None
            if plan is not None:
                self.best = plan
                yield plan

    def _serves(self, values: Sequence[int]) -> bool:
        """Whether everybody has a seat, or a plan that is better anyhow need not.

        The first that a solver tells serves nobody: a search that begins from it is lost.
        """
        left_out = any(values[column] for column in self.compact.left_out)
        return self.best is not None or not left_out
