"""`samskab plan`: a folder in; a plan, what it costs and a proven bound out."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from samskab.cli.language import Language, language_of
from samskab.cli.words.plan import SAID
from samskab.common.errors import InputError

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.progress import LiveProgress
    from samskab.planner.model.plan import Plan
    from samskab.planner.run import Effort

BAD_INPUT = 2
FAULT_OF_OURS = 3
FILES = ("report.html", "plan.json", "plan.xlsx")


def plan(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to write; the folder's own `plan` by default.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0, help="How long to plan, at most.")] = 60.0,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another search.")] = 0,
    iterations: Annotated[
        int | None, typer.Option(min=0, help="Steps of the search: the same number, the same plan.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
    *,
    show: Annotated[bool, typer.Option("--open", help="Open the report when done.")] = False,
) -> None:
    """Plan a programme into the calendars that people have; Ctrl-C keeps the best so far."""
    from samskab.cli.failure import fail, warn
    from samskab.cli.folder import open_folder
    from samskab.cli.progress import LiveProgress
    from samskab.planner.run import Effort

    language = language_of(lang)
    effort = Effort(seconds=seconds, steps=iterations, seed=seed)
    with LiveProgress(language, seconds) as progress:
        progress.begin()
        try:
            opened = open_folder(folder)
        except InputError as error:
            progress.leave()
            fail(error, language)
        made = _checked(opened, effort, progress, language)
    warn(opened.warnings, language)
    target = out or folder / "plan"
    try:
        _write(opened, made, progress, target, language)
    except OSError as error:
        why = SAID[language]["unwritable"].format(path=error.filename or target, why=error.strerror)
        typer.echo(why, err=True)
        raise typer.Exit(BAD_INPUT) from error
    _tell(made, target, language)
    if show:
        typer.launch(str(target / FILES[0]))


def _checked(
    opened: "OpenedFolder", effort: "Effort", progress: "LiveProgress", language: Language
) -> "Plan":
    """The plan, after the checker that knows nothing of the search has passed it."""
    from samskab.cli.words.rules import breach_in_words
    from samskab.planner.check import check
    from samskab.planner.run import EngineDiedError, plan_problem

    try:
        made = plan_problem(opened.problem, effort, progress.tell)
    except EngineDiedError:
        _own_up(progress, SAID[language]["died"])
    breaches = check(opened.problem, made)
    if breaches:
        breach = breach_in_words(breaches[0], language)
        _own_up(progress, SAID[language]["broken"].format(breach=breach))
    return made


def _own_up(progress: "LiveProgress", why: str) -> NoReturn:
    """A fault of ours: said in a sentence, and nothing is written."""
    progress.leave()
    typer.echo(why, err=True)
    raise typer.Exit(FAULT_OF_OURS)


def _write(
    opened: "OpenedFolder",
    made: "Plan",
    progress: "LiveProgress",
    target: Path,
    language: Language,
) -> None:
    """All files are made before the first is written; each is replaced whole, the plan last."""
    from samskab.cli.report.page import ReportInput, render
    from samskab.cli.words.sentence import sentence
    from samskab.cli.workbook import workbook_bytes
    from samskab.common.files import write_whole
    from samskab.planner.plan_json import plan_text

    warnings = tuple(sentence(warning, language) for warning in opened.warnings)
    report = ReportInput(opened.problem, made, warnings, tuple(progress.history))
    contents = {
        FILES[0]: render(report, language).encode(),
        FILES[2]: workbook_bytes(opened.problem, made, language),
        FILES[1]: plan_text(made).encode(),
    }
    target.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        write_whole(target / name, content)


def _tell(made: "Plan", target: Path, language: Language) -> None:
    from samskab.cli.notation import Notation

    words, figures = SAID[language], Notation(language)
    total = made.cost.total
    gap = Fraction(total - made.bound, total) if total else Fraction(0)
    typer.echo(
        words["result"].format(
            sessions=len(made.sessions),
            unserved=len(made.unserved),
            total=figures.kr(total),
            bound=figures.kr_at_least(made.bound),
            gap=figures.percent_at_most(gap),
        )
    )
    report, plan_json, workbook = (target / name for name in FILES)
    typer.echo(words["wrote"].format(report=report.resolve().as_uri()))
    typer.echo(words["files"].format(plan=plan_json, workbook=workbook))
