"""A session has from `group_min` to `group_max` people."""

from collections.abc import Iterator

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

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
