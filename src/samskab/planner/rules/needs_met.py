"""Every need is met by exactly one session, or stands among the unserved; nothing else is held."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "needs_met"
WORDS: Words = {
    "missing": {
        "en": "{person} needs {module}, but is in no session of it and not among the unserved.",
        "da": "{person} har brug for {module}, men er hverken på en kursusgang eller udeladt.",
    },
    "twice": {
        "en": "{person} takes {module} {count} times: {sessions}.",
        "da": "{person} tager {module} {count} gange: {sessions}.",
    },
    "both": {
        "en": "{person} takes {module} in {session} on {day}, and is among the unserved too.",
        "da": "{person} tager {module} i {session} {day} og står også som udeladt.",
    },
    "unserved_twice": {
        "en": "{person} is listed {count} times as left out of {module}.",
        "da": "{person} står {count} gange som udeladt af {module}.",
    },
    "not_needed": {
        "en": "{person} is in {session} on {day}, but does not need {module}.",
        "da": "{person} er på {session} {day}, men har ikke brug for {module}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each need and seat that does not have exactly one of the other."""
    left_out = Counter((one.person, one.module) for one in view.plan.unserved)
    seats = Counter(
        (person, session.module) for session in view.plan.sessions for person in session.people
    )
    for person, module in dict.fromkeys([*view.needs, *seats]):
        times, outs = seats[person, module], left_out[person, module]
        values: dict[str, object] = {
            "person": view.person_name(person),
            "module": view.modules[module].title,
        }
        session = view.seat(person, module)
        if session is not None:
            sessions = view.seats[person, module]
            values["session"] = view.session_name(session)
            values["sessions"] = ", ".join(one.id for one in sessions)
            values["day"] = view.first_day(session)
        for case, count in _cases(needed=(person, module) in view.needs, seats=times, outs=outs):
            yield Breach(RULE, case, {**values, "count": count})


def _cases(*, needed: bool, seats: int, outs: int) -> Iterator[tuple[str, int]]:
    if needed and not seats and not outs:
        yield "missing", 0
    if not needed and seats:
        yield "not_needed", seats
    if seats > 1:
        yield "twice", seats
    if seats and outs:
        yield "both", seats
    if outs > 1:
        yield "unserved_twice", outs


def constrain(model: "NeighbourhoodModel") -> None:
    """Each block sits at exactly one offer, or is left out."""
    for b, left_out in enumerate(model.left_out):
        seats = [model.joins[b, o] for o in model.offers_of_block[b]]
        model.cp.add_exactly_one([*seats, left_out])
