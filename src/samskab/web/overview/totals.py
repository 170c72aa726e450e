"""All programmes together."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from samskab.web.notation import notation
from samskab.web.overview.queries import CalendarCount, Progress


@dataclass(frozen=True, slots=True)
class Totals:
    """All that runs.

    Attributes:
        needed, served: modules, over all leaders.
        planned: how many of the programmes have a plan; the amounts are of those.
        cost_oere: of the plans.
        bound_oere: no plans of these programmes cost less.
    """

    programmes: int
    leaders: int
    needed: int
    served: int
    planned: int
    cost_oere: int
    bound_oere: int

    @property
    def served_share(self) -> str:
        """`97 %`; empty where nothing is needed."""
        return notation().percent(Fraction(self.served, self.needed)) if self.needed else ""

    @property
    def closeness(self) -> str:
        """By how much of the cost the plans could be cheaper at most; empty without a cost."""
        if self.cost_oere <= 0:
            return ""
        gap = Fraction(self.cost_oere - self.bound_oere, self.cost_oere)
        return notation().percent_at_most(gap)


def totals_of(progress: Sequence[Progress], calendars: CalendarCount) -> Totals:
    """Add them up."""
    plans = [row.plan for row in progress if row.plan]
    return Totals(
        programmes=len(progress),
        leaders=calendars.leaders,
        needed=sum(row.needed for row in progress),
        served=sum(row.figures.served for row in progress),
        planned=len(plans),
        cost_oere=sum(plan.total_oere for plan in plans),
        bound_oere=sum(plan.bound_oere for plan in plans),
    )
