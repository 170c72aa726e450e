"""Six people in two published sessions of one module, with rooms and facilitators to spare.

Monday 4 to Friday 15 January 2027; Wednesday the 6th is closed. Everybody is free but where a test
says otherwise.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.planner.small import FACILITATOR, MODULE, PEOPLE, ROOM, costed, plan, problem, session

from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Need, Problem
from samskab.planner.replan.publication import Publication, publication
from samskab.planner.replan.replanning import replan
from samskab.planner.replan.result import Replanned

TRUST = replace(MODULE, group_min=2, group_max=4)
SIX = tuple(
    replace(PEOPLE[n % 3], id=f"p{n + 1}", name=name, unit=f"u{n}")
    for n, name in enumerate(("Ada", "Bo", "Eva", "Finn", "Gry", "Hans"))
)
FIRST = session("m1-1", 5, ["p1", "p2", "p3"])
SECOND = session("m1-2", 12, ["p4", "p5", "p6"])
TODAY = date(2027, 1, 4)


def municipality(**other: Any) -> Problem:
    whole = problem(
        [(person.id, "m1") for person in SIX],
        modules=[TRUST],
        people=SIX,
        rooms=(ROOM, replace(ROOM, id="r2", name="Attic", price_per_half_day_oere=50_00)),
    )
    return replace(whole, **other)


def published(of: Problem, *pins: str, today: date = TODAY, old: Plan | None = None) -> Publication:
    old = old or costed(municipality(), plan(FIRST, SECOND))
    return publication(of, old, pins, today, "plan.json")


def mended(of: Problem, *pins: str, today: date = TODAY, old: Plan | None = None) -> Replanned:
    told = published(of, *pins, today=today, old=old)
    return replan(told, seconds=20.0, bound_seconds=0.0, tell=lambda _: None)


def with_leader(of: Problem, id_: str = "p7") -> Problem:
    """Somebody starts, who needs the module."""
    new = replace(SIX[0], id=id_, name="Ny", unit="u9", busy=())
    return replace(of, people=(*of.people, new), needs=(*of.needs, Need(id_, "m1")))


def without_leader(of: Problem, id_: str) -> Problem:
    """Somebody leaves."""
    return replace(
        of,
        people=tuple(one for one in of.people if one.id != id_),
        needs=tuple(need for need in of.needs if need.person != id_),
    )


def facilitators(*ids: str) -> tuple[Any, ...]:
    """Some who are all alike."""
    return tuple(replace(FACILITATOR, id=id_, name=id_.upper()) for id_ in ids)
