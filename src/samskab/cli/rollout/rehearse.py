"""`samskab rollout rehearse`: made-up outcomes, to try the whole analysis on beforehand."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def rehearse(
    folder: Annotated[Path, typer.Argument(help="The programme folder, its lots drawn.")],
    effect: Annotated[
        float | None,
        typer.Option(
            help="True effect, averaged over the time since the start, in the outcome's unit; the "
            "smallest that would matter by default."
        ),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, other figures.")] = 1,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Make outcomes up with a known effect: outcomes.csv, marked as synthetic."""
    from samskab.cli.ending import ended_in_words
    from samskab.telling.words.rollout_rehearse import SAID

    language = language_of(lang)
    words = SAID[language]
    with ended_in_words(language, words):
        said = _rehearse(folder, effect, seed, language)
    typer.echo(said)
    typer.echo(words["next"].format(folder=folder))


def _rehearse(folder: Path, effect: float | None, seed: int, language: Language) -> str:
    """Make up, write; the sentence that says what was made."""
    from samskab.cli.rollout.observed import FILE as OUTCOMES
    from samskab.cli.rollout.rehearsal import (
        REHEARSAL,
        make_rehearsal,
        rehearsal_json,
    )
    from samskab.cli.rollout.voice import RolloutVoice
    from samskab.cli.target import write_target
    from samskab.telling.words.rollout_rehearse import SAID

    made, outcomes = make_rehearsal(folder, effect, seed)
    write_target(folder, {OUTCOMES: outcomes, REHEARSAL: rehearsal_json(made)})
    say = RolloutVoice(language, SAID)
    rows = outcomes.count(b"\n") - 1
    return say("made", path=folder / OUTCOMES, rows=rows, effect=say.number(made.effect))
