"""`samskab plan`: a folder in; a plan, what it costs and a proven bound out."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.plan_files import write_plan_files
from samskab.telling.language import Language, language_of
from samskab.telling.plan_files import PLAN, REPORT, WORKBOOK, Beside
from samskab.telling.words.plan import SAID

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.progress import LiveProgress
    from samskab.planner.model.plan import Plan
    from samskab.planner.run import Effort

SECONDS = 60.0


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
    from samskab.cli.ending import ended_in_words
    from samskab.cli.failure import warn
    from samskab.cli.progress import LiveProgress
    from samskab.cli.target import refuse_target

    language = language_of(lang)
    if seconds is None:
        seconds = SECONDS if iterations is None else inf
    target = out or folder / "plan"
    progress = LiveProgress(language, seconds)
    with ended_in_words(language, SAID[language]):
        opened = _read(folder, progress)
        refuse_target(target)
        warn(opened.warnings, language)
        with progress:
            from samskab.planner.run import Effort

            effort = Effort(seconds, iterations, seed)
            made = _checked(opened, effort, progress, language, cluster)
            progress.draw()
            write_plan_files(opened, made, Beside(progress.history), target, language)
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


def _checked(
    opened: "OpenedFolder",
    effort: "Effort",
    progress: "LiveProgress",
    language: Language,
    cluster: str | None,
) -> "Plan":
    """The plan, made here or on a cluster, after the checker has passed it."""
    from samskab.cli.cluster import plan_there
    from samskab.cli.planning import passed, plan_checked

    if cluster is None:
        return plan_checked(opened.problem, effort, progress.tell, language)
    made = plan_there(opened.problem, effort, progress.tell, cluster, language)
    return passed(opened.problem, made, language)


def _tell(made: "Plan", target: Path, language: Language) -> None:
    from samskab.telling.bound import bound_in_words
    from samskab.telling.notation import Notation

    words = SAID[language]
    result = words["result"].format(
        sessions=len(made.sessions),
        unserved=len(made.unserved),
        total=Notation(language).kr(made.cost.total),
    )
    typer.echo(f"{result} {bound_in_words(made, language)}")
    typer.echo(words["wrote"].format(report=(target / REPORT).resolve().as_uri()))
    typer.echo(words["files"].format(plan=target / PLAN, workbook=target / WORKBOOK))


def _open(report: Path, environment: Mapping[str, str]) -> None:
    """Show the report where there is a screen; a plan is no worse for not being shown."""
    has_screen = sys.platform in {"darwin", "win32"} or any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if has_screen:
        with suppress(OSError):
            typer.launch(str(report.resolve()))
