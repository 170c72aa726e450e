"""The files of a plan in a folder: all of them written, or none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samskab.cli.language import Language

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.planner.model.plan import Plan
    from samskab.planner.progress import Progress

REPORT, PLAN, WORKBOOK = "report.html", "plan.json", "plan.xlsx"
NOTHING_MORE: Mapping[str, bytes] = {}


def write_plan_files(
    opened: "OpenedFolder",
    made: "Plan",
    history: "Sequence[Progress]",
    target: Path,
    language: Language,
    more: Mapping[str, bytes] = NOTHING_MORE,
) -> None:
    """Make every file before the first is written; a second Ctrl-C does not cost the plan.

    The workbook comes first: it is the one that may stand open in a spreadsheet, which lets
    nobody replace it, and then nothing else is replaced either.

    Args:
        opened: the folder that the plan is of.
        made: the plan.
        history: of how it was made, for the report.
        target: the folder to write to.
        language: of report and workbook.
        more: name -> content of files that belong to them.

    Raises:
        StoppedError: they cannot be written.
    """
    from samskab.cli.report.page import ReportInput, render
    from samskab.cli.target import write_target
    from samskab.cli.words.sentence import sentence
    from samskab.cli.workbook import workbook_bytes
    from samskab.common.interrupts import interrupts_ignored
    from samskab.planner.plan_json import plan_text

    warnings = tuple(sentence(warning, language) for warning in opened.warnings)
    report = ReportInput(opened.problem, made, warnings, tuple(history))
    with interrupts_ignored():
        write_target(
            target,
            {
                WORKBOOK: workbook_bytes(opened.problem, made, language),
                REPORT: render(report, language).encode(),
                **more,
                PLAN: plan_text(made).encode(),
            },
        )
