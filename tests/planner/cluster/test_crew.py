"""Planning on a real cluster of two workers: what it gives, and what it costs when one dies."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from distributed import Client
from tests.dask_cluster import HOST, DaskCluster, dask_cluster, kill

from samskab.planner.bound import prove
from samskab.planner.check import check
from samskab.planner.cluster.crew import Cluster, plan_on_cluster
from samskab.planner.cluster.trouble import ClusterError, Trouble
from samskab.planner.model.problem import Problem
from samskab.planner.progress import Progress
from samskab.planner.run import Effort, plan_problem
from samskab.planner.timetable import build_timetable


def nothing(_: Progress) -> None:
    """For nobody who listens."""


class Told(list[Progress]):
    """What was told; acts at every thing that it waits for, one after the other."""

    def __init__(self, *acts: tuple[Callable[[Progress], bool], Callable[[], None]]) -> None:
        super().__init__()
        self._acts = list(acts)

    def append(self, progress: Progress) -> None:
        super().append(progress)
        if self._acts and self._acts[0][0](progress):
            self._acts.pop(0)[1]()


def ctrl_c() -> None:
    raise KeyboardInterrupt


def has_plan(progress: Progress) -> bool:
    return progress.total_oere is not None


def test_a_plan_when_made_on_a_cluster(fjordby: Problem, cluster: DaskCluster) -> None:
    def has_come_far(_: Progress) -> bool:
        bounds, totals = ({each for each in column if each} for column in columns(told))
        return len(bounds) > 1 and len(totals) > 1

    told = Told((has_come_far, ctrl_c))
    plan = plan_on_cluster(fjordby, Effort(seconds=60), told.append, Cluster(cluster.address))
    assert check(fjordby, plan) == ()
    assert 0 < plan.bound <= plan.cost.total
    assert (told[-1].phase, told[-1].workers, told[-1].lost_rounds) == ("done", 2, 0)
    bounds, totals = ([each for each in column if each] for column in columns(told))
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] == plan.cost.total
    assert bounds == sorted(bounds)
    assert bounds[-1] == plan.bound
    assert set(bounds) <= set(proven_here(fjordby, until=plan.bound))


def columns(told: list[Progress]) -> tuple[list[int | None], list[int | None]]:
    return [one.bound_oere for one in told], [one.total_oere for one in told]


def proven_here(problem: Problem, until: int) -> Iterator[int]:
    """The bounds that one machine proves, up to one of them."""
    for bound in prove(build_timetable(problem), stop=lambda: False):
        if isinstance(bound, int):
            yield bound
            if bound >= until:
                return


def test_a_plan_when_steps_are_counted_is_the_one_of_this_machine(
    fjordby: Problem, cluster: DaskCluster
) -> None:
    effort = Effort(seconds=60, steps=2, seed=5)
    here = plan_problem(fjordby, effort, nothing)
    there = plan_on_cluster(fjordby, effort, nothing, Cluster(cluster.address))
    assert there.sessions == here.sessions
    assert there.unserved == here.unserved


def test_a_first_plan_when_there_is_no_time(fjordby: Problem, cluster: DaskCluster) -> None:
    plan = plan_on_cluster(fjordby, Effort(seconds=0), nothing, Cluster(cluster.address))
    assert plan.sessions
    assert check(fjordby, plan) == ()


def test_ctrl_c_keeps_the_best_plan(fjordby: Problem, cluster: DaskCluster) -> None:
    told = Told((has_plan, ctrl_c))
    plan = plan_on_cluster(fjordby, Effort(seconds=60), told.append, Cluster(cluster.address))
    assert plan.sessions
    assert plan.seconds < 60


def test_time_ends_planning(fjordby: Problem, cluster: DaskCluster) -> None:
    plan = plan_on_cluster(fjordby, Effort(seconds=3), nothing, Cluster(cluster.address))
    assert check(fjordby, plan) == ()
    assert 3 <= plan.seconds < 60


@pytest.fixture(scope="module")
def doomed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """A scheduler whose workers each test hires for itself, and loses."""
    with dask_cluster(tmp_path_factory.mktemp("doomed"), workers=0) as running:
        yield running


def test_a_worker_that_dies_costs_its_round_only(fjordby: Problem, doomed: DaskCluster) -> None:
    doomed.hire(2)
    one, other = doomed.workers[-2:]
    at_death: list[Progress] = []
    with Client(doomed.address, set_as_default=False) as client:

        def all_are_at_work(now: Progress) -> bool:
            if not (has_plan(now) and now.bound_oere and all(client.processing().values())):
                return False
            at_death.append(now)
            return True

        def the_other_went_on(now: Progress) -> bool:
            assert now.total_oere
            assert now.bound_oere
            plan_is_better = now.total_oere < (at_death[0].total_oere or 0)
            return now.workers == 1 and plan_is_better and now.bound_oere > plan_bound()

        def plan_bound() -> int:
            return at_death[0].bound_oere or 0

        told = Told((all_are_at_work, lambda: kill(one)), (the_other_went_on, ctrl_c))
        plan = plan_on_cluster(fjordby, Effort(seconds=60), told.append, Cluster(doomed.address))
    assert check(fjordby, plan) == ()
    assert told[-1].lost_rounds == 1
    assert (at_death[0].workers, told[-1].workers) == (2, 1)
    assert plan.seconds < 60
    assert other.poll() is None
    kill(other)


def test_every_worker_dead_keeps_the_plan_and_says_so(
    fjordby: Problem, doomed: DaskCluster
) -> None:
    doomed.hire(1)
    told = Told((has_plan, lambda: kill(doomed.workers[-1])))
    where = Cluster(doomed.address, patience_seconds=1)
    with pytest.raises(ClusterError) as raised:
        plan_on_cluster(fjordby, Effort(seconds=60), told.append, where)
    assert raised.value.trouble is Trouble.DESERTED
    assert raised.value.values == {"address": doomed.address}
    assert raised.value.plan is not None
    assert raised.value.plan.sessions
    assert check(fjordby, raised.value.plan) == ()


def test_no_worker_at_all(fjordby: Problem, doomed: DaskCluster) -> None:
    where = Cluster(doomed.address, patience_seconds=1)
    with pytest.raises(ClusterError) as raised:
        plan_on_cluster(fjordby, Effort(seconds=60), nothing, where)
    assert (raised.value.trouble, raised.value.plan) == (Trouble.DESERTED, None)


def test_a_scheduler_that_dies_keeps_the_plan_and_says_so(fjordby: Problem, tmp_path: Path) -> None:
    with dask_cluster(tmp_path, workers=1) as ours:
        told = Told((has_plan, lambda: kill(ours.scheduler)))
        with pytest.raises(ClusterError) as raised:
            plan_on_cluster(fjordby, Effort(seconds=60), told.append, Cluster(ours.address))
    assert raised.value.trouble is Trouble.CUT_OFF
    assert raised.value.plan is not None
    assert check(fjordby, raised.value.plan) == ()


def test_a_scheduler_that_hangs_keeps_the_plan_and_says_so(
    fjordby: Problem, tmp_path: Path
) -> None:
    with dask_cluster(tmp_path, workers=1) as ours:
        told = Told((has_plan, lambda: os.kill(ours.scheduler.pid, signal.SIGSTOP)))
        where = Cluster(ours.address, patience_seconds=1)
        with pytest.raises(ClusterError) as raised:
            plan_on_cluster(fjordby, Effort(seconds=60), told.append, where)
    assert raised.value.trouble is Trouble.CUT_OFF
    assert raised.value.plan is not None
    assert raised.value.plan.seconds < 60


@pytest.mark.parametrize("says", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_a_peer_that_speaks_no_dask(fjordby: Problem, says: bytes) -> None:
    """One that takes the call in silence, and a web server, such as Dask's own dashboard."""
    with socket.create_server((HOST, 0)) as server:
        address = f"tcp://{HOST}:{server.getsockname()[1]}"
        calls: list[socket.socket] = []

        def take_a_call() -> None:
            call, _ = server.accept()
            calls.append(call)
            call.sendall(says)

        Thread(target=take_a_call, daemon=True).start()
        with pytest.raises(ClusterError) as raised:
            plan_on_cluster(fjordby, Effort(), nothing, Cluster(address))
        calls[0].close()
    assert (raised.value.trouble, raised.value.plan) == (Trouble.UNREACHABLE, None)


def test_machines_of_another_version(fjordby: Problem, tmp_path: Path) -> None:
    """Theirs is so old that it cannot plan yet."""
    (tmp_path / "samskab").mkdir()
    (tmp_path / "samskab" / "__init__.py").touch()
    with (
        dask_cluster(tmp_path, environment={"PYTHONPATH": str(tmp_path)}) as ours,
        pytest.raises(ClusterError) as raised,
    ):
        plan_on_cluster(fjordby, Effort(seconds=60), nothing, Cluster(ours.address))
    assert (raised.value.trouble, raised.value.plan) == (Trouble.ROUND_FAILED, None)
    assert "samskab.planner" in str(raised.value.values["why"])


@pytest.mark.parametrize(
    "address", ["", "somewhere", "http://host:8786", "tcp://host", "tcp://host:port", "tcp://:1"]
)
def test_no_address_at_all(fjordby: Problem, address: str) -> None:
    with pytest.raises(ClusterError) as raised:
        plan_on_cluster(fjordby, Effort(), nothing, Cluster(address))
    assert raised.value.trouble is Trouble.NO_ADDRESS
