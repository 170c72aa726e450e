"""What the people who keep a published seat have to keep: each by herself, and with each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import combinations

import numpy as np

from samskab.planner.model.grid import WEEK_DAYS
from samskab.planner.replan.standing_model import StandingModel
from samskab.planner.search.board import follows, precedes
from samskab.planner.search.cp_sat import Literal
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import ONLINE
from samskab.planner.timetable import SECONDS_PER_HOUR, Bools, Timetable

Beside = Callable[[int, Slot], Bools]
"""At which starts of a module somebody could be who keeps a seat at a slot: [S]."""


def constrain_people(model: StandingModel) -> None:
    """All rules about people, as far as a relaxation knows them."""
    beside = cache(partial(_beside, model.timetable))
    _keep_order(model, beside)
    _keep_room_between(model, beside)
    _keep_weeks(model)
    _keep_hours(model)
    _keep_units(model)
    parties = _party_mates(model.timetable)
    for slot in model.held:
        _keep_parties(model, slot, parties)
        if slot[2] != ONLINE:  # several sessions may be held there: less is asked of who meets
            _keep_apart(model, slot)
    for track in model.timetable.tracks:
        _keep_track(model, track)


def _keep_order(model: StandingModel, beside: Beside) -> None:
    """Nobody keeps two seats that clash, nor one of a module after one that she is left out of."""
    for person, slots in model.slots_of.items():
        for one, other in combinations(slots, 2):
            if _clash(model, beside, one, other):
                model.cp.add_at_most_one(model.sits[person, one], model.sits[person, other])
    for (person, module), left_out in model.left_out.items():
        for later in model.timetable.leads_to[module]:
            if (person, later) in model.left_out:
                model.cp.add_implication(left_out, model.left_out[person, later])
            for seat in _seats_of_module(model, person, later):
                model.cp.add_at_most_one(left_out, seat)


def _clash(model: StandingModel, beside: Beside, one: Slot, other: Slot) -> bool:
    """Whether nobody can sit at both slots; of a reseated module the model says so already."""
    if one[0] == other[0]:
        return one[0] not in model.reseated
    return not beside(one[0], other)[one[1]]


def _keep_room_between(model: StandingModel, beside: Beside) -> None:
    """A new seat has a date between the seats that its person keeps, or one of these goes."""
    for (person, module), elsewhere in model.elsewhere.items():
        dates = model.dates_of[person, module]
        fits = {
            slot: beside(module, slot)[dates]
            for slot in model.slots_of[person]
            if slot[0] != module
        }
        impossible = {slot for slot, free in fits.items() if not free.any()}
        for slot in impossible:
            model.cp.add_at_most_one(elsewhere, model.sits[person, slot])
        for one, other in combinations([slot for slot in fits if slot not in impossible], 2):
            if one[0] != other[0] and not (fits[one] & fits[other]).any():
                seats = (model.sits[person, one], model.sits[person, other])
                model.cp.add_bool_or(*(literal.negated() for literal in (elsewhere, *seats)))


def _beside(timetable: Timetable, module: int, slot: Slot) -> Bools:
    """[S] at which starts of a module somebody could be who keeps a seat at a slot."""
    table, kept = timetable.modules[module], timetable.modules[slot[0]]
    begins, half_days = int(kept.starts[slot[1]]), kept.module.half_days
    fits: Bools = (table.starts >= begins + half_days) | (
        table.starts + table.module.half_days <= begins
    )
    start = np.array([slot[1]])
    if slot[0] in timetable.comes_after[module]:
        fits = fits & follows(kept, start, table)[0]
    if module in timetable.comes_after[slot[0]]:
        fits = fits & precedes(table, kept, start)[0]
    return fits


def _keep_weeks(model: StandingModel) -> None:
    most = model.timetable.problem.programme.rules.max_days_per_week
    for person, slots in model.slots_of.items():
        days: dict[int, list[Literal]] = defaultdict(list)
        for slot in slots:
            for day in model.days(slot):
                days[day].append(model.sits[person, slot])
        standing = model.board.person_days(person)
        for first in {*days, *standing}:
            week = range(first, first + WEEK_DAYS)
            new = {day: days[day] for day in week if day in days}
            model.keep_days(new, {day for day in standing if day in week}, most)


def _keep_hours(model: StandingModel) -> None:
    limit = model.timetable.problem.programme.rules.max_displaced_hours
    if limit is None:
        return
    most = int(limit * SECONDS_PER_HOUR * model.timetable.units_per_second)
    for person, slots in model.slots_of.items():
        units = model.timetable.displaced_units[person]
        displaced = sum(
            int(units[list(model.half_days(slot))].sum()) * model.sits[person, slot]
            for slot in slots
        )
        model.cp.add(displaced <= most - int(model.board.displaced_units[person]))


def _keep_units(model: StandingModel) -> None:
    if model.timetable.problem.programme.rules.max_away_per_unit is None:
        return
    away: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for (person, slot), literal in model.sits.items():
        unit = int(model.timetable.unit_of[person])
        for half_day in model.half_days(slot):
            away[unit, half_day].append(literal)
    for (unit, half_day), literals in away.items():
        left = int(model.timetable.away_limit[unit] - model.board.away[unit, half_day])
        if len(literals) > left:
            model.cp.add(sum(literals) <= left)


def _party_mates(timetable: Timetable) -> dict[int, set[int]]:
    """Person -> the others of her parties."""
    index = {person.id: i for i, person in enumerate(timetable.problem.people)}
    mates: dict[int, set[int]] = defaultdict(set)
    for party in timetable.problem.parties:
        members = {index[person] for person in party.people}
        for person in members:
            mates[person] |= members - {person}
    return mates


def _keep_parties(model: StandingModel, slot: Slot, parties: dict[int, set[int]]) -> None:
    """Who keeps a seat has the others of her party there too."""
    needs = model.timetable.modules[slot[0]].needs
    for person, mates in parties.items():
        if (person, slot) in model.sits:
            for other in mates:
                if needs[other]:
                    _follow(model, person, other, slot)


def _follow(model: StandingModel, person: int, other: int, slot: Slot) -> None:
    """The other keeps a seat there, or comes from a seat that she gives up."""
    sits = model.sits[person, slot]
    if (other, slot) in model.sits:
        model.cp.add_implication(sits, model.sits[other, slot])
    elif not _may_come(model, other, slot):
        model.cp.add(sits == 0)
    else:
        for elsewhere in _seats_of_module(model, other, slot[0]):
            model.cp.add_at_most_one(sits, elsewhere)


def _may_come(model: StandingModel, person: int, slot: Slot) -> bool:
    """Whether somebody who has no seat of hers there in the model could have one."""
    if slot[0] in model.reseated or person in model.published_at(slot):
        return False
    return model.may_sit(person, slot)


def _seats_of_module(model: StandingModel, person: int, module: int) -> Iterator[Literal]:
    for slot in model.slots_of[person]:
        if slot[0] == module:
            yield model.sits[person, slot]


def _keep_apart(model: StandingModel, slot: Slot) -> None:
    apart = model.timetable.apart
    here = [p for p in range(len(apart)) if apart[p] and (p, slot) in model.sits]
    for one, other in combinations(here, 2):
        if other in apart[one]:
            model.cp.add_at_most_one(model.sits[one, slot], model.sits[other, slot])


def _keep_track(model: StandingModel, track: tuple[int, ...]) -> None:
    """Whoever stays in a session is in the other modules where the others who stay are."""
    for slot in model.held:
        if slot[0] in track and slot[2] != ONLINE:
            for module in track:
                if module != slot[0]:
                    _go_together(model, slot, module)


def _go_together(model: StandingModel, slot: Slot, module: int) -> None:
    needs = model.timetable.modules[module].needs
    here = [p for p in model.published_at(slot) if needs[p] and (p, slot) in model.sits]
    there = {s for p in here for s in model.slots_of[p] if s[0] == module and s[2] != ONLINE}
    for other in sorted(there):
        linked = model.cp.new_bool_var("")
        for person in here:
            leaves = model.sits[person, slot].negated()
            if (person, other) in model.sits:
                keeps = model.sits[person, other]
                model.cp.add_bool_or(leaves, keeps.negated(), linked)
                model.cp.add_bool_or(linked.negated(), leaves, keeps)
            elif not _may_come(model, person, other):
                model.cp.add_bool_or(linked.negated(), leaves)
            else:
                for elsewhere in _seats_of_module(model, person, other[0]):
                    model.cp.add_bool_or(linked.negated(), leaves, elsewhere.negated())
