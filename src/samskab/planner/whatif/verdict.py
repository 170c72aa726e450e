"""What plans with their bounds prove of two problems.

The best plan of each costs something between its bound and its total, and nobody knows where.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Told(StrEnum):
    """How the best plan of one problem compares to the best plan of another."""

    BETTER = "better"
    WORSE = "worse"
    EQUAL = "equal"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the cost of a problem's best plan lies, in øre, both ends included.

    Attributes:
        bound: no plan costs less.
        total: of a plan that is there.
    """

    bound: int
    total: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """One problem against another.

    Attributes:
        told: what is proven.
        least_gain, most_gain: øre by which the best plan of the one is cheaper than the best of
            the other, at least and at most; below 0 where it is dearer.
    """

    told: Told
    least_gain: int
    most_gain: int


def verdict(
    one: Interval, other: Interval, *, never_cheaper: bool = False, never_dearer: bool = False
) -> Verdict:
    """What is proven of one problem against another.

    It is surely better only where its plan costs less than any plan of the other can.

    Args:
        one: where the cost of its best plan lies.
        other: the same of the other.
        never_cheaper: whether no plan of the one can be cheaper than the best of the other.
        never_dearer: whether the best plan of the other is always one of the first, and no dearer.
    """
    least, most = other.bound - one.total, other.total - one.bound
    least = max(least, 0) if never_dearer else least
    most = min(most, 0) if never_cheaper else most
    told = Told.UNTOLD
    if least > 0:
        told = Told.BETTER
    elif most < 0:
        told = Told.WORSE
    elif least == most == 0:
        told = Told.EQUAL
    return Verdict(told, least, most)


def may_be_best(intervals: Sequence[Interval]) -> tuple[int, ...]:
    """Which of several problems may have the cheapest plan of all: none is surely better."""
    least_total = min(interval.total for interval in intervals)
    return tuple(k for k, interval in enumerate(intervals) if interval.bound <= least_total)
