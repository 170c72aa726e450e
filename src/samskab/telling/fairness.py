"""How a plan's burdens are shared, as rows of a table."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from samskab.common.money import OERE_PER_KR
from samskab.planner.fairness.inequality import Spread
from samskab.planner.fairness.loads import Sharing
from samskab.telling.language import Language
from samskab.telling.notation import Notation, danish_order
from samskab.telling.words.fairness import SAID
from samskab.telling.words.printable import printable

GROUP_COLUMNS = (
    "group",
    "people",
    "hours",
    "worst_short",
    "gini",
    "travel",
    "road",
    "turn_short",
    "left_out",
)
MEASURES = ("displaced_hours", "travel_oere", "road_hours", "turn")


class FairnessFigures:
    """Writes burdens in one language."""

    def __init__(self, language: Language) -> None:
        self.words, self.notation = SAID[language], Notation(language)

    def group_rows(self, groups: Mapping[str, Sharing]) -> Iterator[tuple[str, ...]]:
        """A row for each group of people, by name, under `GROUP_COLUMNS`."""
        for group in sorted(groups, key=danish_order):
            sharing = groups[group]
            hours = sharing.displaced_hours
            assert hours is not None
            yield (
                printable(group),
                self.notation.number(sharing.people),
                self.amount("displaced_hours", hours.mean),
                self.amount("displaced_hours", hours.worst_tenth),
                self.notation.number(hours.gini, 2),
                *(self._mean(measure, sharing) for measure in MEASURES[1:]),
                self.notation.number(sharing.left_out),
            )

    def amount(self, measure: str, amount: Fraction | int | None) -> str:
        """An amount of a measure as its reader writes it."""
        if amount is None:
            return self.words["unknown"]
        if measure == "travel_oere":
            return self.notation.number(Fraction(amount, OERE_PER_KR))
        if measure == "turn":
            return self.notation.percent(Fraction(amount))
        return self.notation.number(amount, 1)

    def _mean(self, measure: str, sharing: Sharing) -> str:
        found: Spread | None = getattr(sharing, measure)
        return self.amount(measure, found.mean if found else None)
