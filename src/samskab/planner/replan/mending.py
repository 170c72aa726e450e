"""Mending a published plan: the fewest moves, proven where they are no more than must be."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import numpy as np

from samskab.planner.replan.deciding import ScopeModel
from samskab.planner.replan.old_sessions import OldSession
from samskab.planner.replan.pinned_company import PinnedCompany
from samskab.planner.replan.scopes import Grounds, Need, choices, growing, neighbourhood
from samskab.planner.replan.standing import (
    OldPlan,
    least_left_out_and_changed,
    most_that_stands,
)
from samskab.planner.search.board import Board
from samskab.planner.search.published_seats import PublishedSeats, Slot
from samskab.planner.search.solution import NOWHERE, Placed, cost_of
from samskab.planner.timetable import Bools, Timetable

MOST_SEATS = 150_000
"""That one model may choose among: more would not be read, let alone solved, in the time."""
PROVING_SHARE = 0.7
"""Of the time, for the fewest moves; the rest brings down what the mended part costs."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A plan that keeps as much of the published one as was found.

    Attributes:
        sessions: of the whole plan.
        changed: seats of the published plan that it does not keep.
        changed_at_least: seats that no plan keeps (proven).
        left_out: needs without a seat, but for those that the published plan left out already.
        left_out_at_least: of these, those that no plan seats (proven).
        fewest: whether it is proven that no plan that leaves out as few changes fewer seats.
    """

    sessions: tuple[Placed, ...]
    changed: int
    changed_at_least: int
    left_out: int
    left_out_at_least: int
    fewest: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A plan that a scope gave; `exact` where no plan of all is better in any aim."""

    model: ScopeModel
    sessions: tuple[Placed, ...]
    aims: tuple[int, int]
    exact: bool


def mend(
    timetable: Timetable,
    old: tuple[OldSession, ...],
    claims: frozenset[Need],
    *,
    first_day: int,
    accept: Callable[[tuple[Placed, ...]], bool],
    until: float,
) -> Mended | None:
    """Change as little of a published plan as the problem as it is now allows.

    Args:
        timetable: the problem as it is now.
        old: the published sessions that could be held.
        claims: needs that shall be met even where that moves others.
        first_day: ordinal of the first day on which anything new may start.
        accept: whether the independent checker passes a plan.
        until: when time is up, by the monotonic clock.

    Returns:
        The best plan found; None where there was none in time.
    """
    return _Mending(timetable, old, claims, first_day, until).mend(accept)


