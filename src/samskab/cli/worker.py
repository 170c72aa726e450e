"""`samskab worker`: does what the web application's pages put in the queue."""

from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def worker(
    *,
    batch: Annotated[bool, typer.Option("--batch", help="End when nothing waits.")] = False,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Work for the web application; any number, on any machines, over one PostgreSQL.

    Ctrl-C lets the task at hand end within 10 seconds, or gives it back for another worker.
    """
    from samskab.cli.web_door import enter

    enter("work", language_of(lang), batch=batch)
