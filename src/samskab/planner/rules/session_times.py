"""A session starts in a half-day in which its module may start, and fills its module's length."""

from collections.abc import Iterator
from datetime import UTC

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "session_times"
WORDS: Words = {
    "start": {
        "en": "{session} starts on {day} at {start}: no session of {half_days} half-days may.",
        "da": "{session} begynder {day} kl. {start}: det kan ingen kursusgang på {half_days} "
        "halve dage.",
    },
    "end": {
        "en": "{session} on {day} ends at {end}, but {half_days} half-days end at {expected}.",
        "da": "{session} {day} slutter kl. {end}, men {half_days} halve dage slutter kl. "
        "{expected}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session that starts or ends where its module cannot."""
    grid = view.grid
    for session in view.plan.sessions:
        length = view.module_of(session).half_days
        values: dict[str, object] = {
            "session": view.session_name(session),
            "day": view.first_day(session),
            "start": view.local(session.start),
            "end": view.local(session.end),
            "half_days": length,
        }
        first = grid.index_of_start.get(session.start.astimezone(UTC))
        if first is None or first not in grid.starts(length):
            yield Breach(RULE, "start", values)
            continue
        expected = grid.half_days[first + length - 1].end
        if session.end.astimezone(UTC) != expected.astimezone(UTC):
            yield Breach(RULE, "end", {**values, "expected": expected})
