"""In no half-day are there more sessions at the same time than `parallel_sessions`."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

if TYPE_CHECKING:
    from samskab.planner.search.cp_sat import Literal
    from samskab.planner.search.model import NeighbourhoodModel

RULE = "parallel_sessions"
WORDS: Words = {
    "half_day": {
        "en": "{count} sessions are held on {day} {start}–{end}; the most is {most}.",
        "da": "{count} kursusgange holdes {day} kl. {start}–{end}; det højeste er {most}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each half-day with too many sessions."""
    most = view.problem.programme.rules.parallel_sessions
    if most is None:
        return
    held = Counter(
        half_day.index for session in view.plan.sessions for half_day in view.half_days(session)
    )
    for index, count in sorted(held.items()):
        if count > most:
            half_day = view.grid.half_days[index]
            when = {"day": half_day.day, "start": half_day.start, "end": half_day.end}
            yield Breach(RULE, "half_day", {**when, "count": count, "most": most})


def constrain(model: "NeighbourhoodModel") -> None:
    """No more sessions at the same time than the programme allows."""
    limit = model.timetable.problem.programme.rules.parallel_sessions
    if limit is None:
        return
    at: dict[int, list[Literal]] = defaultdict(list)
    for _, offer, opened in model.new_offers():
        for half_day in model.half_days(offer):
            at[half_day].append(opened)
    for half_day, literals in at.items():
        left = limit - int(model.board.parallel[half_day])
        if len(literals) > left:
            model.cp.add(sum(literals) <= left)
