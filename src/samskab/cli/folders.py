"""`samskab import` and `samskab export`: programme folders in and out of the web application."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def import_folder(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    organisation: Annotated[
        str, typer.Option(metavar="NAME", help="The municipality, by its short name in addresses.")
    ],
    programme: Annotated[
        int | None,
        typer.Option(metavar="ID", help="The programme that it is; by default the one so titled."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Bring a folder into the web application; done again it updates, and doubles nothing."""
    from samskab.cli.web_door import enter

    language = language_of(lang)
    options = {"organisation": organisation, "programme": programme}
    enter("import_programme", language, str(folder), **options)


def export_programme(
    programme: Annotated[int, typer.Argument(metavar="ID", help="The programme's number.")],
    out: Annotated[Path, typer.Argument(help="The folder to write; not there yet, or empty.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Write a programme of the web application as a folder, its plan with it."""
    from samskab.cli.web_door import enter

    enter("export_programme", language_of(lang), str(programme), str(out))
