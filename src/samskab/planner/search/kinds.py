"""The kinds of neighbourhoods: which part of a plan to decide anew."""

from collections.abc import Callable

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.kinds import (
    alternate_cohorts,
    open_cohort,
    redate_cohorts,
    reseat_cohorts,
)
from samskab.planner.search.cohort.reseating import Reseating
from samskab.planner.search.drafts import Draft, decide_people, decide_sessions
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import coin, every_offer
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Placed

Kind = Callable[[Scene, np.random.Generator], Draft | Reseating | None]
LEFT_OUT_AT_ONCE = 8
SESSIONS_BESIDE = 3
SEATS_AT_ONCE = 4000
STAFFED = 20
WHOLE, SEAT_LEFT_OUT = "everything", "seat_left_out"


def regroup(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A few sessions of one module, person by person, on new dates or into sessions that stand."""
    free = [s for s in scene.sessions if s.module not in scene.tracked]
    if not free:
        return None
    anchor = scene.dear_session(chance, free)
    same = scene.around(anchor, [s for s in free if s.module == anchor.module])
    chosen = _near_or_anywhere(same, scene.drawn(1, 4, chance), chance)
    people = {person for s in chosen for person in s.people} | scene.left_out(anchor.module)
    return decide_people(scene, {anchor.module: people}, scene.scaled(16), chance)


def regroup_chain(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Sessions of a module and of the next that share people, person by person."""
    free = [s for s in scene.sessions if s.module not in scene.tracked]
    if not free:
        return None
    anchor = scene.dear_session(chance, free)
    people = set(scene.parties.whole(anchor.module, anchor.people))
    linked = [*scene.timetable.leads_to[anchor.module], *scene.timetable.comes_after[anchor.module]]
    linked = [module for module in linked if module not in scene.tracked]
    chosen = {anchor.module: people | scene.left_out(anchor.module)}
    for module in linked[: scene.drawn(1, 3, chance)]:
        shared = [s for s in free if s.module == module and people.intersection(s.people)]
        shared.sort(key=lambda s: -len(people.intersection(s.people)))
        chosen[module] = {p for s in shared[: scene.scaled(2)] for p in s.people} | scene.left_out(
            module
        )
    return decide_people(scene, chosen, scene.scaled(10), chance)


def move_group(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A session on another date, with all that its people need besides."""
    free = [s for s in scene.sessions if s.module not in scene.tracked]
    if not free:
        return None
    anchor = scene.dear_to_hold(chance, free)
    chosen = scene.needing(set(anchor.people))
    return decide_people(scene, chosen, scene.scaled(3), chance, more={anchor.module: 4})


def reseat_people(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """All that some people need, into sessions that stand and a few new ones."""
    timetable = scene.timetable
    count = len(timetable.problem.people)
    few, many = (3, 10) if scene.tracked else (15, 45)
    most = scene.drawn(few, many, chance)
    if scene.unserved and coin(chance):
        first = scene.unserved[int(chance.integers(len(scene.unserved)))][0]
    else:
        first = int(chance.integers(count))
    if coin(chance):
        pool = np.flatnonzero(timetable.unit_of == timetable.unit_of[first])
    elif coin(chance):
        pool = np.array(sorted({p for s in scene.sessions if first in s.people for p in s.people}))
    else:
        pool = np.arange(count)
    people = {first, *chance.permutation(pool)[:most].tolist()}
    chosen = scene.needing(people)
    return decide_people(scene, chosen, scene.scaled(2), chance)


def reseat_module(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Everybody of one module, over the dates that it has."""
    modules = sorted({s.module for s in scene.sessions} - scene.tracked)
    if not modules:
        return None
    lacking = [module for module in modules if scene.left_out(module)]
    module = int(chance.choice(lacking or modules))
    people = set(np.flatnonzero(scene.timetable.modules[module].needs).tolist())
    return decide_people(scene, {module: people}, 0, chance)


def seat_left_out(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """People who lack a seat, all that they need, with some sessions of what they lack.

    Every other time with sessions of all that they need: a date in time for what comes after may be
    taken by people who could do with another.
    """
    lacking = [need for need in scene.unserved if need[1] not in scene.tracked]
    if not lacking:
        return None
    few = [lacking[i] for i in chance.permutation(len(lacking))[: scene.scaled(LEFT_OUT_AT_ONCE)]]
    people = {person for person, _ in few}
    chosen = scene.needing(people)
    modules = {module for _, module in few}
    if coin(chance):
        modules = {m for m, who in chosen.items() if who} - scene.tracked
    for module in sorted(modules):
        same = [s for s in scene.sessions if s.module == module]
        for i in chance.permutation(len(same))[: scene.scaled(SESSIONS_BESIDE)]:
            chosen[module] |= set(same[i].people)
    return decide_people(scene, chosen, scene.scaled(8), chance)


def everything(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """All of a small problem at all of its dates and rooms: the whole of it, solved at once."""
    timetable = scene.timetable
    blocks: list[Block] = []
    offers: list[Offer] = []
    seats = 0
    for module, table in enumerate(timetable.modules):
        of_module = scene.parties.blocks(module, np.flatnonzero(table.needs).tolist())
        held = every_offer(timetable, module)
        seats += len(of_module) * len(held)
        if seats > SEATS_AT_ONCE:
            return None
        blocks += of_module
        offers += held if of_module else []
    blocks = [blocks[i] for i in chance.permutation(len(blocks))]
    draft = Neighbourhood(tuple(blocks), tuple(offers), (), scene.sessions, seats=None)
    return draft, Board(timetable)


def retime(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Sessions near each other in time, their people as they are, on other dates."""
    if not scene.sessions:
        return None
    anchor = scene.dear_session(chance, list(scene.sessions))
    near = scene.around(anchor, scene.sessions)
    if coin(chance):
        near = scene.around(anchor, [s for s in scene.sessions if s.module == anchor.module])
    some = near[: scene.drawn(4, 9, chance)]
    return decide_sessions(scene, some, scene.scaled(14), chance)


def restaff(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Rooms and facilitators of sessions near each other in time, dates and people as they are."""
    if not scene.sessions:
        return None
    anchor = scene.sessions[int(chance.integers(len(scene.sessions)))]
    some = scene.around(anchor, scene.sessions)[: scene.scaled(STAFFED)]
    return decide_sessions(scene, some, 0, chance)


def retime_company(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A session and those of other modules that share most people with it, on other dates."""
    if not scene.sessions:
        return None
    anchor = scene.dear_session(chance, list(scene.sessions))
    people = set(anchor.people)
    chosen = sorted(scene.sessions, key=lambda s: (s is not anchor, -len(people & set(s.people))))
    some = chosen[: scene.drawn(3, 8, chance)]
    return decide_sessions(scene, some, scene.scaled(14), chance)


def _near_or_anywhere(
    ranked: list[Placed], others: int, chance: np.random.Generator
) -> list[Placed]:
    """The first and some of those behind it: the nearest, or any."""
    rest = ranked[1:]
    if coin(chance):
        return ranked[: 1 + others]
    return [ranked[0], *(rest[i] for i in chance.permutation(len(rest))[:others])]


KINDS: dict[str, Kind] = {
    WHOLE: everything,
    "alternate_cohorts": alternate_cohorts,
    "regroup_chain": regroup_chain,
    SEAT_LEFT_OUT: seat_left_out,
    "reseat_module": reseat_module,
    "regroup": regroup,
    "move_group": move_group,
    "reseat_people": reseat_people,
    "restaff": restaff,
    "retime": retime,
    "retime_company": retime_company,
    "reseat_cohorts": reseat_cohorts,
    "redate_cohorts": redate_cohorts,
    "open_cohort": open_cohort,
}
"""In the order of their first turns: those that soonest seat whom the first plan left out."""
