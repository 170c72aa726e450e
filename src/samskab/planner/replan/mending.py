"""Mending a published plan: the fewest moves, proven where they are no more than must be."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import numpy as np

from samskab.planner.replan.deciding import ScopeModel
from samskab.planner.replan.grounds import Grounds, Need
from samskab.planner.replan.old_sessions import OldSession
from samskab.planner.replan.pinned_company import PinnedCompany
from samskab.planner.replan.scope_parts import board_beside, choices, neighbourhood
from samskab.planner.replan.scopes import Scope, first_scope, wider
from samskab.planner.replan.standing import (
    Least,
    OldPlan,
    least_that_changes,
    most_that_stands,
)
from samskab.planner.search.board import Board
from samskab.planner.search.published_seats import PublishedSeats, Slot
from samskab.planner.search.solution import NOWHERE, Placed, cost_of, in_order
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
        changed_at_least: seats that no plan keeps which leaves out as few (proven).
        lost: seats that no plan keeps, whomever it leaves out.
        left_out: needs without a seat, but for those that the published plan left out already.
        left_out_at_least: of these, those that no plan seats (proven).
        fewest: whether it is proven that no plan that leaves out as few changes fewer seats.
    """

    sessions: tuple[Placed, ...]
    changed: int
    changed_at_least: int
    lost: int
    left_out: int
    left_out_at_least: int
    fewest: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A plan that a scope gave; `exact` where no plan of all is better in any aim."""

    model: ScopeModel | None
    sessions: tuple[Placed, ...]
    aims: tuple[int, int]
    exact: bool

    def betters(self, other: "_Found") -> bool:
        """Whether it does better in an aim, or as well and more is known of it."""
        known = self.exact or other.model is None
        return self.aims < other.aims or (known and self.aims == other.aims)


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
        standing = most_that_stands(self.old, claims, until)
        # seats of sessions that cannot be held any more, or of people who need them no more
        self.gone = self.seats.count - sum(self.seats.kept(one.placed) for one in old)
        self.lost = self.gone + standing.lost
        pinned = self.old.pinned
        self.grounds = Grounds(
            timetable=timetable,
            standing=standing.sessions,
            pinned=frozenset(pinned),
            slots=tuple(_slot(placed) for placed in self.old.loose),
            first_day=first_day,
            company=PinnedCompany(timetable, pinned),
            cohort_of=_cohorts(timetable, old),
        )
        self.hopeless = self._without_hope(Board(timetable, pinned))
        self.least = self._at_least(standing.least)
        self.leads_at = _leads_at(old)
        self.seconds_per_choice = 0.0  # to make a model of them

    def mend(self, accept: Callable[[tuple[Placed, ...]], bool]) -> Mended | None:
        """Scope by scope, until nothing can be better or time is up."""
        now = monotonic()
        proving_until = now + (self.until - now) * PROVING_SHARE
        first = first_scope(self.grounds)
        best = self._without(board_beside(self.grounds, first), accept)
        scope: Scope | None = first
        while scope is not None and monotonic() < proving_until:
            found = self._found(scope, accept, proving_until)
            if found is not None and (best is None or found.betters(best)):
                best = found
            if best is not None and self._is_settled(best):
                break
            lost = self._lost(best) if best else set()
            if best is not None and not lost:
                self._look_closer(proving_until)
                if self._is_settled(best):
                    break
            scope = wider(self.grounds, scope, lost)
        return self._mended(best, accept) if best else None

    def _without(
        self, board: Board, accept: Callable[[tuple[Placed, ...]], bool]
    ) -> "_Found | None":
        """What stands when all that a scope decides is left out: a plan, whatever time there is."""
        sessions = in_order(self.timetable, board.sessions)
        if not accept(sessions):
            return None
        return _Found(None, sessions, self._aims(sessions), exact=False)

    def _found(
        self, scope: Scope, accept: Callable[[tuple[Placed, ...]], bool], until: float
    ) -> "_Found | None":
        """The best plan of a scope; None where there is none in time or the model is too large."""
        part = neighbourhood(self.grounds, scope)
        size, began = choices(part[0], self.timetable.tracks), monotonic()
        if size > MOST_SEATS or began + size * self.seconds_per_choice > until:
            return None
        trial = ScopeModel(self.grounds, part, self.claims, self.leads_at)
        self.seconds_per_choice = (monotonic() - began) / max(size, 1)
        decided = trial.decide(until)
        if decided is None or not accept(decided.sessions):
            return None
        exact = scope.complete and decided.proven
        return _Found(trial, decided.sessions, self._aims(decided.sessions), exact)

    def _lost(self, best: "_Found") -> set[Need]:
        """Claims that a plan leaves out, but for those that no plan could meet."""
        seated = {(person, s.module) for s in best.sessions for person in s.people}
        return set(self.claims - seated - self.hopeless)

    def _look_closer(self, until: float) -> None:
        """Ask once, of the modules in which somebody lacks a seat, where everybody could go."""
        if self._has_looked:
            return
        self._has_looked = True
        reseated = frozenset(module for _, module in self.grounds.unseated)
        least = least_that_changes(self.old, self.claims, reseated, until)
        self.least = max(self.least, self._at_least(least))

    def _at_least(self, least: Least) -> tuple[int, int]:
        """No plan does better than these aims; where more claims are hopeless, no more is known."""
        if least.left_out < len(self.hopeless):
            return len(self.hopeless), self.lost
        return least.left_out, self.gone + least.changed

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
            self._changed_at_least(best),
            self.lost,
            left_out,
            left_out if best.exact else self.least[0],
            fewest=self._is_settled(best) or changed == self.lost,
        )

    def _changed_at_least(self, best: "_Found") -> int:
        """Seats that no plan keeps which leaves out as few as the best one."""
        if best.exact:
            return best.aims[1]
        return self.least[1] if best.aims[0] == self.least[0] else self.lost

    def _cheaper(
        self, best: "_Found", accept: Callable[[tuple[Placed, ...]], bool]
    ) -> tuple[Placed, ...]:
        sessions = best.model.cheapest(self.until) if best.model else None
        if sessions is None or not accept(sessions):
            return best.sessions
        return min(best.sessions, sessions, key=lambda one: cost_of(self.timetable, one).total)

    def _without_hope(self, board: Board) -> frozenset[Need]:
        """The claims that no plan can meet, beside the pinned sessions alone."""
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
        return self.claims & hopeless

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


def _cohorts(timetable: Timetable, old: tuple[OldSession, ...]) -> dict[Need, frozenset[int]]:
    """Need in a module of a track -> who shared the published session."""
    tracked = {module for track in timetable.tracks for module in track}
    return {
        (person, one.placed.module): frozenset(one.placed.people)
        for one in old
        if one.placed.module in tracked and not one.pinned
        for person in one.placed.people
    }


def _joiners(timetable: Timetable, old: tuple[OldSession, ...]) -> dict[int, int]:
    """Module -> people without a published seat in a session that could be held."""
    seated = {(person, one.placed.module) for one in old for person in one.placed.people}
    return {
        module: sum(
            (person, module) not in seated for person in np.flatnonzero(table.needs).tolist()
        )
        for module, table in enumerate(timetable.modules)
    }
