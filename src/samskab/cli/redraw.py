"""`samskab report`: the report of a plan that is there, with all that is asked for besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.telling.language import Language, language_of
from samskab.telling.plan_files import REPORT

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.variants import OpenedVariant
    from samskab.planner.model.plan import Plan
    from samskab.telling.report.section import Section

SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the report holds besides the plan.

    Attributes:
        previous: the file of the plan that people have; None where nothing is to be compared.
        settings, files: variants, as `samskab whatif` takes them.
        levers: how many to show.
        seconds: to plan each variant.
    """

    previous: Path | None
    settings: tuple[str, ...]
    files: tuple[Path, ...]
    levers: int
    seconds: float


def report(  # each is an option of the command
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json to report on.")],
    out: Annotated[
        Path | None, typer.Option(help="Where to write report.html; beside the plan by default.")
    ] = None,
    previous: Annotated[
        Path | None, typer.Option(help="The plan that people have: show before and after.")
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE,...", help="A variant, as in samskab whatif."),
    ] = None,
    variant: Annotated[
        list[Path] | None, typer.Option(help="A variant: a file that is a piece of programme.toml.")
    ] = None,
    levers: Annotated[int, typer.Option(min=0, help="How many levers to show.")] = 0,
    seconds: Annotated[float, typer.Option(min=0, help="How long to plan each variant.")] = SECONDS,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Draw the report of a plan anew, with levers, variants, and before and after."""
    from samskab.cli.ending import ended_in_words
    from samskab.telling.words.plan import SAID

    language, words = language_of(lang), SAID[language_of(lang)]
    asked = Asked(previous, tuple(settings or ()), tuple(variant or ()), levers, seconds)
    target = out or plan.parent
    with ended_in_words(language, words):
        _draw(folder, plan, asked, target, language)
    typer.echo(words["wrote"].format(report=(target / REPORT).resolve().as_uri()))


def _draw(folder: Path, file: Path, asked: Asked, target: Path, language: Language) -> None:
    """Read everything, work out what is asked for, and write the page."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.plan_of_folder import open_with_plans, plan_beside
    from samskab.cli.target import refuse_target, write_target
    from samskab.cli.variants import variants_of
    from samskab.planner.plan_fit import misfits, strangers
    from samskab.telling.report.page import ReportInput, render
    from samskab.telling.report.reasons import reasons_of
    from samskab.telling.words.sentence import sentence

    refuse_target(target)
    opened, (made,) = interruptible(lambda: open_with_plans(folder, [file], misfits))
    before = None
    if asked.previous:
        before = plan_beside(opened.problem, asked.previous, strangers)
    variants = interruptible(lambda: variants_of(opened, asked.settings, asked.files))
    warn(opened.warnings, language)
    sections = list(_before_and_after(opened, before, made, language))
    sections += _variants(opened, variants, asked.seconds, language)
    sections += _levers(opened, made, asked.levers, language)
    report = ReportInput(
        opened.problem,
        made,
        warnings=tuple(sentence(warning, language) for warning in opened.warnings),
        reasons=interruptible(lambda: reasons_of(opened.problem, made, language)),
        sections=tuple(sections),
    )
    write_target(target, {REPORT: render(report, language).encode()})


def _before_and_after(
    opened: "OpenedFolder", before: "Plan | None", after: "Plan", language: Language
) -> Iterator["Section"]:
    from samskab.telling.report.changes import changes_section

    if before:
        yield changes_section(opened.problem, before, after, language)


def _variants(
    opened: "OpenedFolder",
    variants: tuple["OpenedVariant", ...],
    seconds: float,
    language: Language,
) -> Iterator["Section"]:
    from samskab.cli.whatif import side_by_side
    from samskab.planner.effort import Effort
    from samskab.telling.report.asked_sections import variants_section

    if variants:
        lines, _ = side_by_side(opened, variants, Effort(seconds), language)
        yield variants_section(lines, language)


def _levers(
    opened: "OpenedFolder", made: "Plan", most: int, language: Language
) -> Iterator["Section"]:
    from samskab.cli.interruptible import interruptible
    from samskab.cli.levers import PLANNED_PER_SHOWN, STEPS, pulled_levers
    from samskab.cli.variants import with_a_week_more
    from samskab.planner.levers.verifying import Pains
    from samskab.telling.report.asked_sections import levers_section

    if most:
        problem = interruptible(lambda: with_a_week_more(opened))
        pains = Pains(steps=STEPS, seed=0)
        levers = pulled_levers(problem, made, pains, PLANNED_PER_SHOWN * most, language)
        yield levers_section(levers, problem, language, most)
