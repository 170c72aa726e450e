"""An in-person session has a room that is free and holds its people; an online one has none."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.model.plan import Session
from samskab.planner.model.problem import Room
from samskab.planner.model.programme import Format
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "rooms"
WORDS: Words = {
    "missing": {
        "en": "{session} on {day} is held in person but has no room.",
        "da": "{session} {day} holdes med fremmøde, men har intet lokale.",
    },
    "online": {
        "en": "{session} on {day} is online but has a room, {room}.",
        "da": "{session} {day} er online, men har et lokale, {room}.",
    },
    "too_small": {
        "en": "{room} holds {capacity}, but {session} on {day} has {count} people.",
        "da": "{room} har plads til {capacity}, men {session} {day} har {count} deltagere.",
    },
    "busy": {
        "en": "{room} is in use on {day} {start}–{end}, during {session}.",
        "da": "{room} er optaget {day} kl. {start}–{end}, under {session}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session with a wrong room, and each span of a room's busy time in it."""
    for session in view.plan.sessions:
        values = {"session": view.session_name(session), "day": view.first_day(session)}
        in_person = view.module_of(session).format is Format.IN_PERSON
        if session.room is None:
            if in_person:
                yield Breach(RULE, "missing", values)
            continue
        room = view.rooms[session.room]
        if not in_person:
            yield Breach(RULE, "online", {**values, "room": room.name})
        yield from _in_room(view, session, room)


def _in_room(view: PlanView, session: Session, room: Room) -> Iterator[Breach]:
    values = {"session": view.session_name(session), "room": room.name}
    count = len(session.people)
    if count > room.capacity:
        size = {"day": view.first_day(session), "capacity": room.capacity, "count": count}
        yield Breach(RULE, "too_small", {**values, **size})
    for _, start, end in view.touched(room.busy, session):
        when = {"day": start.date(), "start": start, "end": end}
        yield Breach(RULE, "busy", {**values, **when})


def constrain(model: "NeighbourhoodModel") -> None:
    """A room holds one new session at a time; those that stand are masked by the board."""
    at: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for _, offer, opened in model.new_offers():
        if offer.room >= 0:
            for half_day in model.half_days(offer):
                at[offer.room, half_day].append(opened)
    for literals in at.values():
        if len(literals) > 1:
            model.cp.add_at_most_one(literals)
