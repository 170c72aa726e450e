"""An integer programme in whole numbers, whoever solves it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import gcd

NO_LIMIT = 1 << 50
"""A row that ends here does not end: far beyond what any row of people and half-days sums to."""


@dataclass(frozen=True, slots=True)
class Row:
    """low <= sum of factor x column <= high."""

    columns: Sequence[int]
    factors: Sequence[int]
    low: int
    high: int


@dataclass(slots=True)
class Mip:
    """Minimise the sum of cost x column over whole columns from 0 to `upper`, all rows kept.

    Attributes:
        cost: øre, by column.
        upper: by column.
    """

    cost: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, cost: int, upper: int = 1) -> int:
        """A new column's number."""
        self.cost.append(int(cost))
        self.upper.append(int(upper))
        return len(self.cost) - 1

    def row(
        self,
        columns: Sequence[int],
        factors: Sequence[int] | None = None,
        *,
        low: int = -NO_LIMIT,
        high: int = NO_LIMIT,
    ) -> None:
        """A new row; factors are 1 where none are given."""
        self.rows.append(Row(columns, factors or [1] * len(columns), low, high))

    def at_most(self, columns: Sequence[int], limit: int) -> None:
        """A row of ones, unless the columns cannot exceed the limit anyhow."""
        if sum(self.upper[column] for column in columns) > limit:
            self.row(columns, high=limit)

    def below(self, columns: Sequence[int], above: int, factor: int = 1) -> None:
        """The sum of columns is at most `factor` times another."""
        self.row([*columns, above], [1] * len(columns) + [-factor], high=0)

    @property
    def coin(self) -> int:
        """What every solution costs a multiple of, in øre."""
        return gcd(*self.cost) or 1

    def worth(self, values: Sequence[int]) -> int:
        """Øre of a solution."""
        return sum(cost * value for cost, value in zip(self.cost, values, strict=True))
