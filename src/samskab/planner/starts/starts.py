"""Whether, and at what cost, each unit's people can start a module within each spell of days."""

from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.search.small_solver import small_solver
from samskab.planner.starts.answer import USUAL, Limits, Seated, Spell, Start, Verdict
from samskab.planner.starts.seats import SeatModel, open_seats, parties_of
from samskab.planner.timetable import Timetable

VERDICTS = {
    cp_model.OPTIMAL: Verdict.CAN,
    cp_model.FEASIBLE: Verdict.CAN,
    cp_model.INFEASIBLE: Verdict.CANNOT,
}


def starts_of(
    timetable: Timetable, module: str, spells: Sequence[Spell], limits: Limits = USUAL
) -> dict[str, tuple[Start, ...]]:
    """Ask for each unit and spell, as if no other unit needed the rooms and facilitators.

    A unit can start where every one of its people who needs the module finds a seat within the
    spell: no hard time, windows kept, no more of the unit away at once than its limit, parties
    seated together (with partners of other units), rooms and facilitators free. Sessions may be
    small: other units of the wave fill them.

    Args:
        timetable: the problem.
        module: id of the module.
        spells: the days of each wave.
        limits: how far to go with each unit and spell.

    Returns:
        Unit -> a `Start` for each spell, for units with anybody who needs the module, by name.
    """
    number = _number_of(timetable, module)
    needs = timetable.modules[number].needs
    units = sorted({int(unit) for unit in timetable.unit_of[needs]})
    return {
        timetable.units[unit]: tuple(
            _start(timetable, number, unit, spell, limits) for spell in spells
        )
        for unit in units
    }


def seated_together(
    timetable: Timetable,
    module: str,
    units: Sequence[str],
    spell: Spell,
    limits: Limits = USUAL,
) -> Seated:
    """How many people of several units find a seat when all of them start within the same days.

    Here sessions are filled by these people alone, so that `group_min` counts.

    Args:
        timetable: the problem.
        module: id of the module.
        units: names of the units of a wave.
        spell: its days.
        limits: how far to go.
    """
    number = _number_of(timetable, module)
    wanted = [timetable.units.index(unit) for unit in units]
    needs = timetable.modules[number].needs
    people = np.flatnonzero(needs & np.isin(timetable.unit_of, wanted))
    model = SeatModel(timetable, number, [int(p) for p in people])
    model.build(spell, others_fill=False)
    model.cp.maximize(sum(model.joins.values()))
    solver = small_solver(effort=limits.effort, seed=limits.seed)
    status = solver.solve(model.cp)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    seated = round(solver.objective_value) if found else 0
    return Seated(len(people), seated, proven=status == cp_model.OPTIMAL)


def _number_of(timetable: Timetable, module: str) -> int:
    return [table.module.id for table in timetable.modules].index(module)


def _start(timetable: Timetable, module: int, unit: int, spell: Spell, limits: Limits) -> Start:
    own = np.flatnonzero(timetable.modules[module].needs & (timetable.unit_of == unit))
    people = _with_partners(timetable, module, {int(p) for p in own})
    if not open_seats(timetable, module, spell)[people].any(axis=1).all():
        return Start(Verdict.CANNOT)
    model = SeatModel(timetable, module, people)
    model.build(spell, others_fill=True)
    for p in people:
        model.cp.add_exactly_one(model.seats_of(p))
    mine = set(map(int, own))
    model.cp.minimize(
        sum(model.oere(p, hall) * seat for (p, hall), seat in model.joins.items() if p in mine)
    )
    solver = small_solver(effort=limits.effort, seed=limits.seed)
    status = solver.solve(model.cp)
    verdict = VERDICTS.get(status, Verdict.UNKNOWN)
    if verdict is not Verdict.CAN:
        return Start(verdict)
    return Start(verdict, round(solver.objective_value), cheapest=status == cp_model.OPTIMAL)


def _with_partners(timetable: Timetable, module: int, people: set[int]) -> list[int]:
    """People with everybody whose party ties them to a date of theirs."""
    parties = parties_of(timetable, module)
    while True:
        joined = people.union(*(party for party in parties if people.intersection(party)))
        if joined == people:
            return sorted(people)
        people = joined
