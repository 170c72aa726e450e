"""As many facilitators as a module asks, each qualified, free, and within their days a week."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.model.grid import iso_week
from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel
    from samskab.planner.search.neighbourhood import Offer

RULE = "facilitators"
WORDS: Words = {
    "count": {
        "en": "{session} on {day} has {count} facilitators; the module asks {asked}.",
        "da": "{session} {day} har {count} undervisere; modulet kræver {asked}.",
    },
    "unqualified": {
        "en": "{facilitator} leads {session} on {day} without being qualified for it.",
        "da": "{facilitator} leder {session} {day} uden at være kvalificeret til det.",
    },
    "busy": {
        "en": "{facilitator} is busy on {day} {start}–{end}, during {session}.",
        "da": "{facilitator} er optaget {day} kl. {start}–{end}, under {session}.",
    },
    "days_per_week": {
        "en": "{facilitator} leads sessions on {count} days of week {week} of {year}; "
        "the most is {most}.",
        "da": "{facilitator} leder kursusgange på {count} dage i uge {week} af {year}; "
        "det højeste er {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each session that is led wrongly, and each week in which a facilitator leads too much."""
    for session in view.plan.sessions:
        asked = view.module_of(session).facilitators
        count = len(set(session.facilitators))
        if not count == len(session.facilitators) == asked:
            what = {"session": view.session_name(session), "day": view.first_day(session)}
            yield Breach(RULE, "count", {**what, "count": count, "asked": asked})
        for facilitator in session.facilitators:
            yield from _leading(view, session, facilitator)
    for facilitator in view.sessions_of_facilitator:
        yield from _weeks(view, facilitator)


def _leading(view: PlanView, session: Session, facilitator: str) -> Iterator[Breach]:
    values = {
        "facilitator": view.facilitator_name(facilitator),
        "session": view.session_name(session),
    }
    one = view.facilitators[facilitator]
    if session.module not in one.modules:
        yield Breach(RULE, "unqualified", {**values, "day": view.first_day(session)})
    for _, start, end in view.touched(one.busy, session):
        when = {"day": start.date(), "start": start, "end": end}
        yield Breach(RULE, "busy", {**values, **when})


def _weeks(view: PlanView, facilitator: str) -> Iterator[Breach]:
    most = view.facilitators[facilitator].max_days_per_week
    if most is None:
        return
    days = view.days(view.sessions_of_facilitator[facilitator])
    for (year, week), count in Counter(day.isocalendar()[:2] for day in days).items():
        if count > most:
            who = {"facilitator": view.facilitator_name(facilitator)}
            when = {"week": week, "year": year, "count": count, "most": most}
            yield Breach(RULE, "days_per_week", {**who, **when})


def constrain(model: "NeighbourhoodModel") -> None:
    """A new session has as many facilitators as it asks: free, one place each, weeks kept."""
    at: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    by_week: dict[tuple[int, int], list[tuple[Literal, Offer]]] = defaultdict(list)
    for o, offer, opened in model.new_offers():
        asked = model.timetable.modules[offer.module].module.facilitators
        leads = {f: model.lead(o, f) for f in model.free_facilitators(offer) if asked}
        model.cp.add(sum(leads.values()) == asked * opened)
        for f, literal in leads.items():
            for half_day in model.half_days(offer):
                at[f, half_day].append(literal)
            for week in {iso_week(day) for day in model.days(offer)}:
                by_week[f, week].append((literal, offer))
    for literals in at.values():
        model.cp.add_at_most_one(literals)
    for (f, week), led in by_week.items():
        _keep_week(model, f, week, led)


def _keep_week(
    model: "NeighbourhoodModel", f: int, week: int, led: list[tuple["Literal", "Offer"]]
) -> None:
    limit = model.timetable.problem.facilitators[f].max_days_per_week
    if limit is None:
        return
    days: dict[int, list[Literal]] = defaultdict(list)
    for literal, offer in led:
        for day in model.days(offer):
            if iso_week(day) == week:
                days[day].append(literal)
    standing = {day for day in model.board.facilitator_days(f) if iso_week(day) == week}
    new = [literals for day, literals in days.items() if day not in standing]
    if len(new) + len(standing) > limit:
        model.cp.add(sum(model.cp.any_of(literals) for literals in new) <= limit - len(standing))
