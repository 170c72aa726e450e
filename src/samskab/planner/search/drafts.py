"""From what is to be decided anew to a neighbourhood: blocks, offers and what stands."""

from collections.abc import Mapping

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import (
    guided_offers,
    other_rooms,
    own_offers,
    shared_offers,
    standing_offers,
    vacated_offers,
)
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Placed

Draft = tuple[Neighbourhood, Board]
NO_MORE: Mapping[int, int] = {}
ADVISED = 0.6
"""Of the new dates; the others are found by what they save."""
SEATS_WEIGHED = 6  # of 5, 8 and 12, the fewest came furthest in the same time


def decide_people(
    scene: Scene,
    people: dict[int, set[int]],
    new: int,
    chance: np.random.Generator,
    *,
    more: Mapping[int, int] = NO_MORE,
) -> Draft:
    """Person by person: places vacated, `new` dates a module, and what stands.

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
            count = new * more.get(module, 1) + len(gone)
            others = _advised(scene, board, module, count, chance)
            others += shared_offers(board, of_module, deciding, count - len(others), chance)
            dates += [offer for offer in dict.fromkeys(others) if offer not in dates]
        blocks += of_module
        offers += dates
        offers += standing_offers(board, module)
    before = tuple(scene.sessions)
    seats = scene.scaled(SEATS_WEIGHED)
    return Neighbourhood(
        tuple(blocks), tuple(offers), tuple(board.sessions), before, seats=seats
    ), board


def _advised(
    scene: Scene, board: Board, module: int, count: int, chance: np.random.Generator
) -> list[Offer]:
    """New dates that the bound's prices name, for a part of the count; none without guidance."""
    if scene.guidance is None:
        return []
    weight = scene.guidance.weight[module]
    return guided_offers(board, module, weight, round(count * ADVISED), chance)


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


def decide_sessions(
    scene: Scene, sessions: list[Placed], new: int, chance: np.random.Generator
) -> Draft:
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
        others += _advised(scene, board, module, new, chance)
        others += other_rooms(board, gone)
        blocks += of_module
        offers += [*dates, *dict.fromkeys(offer for offer in others if offer not in dates)]
    standing = tuple(board.sessions)
    return Neighbourhood(tuple(blocks), tuple(offers), standing, scene.sessions, merge=False), board
