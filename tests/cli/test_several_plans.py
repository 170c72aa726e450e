"""What the first Ctrl-C leaves of several plans, and that the second ends it: real signals."""

import os
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.samskab_process import ended, press_ctrl_c, run, said, started, wait_until

from samskab.cli.several_plans import SeveralPlans, plan_several
from samskab.planner.model.plan import Cost, Plan

PLANS = tuple(replace(Plan((), (), Cost()), seed=seed) for seed in range(3))
Maker = Callable[[], Plan]


def ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def made(seed: int) -> Maker:
    return lambda: PLANS[seed]


def cut_short(seed: int) -> Maker:
    """As the planner does it: Ctrl-C ends the search with the best plan so far."""

    def make() -> Plan:
        with suppress(KeyboardInterrupt):
            ctrl_c()
        return PLANS[seed]

    return make


def caught_between() -> Plan:
    """Ctrl-C while the plan is judged: nobody hears it but the caller."""
    ctrl_c()
    return PLANS[0]


def test_plans_when_nobody_interrupts_are_all_there() -> None:
    before = signal.getsignal(signal.SIGINT)
    assert plan_several([made(0), made(1), made(2)]) == SeveralPlans(PLANS, interrupted=False)
    assert signal.getsignal(signal.SIGINT) is before


def test_plans_when_one_is_cut_short_end_with_it() -> None:
    assert plan_several([made(0), cut_short(1), made(2)]) == SeveralPlans(
        PLANS[:2], interrupted=True
    )


def test_plans_when_the_last_is_cut_short_are_all_there_but_interrupted() -> None:
    assert plan_several([made(0), made(1), cut_short(2)]) == SeveralPlans(PLANS, interrupted=True)


def test_plans_when_ctrl_c_comes_after_a_search_keep_those_before() -> None:
    several = plan_several([made(0), caught_between, made(2)])
    assert several == SeveralPlans(PLANS[:1], interrupted=True)


def test_plans_when_ctrl_c_comes_twice_are_given_up() -> None:
    def twice() -> Plan:
        cut_short(0)()
        ctrl_c()
        return PLANS[0]

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        plan_several([made(0), twice, made(2)])
    assert signal.getsignal(signal.SIGINT) is before


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def fjordby(home: Path) -> Path:
    folder = home / "fjordby"
    small = ("--leaders", 12, "--weeks", 8, "--modules", 2, "--seed", 1)
    assert run(home, "generate", folder, *small)[0] == 0
    return folder


def rows(told: str) -> list[str]:
    """What stands first in each line of a table."""
    return [line.split()[0] for line in told.splitlines() if line.strip()]


def test_whatif_when_ctrl_c_is_pressed_shows_what_is_planned(home: Path, fjordby: Path) -> None:
    variants = [("--set", f"prices.unserved={kr}") for kr in (20_000, 21_000, 22_000)]
    options = [word for variant in variants for word in variant]
    with started(home, "whatif", fjordby, *options, "--seconds", 3) as process:
        said(process, "1 of 3: ")
        said(process, "Improving the plan")
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=40)
        wait_until(lambda: ended(process.pid))
    assert process.returncode == 0
    assert "Interrupted at 1 of 3: here is what is planned so far." in complained
    assert "2 of 3: " not in complained
    assert {"0", "1"} <= set(rows(told))
    assert not {"2", "3"} & set(rows(told))


def test_whatif_when_ctrl_c_leaves_nothing_to_compare_says_so(home: Path, fjordby: Path) -> None:
    with started(home, "whatif", fjordby, "--set", "prices.unserved=20000") as process:
        said(process, "0 of 1: ")
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=40)
        wait_until(lambda: ended(process.pid))
    assert (process.returncode, told) == (130, "")
    assert complained.endswith("Interrupted: nothing was written.\n")


def test_curve_when_ctrl_c_is_pressed_shows_the_points_so_far(home: Path, fjordby: Path) -> None:
    plan = home / "plan"
    assert run(home, "plan", fjordby, "--out", plan, "--iterations", 0)[0] == 0
    options = ("--curve", "--seconds", 3)
    with started(home, "fairness", fjordby, plan / "plan.json", *options) as process:
        said(process, "Planning 3 of ")
        press_ctrl_c(process)
        told, complained = process.communicate(timeout=40)
        wait_until(lambda: ended(process.pid))
    assert process.returncode == 0
    # a search that had not begun has no best plan so far
    found = re.search("Interrupted at ([23]) of 5: here is what is planned so far.", complained)
    assert found
    assert "Planning 4" not in complained
    curve = told[told.index("What sharing better costs") :]
    points = [str(point) for point in range(5)]
    shown = {name.rstrip("•") for name in rows(curve)}
    assert [point for point in points if point in shown] == points[: int(found[1])]
