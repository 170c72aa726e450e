"""The report's charts, each with the table of its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import altair as alt

from samskab.common.money import OERE_PER_KR
from samskab.planner.model.plan import Cost
from samskab.planner.progress import Progress
from samskab.telling.report.drawing import FJORD, SAND, WARM, Chart, svg_of
from samskab.telling.report.figures import SECONDS_PER_HOUR, Figures
from samskab.telling.report.wording import Voice

PHONE_WIDTH = 400
MOST_TURNS = 200
MILLION_KR = 1_000_000 * OERE_PER_KR
_GROUPS = {
    "group_holding": (FJORD, ("facilitation", "rooms", "materials", "travel")),
    "group_calendars": (SAND, ("displacement", "unfairness")),
    "group_left_out": (WARM, ("unserved", "changes")),
}
_LINES = {"line_plan": (WARM, [1, 0]), "line_bound": (FJORD, [5, 3])}
"""Colour and dashes of each."""
_KINDS = {"free": "#7fb3b5", "tentative": "#d9a94f", "busy": SAND, "hard": WARM}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns.

    Attributes:
        numeric: which columns hold figures, counted from 0.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that is drawn.

    Attributes:
        name: unique in the page.
        wide: needs more room than a phone has.
        key: what each colour means, as (class of the style sheet, words, figure).
    """

    name: str
    title: str
    svg: str
    table: Table
    wide: bool = False
    key: tuple[tuple[str, str, str], ...] = ()


def cost_chart(figures: Figures, say: Voice) -> Drawn:
    """Cost items as bars, coloured by whether they are paid, calendar time or penalties."""
    cost = figures.plan.cost
    shown = [
        {
            "item": say(item),
            "group": group,
            "kr": getattr(cost, item) / OERE_PER_KR,
            "label": say.figures.kr(getattr(cost, item)),
        }
        for group, (_, items) in _GROUPS.items()
        for item in items
        if getattr(cost, item)
    ]
    colour = alt.Color(
        "group:N",
        scale=alt.Scale(domain=list(_GROUPS), range=[colour for colour, _ in _GROUPS.values()]),
        legend=None,
    )
    table = Table(
        say("cost_chart"),
        (say("item"), say("group"), say("amount")),
        (
            *((row["item"], say(row["group"]), row["label"]) for row in shown),
            (say("total"), "", say.figures.kr(cost.total)),
        ),
        frozenset({2}),
    )
    drawing = svg_of(_labelled_bars(shown, "item", "kr", colour), "cost", say.language)
    return Drawn("cost", say("cost_chart"), drawing, table, key=_group_totals(cost, say))


def _group_totals(cost: Cost, say: Voice) -> tuple[tuple[str, str, str], ...]:
    totals = {
        group: sum(getattr(cost, item) for item in items) for group, (_, items) in _GROUPS.items()
    }
    return tuple(
        (group, say(group), say.figures.kr(total)) for group, total in totals.items() if total
    )


def hours_chart(figures: Figures, say: Voice) -> Drawn:
    """Hours in sessions by what the calendars held."""
    spent = figures.spent
    seconds = {kind: getattr(spent, kind) for kind in _KINDS if kind != "hard" or spent.hard}
    shown = [
        {
            "kind": say(f"kind_{kind}"),
            "hours": amount / SECONDS_PER_HOUR,
            "label": say.figures.hours(amount),
        }
        for kind, amount in seconds.items()
    ]
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(
            domain=[row["kind"] for row in shown], range=[_KINDS[kind] for kind in seconds]
        ),
        legend=None,
    )
    chart = _labelled_bars(shown, "kind", "hours", colour)
    table = Table(
        say("hours_chart"),
        (say("kind"), say("hours_unit")),
        tuple((row["kind"], row["label"]) for row in shown),
        frozenset({1}),
    )
    whole = sum(seconds.values())
    key = tuple(
        (f"kind_{kind}", say(f"kind_{kind}"), say.figures.percent(Fraction(amount, whole)))
        for kind, amount in seconds.items()
    )
    return Drawn("hours", say("hours_chart"), svg_of(chart, "hours", say.language), table, key=key)


