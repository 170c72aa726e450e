"""Who works on a plan: an opening in this process, searches in their own, and those who prove."""

import multiprocessing
import os
import queue
import signal
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from typing import TypeAlias

from samskab.common.interrupts import children_deaf_to_interrupts
from samskab.planner.bound.proof import advise
from samskab.planner.effort import Effort
from samskab.planner.engines import Heard, Proof, Search, Whole, heard_once
from samskab.planner.guidance import Guidance
from samskab.planner.orphan import end_with_parent
from samskab.planner.progress import Progress
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable

POLL_SECONDS = 0.1
GRACE_SECONDS = 30.0
OPENING, PROOF, WHOLE = -1, -2, -3
HEAD_START_SECONDS = 1.0
"""Of the opening: processes that come up beside it would take the cores that it needs."""

News: TypeAlias = "Queue[tuple[int, Solution | Guidance | int | None]]"
"""Who tells (the number of a search, or one of the above) and what: a plan, guidance, a bound,
the end."""


class Team:
    """The opening and the searches, or just one search where steps are counted, and the proof.

    The opening is a search in this process, which need not wait for others to come up: it makes
    the first plan and serves everybody, and the searches go on from there. What is small enough is
    solved whole as well, in the place of all searches but one.

    Attributes:
        best: the best plan so far.
        bound_oere: proven so far.
    """

    def __init__(
        self,
        timetable: Timetable,
        effort: Effort,
        engines: tuple[Search, Proof, Whole | None],
        began: float,
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self.effort, self.began = effort, began
        self.needs = timetable.needs
        self.best: Solution | None = None
        self.bound_oere = 0
        self.news: News = context.Queue()
        self.stop: Event = context.Event()
        search, prove, whole = engines
        alone = whole is not None or effort.steps is not None
        numbers = list(range(1 if alone else os.cpu_count() or 1))
        numbers += [] if whole is None else [WHOLE]
        self.lines = [_Line(k, self.news, self.stop, context.Queue()) for k in numbers]
        self.working: set[int] = set()
        self.taken_over = False
        self.makers: list[BaseProcess] = [
            context.Process(target=_search, args=(search, effort, line), daemon=True)
            if line.number != WHOLE
            else context.Process(
                target=_solve, args=(whole, began + effort.seconds, line), daemon=True
            )
            for line in self.lines
        ]
        self.proof_line = _Line(PROOF, self.news, self.stop, context.Queue())
        self.proof: BaseProcess = context.Process(
            target=_prove, args=(prove, self.proof_line), daemon=True
        )
        for line in (*self.lines, self.proof_line):  # by a queue: no start waits for it
            line.inbox.put(timetable)
        # no daemon: at the end of the process, one that still solves would abort it
        self.opening = threading.Thread(target=self._open, args=(search, timetable))

    def start(self) -> None:
        """Start the opening, or all where there is none."""
        if self.effort.steps is not None:
            self._start_the_others()
            return
        with children_deaf_to_interrupts():
            self.working.add(OPENING)
            self.opening.start()

    def _start_the_others(self) -> None:
        """Start searches and proof, once: Ctrl-C is for whoever asked, and ends none of them."""
        if self.proof.pid is not None or self.stop.is_set():
            return
        with children_deaf_to_interrupts():
            self.proof.start()
            for line, worker in zip(self.lines, self.makers, strict=True):
                worker.start()
                self.working.add(line.number)

    def work(self, tell: Callable[[Progress], None]) -> None:
        """Listen until there is nothing more to gain or no more time."""
        tell(Progress(self._seconds(), "first_plan"))
        while self.working and not self._proven() and self._seconds() < self.effort.seconds:
            self._listen(tell)
        self.wait_for_a_plan(tell)

    @property
    def died(self) -> bool:
        """Whether the search fell over without a plan."""
        return self.best is None and not self.working

    def wait_for_a_plan(self, tell: Callable[[Progress], None]) -> None:
        """Tell the engines to end, and wait a little for the first plan where there is none."""
        self.stop.set()
        until = time.monotonic() + GRACE_SECONDS
        while self.best is None and self.working and time.monotonic() < until:
            self._listen(tell)
        while not self.news.empty():  # what was told while nobody listened
            self._listen(tell)

    def dismiss(self) -> None:
        """End the processes, whatever they do."""
        self.stop.set()
        # what nobody heard would hold up the end of this process
        for line in (*self.lines, self.proof_line):
            line.inbox.cancel_join_thread()
        for worker in (*self.makers, self.proof):
            if worker.pid is not None:
                worker.kill()
                worker.join()

    def _open(self, engine: Search, timetable: Timetable) -> None:
        """Make the first plan and better it until it serves everybody or others have begun."""
        try:
            plans = engine(
                timetable,
                seed=self.effort.seed,
                stop=lambda _: self.stop.is_set() or self.taken_over,
                number=0,
                begin=None,
                hear=tuple,
            )
            for plan in plans:
                self.news.put((OPENING, plan))
                if sum(len(placed.people) for placed in plan.sessions) == self.needs:
                    break
        except Exception:  # noqa: BLE001 # as a process of its own would: told, and over
            traceback.print_exc()
        finally:
            self.news.put((OPENING, None))

    def _listen(self, tell: Callable[[Progress], None]) -> None:
        try:
            who, what = self.news.get(timeout=POLL_SECONDS)
        except queue.Empty:
            pass
        else:
            self._take(who, what)
        if self._seconds() > HEAD_START_SECONDS:
            self._start_the_others()
        for line, worker in zip(self.lines, self.makers, strict=True):
            if worker.exitcode:  # it fell over; one that ends in order says so itself
                self.working.discard(line.number)
        bound_oere = self.bound_oere or None
        if self.best is None:
            tell(Progress(self._seconds(), "first_plan", bound_oere=bound_oere))
            return
        left_out = self.needs - sum(len(placed.people) for placed in self.best.sessions)
        total_oere = self.best.total_oere
        tell(Progress(self._seconds(), "improving", total_oere, bound_oere, left_out))

    def _take(self, who: int, what: Solution | Guidance | int | None) -> None:
        if isinstance(what, Solution):
            self._take_plan(who, what)
        elif isinstance(what, Guidance):
            self._pass_on(who, what)
        elif isinstance(what, int):
            self.bound_oere = max(self.bound_oere, what)
        else:
            if who == OPENING:
                self._start_the_others()
                if self.best is None:
                    self._pass_on(who, None)
            self.working.discard(who)

    def _take_plan(self, who: int, plan: Solution) -> None:
        self.taken_over |= who >= 0
        if self.best is None or plan.total_oere < self.best.total_oere:
            self.best = plan  # never for an equal one: the clock would decide which is seen
            self._pass_on(who, plan)
        if plan.proven:
            self.bound_oere = max(self.bound_oere, plan.total_oere)

    def _pass_on(self, who: int, what: Heard | None) -> None:
        for line in self.lines:
            if line.number != who:
                line.inbox.put(what)

    def _proven(self) -> bool:
        return self.best is not None and self.bound_oere >= self.best.total_oere

    def _seconds(self) -> float:
        return time.monotonic() - self.began


@dataclass(frozen=True, slots=True)
class _Line:
    """What ties one of the team to the others.

    An inbox gets the timetable first, and None where there is no first plan to wait for.
    """

    number: int
    news: News
    stop: Event
    inbox: "Queue[Timetable | Heard | None]"

    def timetable(self) -> Timetable:
        """The first of what comes in."""
        timetable = self.inbox.get()
        assert isinstance(timetable, Timetable)
        return timetable


class _Ear:
    """What one search hears; what it is not yet ready for waits."""

    def __init__(self, line: _Line) -> None:
        self._line = line
        self._waiting: list[Heard] = []

    def hear(self) -> Sequence[Heard]:
        """The news since it was last asked."""
        heard, self._waiting = self._waiting, []
        while not self._line.inbox.empty():
            news = self._line.inbox.get()
            heard += [news] if isinstance(news, Solution | Guidance) else []
        return heard

    def first_plan(self) -> Solution | None:
        """Wait for the plan to begin with; None where there is none, or no time for one."""
        while not self._line.stop.is_set():
            try:
                news = self._line.inbox.get(timeout=POLL_SECONDS)
            except queue.Empty:
                continue
            if not isinstance(news, Guidance):
                return news if isinstance(news, Solution) else None
            self._waiting.append(news)
        return None


def _search(engine: Search, effort: Effort, line: _Line) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    timetable = line.timetable()
    ear = _Ear(line)
    hear: Callable[[], Sequence[Heard]] = ear.hear
    begin: Solution | None = None
    if effort.steps is None:
        begin = ear.first_plan()
    else:
        hear = heard_once(advise(timetable))

    def enough(steps: int) -> bool:
        return line.stop.is_set() or (effort.steps is not None and steps >= effort.steps)

    plans = engine(
        timetable, seed=effort.seed, stop=enough, number=line.number, begin=begin, hear=hear
    )
    for solution in plans:
        line.news.put((line.number, solution))
    line.news.put((line.number, None))


def _solve(engine: Whole, until: float, line: _Line) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    found = engine(line.timetable(), stop=line.stop.is_set, hear=_Ear(line).hear, until=until)
    for one in found:
        line.news.put((WHOLE, one))
    line.news.put((WHOLE, None))


def _prove(engine: Proof, line: _Line) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for proven in engine(line.timetable(), stop=line.stop.is_set):
        line.news.put((PROOF, proven))
