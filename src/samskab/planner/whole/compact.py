"""The problem as one integer programme: a column a seat, not a person.

Columns, all whole: y_o sessions of option o; x_go blocks of group g there; b_go whether there are
any (only where the group is kept apart from others); l_g blocks left out; z_fs whether facilitator
f leads a session of a module at start s. Rows: see `_Compact` and `company`. Not in it are
`max_days_per_week` of people, `keep_together` and unfairness, and how two sessions at the same
start share their people: without them it costs no more than any plan, so its bound is a bound.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from samskab.planner.timetable import SECONDS_PER_HOUR, Timetable
from samskab.planner.whole.groups import Group
from samskab.planner.whole.mip import Mip
from samskab.planner.whole.options import Option, covered


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A problem in the words of the integer programme.

    Attributes:
        seats: by group, the options that its blocks could sit at.
    """

    timetable: Timetable
    groups: list[Group]
    options: list[Option]
    seats: list[list[int]]

    @property
    def size(self) -> int:
        """How many seats there are to choose from."""
        return sum(len(options) for options in self.seats)


@dataclass(slots=True, eq=False)
class Compact:
    """The programme and where its columns are.

    Attributes:
        opens: option -> column y.
        sits: (group, option) -> column x.
        there: (group, option) -> column b, or x where that says it already.
        left_out: by group, column l.
        leads: (facilitator, module, start) -> column z.
        on_day: column that is 1 where a facilitator leads on a day -> the columns z of that day.
    """

    whole: Whole
    mip: Mip = field(default_factory=Mip)
    opens: dict[int, int] = field(default_factory=dict)
    sits: dict[tuple[int, int], int] = field(default_factory=dict)
    there: dict[tuple[int, int], int] = field(default_factory=dict)
    left_out: list[int] = field(default_factory=list)
    leads: dict[tuple[int, int, int], int] = field(default_factory=dict)
    on_day: dict[int, list[int]] = field(default_factory=dict)

    def seats_of(self, g: int) -> list[tuple[int, Option, int]]:
        """(option's number, option, column x) of a group."""
        whole = self.whole
        return [(o, whole.options[o], self.sits[g, o]) for o in whole.seats[g]]

    def groups_at(self) -> dict[int, list[int]]:
        """Option -> the groups that could sit there."""
        found: dict[int, list[int]] = defaultdict(list)
        for g, o in self.sits:
            found[o].append(g)
        return found


def whole_of(timetable: Timetable, groups: list[Group], options: list[Option]) -> Whole:
    """All seats that a group's blocks could take by themselves."""
    by_module: dict[int, list[int]] = defaultdict(list)
    for o, option in enumerate(options):
        by_module[option.module].append(o)
    seats = [
        [
            o
            for o in by_module[group.module]
            if group.open[options[o].start]
            and group.size <= options[o].holds
            and _displaces_little(timetable, group, options[o])
        ]
        for group in groups
    ]
    return Whole(timetable, groups, options, seats)


def _displaces_little(timetable: Timetable, group: Group, option: Option) -> bool:
    limit = timetable.problem.programme.rules.max_displaced_hours
    if limit is None:
        return True
    half_days = list(covered(timetable.modules[group.module], option.start))
    units = timetable.displaced_units[list(group.people)][:, half_days].sum(axis=1)
    return bool((units <= limit * SECONDS_PER_HOUR * timetable.units_per_second).all())


def columns_of(whole: Whole) -> Compact:
    """The programme with its columns and what ties a session to its people."""
    compact = Compact(whole)
    unserved = whole.timetable.problem.programme.prices.unserved_oere
    used = {o for seats in whole.seats for o in seats}
    for o, option in enumerate(whole.options):
        if o in used:
            compact.opens[o] = compact.mip.column(option.rent, option.most)
    for g, group in enumerate(whole.groups):
        compact.left_out.append(compact.mip.column(unserved * group.size, len(group.blocks)))
        for o in whole.seats[g]:
            _seat(compact, g, o)
        columns = [compact.sits[g, o] for o in whole.seats[g]]
        blocks = len(group.blocks)
        compact.mip.row([*columns, compact.left_out[g]], low=blocks, high=blocks)
    for o, groups in compact.groups_at().items():
        _fill(compact, o, groups)
    return compact


def _seat(compact: Compact, g: int, o: int) -> None:
    """Column x, and b where many blocks are kept apart from others; x <= so many y."""
    group, option, mip = compact.whole.groups[g], compact.whole.options[o], compact.mip
    blocks, in_one = len(group.blocks), option.holds // group.size
    cost = int(group.cost[option.place, option.start])
    column = mip.column(cost, min(blocks, in_one * option.most))
    compact.sits[g, o] = compact.there[g, o] = column
    if blocks > 1 and group.apart:
        compact.there[g, o] = mip.column(0)
        mip.below([column], compact.there[g, o], mip.upper[column])
        mip.below([compact.there[g, o]], compact.opens[o])
    else:
        mip.below([column], compact.opens[o], min(blocks, in_one))


def _fill(compact: Compact, o: int, groups: list[int]) -> None:
    """Sessions hold so many people, and no fewer than the module asks."""
    whole, option = compact.whole, compact.whole.options[o]
    columns = [compact.sits[g, o] for g in groups]
    sizes = [whole.groups[g].size for g in groups]
    least = max(whole.timetable.modules[option.module].module.group_min, 1)
    opened = compact.opens[o]
    compact.mip.row([*columns, opened], [*sizes, -option.holds], high=0)
    compact.mip.row([*columns, opened], [*sizes, -least], low=0)
