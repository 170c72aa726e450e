"""Levers as a table on the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from samskab.cli.whatif_table import WIDTH
from samskab.planner.levers.pull import Levers, Pulled
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.telling.language import Language
from samskab.telling.levers import lever_notes, lever_rows
from samskab.telling.words.levers import SAID


def show(levers: Levers, count: int, problem: Problem, language: Language) -> None:
    """Print the table of those that save most, and what its figures mean."""
    words = SAID[language]
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    if not levers.pulled:
        console.print(words["none"])
        return
    shown = levers.pulled[:count]
    console.print(_table(shown, levers.plan, problem, language))
    console.print()
    without, *others = lever_notes(levers, shown, language)
    console.print(Text(without))
    for note in others:
        console.print(Text(note, style="dim"))


def _table(shown: Sequence[Pulled], without: Plan, problem: Problem, language: Language) -> Table:
    words = SAID[language]
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="bold")
    table.add_column(words["number"], justify="right")
    table.add_column(words["change"], ratio=1)
    for column in ("found", "most", "displaced"):
        table.add_column(words[column], justify="right")
    table.add_column(words["proven"])
    for row in lever_rows(shown, without, problem, language):
        table.add_row(*map(Text, row))
    return table
