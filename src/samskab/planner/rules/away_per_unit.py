"""In no half-day are more people of one unit away than `max_away_per_unit`."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "away_per_unit"
WORDS: Words = {
    "unit": {
        "en": "{count} of {unit} are away on {day} {start}–{end}; the most is {most}: {people}.",
        "da": "{count} fra {unit} er væk {day} kl. {start}–{end}; det højeste er {most}: {people}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each half-day and unit with too many away, in a room or online alike."""
    rules = view.problem.programme.rules
    limit, more = rules.max_away_per_unit, dict(rules.more_away)
    if limit is None:
        return
    for (index, unit), people in sorted(_away(view).items()):
        # An int is its own ceiling times 1: only a share is taken of the unit's size.
        most = limit if isinstance(limit, int) else ceil(limit * len(view.units[unit]))
        most += more.get(unit, 0)
        if len(people) > most:
            half_day = view.grid.half_days[index]
            values = {
                "unit": unit,
                "day": half_day.day,
                "start": half_day.start,
                "end": half_day.end,
                "count": len(people),
                "most": most,
                "people": ", ".join(view.person_name(person) for person in sorted(people)),
            }
            yield Breach(RULE, "unit", values)


def _away(view: PlanView) -> dict[tuple[int, str], set[str]]:
    away: dict[tuple[int, str], set[str]] = defaultdict(set)
    for session in view.plan.sessions:
        for half_day in view.half_days(session):
            for person in session.people:
                away[half_day.index, view.people[person].unit].add(person)
    return away


def constrain(model: "NeighbourhoodModel") -> None:
    """No more people of one unit are away in a half-day than the limit, with those that stand."""
    if model.timetable.problem.programme.rules.max_away_per_unit is None:
        return
    unit_of = model.timetable.unit_of
    members = [Counter(int(u) for u in unit_of[list(block.people)]) for block in model.blocks]
    seats: dict[tuple[int, int], list[tuple[int, Literal]]] = defaultdict(list)
    for (b, o), literal in model.joins.items():
        for half_day in model.half_days(model.offers[o]):
            for unit in members[b]:
                seats[unit, half_day].append((b, literal))
    for (unit, half_day), joins in seats.items():
        left = int(model.timetable.away_limit[unit] - model.board.away[unit, half_day])
        if sum(members[b][unit] for b in {b for b, _ in joins}) > left:
            model.cp.add(sum(members[b][unit] * literal for b, literal in joins) <= left)
