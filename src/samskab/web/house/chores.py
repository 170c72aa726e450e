"""Work that comes back by the clock; `CHORES` in the settings lists it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)
ANY_MIDNIGHT = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Chore:
    """A task without arguments, and how often it is due.

    Attributes:
        task: its dotted name, as `samskab.web.house.jobs.forget_old_tasks`.
        every: whole days, or a part of a day.
        at: on the clock of the place, where `every` is whole days.
    """

    task: str
    every: timedelta
    at: time = time()

    def moment_before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The last moment until `now` at which it was due.

        Whole days are counted on the place's own calendar, so that three o'clock stays three
        o'clock in summer; parts of a day by the world's clock, which has no hour twice.
        """
        if self.every < A_DAY:
            return now - (now - ANY_MIDNIGHT) % self.every
        here = now.astimezone(zone)
        day = here.date() if here.time() >= self.at else here.date() - A_DAY
        day -= timedelta(days=(day - ANY_MIDNIGHT.date()).days % self.every.days)
        return datetime.combine(day, self.at, zone).astimezone(UTC)
