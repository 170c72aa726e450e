"""What a rival tells while it works."""

from dataclasses import dataclass

from samskab.planner.search.solution import Solution


@dataclass(frozen=True, slots=True)
class Found:
    """A better plan, a better bound, both, or none yet.

    Attributes:
        seconds: since the rival began, the folder being read.
        solution: None where there is no better one.
        bound_oere: None where there is no better one.
    """

    seconds: float
    solution: Solution | None
    bound_oere: int | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A better plan that is only told of: its own planner's count of what it costs."""

    seconds: float
    oere: int
