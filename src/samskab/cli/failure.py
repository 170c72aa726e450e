"""Faults and warnings on the terminal's error stream."""

from collections.abc import Sequence
from typing import NoReturn

import typer
from rich.console import Console
from rich.text import Text

from samskab.common.errors import Fault, InputError
from samskab.telling.language import Language
from samskab.telling.words.sentence import sentence

BAD_INPUT = 2

CLOSING = {
    Language.DANISH: {1: "1 fejl: intet er skrevet.", 2: "{faults} fejl: intet er skrevet."},
    Language.ENGLISH: {
        1: "1 fault: nothing was written.",
        2: "{faults} faults: nothing was written.",
    },
}
WARNING = {Language.DANISH: "Bemærk", Language.ENGLISH: "Note"}


def fail(error: InputError, language: Language) -> NoReturn:
    """Print every fault of broken input, a line each, and end with exit code 2."""
    console = _console()
    for fault in error.faults:
        console.print(Text(sentence(fault, language), style="red"))
    count = len(error.faults)
    console.print(Text(CLOSING[language][min(count, 2)].format(faults=count), style="bold"))
    raise typer.Exit(BAD_INPUT)


def warn(warnings: Sequence[Fault], language: Language) -> None:
    """Print every warning, a line each."""
    console = _console()
    for warning in warnings:
        console.print(Text(f"{WARNING[language]}: {sentence(warning, language)}", style="yellow"))


def _console() -> Console:
    """Lines are left whole: a terminal wraps them, and a log keeps one fault on one line."""
    return Console(stderr=True, soft_wrap=True, highlight=False)
