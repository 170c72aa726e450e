"""Planning on a cluster: as many searches as it has threads to spare, and the proof."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from samskab.planner.cluster.lanes import Lane, Order, ProofLane, SearchLane
from samskab.planner.cluster.machines import Machines, Returned, Strength, machines_at
from samskab.planner.cluster.rounds import packed
from samskab.planner.cluster.trouble import ClusterError, Trouble, failed
from samskab.planner.effort import Effort
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.progress import Progress
from samskab.planner.run import nobody_served
from samskab.planner.search.solution import Solution
from samskab.planner.team import GRACE_SECONDS, POLL_SECONDS
from samskab.planner.timetable import Timetable, build_timetable

MUSTER_SECONDS = 1.0
LEAST_SECONDS = 0.2
PROOF_PART = 0.5
"""Of what the search takes, where both share one thread: as with two searches beside it."""
LAST_WORD_SECONDS = 1.5
"""After time is up, for the rounds that end with it to come home."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where to plan.

    Attributes:
        address: of the scheduler, such as tcp://host:8786.
        patience_seconds: how long to wait for workers while there is none.
    """

    address: str
    patience_seconds: float = 10.0


def plan_on_cluster(
    problem: Problem, effort: Effort, tell: Callable[[Progress], None], cluster: Cluster
) -> Plan:
    """Plan as `plan_problem` does, in rounds on the machines of a Dask cluster.

    A number of steps makes it one search, and the plan the one that `plan_problem` would make.
    Ctrl-C (KeyboardInterrupt) ends with the best plan so far.

    Raises:
        ClusterError: it cannot be reached, or failed; the best plan until then is with it.
    """
    began = time.monotonic()
    with machines_at(cluster.address) as machines:
        timetable = build_timetable(problem)
        crew = _Crew(machines, timetable, effort, cluster, began)
        try:
            crew.work(tell)
            crew.hear_last_words(tell)
        except KeyboardInterrupt:
            crew.wait_for_a_plan(tell)
    if crew.trouble and crew.best is None:
        raise crew.trouble
    best, bound_oere, seconds = crew.best or nobody_served(timetable), crew.bound_oere, crew.seconds
    plan = plan_of(timetable, best, bound_oere=bound_oere, seconds=seconds, seed=effort.seed)
    tell(crew.progress("done"))
    if crew.trouble:
        crew.trouble.plan = plan
        raise crew.trouble
    return plan


@dataclass(frozen=True, slots=True)
class _Errand:
    """A round that is out: whose, and since when."""

    lane: Lane
    began: float


class _Crew:
    """Keeps the threads busy until there is nothing more to gain or no more time."""

    def __init__(
        self,
        machines: Machines,
        timetable: Timetable,
        effort: Effort,
        cluster: Cluster,
        began: float,
    ) -> None:
        self._machines, self._effort, self._cluster = machines, effort, cluster
        self._began = self._manned = began
        self._mustered: float | None = None
        self._needs, self._parcel = timetable.needs, packed(timetable)
        self._strength = Strength(workers=0, threads=0, plans=1)
        self._proof = ProofLane()
        self._lanes: list[SearchLane] = []
        self._out: dict[str, _Errand] = {}
        self.best: Solution | None = None
        self.bound_oere = 0
        self.trouble: ClusterError | None = None

    @property
    def seconds(self) -> float:
        """Since planning began."""
        return time.monotonic() - self._began

    def work(self, tell: Callable[[Progress], None]) -> None:
        """Until time is up, plan and bound meet, or the searches have ended."""
        while self._goes_on() and self.seconds < self._effort.seconds:
            self._turn(tell)
        if self.best is None:
            self.wait_for_a_plan(tell)

    def wait_for_a_plan(self, tell: Callable[[Progress], None]) -> None:
        """A little, where there is none."""
        until = time.monotonic() + GRACE_SECONDS
        while self.best is None and self._goes_on() and time.monotonic() < until:
            self._turn(tell)

    def hear_last_words(self, tell: Callable[[Progress], None]) -> None:
        """Of the rounds that end as time does."""
        until = time.monotonic() + LAST_WORD_SECONDS
        while self._out and self._goes_on() and time.monotonic() < until:
            self._listen(tell)

    def progress(self, phase: str) -> Progress:
        """This moment of planning."""
        total = left_out = None
        if self.best:
            total = self.best.total_oere
            left_out = self._needs - sum(len(placed.people) for placed in self.best.sessions)
        return Progress(
            self.seconds,
            phase,
            total,
            self.bound_oere or None,
            left_out,
            self._strength.workers,
            self._machines.lost_rounds,
        )

    def _goes_on(self) -> bool:
        if self.trouble or (self.best and self.bound_oere >= self.best.total_oere):
            return False
        lanes = self._lanes[: self._searches()]
        if not lanes or not all(lane.ended for lane in lanes):
            return True
        error = next((lane.error for lane in lanes if lane.error), None)
        if error:
            self.trouble = failed(error)
        return False

    def _turn(self, tell: Callable[[Progress], None]) -> None:
        self._muster()
        if self._strength.workers:
            self._give_out()
        self._listen(tell)

    def _muster(self) -> None:
        """See once a second who is there, and how many plans share them."""
        now = time.monotonic()
        if self._mustered is not None and now - self._mustered < MUSTER_SECONDS:
            return
        self._mustered = now
        try:
            strength = self._machines.strength()
        except ClusterError as error:
            self.trouble = error
            return
        self._strength = strength or Strength(workers=0, threads=0, plans=1)
        if self._strength.workers:
            self._manned = now
        if self._machines.cut_off or now - self._manned > self._cluster.patience_seconds:
            trouble = Trouble.DESERTED if strength else Trouble.CUT_OFF
            self.trouble = ClusterError(trouble, {"address": self._cluster.address})
        for number in range(len(self._lanes), self._searches()):
            one = SearchLane(number, seed=self._effort.seed, steps=self._effort.steps)
            self._lanes.append(one)

    @property
    def _threads(self) -> int:
        """The fair share of this plan in the cluster's."""
        return max(self._strength.threads // max(self._strength.plans, 1), 1)

    def _searches(self) -> int:
        """One a thread, less one for the proof; one where steps are counted."""
        return 1 if self._effort.steps is not None else max(self._threads - 1, 1)

    def _due(self) -> list[Lane]:
        """Whose turn it is; where there is but one thread, search and proof take turns."""
        searches = self._lanes[: self._searches()]
        if self._threads > 1:
            return [*searches, self._proof]
        if self._out:
            return []
        searched = sum(lane.spent_seconds for lane in searches)
        proof_is_behind = self._proof.spent_seconds < PROOF_PART * searched
        wants_proof = self.best and proof_is_behind and not self._proof.ended
        return [self._proof] if wants_proof else [*searches]

    def _give_out(self) -> None:
        """A round for every lane that is due and has none out."""
        left = self._effort.seconds - self.seconds
        for lane in self._due():
            if lane.out or lane.ended:
                continue
            if isinstance(lane, SearchLane) and (left > LEAST_SECONDS or self.best is None):
                left, advice = max(left, 0.0), self._proof.guidance
                self._send(lane, lane.order(self._parcel, self._lanes, self.best, left, advice))
            if isinstance(lane, ProofLane) and left > LEAST_SECONDS:
                self._send(lane, lane.order(self._parcel, left))

    def _send(self, lane: Lane, order: Order | None) -> None:
        if order:
            ticket = self._machines.give(order.round_, *order.what, **order.how)
            self._out[ticket] = _Errand(lane, time.monotonic())
            lane.out = True

    def _listen(self, tell: Callable[[Progress], None]) -> None:
        came = self._machines.returned()
        for returned in came:
            self._take(returned)
        if not came:
            time.sleep(POLL_SECONDS)
        tell(self.progress("first_plan" if self.best is None else "improving"))

    def _take(self, returned: Returned) -> None:
        errand = self._out.pop(returned.ticket)
        lane = errand.lane
        lane.out = False
        lane.spent_seconds += time.monotonic() - errand.began
        if returned.error:
            lane.fail(returned.error)
        elif returned.result is None:
            pass  # the same round is due again
        elif isinstance(lane, ProofLane):
            self.bound_oere = max(self.bound_oere, lane.take(returned.result))
        elif isinstance(lane, SearchLane):
            lane.take(returned.result)
            self._compare(returned.result.best)

    def _compare(self, plan: Solution) -> None:
        if self.best is None or plan.total_oere < self.best.total_oere:
            self.best = plan
        if plan.proven:
            self.bound_oere = max(self.bound_oere, plan.total_oere)
