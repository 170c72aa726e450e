"""Nobody has more programme days in any 7 consecutive days than `max_days_per_week`."""

from collections.abc import Iterator
from datetime import timedelta

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "days_per_week"
WORDS: Words = {
    "person": {
        "en": "{person} has {count} programme days in the 7 days from {day}; the most is {most}.",
        "da": "{person} har {count} programdage i de 7 dage fra {day}; det højeste er {most}.",
    },
}
WEEK = timedelta(days=7)


def check(view: PlanView) -> Iterator[Breach]:
    """Each programme day of a person that starts 7 days with too many of them."""
    most = view.problem.programme.rules.max_days_per_week
    for person, sessions in view.sessions_of_person.items():
        days = view.days(sessions)
        for first in days:
            count = sum(first <= day < first + WEEK for day in days)
            if count > most:
                values = {"day": first, "count": count, "most": most}
                yield Breach(RULE, "person", {"person": view.person_name(person), **values})
