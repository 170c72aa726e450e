"""Variants side by side on the terminal: a table, then what is proven of each."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from samskab.telling.language import Language
from samskab.telling.whatif import VARIANT_COLUMNS, Line, variant_rows, variant_sentences
from samskab.telling.words.whatif import SAID

WIDTH = 100
"""Columns, where the output is no terminal."""


def show(lines: Sequence[Line], language: Language) -> None:
    """Print the table, then what is proven."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    console.print(_table(lines, language))
    console.print(Text(SAID[language]["legend"], style="dim"))
    *each, best = variant_sentences(lines, language)
    for sentence in each:
        console.print()
        console.print(Text(sentence))
    console.print()
    console.print(Text(best, style="bold"))


def _table(lines: Sequence[Line], language: Language) -> Table:
    words = SAID[language]
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    number, variant, *figures = VARIANT_COLUMNS
    table.add_column(words[number], justify="right")
    table.add_column(words[variant], overflow="fold")
    for column in figures:
        table.add_column(words[column], justify="right")
    for row in variant_rows(lines, language):
        table.add_row(*map(Text, row))
    return table
