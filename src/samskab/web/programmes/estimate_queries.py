"""The estimate of a programme, from its rows and its text."""

from collections.abc import Mapping
from datetime import date, datetime, time
from fractions import Fraction

from django.db.models import Count, Sum

from samskab.planner.model.programme import Format
from samskab.planner.model.programme import Programme as Frame
from samskab.web.programmes.estimate import (
    Estimate,
    Load,
    OpenCourse,
    Teacher,
    VenueOffer,
    estimate,
)
from samskab.web.programmes.models import Engagement, Need, Programme, Venue

ANY_DAY = date(2000, 1, 3)
SECONDS_PER_HOUR = 3600


def estimate_of(
    programme: Programme, frame: Frame, open_course: OpenCourse | None = None
) -> Estimate:
    """What a programme would cost; five queries at most, however many people there are.

    Before anybody's needs are known, everybody of the commission is taken to need every module;
    what their hours are worth is then what an hour of the municipality's people is on average.

    Args:
        programme: its rows: needs, facilitators, rooms.
        frame: its text, as the reader of folders reads it; it need not be stored.
        open_course: the alternative; the programme's own where there is none.
    """
    venues = Venue.objects.filter(programme=programme).select_related("room")
    engagements = Engagement.objects.filter(programme=programme).select_related("facilitator")
    return estimate(
        _loads(programme, frame),
        [VenueOffer(one.room.capacity, one.room.price_per_half_day_oere) for one in venues],
        [
            Teacher(frozenset(one.modules), one.facilitator.fee_per_half_day_oere)
            for one in engagements
        ],
        hours_of(frame.morning) + hours_of(frame.afternoon),
        open_course or open_course_of(programme),
    )


def open_course_of(programme: Programme) -> OpenCourse:
    """What both sides have written of open courses."""
    return OpenCourse(programme.open_day_price_oere, Fraction(str(programme.open_travel_hours)))


def hours_of(part: tuple[time, time]) -> Fraction:
    """Exact hours from one clock time to another."""
    start, end = (datetime.combine(ANY_DAY, clock) for clock in part)
    return Fraction((end - start).seconds, SECONDS_PER_HOUR)


def _loads(programme: Programme, frame: Frame) -> list[Load]:
    needs = _needs(programme)
    expected = (0, 0) if needs else _expected(programme)
    loads = []
    for module in frame.modules:
        people, hourly = needs.get(module.id, expected)
        loads.append(
            Load(
                module=module.id,
                title=module.title,
                people=people,
                hourly_values_oere=hourly,
                half_days=module.half_days,
                group_max=module.group_max,
                is_in_person=module.format is Format.IN_PERSON,
                facilitators=module.facilitators,
                materials_oere=module.materials_oere,
            )
        )
    return loads


def _needs(programme: Programme) -> Mapping[str, tuple[int, int]]:
    """Module -> (people, the sum of what their hours are worth)."""
    rows = (
        Need.objects.filter(participant__programme=programme)
        .values("module")
        .annotate(people=Count("id"), hourly=Sum("participant__person__hourly_value_oere"))
        .order_by()
    )
    return {row["module"]: (row["people"], row["hourly"]) for row in rows}


def _expected(programme: Programme) -> tuple[int, int]:
    if programme.commission is None:
        return 0, 0
    people = programme.commission.people_count
    known = programme.municipality.people.filter(erased_at=None).aggregate(
        rows=Count("id"), hourly=Sum("hourly_value_oere")
    )
    return people, people * (known["hourly"] or 0) // max(known["rows"], 1)
