"""The files of a plan in a folder: all of them written, or none."""

from pathlib import Path
from typing import TYPE_CHECKING

from samskab.telling.language import Language

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.planner.model.plan import Plan
    from samskab.telling.plan_files import Beside


def write_plan_files(
    opened: "OpenedFolder", made: "Plan", beside: "Beside", target: Path, language: Language
) -> None:
    """Make every file before the first is written; a second Ctrl-C does not cost the plan.

    Args:
        opened: the folder that the plan is of.
        made: the plan.
        beside: what goes with it.
        target: the folder to write to.
        language: of report and workbook.

    Raises:
        StoppedError: they cannot be written.
    """
    from samskab.cli.target import write_target
    from samskab.common.interrupts import interrupts_ignored
    from samskab.telling.plan_files import files_of_plan

    with interrupts_ignored():
        files = files_of_plan(opened.problem, made, opened.warnings, beside, language)
        write_target(target, files)
