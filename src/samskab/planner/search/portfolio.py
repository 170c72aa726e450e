"""Which kind of neighbourhood to try next: the more it gained for its effort, the more often."""

import numpy as np

MEMORY = 0.9
LEAST_SHARE = 0.05
STEP_EFFORT = 0.05  # what building a step costs, whatever the solver then needs


class Portfolio:
    """Shares effort by what each kind gained for its own, older steps fading."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.kinds = list(kinds)
        self._gained = dict.fromkeys(kinds, 0.0)
        self._effort = dict.fromkeys(kinds, 0.0)
        self._steps = dict.fromkeys(kinds, 0.0)

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

    def learn(self, kind: str, *, gained: int, effort: float) -> None:
        """Remember what a step of a kind gave.

        Args:
            kind: one of `kinds`.
            gained: øre.
            effort: deterministic seconds.
        """
        self._gained[kind] = MEMORY * self._gained[kind] + gained
        self._effort[kind] = MEMORY * self._effort[kind] + effort + STEP_EFFORT
        self._steps[kind] = MEMORY * self._steps[kind] + 1

    def retire(self, kind: str) -> None:
        """Draw a kind no more: it has nothing to decide in this problem."""
        self.kinds.remove(kind)
