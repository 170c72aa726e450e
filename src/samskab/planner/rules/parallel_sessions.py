"""In no half-day are there more sessions at the same time than `parallel_sessions`."""

from collections import Counter
from collections.abc import Iterator

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "parallel_sessions"
WORDS: Words = {
    "half_day": {
        "en": "{count} sessions are held on {day} {start}–{end}; the most is {most}.",
        "da": "{count} kursusgange holdes {day} kl. {start}–{end}; det højeste er {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each half-day with too many sessions."""
    most = view.problem.programme.rules.parallel_sessions
    if most is None:
        return
    held = Counter(
        half_day.index for session in view.plan.sessions for half_day in view.half_days(session)
    )
    for index, count in sorted(held.items()):
        if count > most:
            half_day = view.grid.half_days[index]
            when = {"day": half_day.day, "start": half_day.start, "end": half_day.end}
            yield Breach(RULE, "half_day", {**when, "count": count, "most": most})
