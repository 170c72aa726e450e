"""Rules between the people of slots: units not away all at once, people kept apart."""

from collections import Counter, defaultdict

from samskab.planner.search.cohort.seating import SeatingModel, half_days_at
from samskab.planner.search.cp_sat import Literal
from samskab.planner.timetable import Timetable


def keep_units(model: SeatingModel) -> None:
    """In no half-day are more of a unit away than its limit, with those that stand."""
    timetable, board = model.timetable, model.board
    if timetable.problem.programme.rules.max_away_per_unit is None:
        return
    sent: dict[int, list[list[tuple[int, int]]]] = {
        module: [_by_unit(timetable, group, module) for group in model.groups]
        for module in model.crowd.modules
    }
    away: dict[tuple[int, int], list[tuple[int, Literal]]] = defaultdict(list)
    for (g, k), joins in model.joins.items():
        for placed in model.slots[k].sessions:
            for half_day in half_days_at(timetable, placed):
                for unit, count in sent[placed.module][g]:
                    away[half_day, unit].append((count, joins))
    for (half_day, limited), those in away.items():
        left = int(timetable.away_limit[limited] - board.away[limited, half_day])
        if sum(count for count, _ in those) > left:
            model.cp.add(sum(count * joins for count, joins in those) <= left)


def _by_unit(timetable: Timetable, people: tuple[int, ...], module: int) -> list[tuple[int, int]]:
    """(Unit, how many of it) that a group sends to a module."""
    needs = timetable.modules[module].needs
    units = Counter(int(timetable.unit_of[person]) for person in people if needs[person])
    return list(units.items())


def keep_apart(model: SeatingModel) -> None:
    """People who are kept apart and need a module of a slot both are not in it together."""
    timetable = model.timetable
    group_of = {person: g for g, group in enumerate(model.groups) for person in group}
    pairs: dict[tuple[int, int], set[int]] = defaultdict(set)
    for person, g in group_of.items():
        for other in timetable.apart[person] & group_of.keys():
            if g <= group_of[other]:
                shared = {
                    m
                    for m in model.crowd.modules
                    if timetable.modules[m].needs[person] and timetable.modules[m].needs[other]
                }
                pairs[g, group_of[other]] |= shared
    for (g, other), shared in pairs.items():
        for k, slot in enumerate(model.slots):
            ways = [model.joins[one, k] for one in {g, other} if (one, k) in model.joins]
            if len(ways) == len({g, other}) and any(s.module in shared for s in slot.sessions):
                model.cp.add_bool_or([way.negated() for way in ways])