def closeness_chart(history: Sequence[Progress], say: Voice) -> Drawn:
    """Best plan and proven bound over the seconds of the search."""
    history = _turns(history)
    highest = max(moment.total_oere or moment.bound_oere or 0 for moment in history)
    unit_oere, unit = (
        (MILLION_KR, "million_kr") if highest >= MILLION_KR else (MILLION_KR // 1000, "thousand_kr")
    )
    shown = [
        {"line": say(line), "seconds": moment.seconds, "kr": oere / unit_oere}
        for moment in history
        for line, oere in zip(_LINES, (moment.total_oere, moment.bound_oere), strict=True)
        if oere is not None
    ]
    drawing = svg_of(_stepped_lines(shown, say(unit), say), "closeness", say.language)
    return Drawn("closeness", say("closeness_chart"), drawing, _closeness_table(history, say))


def _stepped_lines(rows: Sequence[dict[str, object]], unit: str, say: Voice) -> Chart:
    """A line for each of `_LINES` that stays where it is until it moves."""
    names = [say(line) for line in _LINES]
    colours = alt.Scale(domain=names, range=[colour for colour, _ in _LINES.values()])
    dashes = alt.Scale(domain=names, range=[dash for _, dash in _LINES.values()])
    chart: Chart = (
        alt.Chart(alt.InlineData(values=list(rows)))
        .mark_line(interpolate="step-after", strokeWidth=2.5)
        .encode(
            x=alt.X(
                "seconds:Q",
                title=say("seconds"),
                scale=alt.Scale(domainMin=0, nice=False),
                axis=alt.Axis(grid=False, tickCount=8),
            ),
            y=alt.Y(
                "kr:Q",
                title=unit,
                scale=alt.Scale(zero=False, nice=True),
                axis=alt.Axis(tickCount=6),
            ),
            color=alt.Color(
                "line:N",
                scale=colours,
                legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3),
            ),
            strokeDash=alt.StrokeDash("line:N", scale=dashes),
        )
        .properties(width=PHONE_WIDTH - 10, height=250)
    )
    return chart


def _turns(history: Sequence[Progress]) -> list[Progress]:
    """The first and last moment and those at which plan or bound moved, thinned where many."""
    moved = [
        after
        for before, after in pairwise(history)
        if (before.total_oere, before.bound_oere) != (after.total_oere, after.bound_oere)
    ]
    every = -(-len(moved) // MOST_TURNS) or 1
    return [*history[:1], *moved[::every], *history[-1:]]


def _closeness_table(history: Sequence[Progress], say: Voice) -> Table:
    figures = say.figures
    return Table(
        say("closeness_chart"),
        (say("seconds"), say("phase"), say("line_plan"), say("line_bound")),
        tuple(
            (
                figures.number(Fraction(moment.seconds), 1),
                say(f"phase_{moment.phase}"),
                "" if moment.total_oere is None else figures.kr(moment.total_oere),
                "" if moment.bound_oere is None else figures.kr(moment.bound_oere),
            )
            for moment in history
        ),
        frozenset({0, 2, 3}),
    )


def _labelled_bars(
    rows: Sequence[dict[str, object]], name: str, amount: str, colour: alt.Color
) -> Chart:
    """Horizontal bars in the order given, each with its figure at the end."""
    longest = max((float(str(row[amount])) for row in rows), default=0)
    base = alt.Chart(alt.InlineData(values=list(rows))).encode(
        y=alt.Y(f"{name}:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False)),
        x=alt.X(
            f"{amount}:Q", axis=None, scale=alt.Scale(domain=[0, longest * 1.4 or 1], nice=False)
        ),
    )
    bars = base.mark_bar(height=18, cornerRadiusEnd=2).encode(color=colour)
    labels = base.mark_text(align="left", dx=6).encode(text="label:N")
    return alt.layer(bars, labels).properties(width=PHONE_WIDTH - 150, height=alt.Step(32))
