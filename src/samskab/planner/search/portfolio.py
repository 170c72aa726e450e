"""Which kind of neighbourhood to try next: the more it gained for its effort, the more often."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from samskab.planner.search.step import Decided

MEMORY = 0.9
LEAST_SHARE = 0.08
GROW, SHRINK = 1.1, 0.85
FIRST_REACH, LEAST_REACH, MOST_REACH = 0.4, 0.3, 6.0
STEP_EFFORT = 0.05  # what building a step costs, whatever the solver then needs


class Portfolio:
    """Shares effort by what each kind gained for its own, older steps fading.

    Attributes:
        kinds: to draw from.
        reach: kind -> how large its neighbourhoods are, 1.0 at first: larger once all that is
            near is known to be best, smaller where the solver did not come to an end.
    """

    def __init__(self, kinds: Iterable[str]) -> None:
        self.kinds = list(kinds)
        self._gained: dict[str, float] = defaultdict(float)
        self._effort: dict[str, float] = defaultdict(float)
        self._steps: dict[str, float] = defaultdict(float)
        self.reach: dict[str, float] = defaultdict(_first_reach)

    def draw(self, chance: np.random.Generator) -> str:
        """A kind; each keeps a least share of the effort, and those not yet tried come first."""
        untried = [kind for kind in self.kinds if not self._steps[kind]]
        if untried:
            return untried[0]
        gained, effort, steps = (
            np.array([each[kind] for kind in self.kinds])
            for each in (self._gained, self._effort, self._steps)
        )
        rate = gained / effort
        share = rate / rate.sum() if rate.sum() > 0 else np.ones(len(rate)) / len(rate)
        # a share of effort is as many draws as steps of the kind are short
        draws = np.maximum(share, LEAST_SHARE) * steps / effort
        return self.kinds[int(chance.choice(len(draws), p=draws / draws.sum()))]

    def learn(self, kind: str, decided: Decided, *, gained: int) -> None:
        """Remember what a step of a kind gave, and how far the next one should reach.

        Args:
            kind: one of `kinds`, or another that is not drawn here.
            decided: how the step ended.
            gained: øre.
        """
        if not decided.proven:
            self.reach[kind] = max(self.reach[kind] * SHRINK, LEAST_REACH)
        elif not gained:
            self.reach[kind] = min(self.reach[kind] * GROW, MOST_REACH)
        self._gained[kind] = MEMORY * self._gained[kind] + gained
        self._effort[kind] = MEMORY * self._effort[kind] + decided.effort + STEP_EFFORT
        self._steps[kind] = MEMORY * self._steps[kind] + 1

    def retire(self, kind: str) -> None:
        """Draw a kind no more: it has nothing to decide in this problem."""
        self.kinds.remove(kind)


def _first_reach() -> float:
    """Named, so that a search that stands can be sent to another process."""
    return FIRST_REACH
