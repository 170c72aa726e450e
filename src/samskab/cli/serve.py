"""`samskab serve`: the web application."""

from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def serve(
    bind: Annotated[
        str, typer.Option(metavar="HOST:PORT", help="Where to listen; a TLS proxy stands in front.")
    ] = "127.0.0.1:8000",
    processes: Annotated[int, typer.Option(min=0, help="Of the server; 0: one for each core.")] = 0,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Start the web application; brings the database up to date first. Ctrl-C ends it."""
    from samskab.cli.web_door import enter

    enter("serve", language_of(lang), bind=bind, processes=processes)
