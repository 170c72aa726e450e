"""A mended plan told line by line: what broke, who moves from where to where, and why."""

from collections import defaultdict
from collections.abc import Iterator

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.replan.publication import Publication
from samskab.planner.replan.result import Move, MoveWhy, Replanned
from samskab.telling.language import Language
from samskab.telling.namesakes import distinct_names
from samskab.telling.notation import Notation
from samskab.telling.words.replan import SAID
from samskab.telling.words.rules import breach_in_words
from samskab.telling.words.unserved import reason_in_words


class ReplanAccount:
    """The lines that tell it, in one language."""

    def __init__(self, publication: Publication, made: Replanned, language: Language) -> None:
        self.publication, self.made, self.language = publication, made, language
        self.words, self.figures = SAID[language], Notation(language)
        self.view = PlanView(made.problem, made.plan)
        self.name_of = distinct_names(made.problem.people)

    def lines(self) -> Iterator[str]:
        """All of it, in the order in which it is read."""
        yield from self._fixed()
        yield from self._broken()
        yield from self._moves()
        yield from self._other_leaders()
        yield from self._new_seats()
        yield from self._left_out()
        yield self._cost()

    def _fixed(self) -> Iterator[str]:
        held, pinned = self.publication.held, self.publication.published.pinned
        if pinned:
            counts = {"held": len(held), "pinned": len(pinned - held)}
            sessions = len(self.publication.published.sessions)
            yield self.words["fixed"].format(sessions=sessions, **counts)
        for breach in self.made.excused:
            words = breach_in_words(breach, self.language)
            yield self.words["excused"].format(breach=words)

    def _broken(self) -> Iterator[str]:
        seats = any(move.why is MoveWhy.SEAT_BROKEN for move in self.made.moves)
        if self.made.broken:
            yield self.words["broken"]
        elif not seats:
            yield self.words["unbroken"]
        for session, breaches in self.made.broken.items():
            said = breach_in_words(breaches[0], self.language)
            more = self.words["more"].format(n=len(breaches) - 1) if len(breaches) > 1 else ""
            yield f"  {self._when(session)}: {said} {more}".rstrip()

    def _moves(self) -> Iterator[str]:
        made, count = self.made, len(self.made.moves)
        told = self.words["moves"].format(n=count) if count else self.words["no_moves"]
        if made.fewest and count:
            told += " " + self.words["fewest"]
        elif not made.fewest:
            least = made.moves_at_least
            told += " " + self.words["perhaps_fewer"].format(least=least, n=count)
        yield told
        groups: dict[tuple[Session, Session | None], list[Move]] = defaultdict(list)
        for move in made.moves:
            groups[move.old, move.new].append(move)
        for (old, new), moves in groups.items():
            goal = self._where(new) if new else self.words["gone_to"]
            yield f"  {self._title(old)} {self._where(old)} → {goal}"
            yield from self._reasons(moves)

    def _reasons(self, moves: list[Move]) -> Iterator[str]:
        """Who goes this way, and why: a line for each seat, one for all of a session."""
        names: dict[MoveWhy, list[str]] = defaultdict(list)
        for move in moves:
            if move.why is MoveWhy.SEAT_BROKEN and move.breach:
                yield f"    {breach_in_words(move.breach, self.language)}"
            else:
                names[move.why].append(self._name(move.person))
        for why, people in names.items():
            listed = self.words["names"].format(n=len(people), names=", ".join(people))
            yield f"    {self.words[why.value]} – {listed}"

    def _other_leaders(self) -> Iterator[str]:
        if self.made.other_leaders:
            yield self.words["other_leaders"]
        for one in self.made.other_leaders:
            leaders = f"{self._leaders(one.old)} → {self._leaders(one.session.facilitators)}"
            yield f"  {self._title(one.session)} {self._where(one.session)}: {leaders}"

    def _new_seats(self) -> Iterator[str]:
        if self.made.new_seats:
            yield self.words["new_seats"]
        for seat in self.made.new_seats:
            session = seat.session
            name = self._name(seat.person)
            yield f"  {name}: {self._title(session)} {self._where(session)}"

    def _left_out(self) -> Iterator[str]:
        if self.made.plan.unserved:
            yield self.words["left_out"]
        for need in self.made.plan.unserved:
            why = reason_in_words(need.why, self.language)
            title = self.view.modules[need.module].title
            yield f"  {self._name(need.person)}: {title}. {why}"
        if self.made.left_out > self.made.left_out_at_least:
            yield self.words["perhaps_seats"]

    def _cost(self) -> str:
        before, cost = self.publication.plan, self.made.plan.cost
        return self.words["cost"].format(
            total=self.figures.kr(cost.total),
            changes=self.figures.kr(cost.changes),
            before=self.figures.kr(before.cost.total),
        )

    def _title(self, session: Session) -> str:
        """The module and the session; a published one may be of a module that is no more."""
        module = self.view.modules.get(session.module)
        return f"{module.title} ({session.id})" if module else session.id

    def _when(self, session: Session) -> str:
        start, end = self.view.local(session.start), self.view.local(session.end)
        return self.figures.span(start, end)

    def _where(self, session: Session) -> str:
        room = self.view.rooms.get(session.room or "")
        name = room.name if room else session.room
        return f"{self._when(session)}, {name}" if name else self._when(session)

    def _leaders(self, ids: tuple[str, ...]) -> str:
        known = self.view.facilitators
        names = [known[one].name if one in known else one for one in ids]
        return ", ".join(names) or self.words["nobody"]

    def _name(self, person: str) -> str:
        return self.name_of.get(person, person)
