"""How far planning has come: told by the planner, shown by a door."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One moment of planning.

    Attributes:
        seconds: since planning began.
        phase: "reading", "first_plan", "improving", "mending", "proving" or "done".
        total_oere: what the best plan so far costs; None before there is one.
        bound_oere: what no plan can cost less than, as proven so far; None before the first.
        left_out: needs that the best plan so far does not serve; None before there is one.
        workers: machines' processes at work on a cluster; None without one.
        lost_rounds: of a cluster, done again since their worker died.
    """

    seconds: float
    phase: str
    total_oere: int | None = None
    bound_oere: int | None = None
    left_out: int | None = None
    workers: int | None = None
    lost_rounds: int = 0
