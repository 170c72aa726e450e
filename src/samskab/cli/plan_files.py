"""The files of a plan in a folder: all of them written, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from samskab.cli.language import Language

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.report.section import Section
    from samskab.planner.model.plan import Plan
    from samskab.planner.progress import Progress

REPORT, PLAN, WORKBOOK = "report.html", "plan.json", "plan.xlsx"


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes with a plan into its folder.

    Attributes:
        history: of how it was made, for the report.
        sections: of the report, besides those that each has.
        files: name -> content of other files.
    """

    history: "Sequence[Progress]"
    sections: "tuple[Section, ...]" = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def write_plan_files(
    opened: "OpenedFolder", made: "Plan", beside: Beside, target: Path, language: Language
) -> None:
    """Make every file before the first is written; a second Ctrl-C does not cost the plan.

    The workbook comes first: it is the one that may stand open in a spreadsheet, which lets
    nobody replace it, and then nothing else is replaced either.

    Args:
        opened: the folder that the plan is of.
        made: the plan.
        beside: what goes with it.
        target: the folder to write to.
        language: of report and workbook.

    Raises:
        StoppedError: they cannot be written.
    """
    from samskab.cli.report.page import ReportInput, render
    from samskab.cli.report.reasons import reasons_of
    from samskab.cli.target import write_target
    from samskab.cli.words.sentence import sentence
    from samskab.cli.workbook import workbook_bytes
    from samskab.common.interrupts import interrupts_ignored
    from samskab.planner.plan_json import plan_text

    warnings = tuple(sentence(warning, language) for warning in opened.warnings)
    with interrupts_ignored():
        report = ReportInput(
            opened.problem,
            made,
            warnings,
            tuple(beside.history),
            reasons_of(opened.problem, made, language),
            beside.sections,
        )
        write_target(
            target,
            {
                WORKBOOK: workbook_bytes(opened.problem, made, language),
                REPORT: render(report, language).encode(),
                **beside.files,
                PLAN: plan_text(made).encode(),
            },
        )
