"""The search: a complete plan at once, then large neighbourhoods, chosen by what paid off."""

from collections.abc import Callable, Generator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

import numpy as np

from samskab.planner.guidance import Guidance
from samskab.planner.search.cohort.reseating import Reseating
from samskab.planner.search.dive import QUICK, THOROUGH, dive
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.kinds import KINDS, SEAT_LEFT_OUT, WHOLE
from samskab.planner.search.parties import Parties
from samskab.planner.search.portfolio import Portfolio
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Ledger, Solution, cost_of
from samskab.planner.search.step import Decided, decide
from samskab.planner.timetable import Timetable

CARES = (QUICK, THOROUGH)
STEPS_ALONE = 120
"""After a dive, before a search listens to the others: a plan that is worse at first can end
better."""
SEED_STRIDE = 7919  # seeds of searches side by side lie apart
EFFORT = 0.4  # deterministic seconds of a step of usual reach


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a search stands: from here it goes on as if it had never stopped.

    Attributes:
        here: the plan it improves.
        best: the best plan it knows.
        portfolio: what its kinds of neighbourhoods have given.
        chance: what its next draws come from.
        steps: done so far.
        alone: steps before it looks at others' plans again.
        guidance: what the bound's prices advise, if it has heard of them.
    """

    here: Solution
    best: Solution
    portfolio: Portfolio
    chance: np.random.Generator
    steps: int = 0
    alone: int = 0
    guidance: Guidance | None = None

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to try."""
        return self.here.proven or not self.portfolio.kinds


def standing_at(plan: Solution, *, seed: int, number: int) -> Standing:
    """Where one of several searches begins that is handed a plan to improve."""
    portfolio = Portfolio([kind for kind in KINDS if kind != SEAT_LEFT_OUT])
    return Standing(plan, plan, portfolio, np.random.default_rng(seed + number * SEED_STRIDE))


def search(
    timetable: Timetable,
    *,
    seed: int,
    stop: Callable[[int], bool],
    number: int = 0,
    begin: Solution | Standing | None = None,
    hear: Callable[[], Sequence[Solution | Guidance]] = tuple,
) -> Generator[Solution, None, Standing]:
    """Ever better plans: by itself, the same problem, seed and number of steps give the same ones.

    Args:
        timetable: the problem.
        seed: of every draw.
        stop: asked before each step with the number of steps done.
        number: which of several searches side by side.
        begin: the plan to begin with, or where to go on from, which is left as it was; None makes
            a first plan.
        hear: asked before each step for the best plan that others have found since, and guidance.

    Returns:
        Where the search stands at its end.
    """
    if begin is None:
        sessions = first_plan(timetable)
        begin = Solution(sessions, cost_of(timetable, sessions).total)
        yield begin
    if isinstance(begin, Solution):
        begin = standing_at(begin, seed=seed, number=number)
    climb = _Climb(timetable, begin, seed + number * SEED_STRIDE, number)
    told = begin.best.total_oere
    while not climb.standing.ended and not stop(climb.steps):
        for news in hear():
            climb.heed(news)
        climb.step()
        if climb.here.total_oere < told or climb.here.proven:
            told = climb.here.total_oere
            yield climb.here
    return climb.standing


class _Climb:
    """The plan it stands at, and the next step from it."""

    def __init__(self, timetable: Timetable, begin: Standing, seed: int, number: int) -> None:
        self.timetable, self.seed, self.number = timetable, seed, number
        self.parties = Parties(timetable)
        self.here, self.steps, self.guidance = begin.here, begin.steps, begin.guidance
        self.chance, self.portfolio = deepcopy((begin.chance, begin.portfolio))
        self._best, self._alone = begin.best, begin.alone
        self._ledger = Ledger(timetable)
        self._to_dive: Guidance | None = None

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return Standing(
            self.here,
            min(self._best, self.here, key=_total),
            self.portfolio,
            self.chance,
            self.steps,
            self._alone,
            self.guidance,
        )

    def heed(self, news: Solution | Guidance) -> None:
        """Take in what the others have found."""
        if isinstance(news, Solution):
            self._best = min(self._best, news, key=_total)
            return
        self.guidance = replace(news, ahead=())  # what only a dive needs
        # one search dives at once, the next by better prices, and so on; cohorts move as one,
        # which prices for a person miss
        mine = (news.turn - self.number) % len(CARES) == 0
        if mine and not self.timetable.tracks:
            self._to_dive = news

    def step(self) -> None:
        """A dive, or one neighbourhood of where it stands."""
        self.steps += 1
        self._best = min(self._best, self.here, key=_total)
        self._alone -= 1
        if self._to_dive and self._alone <= 0:
            self._dive(self._to_dive)
            return
        if self._alone < 0:
            self.here = self._best
        self._improve()

    def _dive(self, guidance: Guidance) -> None:
        """Go on from where the prices lead, however good it is yet."""
        self._to_dive = None
        care = CARES[self.number % len(CARES)]
        sessions = dive(self.timetable, guidance, care=care, seed=self.seed)
        self.here = Solution(sessions, self._ledger.total(sessions))
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
