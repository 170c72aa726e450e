"""Everything that goes into a synthetic folder, invented from its settings."""

from collections.abc import Mapping
from dataclasses import dataclass

from samskab.planner.model.grid import Grid
from samskab.planner.model.problem import Facilitator, Need, Room
from samskab.planner.model.programme import Programme
from samskab.planner.synthetic.diaries import Diaries, HalfDays
from samskab.planner.synthetic.facilitators_and_rooms import (
    book_rooms,
    ferry_costs_oere,
    hire_facilitators,
)
from samskab.planner.synthetic.leave import go_on_seminars, take_leave
from samskab.planner.synthetic.municipality import Municipality, found_municipality
from samskab.planner.synthetic.other_bookings import book_facilitators, book_room_events
from samskab.planner.synthetic.programme import (
    Calendar,
    calendar_of,
    commission_programme,
    needs_of,
)
from samskab.planner.synthetic.rhythm import Rhythm
from samskab.planner.synthetic.settings import Settings
from samskab.planner.synthetic.single_meetings import hold_single_meetings
from samskab.planner.synthetic.standing_meetings import hold_standing_meetings


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole municipality with its programme.

    Attributes:
        travel_oere: (place from, place to) -> øre per person, there and back.
        diaries: by the id of a person, a facilitator or a room.
    """

    settings: Settings
    calendar: Calendar
    programme: Programme
    municipality: Municipality
    needs: tuple[Need, ...]
    facilitators: tuple[Facilitator, ...]
    rooms: tuple[Room, ...]
    travel_oere: Mapping[tuple[str, str], int]
    diaries: Diaries


def invent(settings: Settings) -> Contents:
    """Make up a municipality; the same settings make up the same one."""
    calendar = calendar_of(settings)
    programme = commission_programme(settings, calendar)
    half_days = HalfDays(Grid(programme))
    municipality = found_municipality(settings)
    facilitators = hire_facilitators(programme, settings, len(half_days.days))
    rooms = book_rooms(programme, settings, len(half_days.days))
    diaries = Diaries(
        half_days,
        [
            *(leader.person.id for leader in municipality.leaders),
            *(facilitator.id for facilitator in facilitators),
            *(room.id for room in rooms),
        ],
    )
    contents = Contents(
        settings=settings,
        calendar=calendar,
        programme=programme,
        municipality=municipality,
        needs=needs_of(municipality.leaders, programme.modules, settings),
        facilitators=facilitators,
        rooms=rooms,
        travel_oere=ferry_costs_oere(),
        diaries=diaries,
    )
    _fill(contents)
    return contents


def _fill(contents: Contents) -> None:
    """Standing meetings first, then leave, then single meetings up to each role's share."""
    settings, municipality, diaries = contents.settings, contents.municipality, contents.diaries
    rhythm = Rhythm(settings, contents.calendar.closed)
    standing = settings.chance("standing meetings")
    hold_standing_meetings(municipality, rhythm, diaries, standing)
    take_leave(municipality, contents.calendar, diaries, settings.chance("leave"))
    go_on_seminars(municipality, settings, contents.calendar, diaries)
    hold_single_meetings(municipality, diaries, settings.chance("single meetings"))
    other = settings.chance("other bookings")
    book_facilitators(contents.facilitators, rhythm, diaries, other)
    book_room_events(contents.rooms, diaries, other)
