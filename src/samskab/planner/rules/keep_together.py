"""Who shares a session of one module of a track shares those of the others that both need."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "keep_together"
WORDS: Words = {
    "parted": {
        "en": "{a} and {b} share {session} on {day}, so they must share {module} too, but do not.",
        "da": "{a} og {b} er begge på {session} {day} og skal derfor også tage {module} sammen, "
        "men gør det ikke.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session of a track whose people are parted in another module of it."""
    for track in view.problem.programme.rules.keep_together:
        for session in view.plan.sessions:
            if session.module in track:
                for module in track:
                    yield from _parted(view, session, module)


def _parted(view: PlanView, session: Session, module: str) -> Iterator[Breach]:
    both_need = [one for one in session.people if (one, module) in view.needs]
    for other in both_need[1:]:
        first = both_need[0]
        if view.seat(first, module) != view.seat(other, module):
            values = {
                "a": view.person_name(first),
                "b": view.person_name(other),
                "session": view.session_name(session),
                "day": view.first_day(session),
                "module": view.modules[module].title,
            }
            yield Breach(RULE, "parted", values)


def constrain(model: "NeighbourhoodModel") -> None:
    """Sessions of a track are linked one to one: who sits in one sits in the other.

    Blocks that may not meet keep the people of their sessions, and so what holds already.
    """
    if not model.neighbourhood.merge:
        return
    names = [table.module.id for table in model.timetable.modules]
    for track in model.timetable.problem.programme.rules.keep_together:
        for one, other in combinations([names.index(name) for name in track], 2):
            _link(model, one, other)


def _link(model: "NeighbourhoodModel", one: int, other: int) -> None:
    links = _Links(model, one, other)
    for blocks in model.moving_together:
        by_module = {model.blocks[b].module: b for b in blocks}
        if one in by_module and other in by_module:
            links.tie(by_module[one], by_module[other])
    links.close()


class _Links:
    """Which session of the one module goes with which of the other.

    People who stand in a session and need both modules settle it for whoever joins them; only
    between sessions without such people is there anything to decide.
    """

    def __init__(self, model: "NeighbourhoodModel", one: int, other: int) -> None:
        self.model, self.one, self.other = model, one, other
        self.link: dict[tuple[int, int], Literal] = {}
        needs = [model.timetable.modules[module].needs for module in (one, other)]
        self.needs_both = needs[0] & needs[1]
        self.free_one = [o for o in self._offers(one) if not self._standing(o)]
        self.free_other = [q for q in self._offers(other) if not self._standing(q)]

    def tie(self, b: int, c: int) -> None:
        """People who are in block b of the one and in block c of the other."""
        model = self.model
        for o, q in product(self.free_one, self.free_other):
            first, second = model.joins.get((b, o)), model.joins.get((c, q))
            link = self._link_of(o, q)
            if first is not None and second is not None:
                model.cp.add_bool_or(first.negated(), second.negated(), link)
            if first is not None:
                model.cp.add_bool_or([first.negated(), link.negated(), *_there(second)])
            if second is not None:
                model.cp.add_bool_or([second.negated(), link.negated(), *_there(first)])
        for o in model.offers_of_block[b]:
            self._follow(o, self.other, first=model.joins[b, o], block=c)
        for q in model.offers_of_block[c]:
            self._follow(q, self.one, first=model.joins[c, q], block=b)

    def close(self) -> None:
        """A session goes with one at most."""
        rows: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for (o, q), link in self.link.items():
            rows[self.one, o].append(link)
            rows[self.other, q].append(link)
        for links in rows.values():
            self.model.cp.add_at_most_one(links)

    def _offers(self, module: int) -> list[int]:
        return [o for o, offer in enumerate(self.model.offers) if offer.module == module]

    def _link_of(self, o: int, q: int) -> "Literal":
        if (o, q) not in self.link:
            self.link[o, q] = self.model.cp.new_bool_var("")
        return self.link[o, q]

    def _standing(self, o: int) -> list[int]:
        return [person for person in self.model.people_at(o) if self.needs_both[person]]

    def _follow(self, o: int, module: int, *, first: "Literal", block: int) -> None:
        """Who joins people that stand goes where they go in the other module too.

        Left out like them, or with them; not at all where their other session has no seat left.
        """
        model = self.model
        for person in self._standing(o)[:1]:
            if model.board.at[person, module] < 0:
                model.cp.add_implication(first, model.left_out[block])
                continue
            theirs = [
                model.joins[block, q]
                for q in model.offers_of_block[block]
                if person in model.people_at(q)
            ]
            model.cp.add_bool_or([first.negated(), *theirs])


def _there(literal: "Literal | None") -> list["Literal"]:
    """A clause's part for a seat; nothing where there is no such seat."""
    return [] if literal is None else [literal]
