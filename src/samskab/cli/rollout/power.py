"""`samskab rollout power`: whether an effect can be seen, before anyone is trained."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of

RESULT, REPORT = "rollout/power.json", "rollout/power.html"


def power(
    folder: Annotated[Path, typer.Argument(help="The programme folder, with rollout.toml.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Work out the smallest effect that the roll-out can show, and what would show more."""
    from samskab.cli.ending import ended_in_words
    from samskab.telling.words.rollout_power import SAID

    language = language_of(lang)
    words = SAID[language]
    with ended_in_words(language, words):
        summary = _power(folder, language)
    typer.echo(summary)
    typer.echo(words["wrote"].format(report=(folder / REPORT).resolve().as_uri()))
    typer.echo(words["also"].format(result=folder / RESULT))


def _power(folder: Path, language: Language) -> str:
    """Read, work out, write; the sentence that says what came of it."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.rollout.power_findings import find_power
    from samskab.cli.rollout.power_json import power_json
    from samskab.cli.rollout.power_page import power_page, summary
    from samskab.cli.target import write_target
    from samskab.telling.evidence_report import render_page

    found = interruptible(lambda: find_power(folder))
    warn((*found.warnings, *found.remarks), language)
    page = render_page(power_page(found, language), language)
    write_target(folder, {RESULT: power_json(found), REPORT: page.encode()})
    return summary(found, language)
