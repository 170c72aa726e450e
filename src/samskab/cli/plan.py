"""`samskab plan`: a folder in; a plan, what it costs and a proven bound out."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import EACCES
from fractions import Fraction
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.language import Language, language_of
from samskab.cli.stopped import BAD_INPUT, FAULT_OF_OURS, INTERRUPTED, StoppedError
from samskab.cli.words.plan import SAID
from samskab.common.errors import InputError

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.progress import LiveProgress
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.planner.progress import Progress
    from samskab.planner.run import Effort

SECONDS = 60.0
REPORT, PLAN, WORKBOOK = "report.html", "plan.json", "plan.xlsx"


def plan(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to write; the folder's own `plan` by default.")
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(min=0, help="How long to plan, at most; 60, or as long as --iterations take."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another search.")] = 0,
    iterations: Annotated[
        int | None, typer.Option(min=0, help="Steps of the search: the same number, the same plan.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Plan on a Dask cluster, such as tcp://HOST:8786."),
    ] = None,
    *,
    show: Annotated[bool, typer.Option("--open", help="Open the report when done.")] = False,
) -> None:
    """Plan a programme into the calendars that people have; Ctrl-C keeps the best so far."""
    from samskab.cli.failure import fail, warn
    from samskab.cli.progress import LiveProgress

    language = language_of(lang)
    if seconds is None:
        seconds = SECONDS if iterations is None else inf
    target = out or folder / "plan"
    progress = LiveProgress(language, seconds)
    try:
        opened = _read(folder, progress)
        refuse_target(target)
        warn(opened.warnings, language)
        with progress:
            from samskab.planner.run import Effort

            effort = Effort(seconds, iterations, seed)
            made = _checked(opened, effort, progress, language, cluster)
            _draw_and_write(opened, made, progress, target, language)
    except InputError as error:
        fail(error, language)
    except KeyboardInterrupt as error:
        typer.echo(SAID[language]["interrupted"], err=True)
        raise typer.Exit(INTERRUPTED) from error
    except StoppedError as error:
        typer.echo(SAID[language][error.word].format(**error.values), err=True)
        raise typer.Exit(error.code) from error
    _tell(made, target, language)
    if show:
        _open(target / REPORT, os.environ)


def _read(folder: Path, progress: "LiveProgress") -> "OpenedFolder":
    from samskab.cli.interruptible import interruptible
    from samskab.planner.progress import Progress

    with progress:
        progress.tell(Progress(0.0, "reading"))

        def read() -> "OpenedFolder":
            from samskab.cli.folder import open_folder

            return open_folder(folder)

        return interruptible(read)


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


def _checked(
    opened: "OpenedFolder",
    effort: "Effort",
    progress: "LiveProgress",
    language: Language,
    cluster: str | None,
) -> "Plan":
    """The plan, made here or on a cluster, after the checker has passed it."""
    from samskab.cli.cluster import plan_there

    if cluster is None:
        return plan_checked(opened.problem, effort, progress.tell, language)
    made = plan_there(opened.problem, effort, progress.tell, cluster, language)
    return passed(opened.problem, made, language)


def plan_checked(
    problem: "Problem",
    effort: "Effort",
    tell: Callable[["Progress"], None],
    language: Language,
) -> "Plan":
    """The plan, after the checker that knows nothing of the search has passed it.

    Raises:
        StoppedError: the search died without a plan, or a rule is broken: a fault of ours.
    """
    from samskab.planner.run import EngineDiedError, plan_problem

    try:
        made = plan_problem(problem, effort, tell)
    except EngineDiedError as error:
        raise StoppedError(FAULT_OF_OURS, "died") from error
    return passed(problem, made, language)


def passed(problem: "Problem", made: "Plan", language: Language) -> "Plan":
    """A plan that the checker finds nothing wrong with.

    Raises:
        StoppedError: it breaks a rule, which is a fault of ours.
    """
    from samskab.cli.words.rules import breach_in_words
    from samskab.planner.check import check

    breaches = check(problem, made)
    if breaches:
        breach = breach_in_words(breaches[0], language)
        raise StoppedError(FAULT_OF_OURS, "broken", breach=breach)
    return made


def _draw_and_write(
    opened: "OpenedFolder",
    made: "Plan",
    progress: "LiveProgress",
    target: Path,
    language: Language,
) -> None:
    """Make every file before the first is written; a second Ctrl-C does not cost the plan.

    The workbook comes first: it is the one that may stand open in a spreadsheet, which lets
    nobody replace it, and then nothing else is replaced either.
    """
    from samskab.cli.report.page import ReportInput, render
    from samskab.cli.words.sentence import sentence
    from samskab.cli.workbook import workbook_bytes
    from samskab.common.interrupts import interrupts_ignored
    from samskab.planner.plan_json import plan_text

    progress.draw()
    warnings = tuple(sentence(warning, language) for warning in opened.warnings)
    report = ReportInput(opened.problem, made, warnings, tuple(progress.history))
    with interrupts_ignored():
        write_files(
            target,
            {
                WORKBOOK: workbook_bytes(opened.problem, made, language),
                REPORT: render(report, language).encode(),
                PLAN: plan_text(made).encode(),
            },
        )


def write_files(target: Path, contents: Mapping[str, bytes]) -> None:
    """Put all files in their folder, or none and no folder either.

    Raises:
        StoppedError: what could not be written, and why.
    """
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


def _tell(made: "Plan", target: Path, language: Language) -> None:
    from samskab.cli.notation import Notation

    words = SAID[language]
    result = words["result"].format(
        sessions=len(made.sessions),
        unserved=len(made.unserved),
        total=Notation(language).kr(made.cost.total),
    )
    typer.echo(f"{result} {_bound_in_words(made, language)}")
    typer.echo(words["wrote"].format(report=(target / REPORT).resolve().as_uri()))
    typer.echo(words["files"].format(plan=target / PLAN, workbook=target / WORKBOOK))


def _bound_in_words(made: "Plan", language: Language) -> str:
    from samskab.cli.notation import Notation

    words, figures, total = SAID[language], Notation(language), made.cost.total
    if made.bound >= total:
        return words["bound_met"]
    if made.bound <= 0:
        return words["bound_missing"]
    return words["bound_says"].format(
        bound=figures.kr_at_least(made.bound),
        gap=figures.percent_at_most(Fraction(total - made.bound, total)),
    )


def _open(report: Path, environment: Mapping[str, str]) -> None:
    """Show the report where there is a screen; a plan is no worse for not being shown."""
    has_screen = sys.platform in {"darwin", "win32"} or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if has_screen:
        with suppress(OSError):
            typer.launch(str(report.resolve()))
