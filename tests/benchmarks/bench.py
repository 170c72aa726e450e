"""What every part of a run of the benchmarks is given."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.benchmarks.best_known import BestKnown

Data = dict[str, Any]
"""What a part measured, as it stands in the file of results."""

QUICK_SECONDS = 10
OERE_PER_KR = 100
GIB = 2**30


@dataclass(frozen=True, slots=True)
class Bench:
    """A run.

    Attributes:
        quick: to try things out: no time is longer than `QUICK_SECONDS`, nothing is written.
        known: the best plans ever found.
        cases: names of the generated cases to measure; empty means all. Of the others, what was
            measured before stands.
        before: section -> what was measured before.
    """

    quick: bool
    known: BestKnown
    cases: frozenset[str] = frozenset()
    before: Mapping[str, Any] = field(default_factory=dict)

    def asks_for(self, case: str) -> bool:
        """Whether a generated case is to be measured."""
        return not self.cases or case in self.cases

    def seconds(self, wanted: float) -> float:
        """How long to plan, where so long is wanted."""
        return min(wanted, QUICK_SECONDS) if self.quick else wanted

    def say(self, words: str) -> None:
        """Tell whoever waits."""
        sys.stderr.write(words + "\n")
        sys.stderr.flush()


def kr(oere: int | None) -> str:
    """Whole kroner, in thousands set off by commas."""
    return "" if oere is None else f"{oere / OERE_PER_KR:,.0f}"


def percent(share: float | None) -> str:
    """With one decimal."""
    return "" if share is None else f"{share:.1%}"


def table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    """A table in Markdown."""
    head = f"| {' | '.join(columns)} |"
    rule = "|" + " --- |" * len(columns)
    return [head, rule, *(f"| {' | '.join(row)} |" for row in rows)]
