"""What a cluster costs and gives, by one worker and two of this machine."""

import os
import pickle
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.cluster_model import MEGABYTE, Scheduler, Sizes
from tests.dask_cluster import DaskCluster, dask_cluster

from samskab.cli.folder import open_folder
from samskab.planner.bound.proof import STEPS_PER_PROOF
from samskab.planner.cluster.lanes import SearchLane
from samskab.planner.cluster.machines import Machines, machines_at
from samskab.planner.cluster.rounds import packed, proof_round, search_round
from samskab.planner.search.solution import Solution
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings
from samskab.planner.timetable import build_timetable

FOLDERS = ((60, 13, 4), (300, 26, 6))
WORKERS = (1, 2)
EMPTY_ROUNDS, MUSTERS = 300, 100
PAYLOAD = 1_000_000


@dataclass(frozen=True, slots=True)
class Searched:
    """What some workers made of a folder.

    Attributes:
        busy_cpus: CPUs that all processes of this test took, on the average.
        course: (CPU-seconds of all workers, øre of the best plan then), as rounds came home.
    """

    leaders: int
    workers: int
    seconds: float
    steps: int
    rounds: int
    worker_cpu_seconds: float
    course: tuple[tuple[float, int], ...]

    @property
    def steps_per_cpu_second(self) -> float:
        """Of a worker."""
        return self.steps / self.worker_cpu_seconds


@dataclass(frozen=True, slots=True)
class ClusterMeasured:
    """All that the section is made of."""

    sizes: tuple[Sizes, Sizes]
    scheduler: Scheduler
    searched: tuple[Searched, ...]


def measure_cluster(seconds: float) -> ClusterMeasured:
    """Measure on this machine; takes about five times `seconds`."""
    with tempfile.TemporaryDirectory() as scratch:
        parcels = {leaders: _parcel(Path(scratch), leaders, *size) for leaders, *size in FOLDERS}
        small, large = (_sizes(leaders, parcel) for leaders, parcel in parcels.items())
        searched = []
        for workers in WORKERS:
            its_own = Path(scratch) / f"cluster of {workers}"
            its_own.mkdir()
            with dask_cluster(its_own, workers) as cluster, machines_at(cluster.address) as at:
                scheduler = _scheduler(cluster, at)
                searched += [
                    _searched(leaders, parcel, cluster, at, seconds)
                    for leaders, parcel in parcels.items()
                ]
    return ClusterMeasured((small, large), scheduler, tuple(searched))


def _parcel(scratch: Path, leaders: int, weeks: int, modules: int) -> bytes:
    folder = scratch / str(leaders)
    write_folder(folder, Settings(leaders, weeks, modules, 1, cohorts=False, name="Fjordby"))
    return packed(build_timetable(open_folder(folder, scratch / "cache").problem))


def _sizes(leaders: int, parcel: bytes) -> Sizes:
    began = time.process_time()
    first = search_round(parcel, None, seed=0, number=0, steps=None, seconds=0)
    cpu = time.process_time() - began
    proven = proof_round(parcel, None, steps=STEPS_PER_PROOF, seconds=60)
    return Sizes(leaders, len(parcel), len(pickle.dumps(first)), len(proven.height or b""), cpu)


def _scheduler(cluster: DaskCluster, at: Machines) -> Scheduler:
    """What a round costs the scheduler by itself, and what by its bytes."""
    pid = cluster.scheduler.pid
    _give_all(at, 20, b"")  # what is only paid once
    empty_wall, empty_cpu = _timed(pid, lambda: _give_all(at, EMPTY_ROUNDS, b""))
    part = EMPTY_ROUNDS // 10
    _, full_cpu = _timed(pid, lambda: _give_all(at, part, os.urandom(PAYLOAD)))
    _, muster_cpu = _timed(pid, lambda: _repeat(MUSTERS, at.strength))
    alone = 30
    alone_wall, _ = _timed(pid, lambda: _repeat(alone, lambda: _give_all(at, 1, b"")))
    cpu_per_task = empty_cpu / EMPTY_ROUNDS
    return Scheduler(
        cpu_per_task=cpu_per_task,
        cpu_per_megabyte=max(full_cpu / part - cpu_per_task, 0) / (PAYLOAD / MEGABYTE),
        cpu_per_muster=muster_cpu / MUSTERS,
        seconds_per_task=alone_wall / alone,
        tasks_per_second=EMPTY_ROUNDS / empty_wall,
    )


def _timed(pid: int, work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock, and of a CPU in another process."""
    began, cpu = time.perf_counter(), _cpu_seconds(pid)
    work()
    return time.perf_counter() - began, _cpu_seconds(pid) - cpu


def _repeat(times: int, work: Callable[[], object]) -> None:
    for _ in range(times):
        work()


def _give_all(at: Machines, count: int, payload: bytes) -> None:
    for _ in range(count):
        at.give(len, payload)
    came = 0
    while came < count:
        came += len(at.returned())
        time.sleep(0.001)


def _searched(
    leaders: int, parcel: bytes, cluster: DaskCluster, at: Machines, seconds: float
) -> Searched:
    """Search with a lane for each worker, from a first plan on, and no proof beside it."""
    pids = [worker.pid for worker in cluster.workers]
    lanes = [SearchLane(number, seed=0, steps=None) for number in range(len(pids))]
    out: dict[str, SearchLane] = {}
    best: Solution | None = None
    course, rounds = [], 0
    before, began = sum(map(_cpu_seconds, pids)), time.monotonic()
    while out or time.monotonic() - began < seconds:
        for lane in lanes:
            left = seconds - (time.monotonic() - began)
            order = None if lane.out or left <= 0 else lane.order(parcel, lanes, best, left, None)
            if order:
                out[at.give(order.round_, *order.what, **order.how)] = lane
                lane.out = True
        for returned in at.returned():
            lane = out.pop(returned.ticket)
            lane.out = False
            lane.take(returned.result)
            rounds += 1
            best = min(filter(None, (best, returned.result.best)), key=lambda one: one.total_oere)
            course.append((sum(map(_cpu_seconds, pids)) - before, best.total_oere))
        time.sleep(0.01)
    return Searched(
        leaders=leaders,
        workers=len(pids),
        seconds=time.monotonic() - began,
        steps=sum(lane.standing.steps for lane in lanes if lane.standing),
        rounds=rounds,
        worker_cpu_seconds=sum(map(_cpu_seconds, pids)) - before,
        course=tuple(course),
    )


def _cpu_seconds(pid: int) -> float:
    """Of a process so far; by Linux' own account."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
