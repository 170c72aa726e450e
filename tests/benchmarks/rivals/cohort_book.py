"""Who must stay with whom through the modules of a track, as first-fit writes it down."""

from collections import defaultdict

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import NOWHERE
from samskab.planner.timetable import Timetable

OUT = -1
"""The cohort of those who lack a seat in a module of their track: they take no more of it."""


class CohortBook:
    """Cohorts form in the first sessions that people share; from then on they come whole.

    Tracks that share a module are kept as one: who keeps that keeps each of them.
    """

    def __init__(self, timetable: Timetable, parties: Parties) -> None:
        self.timetable, self.parties = timetable, parties
        self.track_of = _track_of_module(timetable)
        self.cohort_of: dict[int, dict[int, int]] = defaultdict(dict)
        self.count = 0

    def fixed_groups(self, module: int) -> list[Block]:
        """The cohorts that take a module, each with the newcomers tied to it by a party."""
        if module not in self.track_of:
            return []
        groups: dict[int, list[int]] = defaultdict(list)
        for tied in self._tied(module):
            cohorts = self._cohorts_among(module, tied)
            if len(cohorts) == 1 and OUT not in cohorts:
                groups[cohorts.pop()].extend(tied)
        return [Block(module, tuple(sorted(people))) for people in groups.values()]

    def free_blocks(self, module: int) -> list[Block]:
        """The parties of those who are in no cohort yet."""
        people = np.flatnonzero(self.timetable.modules[module].needs).tolist()
        if module not in self.track_of:
            return self.parties.blocks(module, people)
        newcomers = [p for t in self._tied(module) if not self._cohorts_among(module, t) for p in t]
        return self.parties.blocks(module, newcomers)

    def note(self, module: int, board: Board) -> None:
        """Write down who sat together in a module, and who got no seat."""
        if module not in self.track_of:
            return
        cohort_of = self.cohort_of[self.track_of[module]]
        for placed in board.sessions:
            if placed.module == module:
                known = {cohort_of[p] for p in placed.people if p in cohort_of}
                self.count += not known
                number = known.pop() if known else self.count
                cohort_of.update(dict.fromkeys(placed.people, number))
        for person in np.flatnonzero(self.timetable.modules[module].needs).tolist():
            if board.at[person, module] == NOWHERE:
                cohort_of.setdefault(person, OUT)

    def _cohorts_among(self, module: int, people: list[int]) -> set[int]:
        cohort_of = self.cohort_of[self.track_of[module]]
        return {cohort_of[person] for person in people if person in cohort_of}

    def _tied(self, module: int) -> list[list[int]]:
        """People who need a module, in parties; and cohorts whole where a party ties them."""
        people = np.flatnonzero(self.timetable.modules[module].needs).tolist()
        cohort_of = self.cohort_of[self.track_of[module]]
        blocks = [list(block.people) for block in self.parties.blocks(module, people)]
        tied: list[list[int]] = []
        for block in blocks:
            cohorts = {cohort_of[p] for p in block if p in cohort_of} - {OUT}
            meeting = [t for t in tied if cohorts & {cohort_of.get(p, OUT) for p in t}]
            tied = [t for t in tied if t not in meeting]
            tied.append(sum(meeting, block))
        return tied


def _track_of_module(timetable: Timetable) -> dict[int, int]:
    track_of: dict[int, int] = {}
    for number, track in enumerate(timetable.tracks):
        joined = {track_of[module] for module in track if module in track_of}
        for module, one in track_of.items():
            if one in joined:
                track_of[module] = number
        track_of.update(dict.fromkeys(track, number))
    return track_of
