"""What keeps facilitators and rooms: other customers, days off, other people's events."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import numpy as np

from samskab.planner.model.problem import Facilitator, Room
from samskab.planner.synthetic.diaries import Diaries
from samskab.planner.synthetic.meeting import Meeting, Show
from samskab.planner.synthetic.rhythm import Rhythm

OTHER_CUSTOMERS = 0.2
WHOLE_DAYS, MORNINGS, AFTERNOONS = 0.22, 0.1, 0.1
"""Parts of the open days; together they leave well over half of the days free."""

TENTATIVE = 0.15
MORNING, AFTERNOON, WHOLE_DAY = (time(8), 240), (time(12, 30), 240), (time(8), 480)


def book_facilitators(
    facilitators: Sequence[Facilitator],
    rhythm: Rhythm,
    diaries: Diaries,
    chance: np.random.Generator,
) -> None:
    """A fixed day off each week, and days with other customers."""
    days = diaries.half_days.days
    for facilitator in facilitators:
        owner, weekday = facilitator.id, int(chance.integers(5))
        diaries.book(rhythm.all_day(f"off-{owner}", "Fridag", weekday, Show.HARD), owner)
        for d in np.flatnonzero(chance.random(len(days)) < OTHER_CUSTOMERS):
            meeting = _booking(f"{owner}-{d}", "Anden kunde", days[int(d)], WHOLE_DAY)
            diaries.book(meeting, owner)


def book_room_events(rooms: Sequence[Room], diaries: Diaries, chance: np.random.Generator) -> None:
    """Whole days, mornings and afternoons of other people's events, some not yet certain."""
    days = diaries.half_days.days
    for room in rooms:
        whole, morning, afternoon, tentative = chance.random((4, len(days)))
        for d, day in enumerate(days):
            show = Show.TENTATIVE if tentative[d] < TENTATIVE else Show.BUSY
            if whole[d] < WHOLE_DAYS:
                diaries.book(_booking(f"{room.id}-{d}", "Optaget", day, WHOLE_DAY, show), room.id)
                continue
            if morning[d] < MORNINGS:
                uid = f"{room.id}-{d}-am"
                diaries.book(_booking(uid, "Optaget", day, MORNING, show), room.id)
            if afternoon[d] < AFTERNOONS:
                uid = f"{room.id}-{d}-pm"
                diaries.book(_booking(uid, "Optaget", day, AFTERNOON, show), room.id)


def _booking(
    uid: str, title: str, day: date, when: tuple[time, int], show: Show = Show.BUSY
) -> Meeting:
    clock, minutes = when
    start = datetime.combine(day, clock)
    return Meeting(uid, title, start, start + timedelta(minutes=minutes), show)
