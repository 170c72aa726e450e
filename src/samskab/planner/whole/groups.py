"""Who is interchangeable: blocks of one module that differ in nothing that a plan can see."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.timetable import Bools, Ints, Timetable


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Blocks of one module, any of which may take the place of another.

    Attributes:
        blocks: the people of each block, who attend together; as many in each.
        open: [S] starts that a block could attend.
        cost: [Z, S] øre of one block: displacement, travel and materials; Z is 1 for an online
            module, else the timetable's places.
        apart: people with whom no block may share a session.
    """

    module: int
    blocks: tuple[tuple[int, ...], ...]
    open: Bools
    cost: Ints
    apart: frozenset[int]

    @property
    def size(self) -> int:
        """People in one block."""
        return len(self.blocks[0])

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody in it."""
        return tuple(person for block in self.blocks for person in block)


def groups_of(timetable: Timetable) -> list[Group]:
    """All needs as groups, module by module.

    Blocks join a group only where each of their people needs that one module alone, so that no
    other session depends on who of them sits where.
    """
    parties = Parties(timetable)
    needs = np.array([table.needs for table in timetable.modules], dtype=np.bool_)
    needed: Ints = needs.sum(axis=0)
    found: list[Group] = []
    for module, table in enumerate(timetable.modules):
        alike: dict[Hashable, list[Group]] = defaultdict(list)
        for block in parties.blocks(module, np.flatnonzero(table.needs).tolist()):
            one = _alone(timetable, block)
            free = bool((needed[list(block.people)] == 1).all())
            alike[_marks(timetable, one) if free else block.people].append(one)
        found.extend(_joined(same) for same in alike.values())
    return found


def _alone(timetable: Timetable, block: Block) -> Group:
    """A group of one block; nowhere open where its people are kept apart from each other."""
    table, people = timetable.modules[block.module], list(block.people)
    apart = frozenset[int]().union(*(timetable.apart[person] for person in people))
    cost = table.displacement[people].sum(axis=0)[None] + len(people) * table.module.materials_oere
    if table.in_person:
        cost = cost + timetable.travel[table.days - 1, people].sum(axis=0)[:, None]
    together = np.asarray(table.open[people].all(axis=0))
    together &= apart.isdisjoint(people)
    return Group(block.module, (block.people,), together, cost, apart)


def _marks(timetable: Timetable, one: Group) -> Hashable:
    """All that a plan can see of a block: its twins have the same."""
    people = sorted(one.people, key=lambda person: (timetable.unit_of[person], person))
    units = tuple(timetable.unit_of[people].tolist())
    displaced = timetable.displaced_units[people].tobytes()
    shown = one.cost[:, one.open].tobytes()
    return one.size, units, displaced, one.open.tobytes(), shown, one.apart


def _joined(same: list[Group]) -> Group:
    one = same[0]
    blocks = tuple(block for other in same for block in other.blocks)
    return Group(one.module, blocks, one.open, one.cost, one.apart)
