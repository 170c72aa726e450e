"""How long to plan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to plan.

    Attributes:
        seconds: of wall-clock time, at most.
        steps: of the search, at most; the same number gives the same plan. None means no limit.
        seed: of every draw.
    """

    seconds: float = 60.0
    steps: int | None = None
    seed: int = 0
