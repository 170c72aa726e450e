"""The kinds of neighbourhoods: which part of a plan to decide anew."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import (
    coin,
    every_offer,
    other_rooms,
    own_offers,
    shared_offers,
    standing_offers,
    vacated_offers,
)
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, fixed_oere, session_oere
from samskab.planner.timetable import Bools, Timetable

NO_MORE: Mapping[int, int] = {}
Draft = tuple[Neighbourhood, Board]
Kind = Callable[["Scene", np.random.Generator], Draft | None]


class Scene:
    """A plan to be improved, with what every kind asks of it.

    Attributes:
        reach: how large a neighbourhood should be, 1.0 being usual.
    """

    def __init__(
        self,
        timetable: Timetable,
        parties: Parties,
        sessions: tuple[Placed, ...],
        reach: float = 1.0,
    ) -> None:
        self.timetable = timetable
        self.parties = parties
        self.sessions = sessions
        self.reach = reach
        self.tracked = frozenset(module for track in timetable.tracks for module in track)
        seated = {(person, s.module) for s in sessions for person in s.people}
        self.unserved = [
            (int(person), module)
            for module, table in enumerate(timetable.modules)
            for person in np.flatnonzero(table.needs)
            if (int(person), module) not in seated
        ]

    def scaled(self, count: float) -> int:
        """A count of sessions, people or dates, as far as the reach goes; at least one."""
        return max(round(count * self.reach), 1)

    def drawn(self, low: int, high: int, chance: np.random.Generator) -> int:
        """A count from `low` to below `high`, scaled."""
        return self.scaled(int(chance.integers(low, high)))

    def days(self, placed: Placed) -> tuple[int, int]:
        """Ordinals of the first and the last day of a session."""
        table = self.timetable.modules[placed.module]
        return int(table.first_day[placed.start]), int(table.last_day[placed.start])

    def around(self, placed: Placed, others: Iterable[Placed]) -> list[Placed]:
        """Sessions by their distance in days from one, which comes first."""
        day = self.days(placed)[0]
        return sorted(others, key=lambda s: (s is not placed, abs(self.days(s)[0] - day)))

    def dear_session(self, chance: np.random.Generator, of: list[Placed]) -> Placed:
        """A session drawn with weight on what it costs a person."""
        price = np.array([session_oere(self.timetable, s) / len(s.people) for s in of])
        return of[int(chance.choice(len(of), p=(price + 1) / (price + 1).sum()))]

    def dear_to_hold(self, chance: np.random.Generator, of: list[Placed]) -> Placed:
        """A session drawn with weight on what its room and facilitators cost above the least."""
        fixed = np.array([fixed_oere(self.timetable, s) for s in of], dtype=np.float64)
        modules = np.array([s.module for s in of])
        least = np.array([fixed[modules == module].min() for module in modules])
        above = fixed - least + 0.1 * fixed + 1
        return of[int(chance.choice(len(of), p=above / above.sum()))]

    def left_out(self, module: int) -> set[int]:
        """Who needs a module and has no seat."""
        return {person for person, m in self.unserved if m == module}

    def without(self, needs: set[tuple[int, int]]) -> tuple[Board, list[Placed], Bools]:
        """The board without some people's seats, the sessions this empties, and what is decided."""
        deciding = np.zeros((len(self.timetable.problem.people), len(self.timetable.modules)), bool)
        for person, module in needs:
            deciding[person, module] = True
        standing, vacated = [], []
        for placed in self.sessions:
            people = tuple(p for p in placed.people if not deciding[p, placed.module])
            if people:
                standing.append(
                    Placed(placed.module, placed.start, placed.room, placed.facilitators, people)
                )
            else:
                vacated.append(placed)
        return Board(self.timetable, standing), vacated, deciding


