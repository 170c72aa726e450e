"""Engine: any .ics to busy time."""

from samskab.calendars.batch import read_calendars
from samskab.calendars.reading import CalendarReading, read_calendar
from samskab.calendars.window import ReadingWindow

__all__ = ["CalendarReading", "ReadingWindow", "read_calendar", "read_calendars"]
