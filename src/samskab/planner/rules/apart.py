"""Two people, or the people of two units, that must not share a session do not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "apart"
WORDS: Words = {
    "shared": {
        "en": "{a} and {b} share {session} on {day}, but must be kept apart.",
        "da": "{a} og {b} er begge på {session} {day}, men skal holdes adskilt.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session that two people share who must not.

    A person kept apart from a unit of which she is one is not kept apart from herself.
    """
    for a, b in view.problem.apart:
        ones, others = view.people_meant(a), frozenset(view.people_meant(b))
        for one in ones:
            for session in view.sessions_of_person.get(one, ()):
                for other in session.people:
                    if other in others and other != one:
                        values = {
                            "a": view.person_name(one),
                            "b": view.person_name(other),
                            "session": view.session_name(session),
                            "day": view.first_day(session),
                        }
                        yield Breach(RULE, "shared", values)


def constrain(model: "NeighbourhoodModel") -> None:
    """Blocks that must not meet join no offer together, nor one where such a person is anyhow."""
    for module, blocks in model.blocks_of_module.items():
        block_of = {person: b for b in blocks for person in model.blocks[b].people}
        pairs = {
            (b, block_of[other])
            for person, b in block_of.items()
            for other in model.timetable.apart[person]
            if other in block_of and b <= block_of[other]
        }
        for o, offer in enumerate(model.offers):
            if offer.module == module:
                _keep_apart(model, o, pairs)
                if offer.stands:
                    _keep_from(model, o, frozenset(offer.stands.people))


def _keep_apart(model: "NeighbourhoodModel", o: int, pairs: set[tuple[int, int]]) -> None:
    for one, other in pairs:
        if (one, o) in model.joins and (other, o) in model.joins:
            # a block in conflict with itself (a party of two kept apart) sits nowhere
            model.cp.add_bool_or(model.joins[one, o].negated(), model.joins[other, o].negated())


def _keep_from(model: "NeighbourhoodModel", o: int, there: frozenset[int]) -> None:
    for b in model.blocks_of_offer[o]:
        if any(there & model.timetable.apart[person] for person in model.blocks[b].people):
            model.cp.add(model.joins[b, o] == 0)
