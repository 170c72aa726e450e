"""Nobody's displaced hours over the whole plan exceed `max_displaced_hours`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.costing import displaced_hours_in_all
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "displaced_hours"
WORDS: Words = {
    "person": {
        "en": "{person} has {displaced_hours} hours of meetings displaced by {sessions}; "
        "the most is {most_hours}.",
        "da": "{person} får {displaced_hours} timers møder fortrængt af {sessions}; "
        "det højeste er {most_hours}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each person with too many."""
    most = view.problem.programme.rules.max_displaced_hours
    if most is None:
        return
    for person, sessions in view.sessions_of_person.items():
        hours = displaced_hours_in_all(view, person)
        if hours > most:
            values = {
                "person": view.person_name(person),
                "sessions": ", ".join(session.id for session in sessions),
                "displaced_hours": hours,
                "most_hours": most,
            }
            yield Breach(RULE, "person", values)


def constrain(model: "NeighbourhoodModel") -> None:
    """Nobody's displaced hours pass the limit over the whole plan."""
    limit = model.timetable.problem.programme.rules.max_displaced_hours
    if limit is None:
        return
    most = int(limit * 3600 * model.timetable.units_per_second)
    for person, blocks in model.blocks_of_person.items():
        if len(blocks) > 1:
            left = most - int(model.board.displaced_units[person])
            model.cp.add(model.displaced_units(person) <= left)