def regroup(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A few sessions of one module, person by person, on new dates or into sessions that stand."""
    free = [s for s in scene.sessions if s.module not in scene.tracked]
    if not free:
        return None
    anchor = scene.dear_session(chance, free)
    same = scene.around(anchor, [s for s in free if s.module == anchor.module])
    chosen = _near_or_anywhere(same, scene.drawn(1, 4, chance), chance)
    people = {person for s in chosen for person in s.people} | scene.left_out(anchor.module)
    return _decide_people(scene, {anchor.module: people}, scene.scaled(16), chance)


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
    return _decide_people(scene, chosen, scene.scaled(10), chance)


def move_group(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A session on another date, with all that its people need besides."""
    free = [s for s in scene.sessions if s.module not in scene.tracked]
    if not free:
        return None
    anchor = scene.dear_to_hold(chance, free)
    people = set(anchor.people)
    chosen = {
        module: {p for p in people if table.needs[p]}
        for module, table in enumerate(scene.timetable.modules)
    }
    return _decide_people(scene, chosen, scene.scaled(3), chance, more={anchor.module: 4})


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
    chosen = {
        module: {p for p in people if table.needs[p]}
        for module, table in enumerate(timetable.modules)
    }
    return _decide_people(scene, chosen, scene.scaled(2), chance)


def reseat_module(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Everybody of one module, over the dates that it has."""
    modules = sorted({s.module for s in scene.sessions} - scene.tracked)
    if not modules:
        return None
    lacking = [module for module in modules if scene.left_out(module)]
    module = int(chance.choice(lacking or modules))
    people = set(np.flatnonzero(scene.timetable.modules[module].needs).tolist())
    return _decide_people(scene, {module: people}, 0, chance)


def seat_left_out(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """People who lack a seat, all that they need, with some sessions of what they lack."""
    lacking = [need for need in scene.unserved if need[1] not in scene.tracked]
    if not lacking:
        return None
    few = [lacking[i] for i in chance.permutation(len(lacking))[:LEFT_OUT_AT_ONCE]]
    people = {person for person, _ in few}
    chosen = {
        module: {p for p in people if table.needs[p]}
        for module, table in enumerate(scene.timetable.modules)
    }
    for module in {module for _, module in few}:
        same = [s for s in scene.sessions if s.module == module]
        for i in chance.permutation(len(same))[:SESSIONS_BESIDE]:
            chosen[module] |= set(same[i].people)
    return _decide_people(scene, chosen, 8, chance)


def everything(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """All of a small problem at all of its dates and rooms: the whole of it, solved at once."""
    timetable = scene.timetable
    rooms = max(len(timetable.problem.rooms), 1)
    size = sum(int(table.needs.sum()) * len(table.starts) * rooms for table in timetable.modules)
    if size > SEATS_AT_ONCE:
        return None
    people = {
        module: set(np.flatnonzero(table.needs).tolist())
        for module, table in enumerate(timetable.modules)
        if table.needs.any()
    }
    blocks = [
        block for module, who in people.items() for block in scene.parties.blocks(module, who)
    ]
    offers = [offer for module in people for offer in every_offer(timetable, module)]
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
    return _decide_sessions(scene, some, scene.scaled(14), chance)


def restaff(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Rooms and facilitators of sessions near each other in time, dates and people as they are."""
    if not scene.sessions:
        return None
    anchor = scene.sessions[int(chance.integers(len(scene.sessions)))]
    some = scene.around(anchor, scene.sessions)[: scene.scaled(STAFFED)]
    return _decide_sessions(scene, some, 0, chance)


def retime_company(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """A session and those of other modules that share most people with it, on other dates."""
    if not scene.sessions:
        return None
    anchor = scene.dear_session(chance, list(scene.sessions))
    people = set(anchor.people)
    chosen = sorted(scene.sessions, key=lambda s: (s is not anchor, -len(people & set(s.people))))
    some = chosen[: scene.drawn(3, 8, chance)]
    return _decide_sessions(scene, some, scene.scaled(14), chance)


def swap_cohorts(scene: Scene, chance: np.random.Generator) -> Draft | None:
    """Two or three cohorts of a track, person by person, on the dates that they have."""
    tracked = [s for s in scene.sessions if s.module in scene.tracked]
    if not tracked:
        return None
    anchor = scene.dear_session(chance, tracked)
    track = next(t for t in scene.timetable.tracks if anchor.module in t)
    same = [s for s in tracked if s.module == anchor.module]
    chosen = _near_or_anywhere(scene.around(anchor, same), 2, chance)
    people = {person for s in chosen for person in s.people}
    lost = [p for p, m in scene.unserved if m in track]
    people.update(chance.permutation(lost)[:10].tolist() if lost else [])
    everybody = {
        module: {p for p in people if scene.timetable.modules[module].needs[p]} for module in track
    }
    # whoever shares a session with them in another module of the track decides with them
    for s in tracked:
        if s.module in track and people.intersection(s.people):
            for module in track:
                needs = scene.timetable.modules[module].needs
                everybody[module] |= {p for p in s.people if needs[p]}
    return _decide_people(scene, everybody, 0, chance, joining=False)


def _near_or_anywhere(
    ranked: list[Placed], others: int, chance: np.random.Generator
) -> list[Placed]:
    """The first and some of those behind it: the nearest, or any."""
    rest = ranked[1:]
    if coin(chance):
        return ranked[: 1 + others]
    return [ranked[0], *(rest[i] for i in chance.permutation(len(rest))[:others])]


def _decide_people(
    scene: Scene,
    people: dict[int, set[int]],
    new: int,
    chance: np.random.Generator,
    *,
    joining: bool = True,
    more: Mapping[int, int] = NO_MORE,
) -> Draft | None:
    """Person by person: places vacated, `new` dates a module, and `joining` what stands.

    `more` of a module multiplies its new dates.
    """
    people = {module: scene.parties.whole(module, who) for module, who in people.items() if who}
    if any(module in scene.tracked for module in people):
        people = _whole_tracks(scene, people)
    needs = {(person, module) for module, who in people.items() for person in who}
    board, vacated, deciding = scene.without(needs)
    blocks: list[Block] = []
    offers: list[Offer] = []
    for module, who in people.items():
        of_module = scene.parties.blocks(module, who)
        gone = [s for s in vacated if s.module == module]
        dates = vacated_offers(gone)
        if new and module not in scene.tracked:
            others = shared_offers(
                board, of_module, deciding, new * more.get(module, 1) + len(gone), chance
            )
            dates += [offer for offer in others if offer not in dates]
        blocks += of_module
        offers += dates
        if joining:
            offers += standing_offers(board, module)
    before = tuple(scene.sessions)
    seats = scene.scaled(SEATS_WEIGHED)
    return Neighbourhood(
        tuple(blocks), tuple(offers), tuple(board.sessions), before, seats=seats
    ), board


def _whole_tracks(scene: Scene, people: dict[int, set[int]]) -> dict[int, set[int]]:
    """Whoever decides one module of a track decides all of it."""
    whole = {module: set(who) for module, who in people.items()}
    for track in scene.timetable.tracks:
        who = set().union(*(whole.get(module, set()) for module in track))
        for module in track:
            needs = scene.timetable.modules[module].needs
            needing = {person for person in who if needs[person]}
            if needing:
                whole[module] = scene.parties.whole(module, needing | whole.get(module, set()))
    return whole


def _decide_sessions(
    scene: Scene, sessions: list[Placed], new: int, chance: np.random.Generator
) -> Draft | None:
    """Whole sessions, on the dates that they have in any room, and `new` others for each."""
    needs = {(person, s.module) for s in sessions for person in s.people}
    board, vacated, deciding = scene.without(needs)
    blocks: list[Block] = []
    offers: list[Offer] = []
    for module in dict.fromkeys(s.module for s in vacated):
        gone = [s for s in vacated if s.module == module]
        of_module = [Block(module, s.people) for s in gone]
        dates = vacated_offers(gone)
        others = own_offers(board, of_module, deciding, new, chance) if new else []
        others += other_rooms(board, gone)
        blocks += of_module
        offers += [*dates, *dict.fromkeys(offer for offer in others if offer not in dates)]
    standing = tuple(board.sessions)
    return Neighbourhood(tuple(blocks), tuple(offers), standing, scene.sessions, merge=False), board


LEFT_OUT_AT_ONCE = 8
SESSIONS_BESIDE = 3
SEATS_AT_ONCE = 4000
STAFFED = 20
SEATS_WEIGHED = 6  # of 5, 8 and 12, the fewest came furthest in the same time
WHOLE = "everything"

KINDS: dict[str, Kind] = {
    WHOLE: everything,
    "regroup_chain": regroup_chain,
    "seat_left_out": seat_left_out,
    "reseat_module": reseat_module,
    "regroup": regroup,
    "move_group": move_group,
    "reseat_people": reseat_people,
    "restaff": restaff,
    "retime": retime,
    "retime_company": retime_company,
    "swap_cohorts": swap_cohorts,
}
"""In the order of their first turns: those that soonest seat whom the first plan left out."""
