"""Pairs that exclude each other, gathered into sets of which all do: fewer and closer rows."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet


def clique_cover(rivals: Mapping[int, AbstractSet[int]]) -> list[tuple[int, ...]]:
    """Sets of mutual rivals, such that each pair of rivals is in one of them.

    Grown one after the other from a pair that is in none yet, by whoever still is a rival of all
    (greedy; the least number of such sets is hard to find).

    Args:
        rivals: of each, whom it excludes; symmetric.
    """
    left = {one: set(others) - {one} for one, others in rivals.items()}
    found: list[tuple[int, ...]] = []
    for one in sorted(left):
        while left[one]:
            clique = [one]
            common = set(rivals[one])
            while common:
                # whoever has most pairs that are not covered yet, all else alike the first
                best = max(common, key=lambda c: (len(left[c].intersection(clique)), -c))
                clique.append(best)
                common = {c for c in common & rivals[best] if c != best}
            for member in clique:
                left[member].difference_update(clique)
            found.append(tuple(sorted(clique)))
    return found
