"""The whole input of the planner: a programme, who needs what, and everybody's busy time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samskab.common.busy import Busy
from samskab.planner.model.programme import Programme
from samskab.planner.model.published import Published


@dataclass(frozen=True, slots=True)
class Person:
    """A leader who needs modules.

    Attributes:
        hourly_value_oere: what an hour of hers is worth.
        place: id of the place she travels from; None means unknown (no travel cost).
        busy: her busy time, sorted and without overlaps.
    """

    id: str
    name: str
    unit: str
    hourly_value_oere: int
    email: str = ""
    role: str = ""
    place: str | None = None
    busy: tuple[Busy, ...] = ()


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Leads sessions of the modules named; not used in any busy time of theirs.

    Attributes:
        modules: ids of the modules they are qualified for.
        max_days_per_week: per ISO week; None means no limit.
        busy: sorted and without overlaps.
    """

    id: str
    name: str
    modules: frozenset[str]
    fee_per_half_day_oere: int
    place: str | None = None
    max_days_per_week: int | None = None
    busy: tuple[Busy, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Holds in-person sessions; not used in any busy time of its own."""

    id: str
    name: str
    place: str
    capacity: int
    price_per_half_day_oere: int
    busy: tuple[Busy, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees north and east (WGS 84)."""

    id: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Party:
    """Two people or more who attend the same session of every module that they share."""

    id: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """When `who` (a person's id or a unit) may take `module`; both days included."""

    who: str
    module: str
    not_before: date | None = None
    not_after: date | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A person needs a module once."""

    person: str
    module: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A programme folder, read.

    Attributes:
        travel_oere: (place from, place to) -> øre per person, there and back; overrides the
            computed cost.
        apart: pairs of person ids or unit names that must not share a session.
        published: the plan that people have in their calendars already; None before the first.
    """

    programme: Programme
    people: tuple[Person, ...]
    needs: tuple[Need, ...]
    facilitators: tuple[Facilitator, ...] = ()
    rooms: tuple[Room, ...] = ()
    places: tuple[Place, ...] = ()
    travel_oere: Mapping[tuple[str, str], int] = field(default_factory=dict)
    parties: tuple[Party, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    windows: tuple[Window, ...] = ()
    published: Published | None = None
