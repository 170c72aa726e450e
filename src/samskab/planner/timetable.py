"""The planning problem as dense arrays: what search and bound both stand on.

Shapes are named by letters: P people, H half-days of the grid, S starts of a module, R rooms,
F facilitators, Z places that have rooms. Amounts are whole øre.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from graphlib import TopologicalSorter
from math import ceil

import numpy as np
import numpy.typing as npt

from samskab.common.money import half_up
from samskab.planner.coverage import seconds_taken, seconds_under
from samskab.planner.model.grid import Grid
from samskab.planner.model.problem import Problem, Window
from samskab.planner.model.programme import Format, Module
from samskab.planner.model.travel import travel_oere_per_day

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True, eq=False)
class ModuleTable:
    """One module over all of its starts.

    Attributes:
        starts: [S] index of the first half-day of each start.
        first_day, last_day: [S] proleptic ordinals of the first and the last day.
        needs: [P] who needs the module.
        open: [P, S] who may attend: she needs it, no hard time touched, her windows kept.
        displacement: [P, S] øre of meetings displaced, each rounded as a plan's cost is.
        rooms: [R, S] rooms large enough and free; all False for an online module.
        facilitators: [F, S] qualified and free.
    """

    module: Module
    starts: Ints
    first_day: Ints
    last_day: Ints
    needs: Bools
    open: Bools
    displacement: Ints
    rooms: Bools
    facilitators: Bools

    @property
    def in_person(self) -> bool:
        """Whether a session needs a room."""
        return self.module.format is Format.IN_PERSON

    @property
    def days(self) -> int:
        """Days that a session lasts."""
        return (self.module.half_days + 1) // 2


@dataclass(frozen=True, slots=True, eq=False)
class Timetable:
    """The whole problem over the grid's half-days.

    Attributes:
        modules: in the programme's order.
        displaced_units: [P, H] busy time weighed, in seconds / `units_per_second`.
        units_per_second: makes every tentative weight a whole number of units.
        places: ids of the places that have rooms.
        room_place: [R] index into `places`.
        travel: [2, P, Z] øre of one session of one day, and of two days, rounded.
        day_of_half_day: [H] proleptic ordinal.
        units: names of the units.
        unit_of: [P] index into `units`.
        away_limit: [U] people of a unit away at most in a half-day.
        apart: [P] whom each person must not meet in a session.
        comes_after: module -> the modules that it comes after.
        leads_to: module -> the modules that come after it.
        order: modules, each behind all that it comes after.
        tracks: modules whose people stay together.
    """

    problem: Problem
    grid: Grid
    modules: tuple[ModuleTable, ...]
    displaced_units: Ints
    units_per_second: int
    places: tuple[str, ...]
    room_place: Ints
    travel: Ints
    day_of_half_day: Ints
    units: tuple[str, ...]
    unit_of: Ints
    away_limit: Ints
    apart: tuple[frozenset[int], ...]
    comes_after: tuple[tuple[int, ...], ...]
    leads_to: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    tracks: tuple[tuple[int, ...], ...]

    @property
    def needs(self) -> int:
        """How many needs there are: people times the modules that each of them needs."""
        return sum(int(table.needs.sum()) for table in self.modules)

    def followers(self, module: int) -> set[int]:
        """The modules that come after one, and all that come after those."""
        later = set(self.leads_to[module])
        return later.union(*(self.followers(one) for one in later))


def build_timetable(problem: Problem) -> Timetable:
    """Lay a problem out over its half-days."""
    grid = Grid(problem.programme)
    weight = problem.programme.prices.tentative
    hard, busy, tentative = seconds_under(grid, [person.busy for person in problem.people])
    displaced = busy * weight.denominator + tentative * weight.numerator
    table = _ModuleTables(
        problem=problem,
        grid=grid,
        hard=hard,
        displaced=displaced,
        rooms_taken=seconds_taken(grid, [room.busy for room in problem.rooms]),
        facilitators_taken=seconds_taken(grid, [one.busy for one in problem.facilitators]),
    )
    places = tuple(dict.fromkeys(room.place for room in problem.rooms))
    units = tuple(sorted({person.unit for person in problem.people}))
    modules = problem.programme.modules
    names = [module.id for module in modules]
    return Timetable(
        problem=problem,
        grid=grid,
        modules=tuple(table.of(module) for module in modules),
        displaced_units=displaced,
        units_per_second=weight.denominator,
        places=places,
        room_place=np.array([places.index(room.place) for room in problem.rooms], dtype=np.int64),
        travel=_travel(problem, places),
        day_of_half_day=np.array([h.day.toordinal() for h in grid.half_days], dtype=np.int64),
        units=units,
        unit_of=np.array([units.index(person.unit) for person in problem.people], dtype=np.int64),
        away_limit=_away_limit(problem, units),
        apart=people_apart(problem),
        comes_after=tuple(tuple(names.index(a) for a in m.after) for m in modules),
        leads_to=tuple(
            tuple(i for i, later in enumerate(modules) if m.id in later.after) for m in modules
        ),
        order=_order(modules),
        tracks=tuple(
            tuple(names.index(name) for name in track)
            for track in problem.programme.rules.keep_together
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _ModuleTables:
    """Makes the table of each module from what all of them share."""

    problem: Problem
    grid: Grid
    hard: Ints
    displaced: Ints
    rooms_taken: Ints
    facilitators_taken: Ints

    def of(self, module: Module) -> ModuleTable:
        starts = np.array(self.grid.starts(module.half_days), dtype=np.int64)
        days = [half_day.day.toordinal() for half_day in self.grid.half_days]
        first_day = np.array([days[s] for s in starts], dtype=np.int64)
        last_day = np.array([days[s + module.half_days - 1] for s in starts], dtype=np.int64)
        needing = {need.person for need in self.problem.needs if need.module == module.id}
        needs = np.array([person.id in needing for person in self.problem.people], dtype=np.bool_)

        def over_session(amounts: Ints) -> Ints:
            return sum_over_session(amounts, starts, module.half_days)

        in_window = _in_windows(self.problem, module, first_day, last_day)
        rate = np.array([p.hourly_value_oere for p in self.problem.people], dtype=np.int64)
        per_hour = SECONDS_PER_HOUR * self.problem.programme.prices.tentative.denominator
        rooms_fit = [self._room_fits(room.capacity, module) for room in self.problem.rooms]
        qualified = [module.id in one.modules for one in self.problem.facilitators]
        return ModuleTable(
            module=module,
            starts=starts,
            first_day=first_day,
            last_day=last_day,
            needs=needs,
            open=needs[:, None] & in_window & (over_session(self.hard) == 0),
            displacement=_half_up_ratio(over_session(self.displaced) * rate[:, None], per_hour),
            rooms=_column(rooms_fit) & (over_session(self.rooms_taken) == 0),
            facilitators=_column(qualified) & (over_session(self.facilitators_taken) == 0),
        )

    @staticmethod
    def _room_fits(capacity: int, module: Module) -> bool:
        return module.format is Format.IN_PERSON and capacity >= module.group_min


def _column(flags: list[bool]) -> Bools:
    return np.array(flags, dtype=np.bool_)[:, None]


def sum_over_session(amounts: Ints, starts: Ints, half_days: int) -> Ints:
    """[owner, H] -> [owner, S]: the half-days of one session follow each other in the grid."""
    total = np.zeros((amounts.shape[0], len(starts)), dtype=np.int64)
    for offset in range(half_days):
        total += amounts[:, starts + offset]
    return total


def _half_up_ratio(numerator: Ints, denominator: int) -> Ints:
    return (2 * numerator + denominator) // (2 * denominator)


def _in_windows(problem: Problem, module: Module, first_day: Ints, last_day: Ints) -> Bools:
    """[P, S]: whether a whole session lies in every window of a person for the module."""
    kept = np.ones((len(problem.people), len(first_day)), dtype=np.bool_)
    windows = [window for window in problem.windows if window.module == module.id]
    if not windows:
        return kept
    ids = {person.id for person in problem.people}
    for row, person in enumerate(problem.people):
        for window in windows:
            if _concerns(window, person.id, person.unit, ids):
                if window.not_before:
                    kept[row] &= first_day >= window.not_before.toordinal()
                if window.not_after:
                    kept[row] &= last_day <= window.not_after.toordinal()
    return kept


def _concerns(window: Window, person: str, unit: str, person_ids: set[str]) -> bool:
    """A name that is both a person's id and a unit means the person."""
    return window.who == person or (window.who == unit and window.who not in person_ids)


