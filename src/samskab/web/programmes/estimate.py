"""What a programme would cost before there is a plan of it, and what open courses would cost.

All amounts are øre. An estimate knows neither dates nor travel: those the planner counts. It is
exact in what it counts; each amount is rounded once, halves upwards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from samskab.common.money import half_up

HALF_DAYS_PER_DAY = 2


@dataclass(frozen=True, slots=True)
class Load:
    """A module and those who take it.

    Attributes:
        people: how many take it.
        hourly_values_oere: the sum of what an hour is worth to each of them.
        facilitators: how many lead a session.
        materials_oere: per person.
    """

    module: str
    title: str
    people: int
    hourly_values_oere: int
    half_days: int
    group_max: int
    is_in_person: bool = True
    facilitators: int = 1
    materials_oere: int = 0


@dataclass(frozen=True, slots=True)
class VenueOffer:
    """A room that may be used."""

    capacity: int
    price_per_half_day_oere: int


@dataclass(frozen=True, slots=True)
class Teacher:
    """Who can lead which modules, and for what."""

    modules: frozenset[str]
    fee_per_half_day_oere: int


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """What open courses away from home cost.

    Attributes:
        day_price_oere: one day, for one person.
        travel_hours: on the road, there and back, for each day.
    """

    day_price_oere: int
    travel_hours: Fraction


@dataclass(frozen=True, slots=True)
class ModuleEstimate:
    """What one module would cost.

    Attributes:
        group: people in its fullest session, where they are shared out evenly.
        rooms_oere: None where it needs a room and none that may be used holds the group.
        facilitation_oere: None where fewer can lead it than lead a session.
        leader_hours: of all its people, in its sessions.
        leader_hours_oere: what those hours are worth.
        open_oere: fees of open courses for the same days.
        open_hours: in the courses and on the road.
        open_hours_oere: what those hours are worth.
    """

    module: str
    title: str
    people: int
    sessions: int
    group: int
    facilitation_oere: int | None
    rooms_oere: int | None
    materials_oere: int
    leader_hours: Fraction
    leader_hours_oere: int
    open_oere: int
    open_hours: Fraction
    open_hours_oere: int

    @property
    def price_oere(self) -> int:
        """Facilitation, rooms and materials, as far as they are known."""
        return (self.facilitation_oere or 0) + (self.rooms_oere or 0) + self.materials_oere

    @property
    def is_whole(self) -> bool:
        """Whether everything that it costs is known."""
        return self.facilitation_oere is not None and self.rooms_oere is not None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a programme would cost, module by module."""

    modules: tuple[ModuleEstimate, ...]

    @property
    def sessions(self) -> int:
        """Of all modules."""
        return sum(module.sessions for module in self.modules)

    @property
    def facilitation_oere(self) -> int:
        """As far as it is known."""
        return sum(module.facilitation_oere or 0 for module in self.modules)

    @property
    def rooms_oere(self) -> int:
        """As far as it is known."""
        return sum(module.rooms_oere or 0 for module in self.modules)

    @property
    def materials_oere(self) -> int:
        """Of all people."""
        return sum(module.materials_oere for module in self.modules)

    @property
    def price_oere(self) -> int:
        """Facilitation, rooms and materials, as far as they are known."""
        return sum(module.price_oere for module in self.modules)

    @property
    def is_whole(self) -> bool:
        """Whether everything that it costs is known."""
        return all(module.is_whole for module in self.modules)

    @property
    def leader_hours(self) -> Fraction:
        """Of all people, in sessions."""
        return sum((module.leader_hours for module in self.modules), Fraction(0))

    @property
    def leader_hours_oere(self) -> int:
        """What those hours are worth."""
        return sum(module.leader_hours_oere for module in self.modules)

    @property
    def total_oere(self) -> int:
        """Price and leaders' hours."""
        return self.price_oere + self.leader_hours_oere

    @property
    def open_oere(self) -> int:
        """Fees of open courses."""
        return sum(module.open_oere for module in self.modules)

    @property
    def open_hours(self) -> Fraction:
        """In open courses and on the road."""
        return sum((module.open_hours for module in self.modules), Fraction(0))

    @property
    def open_hours_oere(self) -> int:
        """What those hours are worth."""
        return sum(module.open_hours_oere for module in self.modules)

    @property
    def open_total_oere(self) -> int:
        """Fees and leaders' hours of open courses."""
        return self.open_oere + self.open_hours_oere

    @property
    def saved_oere(self) -> int:
        """What open courses would cost more; negative where they would cost less."""
        return self.open_total_oere - self.total_oere

    @property
    def overspent_oere(self) -> int:
        """What open courses would cost less."""
        return -self.saved_oere


def estimate(
    loads: Iterable[Load],
    venues: Sequence[VenueOffer],
    teachers: Sequence[Teacher],
    day_hours: Fraction,
    open_course: OpenCourse,
) -> Estimate:
    """Price and leaders' hours of a programme beside those of open courses.

    With n people, groups of at most g, h half-days and a day of d hours: s = ceil(n / g) sessions;
    hours n·h·d/2; open courses cost n·h/2 days' price and take n·(h·d/2 + ceil(h/2)·travel) hours.

    Args:
        loads: the modules, each with 1 or more as its largest group.
        venues: the rooms that may be used; the cheapest that holds an even share is counted.
        teachers: who lead; the cheapest who can are counted.
        day_hours: of a morning and an afternoon together.
        open_course: what the alternative costs.
    """
    return Estimate(
        tuple(_of_module(load, venues, teachers, day_hours, open_course) for load in loads)
    )


def _of_module(
    load: Load,
    venues: Sequence[VenueOffer],
    teachers: Sequence[Teacher],
    day_hours: Fraction,
    open_course: OpenCourse,
) -> ModuleEstimate:
    sessions = _ceil(load.people, load.group_max)
    group = _ceil(load.people, sessions) if sessions else 0
    days = Fraction(load.half_days, HALF_DAYS_PER_DAY)
    hours_each = days * day_hours
    open_hours_each = hours_each + _ceil(load.half_days, 2) * open_course.travel_hours
    return ModuleEstimate(
        module=load.module,
        title=load.title,
        people=load.people,
        sessions=sessions,
        group=group,
        facilitation_oere=_facilitation_oere(load, sessions, teachers),
        rooms_oere=_rooms_oere(load, sessions, group, venues),
        materials_oere=load.materials_oere * load.people,
        leader_hours=load.people * hours_each,
        leader_hours_oere=half_up(hours_each * load.hourly_values_oere),
        open_oere=half_up(load.people * days * open_course.day_price_oere),
        open_hours=load.people * open_hours_each,
        open_hours_oere=half_up(open_hours_each * load.hourly_values_oere),
    )


def _facilitation_oere(load: Load, sessions: int, teachers: Sequence[Teacher]) -> int | None:
    fees = sorted(
        teacher.fee_per_half_day_oere for teacher in teachers if load.module in teacher.modules
    )
    if sessions and len(fees) < load.facilitators:
        return None
    return sessions * load.half_days * sum(fees[: load.facilitators])


def _rooms_oere(load: Load, sessions: int, group: int, venues: Sequence[VenueOffer]) -> int | None:
    if not load.is_in_person or not sessions:
        return 0
    prices = [venue.price_per_half_day_oere for venue in venues if venue.capacity >= group]
    return sessions * load.half_days * min(prices) if prices else None


def _ceil(number: int, by: int) -> int:
    return -(-number // by)
