"""Live progress on the terminal: phase, best plan, bound, gap and time left."""

from dataclasses import replace
from fractions import Fraction
from math import isfinite
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.table import Table

from samskab.planner.progress import Progress
from samskab.telling.language import Language
from samskab.telling.notation import Notation
from samskab.telling.words.plan import SAID

QUIET_SECONDS = 10.0
ENDED = ("done", "writing")


class LiveProgress:
    """Shows how planning goes on; where the output is no terminal, a line now and then.

    To be entered for each stretch of work; between them the terminal is free for other words.
    """

    def __init__(self, language: Language, seconds: float) -> None:
        self.console = Console(stderr=True)
        self.words, self.figures, self.seconds = SAID[language], Notation(language), seconds
        self.history: list[Progress] = []
        self._lives = self.console.is_terminal and not self.console.is_dumb_terminal
        self._live = Live(console=self.console, refresh_per_second=8, transient=True)
        self._said: Progress | None = None

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._lives:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was: what is printed next stands alone."""
        if self._lives:
            self._live.stop()

    def tell(self, progress: Progress) -> None:
        """Show a moment of planning, and remember it where something changed."""
        last = self.history[-1] if self.history else None
        known = (progress.phase, progress.total_oere, progress.bound_oere)
        if last is None or (last.phase, last.total_oere, last.bound_oere) != known:
            self.history.append(progress)
        self._show(progress)

    def draw(self) -> None:
        """Show that planning is over and the report is being drawn."""
        last = self.history[-1]
        if self._lives:
            self._show(replace(last, phase="writing"))

    def _show(self, progress: Progress) -> None:
        if self._lives:
            self._live.update(self._table(progress))
        elif self._is_news(progress):
            self._said = progress
            self.console.print(self._line(progress), soft_wrap=True, highlight=False)

    def _is_news(self, progress: Progress) -> bool:
        """Whether a log should have a line of it."""
        said = self._said
        if said is None or said.phase != progress.phase:
            return True
        return progress.seconds - said.seconds >= QUIET_SECONDS

    def _table(self, progress: Progress) -> Table:
        table = Table.grid(padding=(0, 2))
        for name, value in self._rows(progress):
            table.add_row(f"[dim]{name}[/dim]", value)
        if progress.phase not in ENDED:
            table.caption = self.words["stop_reading" if progress.phase == "reading" else "stop"]
            table.caption_justify = "left"
        return table

    def _line(self, progress: Progress) -> str:
        """Phase and what is known; a log has its own clock."""
        phase, *rows, _ = self._rows(progress)
        known = [f"{name}: {value}" for name, value in rows if value != self.words["none"]]
        return " · ".join([phase[1], *known])

    def _rows(self, progress: Progress) -> list[tuple[str, str]]:
        total, bound = progress.total_oere, progress.bound_oere
        gap = None if not total or not bound else Fraction(max(total - bound, 0), total)
        none, out = self.words["none"], progress.left_out
        return [
            (self.words["phase"], self.words[progress.phase]),
            (self.words["best"], none if total is None else self.figures.kr(total)),
            (self.words["left_out"], none if out is None else self.figures.number(out)),
            (self.words["bound"], none if not bound else self.figures.kr_at_least(bound)),
            (self.words["gap"], none if gap is None else self.figures.percent_at_most(gap)),
            *self._cluster(progress),
            (self.words["left"], self._left(progress)),
        ]

    def _cluster(self, progress: Progress) -> list[tuple[str, str]]:
        """Who is at work, where that is not this machine alone."""
        if progress.workers is None:
            return []
        workers, lost = str(progress.workers), progress.lost_rounds
        if lost:
            workers = self.words["lost_rounds"].format(workers=workers, lost=lost)
        return [(self.words["workers"], workers)]

    def _left(self, progress: Progress) -> str:
        left = 0.0 if progress.phase in ENDED else max(self.seconds - progress.seconds, 0.0)
        if not isfinite(left):
            return self.words["no_limit"]
        return self.words["seconds"].format(seconds=round(left))
