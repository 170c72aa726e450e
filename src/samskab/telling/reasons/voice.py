"""Names, dates and amounts of one plan as its reader says them."""

from collections.abc import Sequence
from dataclasses import fields
from functools import cached_property

from samskab.planner.model.plan import Cost, Session
from samskab.planner.plan_view import PlanView
from samskab.telling.language import Language
from samskab.telling.namesakes import distinct_names
from samskab.telling.notation import Notation, one_stop
from samskab.telling.words.cost_items import ITEMS
from samskab.telling.words.explain import WORDS
from samskab.telling.words.printable import printable

NAMES_SHOWN = 4


class Voice:
    """Words a plan's people, sessions and costs in one language."""

    def __init__(self, view: PlanView, language: Language) -> None:
        self.view, self.language = view, language
        self.notation = Notation(language)
        self.sessions = {session.id: session for session in view.plan.sessions}

    def word(self, key: str, **values: object) -> str:
        """A sentence of `WORDS`, filled in; one line, whatever the folder's names hold."""
        danish, english = WORDS[key]
        text = (danish if self.notation.is_danish else english).format(**values)
        return printable(one_stop(text))

    def person(self, person: str) -> str:
        """A name, with the id where others have it too."""
        return self._people[person]

    def people(self, people: Sequence[str]) -> str:
        """Names in a row, the first few of many."""
        return self.row([self.person(one) for one in people])

    def rooms(self, rooms: Sequence[str]) -> str:
        """Rooms' names in a row."""
        return self.row([self.view.rooms[one].name for one in rooms])

    def facilitators(self, facilitators: Sequence[str]) -> str:
        """Facilitators' names in a row."""
        return self.row([self.view.facilitators[one].name for one in facilitators])

    def module(self, module: str) -> str:
        """A module's title."""
        return self.view.modules[module].title

    def modules(self, modules: Sequence[str]) -> str:
        """Modules' titles in a row."""
        return self.row([self.module(one) for one in modules])

    def session(self, session: str) -> str:
        """The module's title and the session's id."""
        return f"{self.module(self.sessions[session].module)} ({session})"

    def session_ids(self, sessions: Sequence[str]) -> str:
        """Sessions' ids in a row."""
        return self.row(list(sessions))

    def when(self, session: Session) -> str:
        """From when to when."""
        return self.notation.span(self.view.local(session.start), self.view.local(session.end))

    def where(self, session: Session) -> str:
        """In which room, and who leads."""
        room = self.word("online") if session.room is None else self.view.rooms[session.room].name
        led = self.facilitators(session.facilitators)
        return self.word("room_and_leaders", room=room, leaders=led) if led else room

    def change(self, oere: int) -> str:
        """So much more, or less."""
        if not oere:
            return self.word("no_change")
        key = "amount_more" if oere > 0 else "amount_less"
        return self.word(key, amount=self.notation.kr(abs(oere)))

    def changes(self, cost: Cost) -> str:
        """The items that change, the largest first."""
        items = {item.name: getattr(cost, item.name) for item in fields(Cost)}
        ranked = sorted((name for name in items if items[name]), key=lambda n: -abs(items[n]))
        return "; ".join(f"{ITEMS[self.language][n]} {self.change(items[n])}" for n in ranked)

    def change_in_items(self, cost: Cost) -> str:
        """In all, then item by item where there are any."""
        items = self.changes(cost)
        return f"{self.change(cost.total)} ({items})" if items else self.change(cost.total)

    def row(self, names: Sequence[str]) -> str:
        """Names in a row, the first few of many."""
        if len(names) <= NAMES_SHOWN + 1:
            return ", ".join(names)
        others = len(names) - NAMES_SHOWN
        return self.word("and_others", names=", ".join(names[:NAMES_SHOWN]), count=others)

    @cached_property
    def _people(self) -> dict[str, str]:
        return distinct_names(self.view.people.values())
