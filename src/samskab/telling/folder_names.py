"""How people, sessions and modules of a folder are called where a plan is told."""

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.telling.namesakes import distinct_names
from samskab.telling.notation import Notation
from samskab.telling.words.printable import NO_BREAK, printable


class FolderNames:
    """Names that cannot move the cursor, nor be taken for another's."""

    def __init__(self, view: PlanView, notation: Notation, online: str) -> None:
        """Prepare.

        Args:
            view: any plan of the folder.
            notation: how the reader writes days and times.
            online: the word for a session without a room.
        """
        self._view, self._notation, self._online = view, notation, online
        self._people = distinct_names(view.problem.people)

    def person(self, person: str) -> str:
        """Her name; with her id where others have the name too."""
        return printable(self._people[person])

    def unit(self, person: str) -> str:
        """Where she works."""
        return printable(self._view.people[person].unit)

    def facilitator(self, facilitator: str) -> str:
        """Their name."""
        return printable(self._view.facilitators[facilitator].name)

    def module(self, module: str) -> str:
        """Its title."""
        return printable(self._view.modules[module].title)

    def room(self, session: Session) -> str:
        """Where it is held."""
        return self._online if session.room is None else printable(self._room_name(session.room))

    def start(self, session: Session) -> str:
        """When it begins, in the programme's time zone."""
        start = self._view.local(session.start)
        return f"{self._notation.short_day(start)}{NO_BREAK}{self._notation.clock(start)}"

    def span(self, session: Session) -> str:
        """From when to when, in the programme's time zone."""
        return self._notation.span(self._view.local(session.start), self._view.local(session.end))

    def _room_name(self, room: str) -> str:
        return self._view.rooms[room].name
