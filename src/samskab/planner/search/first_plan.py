"""A complete plan at once: module by module, each session where it gains most."""

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.beginning import first_cohorts
from samskab.planner.search.cohort.turns import in_turn
from samskab.planner.search.cohorts import form_cohorts
from samskab.planner.search.deadlines import WIDE, Easings, deadlines
from samskab.planner.search.filling import Filling
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, in_order
from samskab.planner.timetable import Timetable


def first_plan(timetable: Timetable, easings: Easings = WIDE) -> tuple[Placed, ...]:
    """Sessions that keep every rule; whoever finds no seat is left out.

    Modules come in the order of `after`, each within its share of the horizon first, so that
    those that follow find dates too; then until the last date that leaves them any.
    """
    board, parties = Board(timetable), Parties(timetable)
    turns = in_turn(timetable)
    amid = {modules[0] for modules in turns if len(modules) == 1}  # of a track, yet by itself
    cohorts = form_cohorts(timetable, parties, amid)
    tracked = {module for track in timetable.tracks for module in track}
    for modules in turns:
        if len(modules) > 1:  # a whole track at once
            for placed in first_cohorts(board, modules, parties):
                board.place(placed)
            continue
        module = modules[0]
        if module in tracked:  # who is in no cohort waits for the search: no other may join one
            blocks = cohorts.blocks(module)
        else:
            people = np.flatnonzero(timetable.modules[module].needs).tolist()
            blocks = parties.blocks(module, people)
        if blocks and len(timetable.modules[module].starts):
            filling = Filling(board, blocks, None, merge=module not in tracked)
            filling.fill(deadlines(timetable, module, easings))
    return in_order(timetable, board.sessions)
