"""What slots have in common: facilitators, rooms, and sessions at the same time."""

from collections import defaultdict

from samskab.planner.model.grid import iso_week
from samskab.planner.search.cohort.seating import SeatingModel, half_days_at
from samskab.planner.search.cp_sat import Literal
from samskab.planner.search.solution import ONLINE


def keep_one_place(model: SeatingModel) -> None:
    """No facilitator and no room is in two sessions at once."""
    used: dict[tuple[str, int, int], list[Literal]] = defaultdict(list)
    for (k, module), held in model.held.items():
        placed = model.session(k, module)
        for half_day in half_days_at(model.timetable, placed):
            for facilitator in placed.facilitators:
                used["facilitator", facilitator, half_day].append(held)
            if placed.room != ONLINE:
                used["room", placed.room, half_day].append(held)
    for uses in used.values():
        if len(uses) > 1:
            model.cp.add_at_most_one(uses)


def keep_weeks(model: SeatingModel) -> None:
    """Each facilitator's days in an ISO week, with those that stand."""
    timetable, board = model.timetable, model.board
    most = [one.max_days_per_week for one in timetable.problem.facilitators]
    led: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for (k, module), held in model.held.items():
        placed = model.session(k, module)
        days = {int(timetable.day_of_half_day[h]) for h in half_days_at(timetable, placed)}
        for facilitator in placed.facilitators:
            if most[facilitator] is not None:
                for day in days - board.facilitator_days(facilitator):
                    led[facilitator, day].append(held)
    by_week: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for (facilitator, day), helds in led.items():
        by_week[facilitator, iso_week(day)].append(model.cp.any_of(helds))
    for (facilitator, week), days_led in by_week.items():
        limit = most[facilitator]
        standing = sum(iso_week(day) == week for day in board.facilitator_days(facilitator))
        if limit is not None and len(days_led) + standing > limit:
            model.cp.add(sum(days_led) <= limit - standing)


def keep_parallel(model: SeatingModel) -> None:
    """No more sessions at the same time than `parallel_sessions`, with those that stand."""
    limit = model.timetable.problem.programme.rules.parallel_sessions
    if limit is None:
        return
    at: dict[int, list[Literal]] = defaultdict(list)
    for (k, module), held in model.held.items():
        for half_day in half_days_at(model.timetable, model.session(k, module)):
            at[half_day].append(held)
    for half_day, helds in at.items():
        left = limit - int(model.board.parallel[half_day])
        if len(helds) > left:
            model.cp.add(sum(helds) <= left)
