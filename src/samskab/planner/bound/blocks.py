"""People who attend everything together count as one block, with their costs summed."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from samskab.planner.timetable import Timetable

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Amounts = TypeVar("Amounts", npt.NDArray[np.int64], npt.NDArray[np.float32])


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """A partition of the people.

    Attributes:
        of_person: [P] the block of each person, numbered from 0 without holes.
        sizes: [B] people in each block.
    """

    of_person: Ints
    sizes: Ints

    @property
    def single(self) -> bool:
        """Whether every block is one person."""
        return bool((self.sizes == 1).all())

    def sums(self, amounts: Amounts) -> Amounts:
        """[..., P] -> [..., B], summed over each block's people."""
        if self.single:
            return amounts
        by_block = np.argsort(self.of_person, kind="stable")
        firsts = np.cumsum(self.sizes) - self.sizes
        summed: Amounts = np.add.reduceat(amounts[..., by_block], firsts, axis=-1)
        return summed

    def every(self, flags: Bools) -> Bools:
        """[..., P] -> [..., B]: whether the flag stands for all of a block."""
        return np.asarray(self.sums(flags.astype(np.int64)) == self.sizes)


def blocks_of(timetable: Timetable) -> Blocks:
    """Join the people of a party who have the same needs.

    Then they share every session of every module, or are left out of it together. A party whose
    people differ in their needs stays apart here: that relaxes the problem, and no more.
    """
    problem = timetable.problem
    row = {person.id: p for p, person in enumerate(problem.people)}
    needs = np.array([table.needs for table in timetable.modules], dtype=np.bool_)
    root = list(range(len(problem.people)))

    def find(person: int) -> int:
        while root[person] != person:
            root[person] = root[root[person]]
            person = root[person]
        return person

    for party in problem.parties:
        first, *others = [row[person] for person in party.people]
        for other in others:
            if (needs[:, first] == needs[:, other]).all():
                root[find(other)] = find(first)
    roots = [find(person) for person in range(len(root))]
    _, of_person, sizes = np.unique(
        np.array(roots, dtype=np.int64), return_inverse=True, return_counts=True
    )
    return Blocks(of_person.astype(np.int64), sizes.astype(np.int64))
