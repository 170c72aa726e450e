"""The most that a session's people could pay, against trying every set of people."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest
from tests.planner.small import problem

from samskab.planner.bound.blocks import blocks_of
from samskab.planner.bound.conflicts import Conflicts, conflicts_of
from samskab.planner.bound.fullest import fullest
from samskab.planner.model.problem import Party, Person
from samskab.planner.timetable import build_timetable

Ints = npt.NDArray[np.int64]
HIERARCHY = (("a", "b"), ("a", "c"), ("b", "d"), ("b", "e"), ("c", "f"))
RING = (*HIERARCHY, ("f", "g"), ("g", "a"))


def conflicts_among(names: str, apart: tuple[tuple[str, str], ...]) -> Conflicts:
    people = tuple(Person(name, name, "u", 50_000) for name in names)
    timetable = build_timetable(problem((), people=people, apart=apart))
    return conflicts_of(timetable, blocks_of(timetable))


def most_by_trying(
    shares: Ints, sizes: Ints, capacity: int, apart: tuple[tuple[int, int], ...]
) -> int:
    best = 0
    for size in range(len(shares) + 1):
        for people in combinations(range(len(shares)), size):
            fits = sum(sizes[p] for p in people) <= capacity
            if fits and not any(a in people and b in people for a, b in apart):
                best = max(best, int(sum(shares[p] for p in people)))
    return best


@pytest.mark.parametrize("pairs", [(), HIERARCHY, RING])
@pytest.mark.parametrize("largest", [1, 3])
def test_fullest_is_never_too_little_when_every_set_is_tried(
    pairs: tuple[tuple[str, str], ...], largest: int
) -> None:
    names = "abcdefgh"
    random = np.random.default_rng(11)
    conflicts = conflicts_among(names, pairs)
    apart = tuple((names.index(a), names.index(b)) for a, b in pairs)
    for _ in range(60):
        sizes = random.integers(1, largest + 1, len(names))
        shares = random.integers(0, 1000, (1, len(names)))
        capacity = int(random.integers(largest, 6))
        most, _ = fullest(shares, sizes, capacity, conflicts, rounds=4)
        tried = most_by_trying(shares[0], sizes, capacity, apart)
        assert most[0] >= tried
        if largest == 1 and not pairs:
            assert most[0] == tried


def test_conflicts_lower_what_is_paid_when_the_largest_payers_are_apart() -> None:
    shares = np.array([[900, 800, 700, 10, 10, 10, 0, 0]])
    sizes = np.ones(8, dtype=np.int64)
    free, _ = fullest(shares, sizes, 3, conflicts_among("abcdefgh", ()), rounds=4)
    apart, _ = fullest(shares, sizes, 3, conflicts_among("abcdefgh", HIERARCHY), rounds=4)
    assert free[0] == 900 + 800 + 700
    assert apart[0] == 800 + 700 + 10


def test_people_of_a_party_are_one_block_when_their_needs_agree() -> None:
    party = (Party("pair", ("p1", "p2")),)
    same = problem((("p1", "m1"), ("p2", "m1")), parties=party)
    other = problem((("p1", "m1"),), parties=party)
    assert blocks_of(build_timetable(same)).sizes.tolist() == [2, 1]
    assert blocks_of(build_timetable(other)).sizes.tolist() == [1, 1, 1]
