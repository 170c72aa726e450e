"""The kinds of neighbourhoods that decide whole cohorts anew."""

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.reseating import (
    Reseating,
    fresh_slots,
    other_slots,
    slots_in_turn,
)
from samskab.planner.search.cohort.slots import Slot, cohorts_of, tracks_joined
from samskab.planner.search.offers import coin
from samskab.planner.search.parties import tied
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Placed

Cohort = tuple[tuple[int, ...], Slot]
LOST_AT_ONCE = 20


def reseat_cohorts(scene: Scene, chance: np.random.Generator) -> Reseating | None:
    """The people of several cohorts, on the dates that these have."""
    return _reseating(scene, scene.drawn(4, 8, chance), 0, 0, chance)


def redate_cohorts(scene: Scene, chance: np.random.Generator) -> Reseating | None:
    """A few cohorts, on the dates that they have or on others, with their people decided anew."""
    return _reseating(scene, scene.drawn(2, 4, chance), scene.scaled(4), 0, chance)


def open_cohort(scene: Scene, chance: np.random.Generator) -> Reseating | None:
    """The people of several cohorts, with dates for others beside them."""
    return _reseating(scene, scene.drawn(3, 6, chance), 0, scene.scaled(4), chance)


def alternate_cohorts(scene: Scene, chance: np.random.Generator) -> Reseating | None:
    """Many cohorts, one after the other, on the best dates for their people; then all people anew.

    As k-means does (Lloyd 1982): what each half of it finds is best for what the other found.
    """
    tracks = tracks_joined(scene.timetable)
    if not tracks:
        return None
    modules = tracks[int(chance.integers(len(tracks)))]
    every = cohorts_of(modules, scene.sessions)
    count = len(every) if coin(chance) else scene.drawn(2, 7, chance)
    crowd, standing = _crowd(scene, modules, every, chance)
    slots = slots_in_turn(crowd, every, count, chance)
    return Reseating(
        crowd=crowd,
        groups=tied(scene.parties, modules, crowd.people.tolist()),
        slots=slots,
        before={person: k for k, (who, _) in enumerate(every) for person in who},
        standing=standing,
        all_held=True,
    )


def _crowd(
    scene: Scene, modules: tuple[int, ...], cohorts: list[Cohort], chance: np.random.Generator
) -> tuple[Crowd, tuple[Placed, ...]]:
    """The people of cohorts and some who are in none, beside all other sessions."""
    people = {person for who, _ in cohorts for person in who}
    standing = [s for s in scene.sessions if s.module not in modules or not people & {*s.people}]
    people |= _lost(scene, modules, chance)
    return Crowd(Board(scene.timetable, standing), modules, sorted(people)), tuple(standing)


def _reseating(
    scene: Scene, cohorts: int, others: int, fresh: int, chance: np.random.Generator
) -> Reseating | None:
    """Some cohorts of one track, with `others` slots for each and `fresh` ones beside."""
    tracks = tracks_joined(scene.timetable)
    if not tracks:
        return None
    modules = tracks[int(chance.integers(len(tracks)))]
    every = cohorts_of(modules, scene.sessions)
    chosen = _chosen(scene, every, cohorts, chance)
    crowd, standing = _crowd(scene, modules, chosen, chance)
    slots = other_slots(crowd, chosen, others, chance)
    most = max(len(who) for who, _ in chosen) if chosen else len(crowd.people)
    slots += fresh_slots(crowd, chosen, fresh, most, chance)
    kept = [slot for _, slot in chosen]
    slots = [*kept, *(slot for slot in dict.fromkeys(slots) if slot not in kept)]
    before = {person: k for k, (who, _) in enumerate(chosen) for person in who}
    groups = tied(scene.parties, modules, crowd.people.tolist())
    return Reseating(crowd, groups, slots, before, standing)


def _chosen(
    scene: Scene, every: list[Cohort], count: int, chance: np.random.Generator
) -> list[Cohort]:
    """One drawn by chance and others: the nearest to it in time, or any."""
    if not every:
        return []
    anchor = every[int(chance.integers(len(every)))]
    if coin(chance):
        day = _middle_day(scene, anchor[1])
        ranked = sorted(every, key=lambda one: abs(_middle_day(scene, one[1]) - day))
    else:
        ranked = [every[i] for i in chance.permutation(len(every))]
    return [anchor, *(one for one in ranked if one is not anchor)][:count]


def _middle_day(scene: Scene, slot: Slot) -> float:
    return sum(scene.days(s)[0] for s in slot.sessions) / len(slot.sessions)


def _lost(scene: Scene, modules: tuple[int, ...], chance: np.random.Generator) -> set[int]:
    """People in no session of the track: some of them, parties whole."""
    seated = {person for s in scene.sessions if s.module in modules for person in s.people}
    lost = sorted({p for p, module in scene.unserved if module in modules} - seated)
    groups = tied(scene.parties, modules, lost)
    some = chance.permutation(len(groups))[:LOST_AT_ONCE]
    return {person for g in some for person in groups[g]}
