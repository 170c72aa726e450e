"""How much of a published plan can stand: what every plan must change, proven."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from time import monotonic

from ortools.sat.python import cp_model

from samskab.planner.replan.old_sessions import OldSession
from samskab.planner.replan.proving_solver import proving_solver
from samskab.planner.replan.standing_model import Need, StandingModel
from samskab.planner.replan.standing_people import constrain_people
from samskab.planner.search.board import Board
from samskab.planner.search.cp_sat import FOUND, Literal
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Timetable

NEARLY = 1e-6
"""How far the solver's bound on whole numbers may be from one."""


@dataclass(frozen=True, slots=True)
class Least:
    """What no plan does better in (proven).

    Attributes:
        left_out: claims without a seat.
        changed: seats of sessions that could be held, changed by every plan that leaves out as few.
    """

    left_out: int
    changed: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What can stand.

    Attributes:
        least: what every plan leaves out and changes.
        lost: seats of sessions that could be held which no plan at all keeps.
        sessions: a largest part of the published plan that can stand together while as few as can
            be are left out, each with as many facilitators as it asks; pinned ones come first.
    """

    least: Least
    lost: int
    sessions: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class OldPlan:
    """The published sessions of a problem, for what must change of them.

    Attributes:
        old: those that could be held.
        joiners: module -> people without a seat in them who could fill them up.
        first_day: ordinal of the first day on which anything new may start.
    """

    timetable: Timetable
    old: tuple[OldSession, ...]
    joiners: dict[int, int]
    first_day: int

    @property
    def pinned(self) -> tuple[Placed, ...]:
        """The sessions that stay as they are."""
        return tuple(one.placed for one in self.old if one.pinned)

    @property
    def loose(self) -> list[Placed]:
        """The others."""
        return [one.placed for one in self.old if not one.pinned]

    def model(self, reseated: frozenset[int]) -> StandingModel:
        """What they have to keep in order to stand, everybody's place known in some modules."""
        board = Board(self.timetable, self.pinned)
        model = StandingModel(board, self.loose, reseated, self.first_day)
        model.constrain_sessions(self.joiners)
        constrain_people(model)
        return model


def most_that_stands(published: OldPlan, claims: frozenset[Need], until: float) -> Standing:
    """Find the largest part of a published plan that can stand, and prove that it is.

    Args:
        published: its sessions.
        claims: needs, by person and module, that shall be met first of all.
        until: when time is up, by the monotonic clock; then the numbers proven are lower.
    """
    model = published.model(frozenset())
    led: list[cp_model.LiteralT] = [
        model.leads[f, slot].negated()
        for slot, sessions in model.old.items()
        for f in sorted({f for placed in sessions for f in placed.facilitators})
        if (f, slot) in model.leads
    ]
    least, solver = _least(model, claims, led, until)
    sessions = [one for slot in model.old for one in _read(model, solver, slot)] if solver else []
    return Standing(least, model.lost, (*published.pinned, *sessions))


def least_that_changes(
    published: OldPlan, claims: frozenset[Need], reseated: frozenset[int], until: float
) -> Least:
    """The same numbers, asked with a place for everybody in some modules.

    Args:
        published: the sessions; seats of others are not counted.
        claims: needs, by person and module.
        reseated: modules for whose people it is asked where they go.
        until: when time is up, by the monotonic clock; then the numbers proven are lower.
    """
    return _least(published.model(reseated), claims, [], until)[0]


def _least(
    model: StandingModel, claims: frozenset[Need], minor: list[cp_model.LiteralT], until: float
) -> tuple[Least, cp_model.CpSolver | None]:
    """Claims left out, then seats changed, then the minor literals: as few as can be.

    Returns:
        What is proven, and the solver where it found a solution.
    """
    left_out = [literal for need, literal in model.left_out.items() if need in claims]
    a_seat = len(minor) + 1
    a_need = a_seat * (len(model.kept) + 1)
    terms = [
        *((literal, a_need) for literal in left_out),
        *((literal.negated(), a_seat) for literal in model.kept),
        *((literal, 1) for literal in minor),
    ]
    model.cp.minimize_total(terms)
    solver = proving_solver(until - monotonic())
    if solver.solve(model.cp) not in FOUND:
        return Least(0, model.lost), None
    needs, rest = divmod(max(ceil(solver.best_objective_bound - NEARLY), 0), a_need)
    return Least(needs, model.lost + rest // a_seat), solver


def _read(model: StandingModel, solver: cp_model.CpSolver, slot: Slot) -> Iterator[Placed]:
    """The sessions of a slot, where as many are held as were."""
    sessions = model.old[slot]
    if solver.value(model.held[slot]) != len(sessions):
        return
    leads = {f for (f, at), led in model.leads.items() if at == slot and solver.value(led)}
    own = [sorted(leads.intersection(placed.facilitators)) for placed in sessions]
    spare = sorted(leads.difference(*own))
    asked = model.timetable.modules[slot[0]].module.facilitators
    for placed, theirs in zip(sessions, own, strict=True):
        team = theirs[:asked]
        while len(team) < asked:
            team.append(spare.pop())
        people = tuple(p for p in placed.people if _is_true(solver, model.sits.get((p, slot))))
        if people:
            yield replace(placed, facilitators=tuple(sorted(team)), people=people)


def _is_true(solver: cp_model.CpSolver, literal: Literal | None) -> bool:
    return literal is not None and bool(solver.value(literal))
