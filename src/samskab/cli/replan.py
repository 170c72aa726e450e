"""`samskab replan`: a published plan and a folder that has changed in; the plan mended out."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from samskab.cli.plan_files import write_plan_files
from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.telling.language import Language, language_of
from samskab.telling.plan_files import PLAN, REPORT, WORKBOOK, Beside

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.progress import LiveProgress
    from samskab.planner.replan.publication import Publication
    from samskab.planner.replan.result import Replanned

SECONDS = 10.0
LEADERS_PER_SECOND = 17
"""A thousand leaders need a minute: within 10 s the model of their change is not made."""


def replan(
    folder: Annotated[Path, typer.Argument(help="The programme folder as it is now.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json that people have.")],
    pin: Annotated[
        list[str] | None,
        typer.Option(metavar="SESSION", help="A session that stays as it is; may be repeated."),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Sessions that began before this day stay as they are; today by default.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write; the folder's own `plan` by default.")
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(min=0, help="How long to plan, at most; 10, or more above 170 leaders."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Mend a published plan after a change: what broke moves, and nothing else."""
    from samskab.cli.ending import ended_in_words
    from samskab.cli.failure import warn
    from samskab.cli.progress import LiveProgress
    from samskab.cli.target import refuse_target
    from samskab.telling.bound import bound_in_words
    from samskab.telling.replan_account import ReplanAccount
    from samskab.telling.report.changes import account_section
    from samskab.telling.words import plan as plan_words
    from samskab.telling.words import replan as replan_words

    language = language_of(lang)
    words = plan_words.SAID[language] | replan_words.SAID[language]
    target = out or folder / "plan"
    progress = LiveProgress(language, seconds or SECONDS)
    with ended_in_words(language, words):
        opened, publication = _read(folder, plan, tuple(pin or ()), today, progress)
        refuse_target(target)
        _refuse_to_lose(target / PLAN, plan)
        warn(opened.warnings, language)
        with progress:
            made = _mended(publication, _limit(seconds, len(opened.problem.people)), progress)
            progress.draw()
            kept = _kept(target / PLAN)
            account = tuple(ReplanAccount(publication, made, language).lines())
            sections = (account_section(account, language),)
            beside = Beside(progress.history, sections, kept)
            write_plan_files(opened, made.plan, beside, target, language)
    _tell((*account, bound_in_words(made.plan, language)), kept, target, words)


def _tell(
    account: tuple[str, ...], kept: Mapping[str, bytes], target: Path, words: Mapping[str, str]
) -> None:
    for line in account:
        typer.echo(line)
    for name in kept:
        typer.echo(words["kept"].format(path=target / name))
    typer.echo(words["wrote"].format(report=(target / REPORT).resolve().as_uri()))
    typer.echo(words["files"].format(plan=target / PLAN, workbook=target / WORKBOOK))


def _read(
    folder: Path,
    plan: Path,
    pins: tuple[str, ...],
    today: datetime | None,
    progress: "LiveProgress",
) -> "tuple[OpenedFolder, Publication]":
    """The folder, and the plan as what has been published of it."""
    from samskab.cli.interruptible import interruptible
    from samskab.planner.progress import Progress

    def read() -> "tuple[OpenedFolder, Publication]":
        from samskab.cli.plan_of_folder import open_with_plans
        from samskab.planner.replan.publication import publication

        # whoever has left stands in the plan, but not in the folder: it is judged below
        opened, (published,) = open_with_plans(folder, [plan], lambda *_: iter(()))
        zone = ZoneInfo(opened.problem.programme.timezone)
        day = (today or datetime.now(zone)).date()
        return opened, publication(opened.problem, published, pins, day, plan.name)

    with progress:
        progress.tell(Progress(0.0, "reading"))
        return interruptible(read)


def _refuse_to_lose(there: Path, plan: Path) -> None:
    """What would be overwritten is the plan that was given, or nothing.

    Raises:
        StoppedError: it is another plan.
    """
    if there.exists() and not there.samefile(plan):
        raise StoppedError(BAD_INPUT, "another", path=there, plan=plan)


def _kept(there: Path) -> dict[str, bytes]:
    """The published plan by a name of its own, where the new one takes its place."""
    if not there.exists():
        return {}
    names = (f"{there.stem}.{number}{there.suffix}" for number in count(1))
    name = next(name for name in names if not there.with_name(name).exists())
    return {name: there.read_bytes()}


def _limit(seconds: float | None, leaders: int) -> float:
    return max(SECONDS, leaders / LEADERS_PER_SECOND) if seconds is None else seconds


def _mended(publication: "Publication", seconds: float, progress: "LiveProgress") -> "Replanned":
    from samskab.cli.interruptible import interruptible
    from samskab.planner.replan.replanning import NoTimeError, replan

    try:
        return interruptible(lambda: replan(publication, seconds=seconds, tell=progress.tell))
    except NoTimeError as error:
        raise StoppedError(BAD_INPUT, "no_time", seconds=f"{seconds:g}") from error
