"""How unequal amounts are: the Gini coefficient and the worst-off tenth, exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

TENTH = 10


@dataclass(frozen=True, slots=True)
class Spread:
    """How an amount is spread over people.

    Attributes:
        people: how many have a known amount.
        worst_tenth: the mean of the tenth of them who have most.
        gini: 0 where all have the same, near 1 where one has it all.
    """

    people: int
    mean: Fraction
    worst_tenth: Fraction
    most: Fraction
    gini: Fraction


def spread(amounts: Sequence[Fraction]) -> Spread | None:
    """The spread of amounts, none below 0; None where there is nobody."""
    if not amounts:
        return None
    return Spread(
        people=len(amounts),
        mean=_mean(amounts),
        worst_tenth=worst_tenth(amounts),
        most=max(amounts),
        gini=gini(amounts),
    )


def gini(x: Sequence[Fraction]) -> Fraction:
    """The Gini coefficient of a whole population.

    G = sum over i of (2 i - n - 1) x_i / (n^2 mu), with x_1 <= ... <= x_n and mu their mean: Dixon,
    Weiner, Mitchell-Olds & Woodley (1987), Ecology 68(5), 1548-1551; the same as Gini's (1912) mean
    difference over twice the mean. It is not corrected for small samples (which would multiply by
    n / (n - 1)): the people of a plan are all there are.

    Args:
        x: amounts, one a person, none below 0.

    Returns:
        From 0 to (n - 1) / n; 0 where nobody has anything.
    """
    n, total = len(x), sum(x, Fraction(0))
    if not total:
        return Fraction(0)
    ranked = sum(((2 * i - n - 1) * x_i for i, x_i in enumerate(sorted(x), start=1)), Fraction(0))
    return ranked / (n * total)


def worst_tenth(amounts: Sequence[Fraction]) -> Fraction:
    """The mean amount of the tenth of the people who have most, their number rounded up.

    Args:
        amounts: one a person, at least one.
    """
    count = -(-len(amounts) // TENTH)
    return _mean(sorted(amounts)[-count:])


def _mean(amounts: Sequence[Fraction]) -> Fraction:
    return sum(amounts, Fraction(0)) / len(amounts)
