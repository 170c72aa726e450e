"""A cohort as the search sees it: the dates of a track, whoever may come to them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Slot:
    """The sessions of one cohort, one of a module at most.

    Attributes:
        sessions: without their people; none of the modules that the cohort is left out of.
    """

    sessions: tuple[Placed, ...]

    def of(self, module: int) -> Placed | None:
        """The session of a module, if there is one."""
        return next((s for s in self.sessions if s.module == module), None)


NOBODYS = Slot(())
"""Who is here is left out of the whole track."""


def tracks_joined(timetable: Timetable) -> list[tuple[int, ...]]:
    """Tracks that share a module as one, each in the order of `after`."""
    joined: list[frozenset[int]] = []
    for track in timetable.tracks:
        sharing = [other for other in joined if other & set(track)]
        joined = [other for other in joined if other not in sharing]
        joined.append(frozenset(track).union(*sharing))
    rank = timetable.order.index
    return [tuple(sorted(modules, key=rank)) for modules in joined]


def cohorts_of(
    modules: tuple[int, ...], sessions: Iterable[Placed]
) -> list[tuple[tuple[int, ...], Slot]]:
    """The cohorts of a track in a plan: (people, slot); those with two sessions of one module not.

    Sessions that share people belong together. The rule lets three people with two modules each
    make a ring that no single slot holds: such sessions are no cohort here, and stay as they are.
    """
    of_track = [s for s in sessions if s.module in modules]
    root = list(range(len(of_track)))

    def find(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    first_of: dict[int, int] = {}
    for i, placed in enumerate(of_track):
        for person in placed.people:
            root[find(i)] = find(first_of.setdefault(person, i))
    parts: dict[int, list[Placed]] = defaultdict(list)
    for i, placed in enumerate(of_track):
        parts[find(i)].append(placed)
    return [
        (
            tuple(sorted({person for s in part for person in s.people})),
            Slot(tuple(replace(s, people=()) for s in part)),
        )
        for part in parts.values()
        if len({s.module for s in part}) == len(part)
    ]
