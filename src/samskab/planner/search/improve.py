"""The search: a complete plan at once, then large neighbourhoods, chosen by what paid off."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from samskab.planner.guidance import Guidance
from samskab.planner.search.cohort.reseating import Reseating
from samskab.planner.search.dive import QUICK, THOROUGH, dive
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.kinds import KINDS, SEAT_LEFT_OUT, WHOLE
from samskab.planner.search.parties import Parties
from samskab.planner.search.portfolio import Portfolio
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Ledger, Placed, Solution, cost_of
from samskab.planner.search.step import Decided, decide
from samskab.planner.timetable import Timetable

CARES = (QUICK, THOROUGH)
STEPS_ALONE = 120
"""After a dive, before a search listens to the others: a plan that is worse at first can end
better."""
SEED_STRIDE = 7919  # seeds of searches side by side lie apart
EFFORT = 0.4  # deterministic seconds of a step of usual reach


def search(
    timetable: Timetable,
    *,
    seed: int,
    stop: Callable[[int], bool],
    number: int = 0,
    begin: Solution | None = None,
    hear: Callable[[], Sequence[Solution | Guidance]] = tuple,
) -> Iterator[Solution]:
    """Ever better plans: by itself, the same problem, seed and number of steps give the same ones.

    Args:
        timetable: the problem.
        seed: of every draw.
        stop: asked before each step with the number of steps done.
        number: which of several searches side by side.
        begin: the plan to begin with; None makes one.
        hear: asked before each step for the best plan that others have found since, and guidance.
    """
    if begin is None:
        sessions = first_plan(timetable)
        begin = Solution(sessions, cost_of(timetable, sessions).total)
        yield begin
    climb = _Climb(timetable, begin, seed + number * SEED_STRIDE, number)
    told, steps = begin.total_oere, 0
    while climb.portfolio.kinds and not climb.here.proven and not stop(steps):
        steps += 1
        for news in hear():
            climb.heed(news)
        climb.step()
        if climb.here.total_oere < told or climb.here.proven:
            told = climb.here.total_oere
            yield climb.here


class _Climb:
    """The plan it stands at, and the next step from it."""

    def __init__(self, timetable: Timetable, first: Solution, seed: int, number: int) -> None:
        self.timetable, self.here, self.seed, self.number = timetable, first, seed, number
        self.parties = Parties(timetable)
        self.chance = np.random.default_rng(seed)
        self.portfolio = Portfolio([kind for kind in KINDS if kind != SEAT_LEFT_OUT])
        self.guidance: Guidance | None = None
        self._best = first
        self._ledger = Ledger(timetable)
        self._alone = 0
        self._to_dive = False
        self._diving: Iterator[tuple[Placed, ...]] | None = None
        self._dived: tuple[Placed, ...] = ()

    def heed(self, news: Solution | Guidance) -> None:
        """Take in what the others have found."""
        if isinstance(news, Solution):
            self._best = min(self._best, news, key=_total)
            return
        self.guidance = news
        # one search dives at once, the next by better prices, and so on; cohorts move as one,
        # which prices for a person miss
        mine = (news.turn - self.number) % len(CARES) == 0
        self._to_dive = self._to_dive or (mine and not self.timetable.tracks)

    def step(self) -> None:
        """Decide one part of a dive, or one neighbourhood of where it stands."""
        if self._to_dive and self.guidance and self._diving is None and self._alone <= 0:
            self._to_dive = False
            care = CARES[self.number % len(CARES)]
            self._diving = dive(self.timetable, self.guidance, care=care, seed=self.seed)
        if self._diving is not None:
            self._dive_on(self._diving)
            return
        self._best = min(self._best, self.here, key=_total)
        self._alone -= 1
        if self._alone < 0:
            self.here = self._best
        self._improve()

    def _dive_on(self, diving: Iterator[tuple[Placed, ...]]) -> None:
        """The next part of a dive; at its end, go on from there however good it is yet."""
        sessions = next(diving, None)
        if sessions is not None:
            self._dived = sessions
            return
        self._diving = None
        self.here = Solution(self._dived, self._ledger.total(self._dived))
        self._alone = STEPS_ALONE

    def _improve(self) -> None:
        """Decide one neighbourhood: mostly what seats the left out, or what pays."""
        seats = sum(len(placed.people) for placed in self.here.sessions)
        lacking = seats < self.timetable.needs
        if lacking and self.chance.integers(4) and self._decide(SEAT_LEFT_OUT):
            return
        kind = self.portfolio.draw(self.chance)
        if not self._decide(kind):
            self.portfolio.retire(kind)

    def _decide(self, kind: str) -> bool:
        """Decide a neighbourhood of a kind; whether there was any."""
        reach = self.portfolio.reach[kind]
        scene = Scene(self.timetable, self.parties, self.here.sessions, reach, self.guidance)
        draft = KINDS[kind](scene, self.chance)
        if draft is None:
            return False
        effort = EFFORT * max(reach, 1.0)
        if isinstance(draft, Reseating):
            decided = draft.decide(effort=effort, seed=self.seed)
        else:
            decided = decide(*draft, effort=effort, seed=self.seed)
        gained = self._accept(decided, whole=kind == WHOLE)
        self.portfolio.learn(kind, decided, gained=gained)
        return True

    def _accept(self, decided: Decided, *, whole: bool) -> int:
        """Take a plan that is no worse: equal ones lead to others; what was gained in øre."""
        if decided.sessions is None:
            return 0
        total = self._ledger.total(decided.sessions)
        gained = self.here.total_oere - total
        if gained >= 0:
            self.here = Solution(decided.sessions, total, proven=whole and decided.proven)
        return max(gained, 0)


def _total(plan: Solution) -> int:
    return plan.total_oere
