"""What a track says of a session's size: who shares it must find room together elsewhere too.

People who share a session of module a, and all need module b of the same track, share one session
of b, of c_b people at most, or are all left out of b. Of n_a people who need a, n_ab need b too. So
a session of a holds at most

    c_b + n_a - n_ab

people, or else more of them than c_b need b, and every one of those is left out of b.

The bound counts sessions of a by the lower size. Where one is larger in a plan, those of its people
who need b give back all that they could have paid at a. That is taken off the price of leaving them
out of b; the others are few enough to pay no more than the session costs.
"""

from dataclasses import dataclass

from samskab.planner.bound.blocks import Blocks
from samskab.planner.timetable import ModuleTable, Timetable


@dataclass(frozen=True, slots=True)
class Company:
    """How many share a session of one module at most, unless they are left out of another.

    Attributes:
        most: people.
        elsewhere: the other module; None where only the module's own size limits it.
    """

    most: int
    elsewhere: int | None


def company_of(timetable: Timetable, module: int, blocks: Blocks) -> Company:
    """The tightest limit that the tracks set a module."""
    own = largest_session(timetable, timetable.modules[module])
    least = _least_limit(timetable, module, blocks)
    found = Company(own, None)
    for track in timetable.tracks:
        if module in track:
            for other in track:
                limit = max(_limit(timetable, module, other), least)
                if limit < found.most:
                    found = Company(limit, other)
    return found


def largest_session(timetable: Timetable, table: ModuleTable) -> int:
    """People that a session of a module holds by its own rules; 0 where it has no room."""
    module = table.module
    if not table.in_person:
        return module.group_max
    largest = max((room.capacity for room in timetable.problem.rooms), default=0)
    return min(module.group_max, largest)


def _limit(timetable: Timetable, module: int, other: int) -> int:
    needs, needed_there = timetable.modules[module].needs, timetable.modules[other].needs
    alone = int((needs & ~needed_there).sum())
    return largest_session(timetable, timetable.modules[other]) + alone


def _least_limit(timetable: Timetable, module: int, blocks: Blocks) -> int:
    """Below this a session could not be held as the bound sees it, though it could be in a plan."""
    table = timetable.modules[module]
    needed = blocks.every(table.needs)
    return max(int(blocks.sizes[needed].max(initial=1)), table.module.group_min, 1)
