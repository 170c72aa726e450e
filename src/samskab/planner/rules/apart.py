"""Two people, or the people of two units, that must not share a session do not."""

from collections.abc import Iterator

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

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
