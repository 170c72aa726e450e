"""A session has from `group_min` to `group_max` people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "group_size"
WORDS: Words = {
    "too_few": {
        "en": "{session} on {day} has {count} people; the module needs at least {least}.",
        "da": "{session} {day} har {count} deltagere; modulet kræver mindst {least}.",
    },
    "too_many": {
        "en": "{session} on {day} has {count} people; the module takes at most {most}.",
        "da": "{session} {day} har {count} deltagere; modulet har plads til højst {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session with too few people or too many."""
    for session in view.plan.sessions:
        module = view.module_of(session)
        values: dict[str, object] = {
            "session": view.session_name(session),
            "day": view.first_day(session),
            "count": len(session.people),
            "least": module.group_min,
            "most": module.group_max,
        }
        if len(session.people) < module.group_min:
            yield Breach(RULE, "too_few", values)
        if len(session.people) > module.group_max:
            yield Breach(RULE, "too_many", values)


def constrain(model: "NeighbourhoodModel") -> None:
    """An open session has from `group_min` to `group_max` people, and seats for them all."""
    for o, (offer, opened) in enumerate(zip(model.offers, model.opened, strict=True)):
        module = model.timetable.modules[offer.module].module
        rooms = model.timetable.problem.rooms
        seats = min(module.group_max, rooms[offer.room].capacity if offer.room >= 0 else 10**9)
        joins = [(model.joins[b, o], len(model.blocks[b].people)) for b in model.blocks_of_offer[o]]
        size = sum(people * literal for literal, people in joins)
        if offer.stands:
            there = len(offer.stands.people)
            if sum(people for _, people in joins) > seats - there:
                model.cp.add(size <= seats - there)
            if there < module.group_min:
                model.cp.add(size >= module.group_min - there)
            continue
        assert opened is not None
        model.cp.add(size <= seats * opened)
        model.cp.add(size >= max(module.group_min, 1) * opened)
        for literal, _ in joins:
            model.cp.add_implication(literal, opened)
        if not model.neighbourhood.merge:
            model.cp.add_at_most_one(literal for literal, _ in joins)
