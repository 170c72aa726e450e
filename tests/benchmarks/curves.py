"""The best plan and the proven bound against time."""

from collections.abc import Iterable
from dataclasses import dataclass

from samskab.planner.progress import Progress

MOST_MOMENTS = 250


@dataclass(frozen=True, slots=True)
class Moment:
    """What was known at a time.

    Attributes:
        seconds: since planning began, the folder being read.
        plan_oere, left_out: of the best plan so far; None before there is one.
        bound_oere: None before the first.
    """

    seconds: float
    plan_oere: int | None
    bound_oere: int | None
    left_out: int | None

    @property
    def gap(self) -> float | None:
        """(plan - bound) / plan; None where either is missing or the plan costs nothing."""
        if not self.plan_oere or self.bound_oere is None:
            return None
        return (self.plan_oere - self.bound_oere) / self.plan_oere


Curve = tuple[Moment, ...]


def curve_of(told: Iterable[Progress]) -> Curve:
    """The moments at which something changed, in order, and the last of all."""
    moments = [Moment(p.seconds, p.total_oere, p.bound_oere, p.left_out) for p in told]
    changed = [
        after
        for before, after in zip([None, *moments], moments, strict=False)
        if before is None or _figures(before) != _figures(after)
    ]
    return tuple(dict.fromkeys([*changed, *moments[-1:]]))


def at(curve: Curve, seconds: float) -> Moment | None:
    """What was known by then: the last moment that is no later; None before the first."""
    return next((moment for moment in reversed(curve) if moment.seconds <= seconds), None)


def complete_after(curve: Curve) -> float | None:
    """When there first was a plan that leaves nobody out; None if never."""
    return next((moment.seconds for moment in curve if moment.left_out == 0), None)


def thinned(curve: Curve, most: int = MOST_MOMENTS) -> Curve:
    """The first, the last and as many between them as are worth keeping for a picture."""
    every = max(-(-len(curve) // most), 1)
    return tuple(dict.fromkeys([*curve[::every], *curve[-1:]]))


def as_rows(curve: Curve) -> list[list[float | int | None]]:
    """For a JSON file."""
    return [[round(m.seconds, 2), m.plan_oere, m.bound_oere, m.left_out] for m in curve]


def _figures(moment: Moment) -> tuple[int | None, int | None, int | None]:
    return moment.plan_oere, moment.bound_oere, moment.left_out