class _Mending:
    """What is known so far, and the best plan."""

    def __init__(
        self,
        timetable: Timetable,
        old: tuple[OldSession, ...],
        claims: frozenset[Need],
        first_day: int,
        until: float,
    ) -> None:
        self.timetable, self.claims, self.until = timetable, claims, until
        self.seats = PublishedSeats(timetable)
        self.old = OldPlan(timetable, old, _joiners(timetable, old), first_day)
        self._has_looked = False
        standing = most_that_stands(self.old, until)
        # seats of sessions that cannot be held any more, or of people who need them no more
        self.gone = self.seats.count - sum(self.seats.kept(one.placed) for one in old)
        self.changed_at_least = self.gone + standing.changed_at_least
        pinned = self.old.pinned
        self.grounds = Grounds(
            timetable=timetable,
            standing=standing.sessions,
            pinned=frozenset(pinned),
            slots=tuple(_slot(placed) for placed in self.old.loose),
            first_day=first_day,
            company=PinnedCompany(timetable, pinned),
        )
        self.least = (self._hopeless(Board(timetable, pinned)), self.changed_at_least)
        self.leads_at = _leads_at(old)

    def mend(self, accept: Callable[[tuple[Placed, ...]], bool]) -> Mended | None:
        """Scope by scope, until nothing can be better or time is up."""
        now = monotonic()
        proving_until = now + (self.until - now) * PROVING_SHARE
        best: _Found | None = None
        for scope in growing(self.grounds):
            part = neighbourhood(self.grounds, scope)
            if choices(part[0]) > MOST_SEATS:
                continue
            trial = ScopeModel(self.grounds, part, self.claims, self.leads_at)
            decided = trial.decide(proving_until)
            if decided is not None and accept(decided.sessions):
                aims = self._aims(decided.sessions)
                exact = scope.complete and decided.proven
                if best is None or aims < best.aims or (exact and aims == best.aims):
                    best = _Found(trial, decided.sessions, aims, exact)
            if best is not None and not self._is_settled(best):
                self._look_closer(proving_until)
            if best is not None and (self._is_settled(best) or monotonic() >= proving_until):
                break
        return self._mended(best, accept) if best else None

    def _look_closer(self, until: float) -> None:
        """Ask once, of the modules in which somebody lacks a seat, where everybody could go."""
        if self._has_looked:
            return
        self._has_looked = True
        reseated = frozenset(module for _, module in self.grounds.unseated)
        left_out, changed = least_left_out_and_changed(self.old, self.claims, reseated, until)
        least_left_out, least_changed = self.least
        if left_out >= least_left_out:
            self.least = left_out, max(self.gone + changed, least_changed)

    def _aims(self, sessions: tuple[Placed, ...]) -> tuple[int, int]:
        """What is to be small, in this order: needs left out, seats changed."""
        seated = {(person, s.module) for s in sessions for person in s.people}
        return len(self.claims - seated), self.seats.changed(sessions)

    def _is_settled(self, found: "_Found") -> bool:
        """Whether no plan can be better in any aim."""
        return found.exact or found.aims == self.least

    def _mended(self, best: "_Found", accept: Callable[[tuple[Placed, ...]], bool]) -> Mended:
        """The same aims for less, where there is time to find how, and what is proven of them."""
        left_out, changed = best.aims
        return Mended(
            self._cheaper(best, accept),
            changed,
            self.changed_at_least,
            left_out,
            left_out if best.exact else self.least[0],
            fewest=self._is_settled(best) or changed == self.changed_at_least,
        )

    def _cheaper(
        self, best: "_Found", accept: Callable[[tuple[Placed, ...]], bool]
    ) -> tuple[Placed, ...]:
        sessions = best.model.cheapest(self.until)
        if sessions is None or not accept(sessions):
            return best.sessions
        return min(best.sessions, sessions, key=lambda one: cost_of(self.timetable, one).total)

    def _hopeless(self, board: Board) -> int:
        """How many of the claims no plan can meet, beside the pinned sessions alone."""
        hopeless: set[Need] = set()
        for module in self.timetable.order:
            table = self.timetable.modules[module]
            could = self._could_be_held(board, module)
            for person in np.flatnonzero(table.needs & (board.at[:, module] == NOWHERE)).tolist():
                deciding = np.ones(board.at.shape, dtype=np.bool_)
                free = board.free_starts(module, [person], deciding)[0] & could
                before = ((person, earlier) for earlier in self.timetable.comes_after[module])
                misplaced = self.grounds.company.is_hopeless(person, module)
                if misplaced or not free.any() or hopeless.intersection(before):
                    hopeless.add((person, module))
        return len(hopeless & self.claims)

    def _could_be_held(self, board: Board, module: int) -> Bools:
        """[S]: whether a room and facilitators could be had, from the first day on."""
        table = self.timetable.modules[module]
        could = table.first_day >= self.grounds.first_day
        could &= board.free_facilitators(module).sum(axis=0) >= table.module.facilitators
        if table.in_person:
            could &= board.free_rooms(module).any(axis=0)
        return could & board.free_parallel(module)


def _slot(placed: Placed) -> Slot:
    return placed.module, placed.start, placed.room


def _leads_at(old: tuple[OldSession, ...]) -> dict[Slot, frozenset[int]]:
    """Who led the published sessions of each slot."""
    leads: dict[Slot, set[int]] = defaultdict(set)
    for one in old:
        leads[_slot(one.placed)].update(one.placed.facilitators)
    return {slot: frozenset(them) for slot, them in leads.items()}


def _joiners(timetable: Timetable, old: tuple[OldSession, ...]) -> dict[int, int]:
    """Module -> people without a published seat in a session that could be held."""
    seated = {(person, one.placed.module) for one in old for person in one.placed.people}
    return {
        module: sum(
            (person, module) not in seated for person in np.flatnonzero(table.needs).tolist()
        )
        for module, table in enumerate(timetable.modules)
    }
