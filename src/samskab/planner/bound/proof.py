"""Ever higher lower bounds, each proven on its own."""

from collections.abc import Callable, Iterator

from samskab.planner.bound.ascent import Ascent
from samskab.planner.bound.certificate import certified_bound
from samskab.planner.bound.relaxation import relax
from samskab.planner.timetable import Timetable

STEPS_PER_PROOF = 40
MOST_STEPS = 20_000
"""Far beyond what is seen to raise the bound still."""


def prove(timetable: Timetable, *, stop: Callable[[], bool]) -> Iterator[int]:
    """Yield rising lower bounds, in øre, on the cost of every plan.

    The same bounds in the same order whenever it runs; only how many depends on `stop`.

    Args:
        timetable: the problem.
        stop: asked between steps; True ends the ascent.
    """
    relaxation = relax(timetable)
    if not relaxation.offers or not relaxation.blocks.sizes.size:
        yield 0
        return
    ascent = Ascent(relaxation)
    best = -1
    for step in range(MOST_STEPS):
        if step % STEPS_PER_PROOF == 0:
            bound = certified_bound(relaxation, ascent.shares, list(ascent.rebates), ascent.tolls)
            if bound > best:
                best = bound
                yield bound
        if stop():
            return
        ascent.climb()
