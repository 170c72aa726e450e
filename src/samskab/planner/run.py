"""Planning as a whole: search and bound side by side, each in a process of its own."""

import multiprocessing
import os
import queue
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from typing import Protocol, TypeAlias

from samskab.common.interrupts import children_deaf_to_interrupts
from samskab.planner.bound import prove
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.parcel import without_calendars
from samskab.planner.progress import Progress
from samskab.planner.search.improve import search
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable, build_timetable

POLL_SECONDS = 0.1
GRACE_SECONDS = 30.0
News: TypeAlias = "Queue[tuple[int | None, Solution | int | None]]"
"""Who tells (the number of a search, None for the proof) and what: a plan, a bound, the end."""


class EngineDiedError(RuntimeError):
    """The search ended by a fault of its own before it had made any plan."""


class Search(Protocol):
    """Yields ever better solutions until `stop`, asked with the steps done, says so."""

    def __call__(
        self,
        timetable: Timetable,
        *,
        seed: int,
        stop: Callable[[int], bool],
        number: int,
        hear: Callable[[], Solution | None],
    ) -> Iterator[Solution]:
        """Begin to search, as one of several; `hear` tells the best plan of the others, if any."""


class Proof(Protocol):
    """Yields ever higher lower bounds in øre until `stop` says so or nothing is left to prove."""

    def __call__(self, timetable: Timetable, *, stop: Callable[[], bool]) -> Iterator[int]:
        """Begin to prove."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to plan.

    Attributes:
        seconds: of wall-clock time, at most.
        steps: of the search, at most; the same number gives the same plan. None means no limit.
        seed: of every draw.
    """

    seconds: float = 60.0
    steps: int | None = None
    seed: int = 0


def plan_problem(
    problem: Problem,
    effort: Effort,
    tell: Callable[[Progress], None],
    *,
    search_with: Search = search,
    prove_with: Proof = prove,
) -> Plan:
    """Plan until time is up, the steps are done or the plan is proven best.

    Ctrl-C (KeyboardInterrupt) ends with the best plan so far.

    Args:
        problem: what to plan.
        effort: how long.
        tell: called with every step forward, and ten times a second.
        search_with: the engine that makes plans; an importable function.
        prove_with: the engine that raises the bound; an importable function.

    Raises:
        EngineDiedError: the search died before it had a plan; its own traceback is on stderr.
    """
    began = time.monotonic()
    timetable = build_timetable(problem)
    team = _Team(without_calendars(timetable), effort, (search_with, prove_with), began)
    try:
        team.start()
        team.work(tell)
    except KeyboardInterrupt:
        team.wait_for_a_plan(tell)
    finally:
        team.dismiss()
    seconds = time.monotonic() - began
    if team.died:
        message = "the search died before it had made a plan"
        raise EngineDiedError(message)
    best = team.best or nobody_served(timetable)
    bound_oere = team.bound_oere
    plan = plan_of(timetable, best, bound_oere=bound_oere, seconds=seconds, seed=effort.seed)
    tell(Progress(seconds, "done", best.total_oere, bound_oere, len(plan.unserved)))
    return plan


@dataclass(frozen=True, slots=True)
class _Line:
    """What ties one search to the others."""

    news: News
    stop: Event
    inbox: "Queue[Solution]"

    def hear(self) -> Solution | None:
        """The latest plan that the others have found, if there is a new one."""
        heard = None
        while not self.inbox.empty():
            heard = self.inbox.get()
        return heard


