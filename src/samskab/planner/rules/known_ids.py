"""Everything that a plan names stands in the folder; the first rule, on which all others build."""

from collections.abc import Iterator

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "known_ids"
WORDS: Words = {
    "module": {
        "en": "Session {session} is of module {id}, which the folder does not have.",
        "da": "Kursusgang {session} er af modul {id}, som mappen ikke har.",
    },
    "room": {
        "en": "Session {session} is in room {id}, which the folder does not have.",
        "da": "Kursusgang {session} er i lokale {id}, som mappen ikke har.",
    },
    "facilitator": {
        "en": "Session {session} is led by {id}, a facilitator whom the folder does not have.",
        "da": "Kursusgang {session} ledes af {id}, en underviser som mappen ikke har.",
    },
    "person": {
        "en": "Session {session} is attended by {id}, whom the folder does not have.",
        "da": "I kursusgang {session} deltager {id}, som mappen ikke har.",
    },
    "session": {
        "en": "{count} sessions of the plan have the same id, {session}.",
        "da": "{count} kursusgange i planen har samme id, {session}.",
    },
    "unserved": {
        "en": "The plan leaves {person} out of {module}, which is no need of the folder.",
        "da": "Planen udelader {person} fra {module}, som ikke er et behov i mappen.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Every id of the plan that means nothing, and every id that means two sessions."""
    for session in view.plan.sessions:
        for case, unknown in _unknown(view, session):
            yield Breach(RULE, case, {"session": session.id, "id": unknown})
    ids = [session.id for session in view.plan.sessions]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield Breach(RULE, "session", {"session": twice, "count": ids.count(twice)})
    for left_out in view.plan.unserved:
        if (left_out.person, left_out.module) not in view.needs:
            values = {"person": left_out.person, "module": left_out.module}
            yield Breach(RULE, "unserved", values)


def _unknown(view: PlanView, session: Session) -> Iterator[tuple[str, str]]:
    if session.module not in view.modules:
        yield "module", session.module
    if session.room is not None and session.room not in view.rooms:
        yield "room", session.room
    for facilitator in session.facilitators:
        if facilitator not in view.facilitators:
            yield "facilitator", facilitator
    for person in session.people:
        if person not in view.people:
            yield "person", person
