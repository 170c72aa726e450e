"""Why a need is left out: a code for the door to word."""

from enum import StrEnum

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.solution import NOWHERE, Solution
from samskab.planner.timetable import Timetable


class Why(StrEnum):
    """The first of these that holds."""

    EARLIER_MODULE_UNSERVED = "earlier_module_unserved"
    NO_OPEN_DATE = "no_open_date"
    NO_ROOM_OR_FACILITATOR = "no_room_or_facilitator"
    TOO_FEW_FOR_A_GROUP = "too_few_for_a_group"
    RULES_LEAVE_NO_SEAT = "rules_leave_no_seat"
    DEARER_THAN_LEAVING_OUT = "dearer_than_leaving_out"


def why_unserved(timetable: Timetable, solution: Solution) -> dict[tuple[int, int], Why]:
    """Each need that a solution leaves out, (person, module), and why."""
    board = Board(timetable, solution.sessions)
    reasons: dict[tuple[int, int], Why] = {}
    for module in timetable.order:
        table = timetable.modules[module]
        for person in np.flatnonzero(table.needs & (board.at[:, module] == NOWHERE)).tolist():
            reasons[person, module] = _why(board, module, person, reasons)
    return reasons


def _why(board: Board, module: int, person: int, reasons: dict[tuple[int, int], Why]) -> Why:
    timetable = board.timetable
    table = timetable.modules[module]
    if any((person, before) in reasons for before in timetable.comes_after[module]):
        return Why.EARLIER_MODULE_UNSERVED
    free = board.free_starts(module, [person], np.zeros(board.at.shape, dtype=np.bool_))[0]
    if not free.any():
        return Why.NO_OPEN_DATE
    asked = table.module.facilitators
    led = board.free_facilitators(module).sum(axis=0) >= asked
    roomy = board.free_rooms(module).any(axis=0) if table.in_person else np.ones_like(led)
    joinable = [s for s in board.sessions if s.module == module and free[s.start]]
    startable = free & led & roomy & board.free_parallel(module)
    if not joinable and not startable.any():
        return Why.NO_ROOM_OR_FACILITATOR
    waiting = int((table.needs & (board.at[:, module] == NOWHERE)).sum())
    if not joinable and waiting < table.module.group_min:
        return Why.TOO_FEW_FOR_A_GROUP
    if joinable and table.displacement[person, [s.start for s in joinable]].min() < (
        timetable.problem.programme.prices.unserved_oere
    ):
        return Why.RULES_LEAVE_NO_SEAT
    return Why.DEARER_THAN_LEAVING_OUT
