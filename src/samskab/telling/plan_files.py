"""The files of a plan: what they are called and what they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samskab.telling.language import Language

if TYPE_CHECKING:
    from samskab.common.errors import Fault
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.planner.progress import Progress
    from samskab.telling.report.section import Section

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


def files_of_plan(
    problem: "Problem",
    made: "Plan",
    warnings: "Sequence[Fault]",
    beside: Beside,
    language: Language,
) -> Mapping[str, bytes]:
    """Every file by its name, in the order in which they are to be written.

    The workbook comes first: it is the one that may stand open in a spreadsheet, which lets
    nobody replace it, and then nothing else is replaced either.

    Args:
        problem: what the plan is of.
        made: the plan.
        warnings: of what was not read in full; the report repeats them.
        beside: what goes with it.
        language: of report and workbook.
    """
    from samskab.planner.plan_json import plan_text
    from samskab.telling.report.page import ReportInput, render
    from samskab.telling.report.reasons import reasons_of
    from samskab.telling.words.sentence import sentence
    from samskab.telling.workbook import workbook_bytes

    report = ReportInput(
        problem,
        made,
        tuple(sentence(warning, language) for warning in warnings),
        tuple(beside.history),
        reasons_of(problem, made, language),
        beside.sections,
    )
    return {
        WORKBOOK: workbook_bytes(problem, made, language),
        REPORT: render(report, language).encode(),
        **beside.files,
        PLAN: plan_text(made).encode(),
    }
