"""Several plans, made one after the other, and what the first Ctrl-C leaves of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samskab.common.interrupts import interrupts_counted
from samskab.planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class SeveralPlans:
    """Plans in the order in which they were to be made.

    Attributes:
        plans: fewer than were asked for after Ctrl-C.
        interrupted: whether Ctrl-C ended it; the last plan may then be what was found until then.
    """

    plans: tuple[Plan, ...]
    interrupted: bool


def plan_several(makers: Sequence[Callable[[], Plan]]) -> SeveralPlans:
    """Make plans until all are there or Ctrl-C is pressed; to be called by the main thread.

    Args:
        makers: each makes one; at Ctrl-C it returns the best so far, or raises KeyboardInterrupt.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed a second time.
    """
    plans: list[Plan] = []
    with interrupts_counted() as interrupts:
        try:
            for make in makers:
                plans.append(make())
                if interrupts.count:
                    break
        except KeyboardInterrupt:
            if interrupts.count > 1:
                raise
        return SeveralPlans(tuple(plans), interrupts.count > 0)
