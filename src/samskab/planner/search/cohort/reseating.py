"""A step over cohorts: people over the slots they have, over other dates, over one slot more."""

from dataclasses import dataclass

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.company import keep_apart, keep_units
from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.dates import Wish, best_dates
from samskab.planner.search.cohort.resources import keep_one_place, keep_parallel, keep_weeks
from samskab.planner.search.cohort.seating import Seated, SeatingModel
from samskab.planner.search.cohort.slots import Slot
from samskab.planner.search.solution import Placed, in_order
from samskab.planner.search.step import Decided

MISFITS_OERE = (300_000, 1_000_000, 5_000_000)
"""What a date costs for each of a cohort who could not come: she would have to go elsewhere."""
NOISES = (0.0, 0.05, 0.2)
SMALL_NOISES = (0.0, 0.01, 0.03)
LEAST_KEPT = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Reseating:
    """Groups of people and the slots that they could go to.

    Attributes:
        before: person -> the slot that she is in now.
        standing: all sessions that are not decided.
        all_held: whether the slots' sessions all take place, whatever comes.
    """

    crowd: Crowd
    groups: list[tuple[int, ...]]
    slots: list[Slot]
    before: dict[int, int]
    standing: tuple[Placed, ...]
    all_held: bool = False

    def seat(self, *, effort: float, seed: int) -> Seated:
        """Who goes where, every rule kept."""
        model = SeatingModel(self.crowd, self.groups, self.slots, all_held=self.all_held)
        keep_units(model)
        keep_apart(model)
        keep_one_place(model)
        keep_weeks(model)
        keep_parallel(model)
        return model.solve(self.before, effort=effort, seed=seed)

    def decide(self, *, effort: float, seed: int) -> Decided:
        """The whole plan anew, as `step.decide` gives it."""
        found = self.seat(effort=effort, seed=seed)
        if found.sessions is None:
            return Decided(None, found.effort, proven=False)
        sessions = in_order(self.crowd.board.timetable, (*self.standing, *found.sessions))
        return Decided(sessions, found.effort, found.proven)


def other_slots(
    crowd: Crowd,
    cohorts: list[tuple[tuple[int, ...], Slot]],
    count: int,
    chance: np.random.Generator,
) -> list[Slot]:
    """`count` other slots for each cohort, beside those of the others as they are."""
    found: dict[Slot, None] = {}
    for people, slot in cohorts:
        with_others = [s for _, other in cohorts if other is not slot for s in other.sessions]
        rows = crowd.rows(list(people))
        found |= dict.fromkeys(
            _found_beside(crowd, with_others, _drawn_wish(rows, None, chance), chance)
            for _ in range(count)
        )
    return list(found)


def slots_in_turn(
    crowd: Crowd,
    cohorts: list[tuple[tuple[int, ...], Slot]],
    count: int,
    chance: np.random.Generator,
) -> list[Slot]:
    """Every cohort's slot, after `count` of them, one after the other, sought their best dates."""
    slots = [slot for _, slot in cohorts]
    misfit, noise = int(chance.choice(MISFITS_OERE)), float(chance.choice(SMALL_NOISES))
    for k in chance.permutation(len(cohorts))[:count]:
        beside = [s for other, slot in enumerate(slots) if other != k for s in slot.sessions]
        wish = Wish(crowd.rows(list(cohorts[k][0])), None, misfit, noise)
        slots[k] = _found_beside(crowd, beside, wish, chance)
    return slots


def fresh_slots(
    crowd: Crowd,
    cohorts: list[tuple[tuple[int, ...], Slot]],
    count: int,
    most: int,
    chance: np.random.Generator,
) -> list[Slot]:
    """Slots beside all others, for anyone: at each date the cheapest `most` people count."""
    every = [s for _, slot in cohorts for s in slot.sessions]
    rows = np.arange(len(crowd.people))
    wishes = [_drawn_wish(rows, most, chance) for _ in range(count)]
    return [*dict.fromkeys(_found_beside(crowd, every, wish, chance) for wish in wishes)]


def _found_beside(
    crowd: Crowd, sessions: list[Placed], wish: Wish, chance: np.random.Generator
) -> Slot:
    board: Board = crowd.board
    for placed in sessions:
        board.place(placed)
    slot = best_dates(crowd, wish, chance)
    for placed in sessions:
        board.lift(placed)
    return slot


def _drawn_wish(rows: np.ndarray, most: int | None, chance: np.random.Generator) -> Wish:
    kept = max(1, round(len(rows) * chance.uniform(LEAST_KEPT, 1.0)))
    return Wish(
        rows=np.sort(chance.permutation(rows)[:kept]),
        most=most,
        misfit_oere=int(chance.choice(MISFITS_OERE)),
        noise=float(chance.choice(NOISES)),
    )
