"""The municipality's register: who works where, who teaches, where, and when they are busy."""

from samskab.web.people.models.calendars import BusySpan, Calendar
from samskab.web.people.models.people import Party, Person, Unit
from samskab.web.people.models.reminders import Reminder
from samskab.web.people.models.resources import Facilitator, Place, Room
from samskab.web.people.models.uploads import Upload, UploadedFile

__all__ = [
    "BusySpan",
    "Calendar",
    "Facilitator",
    "Party",
    "Person",
    "Place",
    "Reminder",
    "Room",
    "Unit",
    "Upload",
    "UploadedFile",
]
