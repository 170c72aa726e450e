"""Two heat maps over the weeks: who is away, and which meetings give way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import altair as alt

from samskab.telling.notation import danish_order
from samskab.telling.report.absence import (
    Week,
    absences,
    most_away,
    unit_sizes,
    units_by_burden,
    week_of,
    weeks_of,
)
from samskab.telling.report.charts import Drawn, Table
from samskab.telling.report.drawing import HEAT, WHITE_INK_FROM, Chart, svg_of
from samskab.telling.report.figures import SECONDS_PER_HOUR, Figures
from samskab.telling.report.wording import Voice

MOST_UNITS = 40
LEGIBLE_STEP = 20
_WIDTH = 850
_ROOMY_STEP = 40
_ROW_AXIS = alt.Axis(labelFontSize=12, ticks=False, domain=False)
_WEEK_AXIS = alt.Axis(
    orient="top",
    labelAngle=0,
    labelExpr="split(datum.value, '-')[1]",
    labelFontSize=12,
    ticks=False,
    domain=False,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One square.

    Attributes:
        heat: from 0 to 1.
        label: what is written in it; empty for nothing.
    """

    row: str
    week: Week
    heat: float
    label: str


def away_chart(figures: Figures, say: Voice) -> Drawn:
    """The most people of each unit away at once, week by week; names in the table."""
    sizes = unit_sizes(figures)
    units = sorted(units_by_burden(figures)[:MOST_UNITS], key=danish_order)
    peaks = most_away(figures)
    cells = [
        Cell(unit, week, peaks.get((unit, week), 0) / sizes[unit], str(peaks.get((unit, week), "")))
        for unit in units
        for week in weeks_of(figures)
    ]
    table = Table(
        say("away_table"),
        (say("unit"), say("when"), say("away_count"), say("who")),
        tuple(
            (
                away.unit,
                f"{say.figures.short_day(away.half_day.day)} "
                + say("short_morning" if away.half_day.is_morning else "short_afternoon"),
                say("count_of", count=len(away.people), of=sizes[away.unit]),
                ", ".join(person.name for person in away.people),
            )
            for away in absences(figures)
        ),
        frozenset(),
    )
    drawing = svg_of(_heat_map(cells, units, say), "away", say.language)
    return Drawn("away", say("away_chart"), drawing, table, wide=True)


def weeks_chart(figures: Figures, say: Voice) -> Drawn:
    """Hours of meetings displaced, by week and half-day of the week."""
    seconds: Counter[tuple[str, Week]] = Counter()
    rows = [_half_day_name(day, part, say) for day in range(5) for part in range(2)]
    for one in figures.attendances:
        for half_day, spent in zip(one.half_days, one.spent, strict=True):
            row = rows[2 * half_day.day.weekday() + (not half_day.is_morning)]
            seconds[row, week_of(half_day)] += spent.displaced
    hottest = max(seconds.values(), default=0) or 1
    weeks = weeks_of(figures)
    cells = [
        Cell(row, week, seconds[row, week] / hottest, _whole_hours(seconds[row, week], say))
        for row in rows
        for week in weeks
    ]
    table = Table(
        say("weeks_chart"),
        (say("week"), *rows, say("total")),
        tuple(
            (
                _week_name(week),
                *(say.figures.hours(seconds[row, week]) for row in rows),
                say.figures.hours(sum(seconds[row, week] for row in rows)),
            )
            for week in weeks
        ),
        frozenset(range(1, 12)),
    )
    drawing = svg_of(_heat_map(cells, rows, say), "weeks", say.language)
    return Drawn("weeks", say("weeks_chart"), drawing, table, wide=True)


def _heat_map(cells: Sequence[Cell], rows: Sequence[str], say: Voice) -> Chart:
    weeks = list(dict.fromkeys(_week_name(cell.week) for cell in cells))
    step = max(12, min(_ROOMY_STEP, _WIDTH // max(1, len(weeks))))
    values = [
        {"row": cell.row, "week": _week_name(cell.week), "heat": cell.heat, "label": cell.label}
        for cell in cells
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("week:O", sort=weeks, title=say("week"), axis=_WEEK_AXIS),
        y=alt.Y("row:N", sort=list(rows), title=None, axis=_ROW_AXIS),
    )
    squares = base.mark_rect(stroke="#fff", strokeWidth=2, cornerRadius=3).encode(
        color=alt.Color(
            "heat:Q",
            scale=alt.Scale(type="threshold", domain=list(HEAT)[1:], range=list(HEAT.values())),
            legend=None,
        )
    )
    figures = base.mark_text(fontSize=12).encode(
        text="label:N",
        color=alt.condition(
            f"datum.heat >= {WHITE_INK_FROM}", alt.value("#fff"), alt.value("#08343d")
        ),
    )
    layers = [squares, figures] if step >= LEGIBLE_STEP else [squares]
    return alt.layer(*layers).properties(width=alt.Step(step), height=alt.Step(26))


def _half_day_name(day: int, part: int, say: Voice) -> str:
    part_name = say("short_afternoon" if part else "short_morning")
    return f"{say.figures.weekday_name(day)[:3]} {part_name}"


def _whole_hours(seconds: int, say: Voice) -> str:
    if 0 < seconds < SECONDS_PER_HOUR / 2:
        return "<1"
    return say.figures.number(Fraction(seconds, SECONDS_PER_HOUR)) if seconds else ""


def _week_name(week: Week) -> str:
    return f"{week[0]}-{week[1]:02}"
