"""A module comes after those that it builds on, within the gaps, for everybody who has both."""

from collections.abc import Iterator

from samskab.planner.model.plan import Session
from samskab.planner.model.programme import Module
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "after"
WORDS: Words = {
    "left_out": {
        "en": "{person} takes {later} on {day}, but is left out of {earlier}, which comes first.",
        "da": "{person} tager {later} {day}, men er udeladt af {earlier}, som kommer først.",
    },
    "order": {
        "en": "{person} takes {later} on {day}, before {earlier} on {earlier_day} has ended.",
        "da": "{person} tager {later} {day}, før {earlier} {earlier_day} er slut.",
    },
    "too_soon": {
        "en": "{person} takes {later} on {day}, {gap} days after {earlier}; the least is {least}.",
        "da": "{person} tager {later} {day}, {gap} dage efter {earlier}; det mindste er {least}.",
    },
    "too_late": {
        "en": "{person} takes {later} on {day}, {gap} days after {earlier}; the most is {most}.",
        "da": "{person} tager {later} {day}, {gap} dage efter {earlier}; det højeste er {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each person and pair of modules out of order; every pair where one is in several sessions."""
    for person, module in view.needs:
        for later in view.seats.get((person, module), ()):
            for earlier in view.modules[module].after:
                if (person, earlier) in view.needs:
                    yield from _of_person(view, person, later, view.modules[earlier])


def _of_person(view: PlanView, person: str, later: Session, earlier: Module) -> Iterator[Breach]:
    values: dict[str, object] = {
        "person": view.person_name(person),
        "later": view.session_name(later),
        "earlier": earlier.title,
        "day": view.first_day(later),
    }
    sessions = view.seats.get((person, earlier.id), ())
    if not sessions:
        yield Breach(RULE, "left_out", values)
    for session in sessions:
        values["earlier"] = view.session_name(session)
        yield from _of_pair(view, later, session, values)


def _of_pair(
    view: PlanView, later: Session, earlier: Session, values: dict[str, object]
) -> Iterator[Breach]:
    module = view.module_of(later)
    if later.start < earlier.end:
        yield Breach(RULE, "order", {**values, "earlier_day": view.first_day(earlier)})
        return
    gap = (view.first_day(later) - view.last_day(earlier)).days
    if gap < module.gap_days_min:
        yield Breach(RULE, "too_soon", {**values, "gap": gap, "least": module.gap_days_min})
    if module.gap_days_max is not None and gap > module.gap_days_max:
        yield Breach(RULE, "too_late", {**values, "gap": gap, "most": module.gap_days_max})
