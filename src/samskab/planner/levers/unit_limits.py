"""What a unit's limit may be worth: the bound knows nothing of it, so it has no price there.

To the first order: where a plan has as many of a unit away as may be, one of them who would rather
be there too pays what her own seats cost her above the least that the bound's prices ask.
"""

import numpy as np

from samskab.planner.levers.lever import UnitLimit
from samskab.planner.levers.prices import Prices
from samskab.planner.search.board import Board
from samskab.planner.search.solution import Solution, session_cost
from samskab.planner.timetable import Ints, Timetable


def unit_limit_oere(
    lever: UnitLimit, timetable: Timetable, standing: Solution, prices: Prices
) -> int:
    """An estimate in øre of what one more of a unit away would save; 0 where no limit is met."""
    unit = timetable.units.index(lever.unit)
    away = Board(timetable, standing.sessions).away[unit]
    if not (away >= timetable.away_limit[unit]).any():
        return 0
    above = _paid(timetable, standing) - prices.least
    return max(0, int(above[timetable.unit_of == unit].max(initial=0)))


def _paid(timetable: Timetable, standing: Solution) -> Ints:
    """[P] øre: her own costs, an equal part of each of her sessions, and of what she lacks."""
    unserved = timetable.problem.programme.prices.unserved_oere
    needed = sum(table.needs.astype(np.int64) for table in timetable.modules)
    paid = np.asarray(needed * unserved, dtype=np.int64)
    for placed in standing.sessions:
        people = list(placed.people)
        table, cost = timetable.modules[placed.module], session_cost(timetable, placed)
        shared = (cost.facilitation + cost.rooms + cost.travel) // len(people)
        own = table.displacement[people, placed.start] + table.module.materials_oere
        paid[people] += own + shared - unserved
    return paid
