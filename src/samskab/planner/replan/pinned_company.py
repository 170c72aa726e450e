"""Who must move together, and who must not meet, since a track binds them to pinned sessions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import NOWHERE, Placed
from samskab.planner.timetable import Ints, Timetable


class PinnedCompany:
    """What the pinned sessions of a plan decide about the company of all others.

    Who shares a pinned session of a track shares the other modules of it too, with nobody else who
    needs that module; who is of one party with somebody pinned can sit nowhere else.
    """

    def __init__(self, timetable: Timetable, pinned: Sequence[Placed]) -> None:
        self.timetable, self.parties = timetable, Parties(timetable)
        shape = (len(timetable.problem.people), len(timetable.modules))
        self.seat: Ints = np.full(shape, NOWHERE, dtype=np.int64)
        for number, placed in enumerate(pinned):
            self.seat[list(placed.people), placed.module] = number
        self._tracked: dict[int, set[int]] = defaultdict(set)
        for track in timetable.tracks:
            for module in track:
                self._tracked[module].update(m for m in track if m != module)

    def is_pinned(self, person: int, module: int) -> bool:
        """Whether somebody takes a module in a pinned session."""
        return bool(self.seat[person, module] != NOWHERE)

    def is_hopeless(self, person: int, module: int) -> bool:
        """Whether somebody belongs in a pinned session that she is not in: no other will do."""
        bound = self.parties.whole(module, [person])
        for other in self._tracked[module]:
            if self.is_pinned(person, other):
                bound |= self._mates(person, other, module)
        return any(self.is_pinned(one, module) for one in bound)

    def whole(self, module: int, people: Iterable[int]) -> set[int]:
        """The people and all who must take the module with them."""
        people = set(people)
        found = self.parties.whole(module, people)
        for other in self._tracked[module]:
            for person in tuple(found):
                if self.is_pinned(person, other):
                    found |= self._mates(person, other, module)
        found = {one for one in found if not self.is_pinned(one, module)}
        return found if found <= people else self.whole(module, found | people)

    def _mates(self, person: int, shared: int, module: int) -> set[int]:
        """Who shares her pinned session of one module and needs another one."""
        mates = self.seat[:, shared] == self.seat[person, shared]
        return set(np.flatnonzero(mates & self.timetable.modules[module].needs).tolist())

    def blocks(self, module: int, people: set[int]) -> list[Block]:
        """The people as blocks, each whole."""
        blocks, left = [], sorted(people)
        while left:
            block = sorted(self.whole(module, left[:1]) & people)
            blocks.append(Block(module, tuple(block)))
            left = [person for person in left if person not in block]
        return blocks

    def may_meet(self, module: int, one: int, other: int) -> bool:
        """Whether two people may share a session of a module, as far as pinned ones say."""
        return not any(
            self.timetable.modules[m].needs[[one, other]].all()
            and self.seat[one, m] != self.seat[other, m]
            for m in self._tracked[module]
        )

    def decides(self, module: int) -> bool:
        """Whether pinned sessions say anything of who may meet in a module."""
        return any((self.seat[:, m] != NOWHERE).any() for m in self._tracked[module])
