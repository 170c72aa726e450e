"""A pinned session of a published plan stays as it is, and nothing new begins in the past."""

from collections.abc import Iterator

from samskab.planner.changes import same_slot
from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "pinned"
WORDS: Words = {
    "missing": {
        "en": "{session} on {day} is pinned, but the plan does not hold it.",
        "da": "{session} {day} ligger fast, men planen har den ikke.",
    },
    "moved": {
        "en": "{session} is pinned on {day}, but the plan holds it at another time, in another "
        "room or as another module.",
        "da": "{session} ligger fast {day}, men planen har den på et andet tidspunkt, i et andet "
        "lokale eller som et andet modul.",
    },
    "facilitators": {
        "en": "{session} on {day} is pinned, but the plan has others lead it.",
        "da": "{session} {day} ligger fast, men planen har andre undervisere på den.",
    },
    "people": {
        "en": "{session} on {day} is pinned, but the plan has other people in it.",
        "da": "{session} {day} ligger fast, men planen har andre deltagere på den.",
    },
    "past": {
        "en": "{session} starts on {day}, before {today}, but is not in the published plan.",
        "da": "{session} begynder {day}, før {today}, men er ikke i den udmeldte plan.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each pinned session that is not as it was, and each other one that starts before today."""
    published = view.problem.published
    if published is None:
        return
    held = {session.id: session for session in view.plan.sessions}
    for session in published.sessions:
        if session.id in published.pinned:
            case = _changed(view, session, held.get(session.id))
            if case:
                yield Breach(RULE, case, _named(view, session))
    for session in view.plan.sessions:
        free = session.id not in published.pinned
        if free and published.today and view.first_day(session) < published.today:
            values = {**_named(view, session), "today": published.today}
            yield Breach(RULE, "past", values)


def _changed(view: PlanView, session: Session, now: Session | None) -> str | None:
    """What of a pinned session is not as it was; whoever needs it no more is not missed."""
    if now is None:
        return "missing"
    if not (same_slot(now, session) and now.end == session.end and now.module == session.module):
        return "moved"
    if set(now.facilitators) != set(session.facilitators):
        return "facilitators"
    people = {person for person in session.people if (person, session.module) in view.needs}
    return None if set(now.people) == people else "people"


def _named(view: PlanView, session: Session) -> dict[str, object]:
    """The published plan may name a module that the folder does not have any more."""
    known = session.module in view.modules
    name = view.session_name(session) if known else session.id
    return {"session": name, "day": view.first_day(session)}
