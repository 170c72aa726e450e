"""A plan on a Dask cluster: what rounds cost, what workers give, and many machines foretold."""

from collections.abc import Iterator
from dataclasses import asdict

from tests.benchmarks.bench import Bench, Data, kr
from tests.benchmarks.cluster import (
    FOLDERS,
    WORKERS,
    ClusterMeasured,
    Searched,
    measure_cluster,
)
from tests.benchmarks.cluster_model import (
    ASSUMED,
    Scheduler,
    Sizes,
    forecast,
    forecast_in_words,
)

SECONDS = 30.0
MACHINES, CORES = 50, 2
MARKS = (5, 10, 20, 40)
"""CPU-seconds at which plans are read."""


def measure(bench: Bench) -> Data:
    """One worker, then two, on each folder."""
    return asdict(measure_cluster(bench.seconds(SECONDS)))


def lines(data: Data) -> list[str]:
    """What was measured, the model against two workers, and its forecast."""
    measured = _measured(data)
    found = [*_weights(measured), "", *_courses(measured), ""]
    found += [*_model_against_two_workers(measured), ""]
    at_once = forecast(measured.sizes, measured.scheduler, MACHINES * CORES, ASSUMED)
    return [*found, *forecast_in_words(at_once, ASSUMED)]


def _measured(data: Data) -> ClusterMeasured:
    """As it was before it went into the file of results."""
    small, large = (Sizes(**one) for one in data["sizes"])
    searched = tuple(
        Searched(**{**one, "course": tuple(map(tuple, one["course"]))}) for one in data["searched"]
    )
    return ClusterMeasured((small, large), Scheduler(**data["scheduler"]), searched)


def _weights(measured: ClusterMeasured) -> Iterator[str]:
    yield "| leaders | timetable (kB) | search (kB) | proof (kB) | first plan (CPU s) |"
    yield "| --- " * 5 + "|"
    for one in measured.sizes:
        kilobytes = (one.parcel_bytes, one.standing_bytes, one.height_bytes)
        cells = " | ".join(f"{size / 1000:,.0f}" for size in kilobytes)
        yield f"| {one.leaders} | {cells} | {one.first_plan_cpu_seconds:.2f} |"
    scheduler = measured.scheduler
    yield ""
    yield "| a round costs | |"
    yield "| --- | --- |"
    yield f"| there and back, nothing to do (ms) | {1000 * scheduler.seconds_per_task:.1f} |"
    yield f"| of the scheduler's CPU (ms) | {1000 * scheduler.cpu_per_task:.2f} |"
    yield f"| and for each MB that it carries (ms) | {1000 * scheduler.cpu_per_megabyte:.2f} |"
    yield f"| a plan's look at the cluster (ms) | {1000 * scheduler.cpu_per_muster:.2f} |"
    yield f"| rounds a second that the scheduler took here | {scheduler.tasks_per_second:,.0f} |"


def _courses(measured: ClusterMeasured) -> Iterator[str]:
    header = " | ".join(f"plan after {mark} CPU-s (kr)" for mark in MARKS)
    yield f"| leaders | workers | steps a second, each | steps a CPU-second | {header} |"
    yield "| --- " * (4 + len(MARKS)) + "|"
    for one in measured.searched:
        each = one.steps / one.seconds / one.workers
        plans = " | ".join(_plan_after(one, mark) for mark in MARKS)
        yield (
            f"| {one.leaders} | {one.workers} | {each:.2f} | {one.steps_per_cpu_second:.2f} "
            f"| {plans} |"
        )


def _plan_after(one: Searched, cpu_seconds: float) -> str:
    reached = [total for spent, total in one.course if spent <= cpu_seconds]
    return kr(reached[-1]) if reached and one.course[-1][0] >= cpu_seconds else ""


def _model_against_two_workers(measured: ClusterMeasured) -> Iterator[str]:
    """From one worker's figures: twice its steps, less what more rounds cost.

    By the clock where every worker had a core; by the CPU that they got where others worked too.
    """
    yield "| leaders | steps of two workers | foretold by the clock | by the CPU that they got |"
    yield "| --- " * 4 + "|"
    for leaders, *_ in FOLDERS:
        one, two = (
            next(each for each in measured.searched if (each.leaders, each.workers) == (leaders, n))
            for n in WORKERS
        )
        more_rounds = two.rounds / two.workers / two.seconds - one.rounds / one.seconds
        part = 1 - more_rounds * measured.scheduler.seconds_per_task
        by_clock = two.workers * one.steps / one.seconds * two.seconds * part
        by_cpu = one.steps_per_cpu_second * two.worker_cpu_seconds * part
        foretold = " | ".join(
            f"{each:.0f} ({each / two.steps - 1:+.0%})" for each in (by_clock, by_cpu)
        )
        yield f"| {leaders} | {two.steps} | {foretold} |"
