"""A programme folder and plans that somebody made of it: what most commands begin with."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from samskab.cli.folder import OpenedFolder, open_folder
from samskab.common.errors import Fault, InputError
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_json import read_plan

Read = TypeVar("Read")
Judge = Callable[[Problem, Plan, str], Iterator[Fault]]


def open_with_plans(
    folder: Path, files: Iterable[Path], judge: Judge
) -> tuple[OpenedFolder, tuple[Plan, ...]]:
    """A folder, and plans that fit it as far as a command asks.

    Args:
        folder: the programme folder.
        files: of the plans.
        judge: `strangers` or `misfits` of `samskab.planner.plan_fit`.

    Raises:
        InputError: with every fault of all that is read, or of the first plan that does not fit.
    """
    files = tuple(files)
    faults: list[Fault] = []
    opened = read_or_note(lambda: open_folder(folder), faults)
    plans = [read_or_note(partial(read_plan, file), faults) for file in files]
    read = tuple(plan for plan in plans if plan is not None)
    if opened is None or faults:
        raise InputError(faults)
    for file, plan in zip(files, read, strict=True):
        faults += judge(opened.problem, plan, file.name)
    if faults:
        raise InputError(faults)
    return opened, read


def plan_beside(problem: Problem, file: Path, judge: Judge) -> Plan:
    """One plan more, of a folder that is open.

    Raises:
        InputError: with every fault of the plan.
    """
    plan = read_plan(file)
    faults = list(judge(problem, plan, file.name))
    if faults:
        raise InputError(faults)
    return plan


def read_or_note(read: Callable[[], Read], faults: list[Fault]) -> Read | None:
    """What is read; None where it is broken, its faults added: all inputs' are told at once."""
    try:
        return read()
    except InputError as error:
        faults.extend(error.faults)
        return None
