"""`samskab rollout design`: lots over the orders that the calendars allow."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of

REPORT = "rollout/design.html"


def design(
    folder: Annotated[Path, typer.Argument(help="The programme folder, with rollout.toml.")],
    *,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Draw anew, or add to a windows.csv of somebody else."),
    ] = False,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Draw by lot which unit starts when, among the orders that the calendars allow.

    Writes windows.csv, so that the next plan keeps the lottery, and the lottery's record.
    """
    from samskab.cli.ending import ended_in_words
    from samskab.telling.words.rollout_design import SAID

    language = language_of(lang)
    words = SAID[language]
    with ended_in_words(language, words):
        summary = _design(folder, language, anew=replace)
    typer.echo(summary)
    typer.echo(words["wrote"].format(report=(folder / REPORT).resolve().as_uri()))
    typer.echo(words["also"].format(folder=folder))


def _design(folder: Path, language: Language, *, anew: bool) -> str:
    """Ask, draw, write; the sentence that says what came of it."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.rollout.design_findings import find_design
    from samskab.cli.rollout.design_json import DESIGN, design_json
    from samskab.cli.rollout.design_page import design_page, summary
    from samskab.cli.rollout.windows_of_waves import windows_csv
    from samskab.cli.target import write_target
    from samskab.planner.folder.windows import FILE
    from samskab.telling.evidence_report import render_page

    found = interruptible(lambda: find_design(folder, anew=anew))
    warn((*found.warnings, *found.remarks), language)
    page = render_page(design_page(found, language), language)
    files = {
        FILE: windows_csv(folder, found.own, found.windows),
        DESIGN: design_json(found),
        REPORT: page.encode(),
    }
    write_target(folder, files)
    return summary(found, language)