class _Team:
    """The searches, one a core or just one where steps are counted, and the proof."""

    def __init__(
        self, timetable: Timetable, effort: Effort, engines: tuple[Search, Proof], began: float
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self.effort, self.began = effort, began
        self.needs = timetable.needs
        self.best: Solution | None = None
        self.bound_oere = 0
        self.news: News = context.Queue()
        self.stop: Event = context.Event()
        searches = 1 if effort.steps is not None else os.cpu_count() or 1
        self.lines = [_Line(self.news, self.stop, context.Queue()) for _ in range(searches)]
        self.searching = {0}
        self.searches: list[BaseProcess] = [
            context.Process(
                target=_search, args=(engines[0], timetable, effort, k, line), daemon=True
            )
            for k, line in enumerate(self.lines)
        ]
        self.proof: BaseProcess = context.Process(
            target=_prove, args=(engines[1], timetable, self.news, self.stop), daemon=True
        )

    def start(self) -> None:
        """Start one search and the proof: Ctrl-C is for whoever asked, and ends none of them."""
        with children_deaf_to_interrupts():
            self.searches[0].start()
            self.proof.start()

    def _start_the_others(self) -> None:
        """The other searches, once there is a plan: until then they would only be in its way."""
        with children_deaf_to_interrupts():
            for k, worker in enumerate(self.searches[1:], start=1):
                worker.start()
                self.searching.add(k)

    def work(self, tell: Callable[[Progress], None]) -> None:
        """Listen until there is nothing more to gain or no more time."""
        while self.searching and not self._proven() and self._seconds() < self.effort.seconds:
            self._listen(tell)
        self.wait_for_a_plan(tell)

    @property
    def died(self) -> bool:
        """Whether the search fell over without a plan."""
        return self.best is None and not self.searching

    def wait_for_a_plan(self, tell: Callable[[Progress], None]) -> None:
        """Tell the engines to end, and wait a little for the first plan where there is none."""
        self.stop.set()
        until = time.monotonic() + GRACE_SECONDS
        while self.best is None and self.searching and time.monotonic() < until:
            self._listen(tell)
        while not self.news.empty():  # what was told while nobody listened
            self._listen(tell)

    def dismiss(self) -> None:
        """End the processes, whatever they do."""
        self.stop.set()
        for line in self.lines:  # what nobody heard would hold up the end of this process
            line.inbox.cancel_join_thread()
        for worker in (*self.searches, self.proof):
            if worker.pid is not None:
                worker.kill()
                worker.join()

    def _listen(self, tell: Callable[[Progress], None]) -> None:
        try:
            who, what = self.news.get(timeout=POLL_SECONDS)
        except queue.Empty:
            pass
        else:
            self._take(who, what)
        for k in tuple(self.searching):
            if self.searches[k].exitcode:  # it fell over; one that ends in order says so itself
                self.searching.discard(k)
        bound_oere = self.bound_oere or None
        if self.best is None:
            tell(Progress(self._seconds(), "first_plan", bound_oere=bound_oere))
            return
        left_out = self.needs - sum(len(placed.people) for placed in self.best.sessions)
        total_oere = self.best.total_oere
        tell(Progress(self._seconds(), "improving", total_oere, bound_oere, left_out))

    def _take(self, who: int | None, what: Solution | int | None) -> None:
        if isinstance(what, Solution):
            self._take_plan(who, what)
        elif isinstance(what, int):
            self.bound_oere = max(self.bound_oere, what)
        elif who is not None:
            self.searching.discard(who)

    def _take_plan(self, who: int | None, plan: Solution) -> None:
        if self.best is None and not self.stop.is_set():
            self._start_the_others()
        if self.best is None or plan.total_oere < self.best.total_oere:
            self.best = plan  # never for an equal one: the clock would decide which is seen
            for k, line in enumerate(self.lines):
                if k != who:
                    line.inbox.put(plan)
        if plan.proven:
            self.bound_oere = max(self.bound_oere, plan.total_oere)

    def _proven(self) -> bool:
        return self.best is not None and self.bound_oere >= self.best.total_oere

    def _seconds(self) -> float:
        return time.monotonic() - self.began


def _search(engine: Search, timetable: Timetable, effort: Effort, k: int, line: _Line) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def enough(steps: int) -> bool:
        return line.stop.is_set() or (effort.steps is not None and steps >= effort.steps)

    plans = engine(timetable, seed=effort.seed, stop=enough, number=k, hear=line.hear)
    for solution in plans:
        line.news.put((k, solution))
    line.news.put((k, None))


def _prove(engine: Proof, timetable: Timetable, news: News, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for bound_oere in engine(timetable, stop=stop.is_set):
        news.put((None, bound_oere))


def nobody_served(timetable: Timetable) -> Solution:
    """The plan that leaves every need out: always allowed."""
    return Solution((), timetable.needs * timetable.problem.programme.prices.unserved_oere)
