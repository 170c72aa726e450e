"""The municipality's register: who works where, who teaches, where, and when they are busy."""

from samskab.web.people.models.calendars import BusySpan, Calendar
from samskab.web.people.models.people import Party, Person, Unit
from samskab.web.people.models.resources import Facilitator, Place, Room

__all__ = ["BusySpan", "Calendar", "Facilitator", "Party", "Person", "Place", "Room", "Unit"]
