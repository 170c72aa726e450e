"""`samskab rollout power`: whether an effect can be seen, before anyone is trained."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.cli.language import Language

RESULT, REPORT = "rollout/power.json", "rollout/power.html"


def power(
    folder: Annotated[Path, typer.Argument(help="The programme folder, with rollout.toml.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Work out the smallest effect that the roll-out can show, and what would show more."""
