"""How a command ends where something is in its way: in words, with its exit code."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import typer

from samskab.cli.failure import fail
from samskab.cli.stopped import INTERRUPTED, StoppedError
from samskab.common.errors import InputError
from samskab.telling.language import Language


@contextmanager
def ended_in_words(language: Language, words: Mapping[str, str]) -> Iterator[None]:
    """Say why a command stops: broken input, Ctrl-C, or what its own words tell.

    Args:
        language: of the user.
        words: `interrupted`, and those that a `StoppedError` may name.

    Raises:
        typer.Exit: with 2 for broken input, 130 after Ctrl-C, else the error's own code.
    """
    try:
        yield
    except InputError as error:
        fail(error, language)
    except KeyboardInterrupt as error:
        typer.echo(words["interrupted"], err=True)
        raise typer.Exit(INTERRUPTED) from error
    except StoppedError as error:
        typer.echo(words[error.word].format(**error.values), err=True)
        raise typer.Exit(error.code) from error
