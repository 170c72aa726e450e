"""What planning asks of its engines: one makes plans, one proves bounds, one does both at once."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeAlias

from samskab.planner.guidance import Guidance
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable

Heard: TypeAlias = Solution | Guidance
"""What a search may hear of the others: their best plan, and what the bound advises."""


class Search(Protocol):
    """Yields plans, each better than all before, until `stop`, asked with the steps done."""

    def __call__(
        self,
        timetable: Timetable,
        *,
        seed: int,
        stop: Callable[[int], bool],
        number: int,
        begin: Solution | None,
        hear: Callable[[], Sequence[Heard]],
    ) -> Iterator[Solution]:
        """Begin to search.

        Args:
            timetable: the problem.
            seed: of every draw.
            stop: asked before each step with the number of steps done.
            number: which of several searches side by side.
            begin: the plan to begin with; None has the search make its own.
            hear: asked before each step for the news since it was last asked.
        """


class Proof(Protocol):
    """Yields ever higher lower bounds in øre, and guidance, until `stop` or nothing is left."""

    def __call__(
        self, timetable: Timetable, *, stop: Callable[[], bool]
    ) -> Iterator[int | Guidance]:
        """Begin to prove."""


class Whole(Protocol):
    """Yields better plans and higher bounds, in øre, of a problem that is small enough."""

    def __call__(
        self,
        timetable: Timetable,
        *,
        stop: Callable[[], bool],
        hear: Callable[[], Sequence[Heard]],
        until: float,
    ) -> Iterator[int | Solution]:
        """Begin to solve.

        Args:
            timetable: the problem.
            stop: whether to end.
            hear: asked for the news since it was last asked.
            until: when time is up, by the monotonic clock.
        """


def heard_once(guidance: Guidance | None) -> Callable[[], Sequence[Heard]]:
    """What a search hears that is advised once, before its first step, and of nothing else."""
    news: list[Heard] = [guidance] if guidance else []

    def hear() -> Sequence[Heard]:
        heard = tuple(news)
        news.clear()
        return heard

    return hear
