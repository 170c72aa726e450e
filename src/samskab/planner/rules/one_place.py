"""Nobody, no facilitator and no room is in two places at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "one_place"
WORDS: Words = {
    "person": {
        "en": "{who} is in {session} and in {other} at the same time, on {day} at {start}.",
        "da": "{who} er på {session} og på {other} samtidig, {day} kl. {start}.",
    },
    "facilitator": {
        "en": "{who} leads {session} and {other} at the same time, on {day} at {start}.",
        "da": "{who} leder {session} og {other} samtidig, {day} kl. {start}.",
    },
    "room": {
        "en": "{who} holds {session} and {other} at the same time, on {day} at {start}.",
        "da": "{who} bruges til {session} og {other} samtidig, {day} kl. {start}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each pair of sessions at the same time that share somebody or a room."""
    for person, sessions in view.sessions_of_person.items():
        yield from _clashes(view, "person", view.person_name(person), sessions)
    for one, sessions in view.sessions_of_facilitator.items():
        yield from _clashes(view, "facilitator", view.facilitator_name(one), sessions)
    for room, sessions in view.sessions_in_room.items():
        yield from _clashes(view, "room", view.rooms[room].name, sessions)


def _clashes(view: PlanView, case: str, who: str, sessions: Sequence[Session]) -> Iterator[Breach]:
    for one, other in combinations(sessions, 2):
        start = max(one.start, other.start)
        if start < min(one.end, other.end):
            values = {
                "who": who,
                "session": view.session_name(one),
                "other": view.session_name(other),
                "day": view.local(start).date(),
                "start": view.local(start),
            }
            yield Breach(RULE, case, values)


def constrain(model: "NeighbourhoodModel") -> None:
    """Nobody is in two sessions in the same half-day.

    Rooms and facilitators keep it in the files of their own; what stands is masked by the board.
    """
    for blocks in model.moving_together:
        at: dict[int, list[Literal]] = defaultdict(list)
        modules: dict[int, set[int]] = defaultdict(set)
        for b in blocks:
            for o in model.offers_of_block[b]:
                for half_day in model.half_days(model.offers[o]):
                    at[half_day].append(model.joins[b, o])
                    modules[half_day].add(b)
        for half_day, literals in at.items():
            if len(modules[half_day]) > 1:
                model.cp.add_at_most_one(literals)
