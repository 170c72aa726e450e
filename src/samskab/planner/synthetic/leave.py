"""Time that nobody moves: holidays, single days off, seminars away."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

import numpy as np

from samskab.planner.synthetic.diaries import Diaries
from samskab.planner.synthetic.meeting import Meeting, Show
from samskab.planner.synthetic.municipality import Municipality, Role
from samskab.planner.synthetic.programme import Calendar
from samskab.planner.synthetic.settings import FIRST_DAY, Settings

HOLIDAY_TAKEN, OTHER_WEEK = 0.6, 0.08
"""Parts who take a school holiday when it is, and a week from it (another school's)."""

SINGLE_DAYS_A_WEEK = 0.06
SUMMER = "Sommerferie"
SEMINAR_WEEKS = ((10, 11, 12, 16, 17), (34, 35, 36, 37))
CONFERENCE_WEEKS = ((9, 18), (38, 45))
THURSDAY = 4


def take_leave(
    municipality: Municipality, calendar: Calendar, diaries: Diaries, chance: np.random.Generator
) -> None:
    """School holidays and single days off, person by person."""
    weeks = len(diaries.half_days) / 10
    for leader in municipality.leaders:
        owner = leader.person.id
        spans = [*_school_holidays(calendar, chance), *_single_days(diaries, weeks, chance)]
        for k, (first, last) in enumerate(spans):
            diaries.book(_days_off(f"leave-{owner}-{k + 1}", "Ferie", first, last), owner)


def go_on_seminars(
    municipality: Municipality, settings: Settings, calendar: Calendar, diaries: Diaries
) -> None:
    """Budget seminars and conferences, two days with the night between; chiefs come to the first.

    For the top they are hard; chiefs could still get out of theirs.
    """
    chance = settings.chance("seminars")
    top = [
        leader.person.id
        for leader in municipality.with_role(Role.MAYOR, Role.MUNICIPAL_DIRECTOR, Role.DIRECTOR)
    ]
    chiefs = [leader.person.id for leader in municipality.with_role(Role.CHIEF)]
    for day in _seminar_days(SEMINAR_WEEKS, settings, calendar, chance):
        diaries.book(_two_days(f"budget-top-{day}", "Budgetseminar", day, Show.HARD), *top)
        diaries.book(_two_days(f"budget-{day}", "Budgetseminar", day, Show.BUSY), *chiefs)
    for day in _seminar_days(CONFERENCE_WEEKS, settings, calendar, chance):
        diaries.book(_two_days(f"conference-{day}", "Konference", day, Show.HARD), *top)


def _school_holidays(
    calendar: Calendar, chance: np.random.Generator
) -> Iterator[tuple[date, date]]:
    for closure in calendar.school:
        drawn, shift = chance.random(), int(chance.choice([-7, 7]))
        first, last = closure.first, closure.last
        if closure.why == SUMMER:
            first += timedelta(days=int(chance.choice([-7, 0, 0, 7])))
            yield first, first + timedelta(days=18)
        elif drawn < HOLIDAY_TAKEN:
            yield first, last
        elif drawn < HOLIDAY_TAKEN + OTHER_WEEK:
            yield first + timedelta(days=shift), last + timedelta(days=shift)


def _single_days(
    diaries: Diaries, weeks: float, chance: np.random.Generator
) -> Iterator[tuple[date, date]]:
    days = diaries.half_days.days
    for d in chance.integers(len(days), size=int(chance.poisson(SINGLE_DAYS_A_WEEK * weeks))):
        yield days[int(d)], days[int(d)]


def _days_off(uid: str, title: str, first: date, last: date) -> Meeting:
    start = datetime.combine(first, time())
    end = datetime.combine(last + timedelta(days=1), time())
    return Meeting(uid, title, start, end, Show.HARD, all_day=True)


def _two_days(uid: str, title: str, day: date, show: Show) -> Meeting:
    start = datetime.combine(day, time(9))
    return Meeting(uid, title, start, start + timedelta(days=1, hours=6), show)


def _seminar_days(
    seasons: Sequence[Sequence[int]],
    settings: Settings,
    calendar: Calendar,
    chance: np.random.Generator,
) -> Iterator[date]:
    """A Thursday a season, of which the Friday is open too."""
    for year in range(FIRST_DAY.year, settings.last_day.year + 1):
        for weeks in seasons:
            day = date.fromisocalendar(year, int(chance.choice(weeks)), THURSDAY)
            both = {day, day + timedelta(days=1)}
            if FIRST_DAY <= day < settings.last_day and not both & calendar.closed.keys():
                yield day
