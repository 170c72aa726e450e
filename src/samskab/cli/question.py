"""A folder, a plan that keeps its rules, and a question that it can be asked."""

from pathlib import Path

from samskab.cli.folder import OpenedFolder
from samskab.cli.plan_of_folder import open_with_plans
from samskab.common.errors import InputError
from samskab.planner.explain.asked import faults_of_question
from samskab.planner.model.plan import Plan
from samskab.planner.plan_fit import misfits


def open_question(
    folder: Path, plan: Path, *, person: str | None = None, session: str | None = None
) -> tuple[OpenedFolder, Plan]:
    """Read what a question is about.

    Args:
        folder: the programme folder.
        plan: the plan's file.
        person: id of whom it is asked about, if of anybody.
        session: id of the session that it is asked about, if of any.

    Raises:
        InputError: with every fault of folder and plan, or of the question.
    """
    opened, (read,) = open_with_plans(folder, [plan], misfits)
    faults = list(faults_of_question(opened.problem, read, person=person, session=session))
    if faults:
        raise InputError(faults)
    return opened, read
