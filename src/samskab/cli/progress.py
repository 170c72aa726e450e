"""Live progress on the terminal: phase, best plan, bound, gap and time left."""

from fractions import Fraction
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.table import Table

from samskab.cli.language import Language
from samskab.cli.notation import Notation
from samskab.cli.words.plan import SAID
from samskab.planner.progress import Progress

QUIET_SECONDS = 10.0


class LiveProgress:
    """Shows how planning goes on; where the output is no terminal, a line now and then."""

    def __init__(self, language: Language, seconds: float) -> None:
        self.console = Console(stderr=True)
        self.words, self.figures, self.seconds = SAID[language], Notation(language), seconds
        self.history: list[Progress] = []
        self._live = Live(console=self.console, refresh_per_second=8, transient=True)
        self._last_line = -QUIET_SECONDS

    def __enter__(self) -> Self:
        """Begin to show."""
        if self.console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was."""
        self.leave()

    def begin(self) -> None:
        """Say that the folder is being read."""
        self.tell(Progress(0.0, "reading"))

    def leave(self) -> None:
        """Show no more: what is printed next stands alone."""
        if self.console.is_terminal:
            self._live.stop()

    def tell(self, progress: Progress) -> None:
        """Show a moment of planning, and remember it where something changed."""
        last = self.history[-1] if self.history else None
        known = (progress.phase, progress.total_oere, progress.bound_oere)
        if last is None or (last.phase, last.total_oere, last.bound_oere) != known:
            self.history.append(progress)
        if self.console.is_terminal:
            self._live.update(self._table(progress))
        elif progress.seconds - self._last_line >= QUIET_SECONDS or progress.phase == "done":
            self._last_line = progress.seconds
            self.console.print(
                " · ".join(value for _, value in self._rows(progress)), soft_wrap=True
            )

    def _table(self, progress: Progress) -> Table:
        table = Table.grid(padding=(0, 2))
        for name, value in self._rows(progress):
            table.add_row(f"[dim]{name}[/dim]", value)
        table.caption = self.words["stop"]
        table.caption_justify = "left"
        return table

    def _rows(self, progress: Progress) -> list[tuple[str, str]]:
        total, bound = progress.total_oere, progress.bound_oere
        gap = None if not total or bound is None else Fraction(total - bound, total)
        left = max(self.seconds - progress.seconds, 0.0)
        none = self.words["none"]
        return [
            (self.words["phase"], self.words[progress.phase]),
            (self.words["best"], none if total is None else self.figures.kr(total)),
            (self.words["bound"], none if bound is None else self.figures.kr_at_least(bound)),
            (self.words["gap"], none if gap is None else self.figures.percent_at_most(gap)),
            (self.words["left"], self.words["seconds"].format(seconds=round(left))),
        ]
