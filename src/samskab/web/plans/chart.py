"""How plan and bound close in, as the lines of a drawing and the rows of its table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise

from samskab.common.money import OERE_PER_KR
from samskab.telling.notation import Notation
from samskab.web.plans.tables import PHASES

WIDTH, LEFT, BOTTOM, TOP = 640, 130, 224, 14
MARKS = 4
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure beside an axis, in whole kroner or seconds, at a place of the drawing."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of the table; amounts in øre."""

    seconds: str
    phase: Promise
    total_oere: int | None
    bound_oere: int | None
    left_out: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws.

    Attributes:
        plan, bound: points of a line, as SVG writes them; empty where nothing is known yet.
        marks: of the upright axis.
        ticks: of the seconds.
    """

    plan: str
    bound: str
    marks: tuple[Mark, ...]
    ticks: tuple[Mark, ...]


def chart_of(progress: Sequence[Sequence[Any]], notation: Notation) -> Chart | None:
    """The drawing of a job's progress; None before there is a plan.

    Args:
        progress: as `Job.progress`.
        notation: of the reader.
    """
    lines = [[(row[0], row[at]) for row in progress if row[at]] for at in (2, 3)]
    known = [oere for line in lines for _, oere in line]
    if not lines[0]:
        return None
    scale = _Scale(max(row[0] for row in progress), min(known), max(known))
    return Chart(
        plan=scale.steps(lines[0]),
        bound=scale.steps(lines[1]),
        marks=tuple(
            Mark(scale.y(oere), notation.number(Fraction(oere, OERE_PER_KR)))
            for oere in scale.amounts()
        ),
        ticks=tuple(
            Mark(scale.x(scale.seconds * part / MARKS), str(round(scale.seconds * part / MARKS)))
            for part in range(MARKS + 1)
        ),
    )


class _Scale:
    """Where seconds and amounts stand."""

    def __init__(self, seconds: float, least: int, most: int) -> None:
        self.seconds = max(seconds, 1.0)
        self.least, self.most = least, max(most, least + 100)

    def x(self, seconds: float) -> float:
        """Right of the upright axis."""
        return round(LEFT + (WIDTH - LEFT - 16) * seconds / self.seconds, 1)

    def y(self, oere: float) -> float:
        """Above the seconds."""
        share = (oere - self.least) / (self.most - self.least)
        return round(BOTTOM - (BOTTOM - TOP) * share, 1)

    def amounts(self) -> Iterable[int]:
        """Amounts to write beside the axis."""
        span = self.most - self.least
        return (self.least + span * part // MARKS for part in range(MARKS + 1))

    def steps(self, line: Sequence[tuple[float, int]]) -> str:
        """A line that stays where it is until it moves."""
        points: list[tuple[float, float]] = []
        for seconds, oere in line:
            if points:
                points.append((self.x(seconds), points[-1][1]))
            points.append((self.x(seconds), self.y(oere)))
        return " ".join(f"{x},{y}" for x, y in points)


def moments_of(progress: Sequence[Sequence[Any]], notation: Notation) -> list[Moment]:
    """The latest of a job's progress as rows, the very latest first.

    Args:
        progress: as `Job.progress`.
        notation: of the reader.
    """
    return [
        Moment(
            notation.number(Fraction(round(10 * seconds), 10), 1),
            PHASES[phase],
            total,
            bound,
            left_out,
        )
        for seconds, phase, total, bound, left_out in reversed(progress[-MOST_ROWS:])
    ]
