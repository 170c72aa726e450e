"""The price of displaced hours above `fair_hours`, as a part of the objective."""

from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.timetable import SECONDS_PER_HOUR


def price_unfairness(model: NeighbourhoodModel) -> None:
    """A variable for each moving person: the least whole øre that her displaced hours allow."""
    rules, prices = (
        model.timetable.problem.programme.rules,
        model.timetable.problem.programme.prices,
    )
    if rules.fair_hours is None or not prices.unfair_oere:
        return
    per_hour = model.timetable.units_per_second * SECONDS_PER_HOUR
    whole = per_hour * rules.fair_hours.denominator
    for person in model.blocks_of_person:
        units = model.displaced_units(person) + int(model.board.displaced_units[person])
        above = units * rules.fair_hours.denominator - rules.fair_hours.numerator * per_hour
        most = int(model.timetable.displaced_units[person].sum()) * prices.unfair_oere // per_hour
        unfair = model.cp.new_int_var(0, most + 1, "")
        # half up: the least whole number above the exact price less a half
        model.cp.add(2 * whole * unfair >= 2 * prices.unfair_oere * above - whole + 1)
        model.price.append((unfair, 1))
