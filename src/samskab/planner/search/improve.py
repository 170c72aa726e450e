"""The search: a complete plan at once, then large neighbourhoods, chosen by what paid off."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.kinds import KINDS, WHOLE, Scene
from samskab.planner.search.parties import Parties
from samskab.planner.search.portfolio import Portfolio
from samskab.planner.search.solution import Solution, total_oere
from samskab.planner.search.step import decide
from samskab.planner.timetable import Timetable

EFFORT = 0.4  # deterministic seconds of a step of usual reach


def search(timetable: Timetable, *, seed: int, stop: Callable[[int], bool]) -> Iterator[Solution]:
    """Ever better plans: the same problem, seed and number of steps give the same ones.

    Args:
        timetable: the problem.
        seed: of every draw.
        stop: asked before each step with the number of steps done.
    """
    parties = Parties(timetable)
    sessions = first_plan(timetable)
    best = Solution(sessions, total_oere(timetable, sessions))
    yield best
    chance = np.random.default_rng(seed)
    portfolio = Portfolio(tuple(KINDS))
    steps = 0
    while not stop(steps):
        steps += 1
        kind = portfolio.draw(chance)
        scene = Scene(timetable, parties, best.sessions, portfolio.reach[kind])
        draft = KINDS[kind](scene, chance)
        if draft is None:
            portfolio.retire(kind)
            if not portfolio.kinds:
                return
            continue
        decided = decide(*draft, effort=EFFORT * max(scene.reach, 1.0), seed=seed)
        gained = 0
        if decided.sessions is not None:
            found = Solution(decided.sessions, total_oere(timetable, decided.sessions))
            gained = best.total_oere - found.total_oere
            if decided.proven and kind == WHOLE:
                yield replace(found, proven=True)
                return
            if gained >= 0:
                best = found
            if gained > 0:
                yield best
        portfolio.learn(kind, decided, gained=max(gained, 0))
