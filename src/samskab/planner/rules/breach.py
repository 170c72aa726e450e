"""A breach of a rule, and the shape of the rules that find them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from samskab.planner.plan_view import PlanView

Words = Mapping[str, Mapping[str, str]]
"""Case of a rule -> language ("da", "en") -> sentence with fields for a breach's values."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule that a plan does not keep, once.

    Attributes:
        rule: the rule's name, such as "hard_time".
        case: which of the rule's sentences says it.
        values: who, when, which session and how many: what the sentence is filled with. Names are
            strings, days dates, instants aware datetimes of the programme's time zone; a key that
            ends in `_oere` is an amount, one that ends in `_hours` an exact number of hours.
    """

    rule: str
    case: str
    values: Mapping[str, object]


class Rule(Protocol):
    """What the file of a rule offers."""

    @property
    def RULE(self) -> str:  # noqa: N802 - a constant of the rule's file
        """The rule's name: the file's."""

    @property
    def WORDS(self) -> Words:  # noqa: N802 - a constant of the rule's file
        """How each case of a breach is said."""

    def check(self, view: PlanView) -> Iterator[Breach]:
        """Every breach of the rule in a plan."""
