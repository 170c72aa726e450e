"""Lanes: one search, or the proof, that goes on from round to round wherever there is a thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from samskab.planner.bound.proof import MOST_STEPS, STEPS_PER_PROOF
from samskab.planner.cluster.rounds import Proven, proof_round, search_round
from samskab.planner.guidance import Guidance
from samskab.planner.search.improve import Standing, standing_at
from samskab.planner.search.solution import Solution

SEARCH_SECONDS = 3.0
"""Of a round: what the others find is heard this late, and this much is lost with a worker."""
SHORTEST_PROOF_SECONDS, LONGEST_PROOF_SECONDS = 2.0, 40.0
"""Rounds of proof grow: the bound rises quickly at first, and where it stands is large to send."""
MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Order:
    """A round to be given out."""

    round_: Callable[..., object]
    what: tuple[object, ...]
    how: Mapping[str, object]


class Lane:
    """What search and proof have in common.

    Attributes:
        out: whether a round of it is given out.
        ended: whether there is nothing left to do.
        error: why it was given up.
        spent_seconds: from giving its rounds out to their return.
    """

    def __init__(self) -> None:
        self.out = self.ended = False
        self.spent_seconds = 0.0
        self.error: BaseException | None = None
        self._failures = 0

    def fail(self, error: BaseException) -> None:
        """A round raised an error; after a few in a row the lane is given up."""
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            self.ended, self.error = True, error

    def succeed(self) -> None:
        """A round gave something."""
        self._failures = 0


class SearchLane(Lane):
    """One of several searches.

    Attributes:
        first: the plan that it began from.
        standing: where it stands; None before it has a plan.
    """

    def __init__(self, number: int, *, seed: int, steps: int | None) -> None:
        super().__init__()
        self.number, self._seed, self._steps = number, seed, steps
        self.first: Solution | None = None
        self.standing: Standing | None = None
        self._heard = -1

    def order(
        self,
        parcel: bytes,
        lanes: Sequence["SearchLane"],
        best: Solution | None,
        left: float,
        guidance: Guidance | None,
    ) -> Order | None:
        """The next round; None while it waits for the first plan that it shall begin from.

        Args:
            parcel: the packed timetable.
            lanes: all searches.
            best: the best plan of all of them.
            left: seconds of planning.
            guidance: the latest of the proof.
        """
        standing, seconds = self.standing, min(left, SEARCH_SECONDS)
        if standing is None and self.number == 0:
            seconds = 0.0  # the first plan is told as soon as it is there
        elif standing is None:
            plan = lanes[0].first or (best if lanes[0].ended else None)
            if plan is None:
                return None
            standing = standing_at(plan, seed=self._seed, number=self.number)
        elif best and best.total_oere < standing.best.total_oere:
            standing = replace(standing, best=best)
        advised = self._steps is None and standing is not None and self._unheard(guidance)
        how = {
            "seed": self._seed,
            "number": self.number,
            "steps": self._steps,
            "seconds": seconds,
            "guidance": guidance if advised else None,
        }
        return Order(search_round, (parcel, standing), how)

    def _unheard(self, guidance: Guidance | None) -> bool:
        """Whether there is guidance that no round of this search has been given yet."""
        if guidance is None or guidance.turn <= self._heard:
            return False
        self._heard = guidance.turn
        return True

    def take(self, standing: Standing) -> None:
        """Go on from what a round has reached."""
        self.succeed()
        self.first = self.first or standing.best
        self.standing = standing
        self.ended = standing.ended or (self._steps is not None and standing.steps >= self._steps)


class ProofLane(Lane):
    """The proof.

    Attributes:
        guidance: the latest that its prices gave.
    """

    def __init__(self) -> None:
        super().__init__()
        self._height: bytes | None = None
        self.guidance: Guidance | None = None
        self._steps = 0
        self._seconds = 0.0  # the first bound is told as soon as it is there

    def order(self, parcel: bytes, left: float) -> Order:
        """The next round, twice as long as the last one."""
        how = {"steps": MOST_STEPS - self._steps, "seconds": min(self._seconds, left)}
        return Order(proof_round, (parcel, self._height), how)

    def take(self, proven: Proven) -> int:
        """Go on from what a round has reached; its best bound in øre."""
        self.succeed()
        began = self._height is None
        self._height = proven.height
        self.guidance = proven.guidance or self.guidance
        self._steps += STEPS_PER_PROOF * (len(proven.bounds) - began)
        self._seconds = min(max(2 * self._seconds, SHORTEST_PROOF_SECONDS), LONGEST_PROOF_SECONDS)
        self.ended = proven.height is None or self._steps >= MOST_STEPS
        return max(proven.bounds, default=0)
