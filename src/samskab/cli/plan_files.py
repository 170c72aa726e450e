"""The files of a plan in a folder: all of them written, or none."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING

from samskab.cli.language import Language
from samskab.cli.stopped import BAD_INPUT, StoppedError

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.planner.model.plan import Plan
    from samskab.planner.progress import Progress

REPORT, PLAN, WORKBOOK = "report.html", "plan.json", "plan.xlsx"
NOTHING_MORE: Mapping[str, bytes] = {}


def refuse_target(target: Path) -> None:
    """Nobody shall wait for a plan that cannot be written.

    Raises:
        StoppedError: what stands there is no folder, or may not be written to.
    """
    there = next(path for path in (target, *target.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise StoppedError(BAD_INPUT, "no_folder", path=there)
    if not os.access(there, os.W_OK | os.X_OK):
        raise StoppedError(BAD_INPUT, "unwritable", path=there, why=os.strerror(EACCES))


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
    from samskab.cli.words.sentence import sentence
    from samskab.cli.workbook import workbook_bytes
    from samskab.common.interrupts import interrupts_ignored
    from samskab.planner.plan_json import plan_text

    warnings = tuple(sentence(warning, language) for warning in opened.warnings)
    report = ReportInput(opened.problem, made, warnings, tuple(history))
    with interrupts_ignored():
        _write(
            target,
            {
                WORKBOOK: workbook_bytes(opened.problem, made, language),
                REPORT: render(report, language).encode(),
                **more,
                PLAN: plan_text(made).encode(),
            },
        )


def _write(target: Path, contents: Mapping[str, bytes]) -> None:
    """Put all files in their folder, or none and no folder either."""
    from samskab.common.files import write_together

    new = [path for path in (target, *target.parents) if not path.exists()]
    try:
        target.mkdir(parents=True, exist_ok=True)
        write_together({target / name: content for name, content in contents.items()})
    except OSError as error:
        for path in new:
            with suppress(OSError):
                path.rmdir()
        path, why = error.filename or target, error.strerror or type(error).__name__
        raise StoppedError(BAD_INPUT, "unwritable", path=path, why=why) from error
