"""Nobody has more programme days in any 7 consecutive days than `max_days_per_week`."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from samskab.planner.model.grid import WEEK_DAYS
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

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


def constrain(model: "NeighbourhoodModel") -> None:
    """No 7 days in a row hold more of a person's programme days than the rule allows."""
    most = model.timetable.problem.programme.rules.max_days_per_week
    done: set[tuple[tuple[int, ...], frozenset[int]]] = set()
    for blocks, people in model.moving_together.items():
        for person in people:
            standing = frozenset(model.board.person_days(person))
            if (blocks, standing) not in done:
                done.add((blocks, standing))
                _keep_weeks(model, blocks, standing, most)


def _keep_weeks(
    model: "NeighbourhoodModel", blocks: tuple[int, ...], standing: frozenset[int], most: int
) -> None:
    by_day: dict[int, list[Literal]] = defaultdict(list)
    blocks_on: dict[int, set[int]] = defaultdict(set)
    for b in blocks:
        for o in model.offers_of_block[b]:
            for day in model.days(model.offers[o]):
                if day not in standing:
                    by_day[day].append(model.joins[b, o])
                    blocks_on[day].add(b)
    for first in sorted({*by_day, *standing}):
        week = range(first, first + WEEK_DAYS)
        new = [by_day[day] for day in week if day in by_day]
        held = sum(day in standing for day in week)
        come = set().union(*(blocks_on[day] for day in week if day in blocks_on))
        could_fill = sum(model.timetable.modules[model.blocks[b].module].days for b in come)
        if min(could_fill, len(new)) + held > most:
            model.cp.add(sum(model.cp.any_of(literals) for literals in new) <= most - held)
