"""Nobody is in a session that touches their hard time."""

from collections.abc import Iterator

from samskab.common.busy import BusyKind
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "hard_time"
WORDS: Words = {
    "absent": {
        "en": "{person} is in {session} on {day}, but absent {start}–{end}.",
        "da": "{person} er på {session} {day}, men fraværende kl. {start}–{end}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each span of somebody's hard time that lies in a session of theirs."""
    for person, sessions in view.sessions_of_person.items():
        hard = [span for span in view.people[person].busy if span.kind is BusyKind.HARD]
        for session in sessions:
            for _, start, end in view.touched(hard, session):
                values = {
                    "person": view.person_name(person),
                    "session": view.session_name(session),
                    "day": start.date(),
                    "start": start,
                    "end": end,
                }
                yield Breach(RULE, "absent", values)
