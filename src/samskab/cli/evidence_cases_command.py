"""`samskab evidence-cases`: put reference cases to the evidence engine, and compare."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of

DIFFERS = 1
SAID = {
    Language.DANISH: {
        "ok": "{id}: stemmer",
        "differs": "{id}: stemmer ikke. Ventet: {expected}. Fået: {got}.",
        "failed": "{id}: kunne ikke regnes. {error}.",
        "sum": "{ok} af {count} tilfælde stemmer.",
    },
    Language.ENGLISH: {
        "ok": "{id}: agrees",
        "differs": "{id}: does not agree. Expected: {expected}. Got: {got}.",
        "failed": "{id}: could not be computed. {error}.",
        "sum": "{ok} of {count} cases agree.",
    },
}


def evidence_cases(
    cases: Annotated[Path, typer.Argument(help="A JSON file of reference cases.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print id, expected, got and ok as JSON.")
    ] = False,
) -> None:
    """Run every reference case through the engine; exit 1 where one does not agree."""
    from samskab.cli.evidence_cases.runner import verdicts
    from samskab.cli.failure import fail
    from samskab.common.errors import InputError

    language = language_of(lang)
    try:
        found = list(verdicts(cases))
    except InputError as error:
        fail(error, language)
    if as_json:
        typer.echo(json.dumps([asdict(verdict) for verdict in found], indent=2, default=str))
    else:
        words = SAID[language]
        for verdict in found:
            kind = "ok" if verdict.ok else "failed" if verdict.error else "differs"
            typer.echo(words[kind].format(**asdict(verdict)))
        agreeing = sum(verdict.ok for verdict in found)
        typer.echo(words["sum"].format(ok=agreeing, count=len(found)))
    if not all(verdict.ok for verdict in found):
        raise typer.Exit(DIFFERS)
