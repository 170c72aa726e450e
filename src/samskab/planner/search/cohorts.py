"""Fixed cohorts: who stays together through the modules of a track."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Groups of people, each for the modules of one track."""

    timetable: Timetable
    groups: tuple[tuple[frozenset[int], tuple[int, ...]], ...]

    def blocks(self, module: int) -> list[Block]:
        """The cohorts of a module's track, each with those of its people who need it."""
        needs = self.timetable.modules[module].needs
        blocks = (
            Block(module, tuple(person for person in people if needs[person]))
            for modules, people in self.groups
            if module in modules
        )
        return [block for block in blocks if block.people]


def form_cohorts(timetable: Timetable, parties: Parties) -> Cohorts:
    """Spread the people of each track over as few cohorts as hold them.

    Parties stay whole, people who must not meet are parted, the people of a unit are spread.
    """
    groups: list[tuple[frozenset[int], tuple[int, ...]]] = []
    for modules in _joined(timetable.tracks):
        people = sorted(
            {int(p) for module in modules for p in np.flatnonzero(timetable.modules[module].needs)}
        )
        tied = _tied(parties, modules, people)
        seats = min(_seats(timetable, module) for module in modules)
        groups += [(modules, cohort) for cohort in _spread(timetable, tied, seats)]
    return Cohorts(timetable, tuple(groups))


def _joined(tracks: tuple[tuple[int, ...], ...]) -> list[frozenset[int]]:
    """Tracks that share a module as one: who keeps that keeps each of them."""
    joined: list[frozenset[int]] = []
    for track in tracks:
        sharing = [other for other in joined if other & set(track)]
        joined = [other for other in joined if other not in sharing]
        joined.append(frozenset(track).union(*sharing))
    return joined


def _seats(timetable: Timetable, module: int) -> int:
    table = timetable.modules[module]
    rooms = [room.capacity for room in timetable.problem.rooms] if table.in_person else []
    return min(table.module.group_max, max(rooms, default=table.module.group_max))


def _tied(parties: Parties, modules: frozenset[int], people: list[int]) -> list[set[int]]:
    """People who share a party in any module of the track, as sets."""
    tied: list[set[int]] = []
    left = set(people)
    for person in people:
        if person in left:
            group = {person}
            grown = True
            while grown:
                wider = set().union(*(parties.whole(module, group) for module in modules)) & left
                grown, group = wider > group, group | wider
            tied.append(group)
            left -= group
    return tied


def _spread(timetable: Timetable, tied: list[set[int]], seats: int) -> list[tuple[int, ...]]:
    total = sum(len(group) for group in tied)
    cohorts: list[set[int]] = [set() for _ in range(-(-total // max(seats, 1)))]
    unit_of = timetable.unit_of
    # units in turn, the largest first: each is spread before the next begins
    sizes = Counter(unit_of.tolist())
    for group in sorted(tied, key=lambda g: (-len(g), -sizes[int(unit_of[min(g)])], min(g))):
        fits = [c for c in cohorts if _admits(timetable, c, group, seats)]
        if not fits:
            fits = [set()]
            cohorts.append(fits[0])
        unit = unit_of[min(group)]
        best = min(fits, key=lambda c: (sum(unit_of[p] == unit for p in c), len(c)))
        best |= group
    return [tuple(sorted(cohort)) for cohort in cohorts if cohort]


def _admits(timetable: Timetable, cohort: set[int], group: set[int], seats: int) -> bool:
    if len(cohort) + len(group) > seats:
        return False
    if any(cohort & timetable.apart[person] for person in group):
        return False
    units = Counter(int(timetable.unit_of[person]) for person in cohort | group)
    return all(count <= timetable.away_limit[unit] for unit, count in units.items())
