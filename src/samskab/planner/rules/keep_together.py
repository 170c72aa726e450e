"""Who shares a session of one module of a track shares those of the others that both need."""

from collections.abc import Iterator

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

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
