"""A small model of many plans at once on many machines, fed with what one machine measures."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from samskab.planner.cluster.crew import MUSTER_SECONDS, PROOF_PART
from samskab.planner.cluster.lanes import LONGEST_PROOF_SECONDS, SEARCH_SECONDS

MEGABYTE = 1e6
CROSSINGS = 2
"""What a client sends to a worker, or a worker to a client, goes in at the scheduler and out."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a folder weighs, in bytes and CPU-seconds."""

    leaders: int
    parcel_bytes: int
    standing_bytes: int
    height_bytes: int
    first_plan_cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Scheduler:
    """What the scheduler's one thread spends, in CPU-seconds, and how long a round waits for it."""

    cpu_per_task: float
    cpu_per_megabyte: float
    cpu_per_muster: float
    seconds_per_task: float
    tasks_per_second: float


@dataclass(frozen=True, slots=True)
class MunicipalityClass:
    """So many municipalities of so many leaders."""

    inhabitants: str
    municipalities: int
    leaders: int


ASSUMED = (
    MunicipalityClass("under 20,000", 18, 70),
    MunicipalityClass("20,000 to 40,000", 27, 150),
    MunicipalityClass("40,000 to 60,000", 28, 250),
    MunicipalityClass("60,000 to 100,000", 17, 400),
    MunicipalityClass("over 100,000", 8, 1200),
)
"""Assumed, not counted: 98 municipalities, about five leaders for every thousand inhabitants."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What all plans at once ask of the cluster.

    Attributes:
        efficiency: the part of a worker's time that it spends on rounds.
        scheduler_load: the part of the scheduler's one thread that is busy.
        wait_seconds: how long a message waits for that thread (M/D/1).
        bytes_per_second: in and out of the scheduler's machine, together.
        first_plan_seconds: until the largest class has a first plan.
    """

    threads: int
    plans: int
    tasks_per_second: float
    efficiency: float
    scheduler_load: float
    wait_seconds: float
    bytes_per_second: float
    first_plan_seconds: float

    def wall_seconds(self, cpu_seconds: float) -> float:
        """Until every plan has had so much of a CPU: a fair share of threads each."""
        return cpu_seconds / (self.efficiency * max(self.threads // self.plans, 1)) * self.queue

    @property
    def queue(self) -> float:
        """How many plans share a thread; 1 where there are threads enough."""
        return max(self.plans / self.threads, 1.0)


def forecast(
    sizes: tuple[Sizes, Sizes],
    scheduler: Scheduler,
    threads: int,
    classes: tuple[MunicipalityClass, ...],
) -> Forecast:
    """All municipalities at once, one plan each, every plan on its fair share of threads.

    Where the share is one thread, search and proof take turns on it, as the crew has them do.
    """
    plans = sum(one.municipalities for one in classes)
    searching = 1 / (1 + PROOF_PART)
    searches_a_second = searching / (SEARCH_SECONDS + scheduler.seconds_per_task)
    proofs_a_second = (1 - searching) / (LONGEST_PROOF_SECONDS + scheduler.seconds_per_task)
    tasks = plans * (searches_a_second + proofs_a_second)
    carried = 0.0
    for one in classes:
        own = scaled(sizes, one.leaders)
        a_search = own.parcel_bytes + 2 * own.standing_bytes  # there and back
        a_proof = own.parcel_bytes + 2 * own.height_bytes
        carried += one.municipalities * (a_search * searches_a_second + a_proof * proofs_a_second)
    busy = (
        tasks * scheduler.cpu_per_task
        + carried / MEGABYTE * scheduler.cpu_per_megabyte
        + plans / MUSTER_SECONDS * scheduler.cpu_per_muster
    )
    messages = tasks + plans / MUSTER_SECONDS
    wait = busy / messages * busy / (2 * (1 - busy)) if busy < 1 else float("inf")
    lost = (tasks / plans) * (scheduler.seconds_per_task + wait)
    largest = max(classes, key=lambda one: one.leaders)
    return Forecast(
        threads=threads,
        plans=plans,
        tasks_per_second=tasks,
        efficiency=max(1 - lost, 0.0),
        scheduler_load=busy,
        wait_seconds=wait,
        bytes_per_second=CROSSINGS * carried,
        first_plan_seconds=scaled(sizes, largest.leaders).first_plan_cpu_seconds,
    )


def scaled(sizes: tuple[Sizes, Sizes], leaders: int) -> Sizes:
    """Bytes in proportion to leaders, as of the larger folder; CPU by the power of the two."""
    small, large = sizes
    part = leaders / large.leaders
    slope = _power(small, large)
    return Sizes(
        leaders=leaders,
        parcel_bytes=round(large.parcel_bytes * part),
        standing_bytes=round(large.standing_bytes * part),
        height_bytes=round(large.height_bytes * part),
        first_plan_cpu_seconds=large.first_plan_cpu_seconds * part**slope,
    )


def _power(small: Sizes, large: Sizes) -> float:
    """Doubling the leaders takes 2 ** this as long; at least in proportion."""
    ratio = large.first_plan_cpu_seconds / small.first_plan_cpu_seconds
    return max(math.log(ratio) / math.log(large.leaders / small.leaders), 1.0)


def forecast_in_words(one: Forecast, classes: tuple[MunicipalityClass, ...]) -> Iterator[str]:
    """The model's part of the page."""
    yield "| inhabitants (assumed classes) | municipalities | leaders each |"
    yield "| --- | --- | --- |"
    for each in classes:
        yield f"| {each.inhabitants} | {each.municipalities} | {each.leaders:,} |"
    yield ""
    yield f"| {one.plans} plans at once on {one.threads} threads | forecast |"
    yield "| --- | --- |"
    yield f"| rounds a second | {one.tasks_per_second:.1f} |"
    yield f"| scheduler's thread busy | {one.scheduler_load:.0%} |"
    yield f"| a message waits for it (s) | {one.wait_seconds:.4f} |"
    yield f"| in and out of the scheduler (MB/s) | {one.bytes_per_second / MEGABYTE:.1f} |"
    yield f"| a worker's time spent on rounds | {one.efficiency:.1%} |"
    yield f"| first plan of the largest class after (s) | {one.first_plan_seconds:.0f} |"
    for minutes in (1, 10, 30):
        wall = one.wall_seconds(60 * minutes) / 60
        total = one.bytes_per_second * 60 * wall / 1e9
        yield f"| {minutes} CPU-minutes for each plan take (min, GB) | {wall:.1f}, {total:.0f} |"
