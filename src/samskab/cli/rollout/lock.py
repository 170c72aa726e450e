"""`samskab rollout lock`: how it will be analysed, fixed before any outcome is seen."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of

REPORT = "rollout/lock.html"


def lock(
    folder: Annotated[Path, typer.Argument(help="The programme folder, with rollout.toml.")],
    now: Annotated[
        datetime | None,
        typer.Option(hidden=True, help="The time of locking, for trials; the clock by default."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Lock outcome, method and subgroups with a hash, before any outcome is recorded."""
    from samskab.cli.ending import ended_in_words
    from samskab.telling.words.rollout_lock import SAID

    language = language_of(lang)
    words = SAID[language]
    with ended_in_words(language, words):
        summary = _lock(folder, language, now)
    typer.echo(summary)
    typer.echo(words["wrote"].format(report=(folder / REPORT).resolve().as_uri()))
    typer.echo(words["also"].format(folder=folder))


def _lock(folder: Path, language: Language, now: datetime | None) -> str:
    """Read, lock, write; the sentence that says what came of it."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.rollout.analysis_lock import LOCK, lock_json
    from samskab.cli.rollout.lock_findings import find_lock
    from samskab.cli.rollout.lock_page import lock_page, summary
    from samskab.cli.target import write_target
    from samskab.telling.evidence_report import render_page

    found = interruptible(lambda: find_lock(folder, now))
    warn(found.warnings, language)
    page = render_page(lock_page(found, language), language)
    write_target(folder, {REPORT: page.encode(), LOCK: lock_json(found.lock)})
    return summary(found, language)
