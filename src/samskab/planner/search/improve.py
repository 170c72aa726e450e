"""The search: a complete plan at once, then large neighbourhoods, chosen by what paid off."""

from collections.abc import Callable, Generator
from copy import deepcopy
from dataclasses import dataclass

import numpy as np

from samskab.planner.search.deadlines import WIDE, WIDEST
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.kinds import KINDS, WHOLE
from samskab.planner.search.parties import Parties
from samskab.planner.search.portfolio import Portfolio
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Solution, cost_of
from samskab.planner.search.step import Decided, decide
from samskab.planner.timetable import Timetable

BEGINNINGS = (WIDE, WIDEST)
STEPS_ALONE = 120
"""Before a search listens: the plan that is worse at first is often the one that ends best."""
SEED_STRIDE = 7919  # seeds of searches side by side lie apart
EFFORT = 0.4  # deterministic seconds of a step of usual reach


def nothing_heard() -> Solution | None:
    """A search by itself."""
    return None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a search stands: from here it goes on as if it had never stopped.

    Attributes:
        best: its plan.
        portfolio: what its kinds of neighbourhoods have given.
        chance: what its next draws come from.
        steps: done so far.
    """

    best: Solution
    portfolio: Portfolio
    chance: np.random.Generator
    steps: int = 0

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to try."""
        return self.best.proven or not self.portfolio.kinds


def standing_at(plan: Solution, *, seed: int, number: int) -> Standing:
    """Where one of several searches begins that is handed a plan to improve."""
    return Standing(plan, Portfolio(tuple(KINDS)), _chance(seed, number))


def search(
    timetable: Timetable,
    *,
    seed: int,
    stop: Callable[[int], bool],
    number: int = 0,
    hear: Callable[[], Solution | None] = nothing_heard,
    standing: Standing | None = None,
) -> Generator[Solution, None, Standing]:
    """Ever better plans: by itself, the same problem, seed and number of steps give the same ones.

    Args:
        timetable: the problem.
        seed: of every draw.
        stop: asked before each step with the number of steps done.
        number: which of several searches side by side; each begins from a plan of its own kind.
        hear: asked before each step for the best plan that others have found.
        standing: where to go on from; it is left as it was. None begins with a first plan.

    Returns:
        Where the search stands at its end.
    """
    if standing is None:
        sessions = first_plan(timetable, BEGINNINGS[number % len(BEGINNINGS)])
        first = Solution(sessions, cost_of(timetable, sessions).total)
        standing = standing_at(first, seed=seed, number=number)
    climb = _Climb(timetable, standing, seed + number * SEED_STRIDE)
    yield climb.best
    steps = standing.steps
    while climb.portfolio.kinds and not climb.best.proven and not stop(steps):
        steps += 1
        heard = hear() if steps > STEPS_ALONE else None
        if heard and heard.total_oere < climb.best.total_oere:
            climb.best = heard
        if climb.step():
            yield climb.best
    return Standing(climb.best, climb.portfolio, climb.chance, steps)


def _chance(seed: int, number: int) -> np.random.Generator:
    return np.random.default_rng(seed + number * SEED_STRIDE)


class _Climb:
    """The best plan so far, and the next step from it."""

    def __init__(self, timetable: Timetable, standing: Standing, seed: int) -> None:
        self.timetable, self.best, self.seed = timetable, standing.best, seed
        self.parties = Parties(timetable)
        self.chance, self.portfolio = deepcopy((standing.chance, standing.portfolio))

    def step(self) -> bool:
        """Decide one neighbourhood; whether the plan is better, or proven, by it."""
        kind = self.portfolio.draw(self.chance)
        reach = self.portfolio.reach[kind]
        scene = Scene(self.timetable, self.parties, self.best.sessions, reach)
        draft = KINDS[kind](scene, self.chance)
        if draft is None:
            self.portfolio.retire(kind)
            return False
        decided = decide(*draft, effort=EFFORT * max(reach, 1.0), seed=self.seed)
        gained = self._accept(decided, whole=kind == WHOLE)
        self.portfolio.learn(kind, decided, gained=gained)
        return gained > 0 or self.best.proven

    def _accept(self, decided: Decided, *, whole: bool) -> int:
        """Take a plan that is no worse: equal ones lead to others; what was gained in øre."""
        if decided.sessions is None:
            return 0
        total = cost_of(self.timetable, decided.sessions).total
        gained = self.best.total_oere - total
        if gained >= 0:
            self.best = Solution(decided.sessions, total, proven=whole and decided.proven)
        return max(gained, 0)
