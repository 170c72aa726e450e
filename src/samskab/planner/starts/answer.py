"""Days to start within, and what is found of a unit that is to start in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Spell:
    """Days within which a module is to be taken, both included."""

    first_day: date
    last_day: date


class Verdict(StrEnum):
    """Whether a unit's people can all start within the days."""

    CAN = "can"
    CANNOT = "cannot"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Start:
    """What is found of one unit and one spell.

    Attributes:
        verdict: proven, unless UNKNOWN: the effort was spent first.
        oere: displaced hours and travel of the cheapest dates of the unit's people; None unless
            they can start.
        cheapest: whether it is proven that no other dates cost less.
    """

    verdict: Verdict
    oere: int | None = None
    cheapest: bool = True


@dataclass(frozen=True, slots=True)
class Seated:
    """How many of a crowd find a seat when all of it starts within the same days.

    Attributes:
        people: who need one.
        seated: how many get one at most.
        proven: whether no more can.
    """

    people: int
    seated: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to go.

    Attributes:
        effort: deterministic seconds of each solve at most.
        seed: of the solver.
    """

    effort: float = 10.0
    seed: int = 0


USUAL = Limits()
