"""What a programme takes and costs, beside the same days as open courses away from home."""

from dataclasses import dataclass
from fractions import Fraction

from samskab.common.money import half_up
from samskab.planner.model.programme import Programme
from samskab.web.programmes.estimate import HALF_DAYS_PER_DAY, Load, OpenCourse, estimate
from samskab.web.programmes.estimate_queries import hours_of


@dataclass(frozen=True, slots=True)
class Figures:
    """A programme for so many people, at a price.

    Attributes:
        days: of one leader.
        hours: of one leader in sessions.
        sessions: how many there must be at least, all groups full.
        open_oere: what as many days of open courses cost for everybody.
        open_hours_away: of everybody: the same hours, and the road.
    """

    people: int
    days: Fraction
    hours: Fraction
    sessions: int
    price_oere: int
    open_oere: int
    open_hours_away: Fraction

    @property
    def all_hours(self) -> Fraction:
        """Of everybody, in sessions."""
        return self.hours * self.people

    @property
    def price_each_oere(self) -> int:
        """The price, for each leader."""
        return half_up(Fraction(self.price_oere, self.people))

    @property
    def open_each_oere(self) -> int:
        """The price of open courses, for each leader."""
        return half_up(Fraction(self.open_oere, self.people))

    @property
    def hours_saved(self) -> Fraction:
        """Of everybody, on the road."""
        return self.open_hours_away - self.all_hours


def figures_of(
    programme: Programme, people: int, price_oere: int, open_course: OpenCourse
) -> Figures:
    """What a programme takes and costs, counted as pages of co-design count it.

    Args:
        programme: read by the engine, without a fault.
        people: who take all of its modules, one or more.
        price_oere: for everybody.
        open_course: what to hold it against.
    """
    day_hours = hours_of(programme.morning) + hours_of(programme.afternoon)
    loads = [
        Load(module.id, module.title, people, 0, module.half_days, module.group_max)
        for module in programme.modules
    ]
    found = estimate(loads, (), (), day_hours, open_course)
    half_days = sum(module.half_days for module in programme.modules)
    return Figures(
        people=people,
        days=Fraction(half_days, HALF_DAYS_PER_DAY),
        hours=found.leader_hours / people,
        sessions=found.sessions,
        price_oere=price_oere,
        open_oere=found.open_oere,
        open_hours_away=found.open_hours,
    )
