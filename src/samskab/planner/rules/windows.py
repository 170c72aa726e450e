"""A session lies, from its first day to its last, in every window of each of its people."""

from collections.abc import Iterator

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "windows"
WORDS: Words = {
    "too_early": {
        "en": "{person} takes {session} on {day}, but may not take it before {limit}.",
        "da": "{person} tager {session} {day}, men må ikke tage det før {limit}.",
    },
    "too_late": {
        "en": "{person} takes {session} until {day}, but may not take it after {limit}.",
        "da": "{person} tager {session} til og med {day}, men må ikke tage det efter {limit}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each seat outside a window of its person, or of her unit."""
    for window in view.problem.windows:
        for person in view.people_meant(window.who):
            for session in view.seats.get((person, window.module), ()):
                who = {"person": view.person_name(person), "session": view.session_name(session)}
                first, last = view.first_day(session), view.last_day(session)
                if window.not_before is not None and first < window.not_before:
                    when = {"day": first, "limit": window.not_before}
                    yield Breach(RULE, "too_early", {**who, **when})
                if window.not_after is not None and last > window.not_after:
                    when = {"day": last, "limit": window.not_after}
                    yield Breach(RULE, "too_late", {**who, **when})
