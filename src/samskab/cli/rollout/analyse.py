"""`samskab rollout analyse`: whether it worked, as far as can be told."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.rollout.settings import EffectTest, Estimand
from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from samskab.cli.rollout.analysis_findings import Choices

RESULT, REPORT = "rollout/analysis.json", "rollout/analysis.html"


def analyse(
    folder: Annotated[Path, typer.Argument(help="The programme folder, with outcomes.csv.")],
    *,
    estimand: Annotated[
        Estimand | None, typer.Option(help="Another effect than rollout.toml asks for.")
    ] = None,
    test: Annotated[
        EffectTest | None, typer.Option(help="Another test than rollout.toml asks for.")
    ] = None,
    subgroup: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="A further column of units.csv; may be repeated."),
    ] = None,
    exploratory: Annotated[
        bool, typer.Option("--exploratory", help="Leave the lock alone: nothing is confirmed.")
    ] = False,
    seed: Annotated[int, typer.Option(min=0, help="Of what is simulated.")] = 1,
    plan: Annotated[
        Path | None, typer.Option(help="Whose cost is weighed; the folder's plan by default.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Tell from outcomes.csv whether it worked, how sure that is, and what it is worth."""
    from samskab.cli.ending import ended_in_words
    from samskab.cli.rollout.analysis_findings import Choices
    from samskab.telling.words.rollout_analysis import SAID

    language = language_of(lang)
    words = SAID[language]
    choices = Choices(estimand, test, tuple(subgroup or ()), exploratory, seed, plan)
    with ended_in_words(language, words):
        summary = _analyse(folder, language, choices)
    typer.echo(summary)
    typer.echo(words["wrote"].format(report=(folder / REPORT).resolve().as_uri()))
    typer.echo(words["also"].format(result=folder / RESULT))


def _analyse(folder: Path, language: Language, choices: "Choices") -> str:
    """Read, work out, write; the sentence that says what came of it."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.rollout.analysis_findings import find_analysis
    from samskab.cli.rollout.analysis_json import analysis_json
    from samskab.cli.rollout.analysis_page import analysis_page, summary
    from samskab.cli.target import write_target
    from samskab.telling.evidence_report import render_page

    found = interruptible(lambda: find_analysis(folder, choices))
    warn((*found.warnings, *found.remarks), language)
    page = render_page(analysis_page(found, language), language)
    write_target(folder, {RESULT: analysis_json(found), REPORT: page.encode()})
    return summary(found, language)
