"""From the terminal into the web application, which this door never imports: it is named."""

import os
from importlib import import_module
from typing import Any

import typer

from samskab.cli.failure import BAD_INPUT
from samskab.telling.language import Language
from samskab.telling.words.web import READ_MORE, SETTING_FAULTS, UNREACHABLE


def enter(command: str, language: Language, *words: str, **options: object) -> None:
    """Run a command of the web application, which then speaks the user's language.

    Args:
        command: its name.
        language: of the user.
        words: its arguments.
        options: its options.

    Raises:
        typer.Exit: with 2, after a sentence: a setting is missing or broken, the database does
            not answer, or the command refuses what it was given.
    """
    from django.core.management import CommandError, call_command
    from django.db import OperationalError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskab.web.settings")
    setting_fault: Any = import_module("samskab.web.environment").EnvironmentFaultError
    try:
        _set_up(language)
        call_command(command, *words, **options)
    except setting_fault as error:
        _end(
            f"{SETTING_FAULTS[language][error.code].format(name=error.name)} {READ_MORE[language]}"
        )
    except CommandError as error:
        _end(str(error))
    except OperationalError as error:
        why = " ".join(str(error).split())
        _end(UNREACHABLE[language].format(why=why))


def _set_up(language: Language) -> None:
    import django
    from django.utils.translation import activate

    django.setup()
    activate(language.value)


def _end(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(BAD_INPUT)
