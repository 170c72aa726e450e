"""`samskab backup` and `samskab restore`: all that the web application holds, in one file."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def backup(
    file: Annotated[Path, typer.Argument(help="Where to write; a file there is replaced.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Write the database and all uploaded files into one file, while the server runs."""
    from samskab.cli.web_door import enter

    enter("backup", language_of(lang), str(file))


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `samskab backup` wrote.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Put everything back as a backup has it, all or nothing, while the server runs."""
    from samskab.cli.web_door import enter

    enter("restore", language_of(lang), str(file))
