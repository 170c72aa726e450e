"""Those of a party who need a module are in one session of it, or all left out."""

from collections.abc import Iterator

from samskab.planner.model.problem import Party
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "together"
WORDS: Words = {
    "parted": {
        "en": "{person} takes {session} on {day} without {other}, who needs it too and belongs "
        "to the same party ({party}).",
        "da": "{person} tager {session} {day} uden {other}, som også har brug for det og hører "
        "til samme makkerpar ({party}).",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each member of a party who is not where another one is, module by module."""
    for party in view.problem.parties:
        for module in view.modules:
            yield from _of_module(view, party, module)


def _of_module(view: PlanView, party: Party, module: str) -> Iterator[Breach]:
    members = [person for person in party.people if (person, module) in view.needs]
    seats = [(one, seat) for one in members if (seat := view.seat(one, module)) is not None]
    if not seats:
        return
    first, session = seats[0]
    for other in members:
        if other not in session.people:
            values = {
                "party": party.id,
                "person": view.person_name(first),
                "session": view.session_name(session),
                "day": view.first_day(session),
                "other": view.person_name(other),
            }
            yield Breach(RULE, "parted", values)