def _travel(problem: Problem, places: tuple[str, ...]) -> Ints:
    per_day = travel_oere_per_day(problem)
    room_at = {room.place: room for room in reversed(problem.rooms)}
    rounded = [
        [
            [half_up(days * per_day(person, room_at[place])) for place in places]
            for person in problem.people
        ]
        for days in (1, 2)
    ]
    return np.array(rounded, dtype=np.int64).reshape(2, len(problem.people), len(places))


def _away_limit(problem: Problem, units: tuple[str, ...]) -> Ints:
    rules = problem.programme.rules
    limit, more = rules.max_away_per_unit, dict(rules.more_away)
    sizes = Counter(person.unit for person in problem.people)
    # the ceiling of a whole number is itself: only a share is taken of the unit's size
    most = [
        more.get(unit, 0)
        + (
            sizes[unit]
            if limit is None
            else limit
            if isinstance(limit, int)
            else ceil(limit * sizes[unit])
        )
        for unit in units
    ]
    return np.array(most, dtype=np.int64)


def people_apart(problem: Problem) -> tuple[frozenset[int], ...]:
    """Whom each person must not meet; a name of a person and of a unit means the person."""
    index = {person.id: i for i, person in enumerate(problem.people)}
    of_unit: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(problem.people):
        of_unit[person.unit].append(i)
    avoided: list[set[int]] = [set() for _ in problem.people]
    for a, b in problem.apart:
        ones, others = ([index[x]] if x in index else of_unit[x] for x in (a, b))
        for one in ones:
            avoided[one].update(others)
        for other in others:
            avoided[other].update(ones)
    return tuple(frozenset(met - {person}) for person, met in enumerate(avoided))


def _order(modules: tuple[Module, ...]) -> tuple[int, ...]:
    index = {module.id: i for i, module in enumerate(modules)}
    sorter = TopologicalSorter({index[m.id]: [index[a] for a in m.after] for m in modules})
    return tuple(sorter.static_order())
