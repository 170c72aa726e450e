"""The shares of all units as dots with their intervals, and as a table."""

import altair as alt
import numpy as np
from numpy.typing import NDArray

from samskab.cli.efficiency_findings import EfficiencyFindings
from samskab.cli.efficiency_voice import EfficiencyVoice
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, SAND, WARM, Chart, svg_of

MOST_SHOWN = 60
STEP = 22


def shares_chart(found: EfficiencyFindings, say: EfficiencyVoice) -> Drawn:
    """Units from the best down; the table has every measure that was worked out."""
    order = np.argsort(-np.nan_to_num(found.comparison.share), kind="stable")
    title = say("found_chart" if found.intervals is not None else "found_chart_plain")
    drawing = svg_of(_dots(found, order[-MOST_SHOWN:]), "shares", say.language)
    return Drawn("shares", title, drawing, _table(found, order, title, say))


def _dots(found: EfficiencyFindings, order: NDArray[np.intp]) -> Chart:
    share, intervals = found.comparison.share, found.intervals
    names = found.comparison.units.names
    rows = [
        {
            "unit": _short(names[unit]),
            "share": 100 * float(share[unit]),
            "best": "best" if found.is_best[unit] else "other",
            "low": 100 * float(share[unit] if intervals is None else max(intervals.low[unit], 0)),
            "high": 100 * float(share[unit] if intervals is None else intervals.high[unit]),
        }
        for unit in order
        if np.isfinite(share[unit])
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("unit:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=140))
    )
    across = alt.Scale(domain=[min([0.0, *(row["low"] for row in rows)]), 100], nice=False)
    lines = base.mark_rule(strokeWidth=5, color=SAND, opacity=0.75).encode(
        x=alt.X("low:Q", title="%", scale=across), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=80, opacity=1).encode(
        x=alt.X("share:Q", title="%", scale=across),
        color=alt.Color(
            "best:N", scale=alt.Scale(domain=["best", "other"], range=[FJORD, WARM]), legend=None
        ),
    )
    return alt.layer(lines, dots).properties(width=PHONE_WIDTH - 150, height=alt.Step(STEP))


def _table(
    found: EfficiencyFindings,
    order: NDArray[np.intp],
    title: str,
    say: EfficiencyVoice,
) -> Table:
    columns = _columns(found, say)
    names = found.comparison.units.names
    return Table(
        title,
        (say("unit"), *(say(key) for key, _ in columns)),
        tuple((names[unit], *(cells[unit] for _, cells in columns)) for unit in order),
        frozenset(n + 1 for n, (key, _) in enumerate(columns) if key != "scale"),
    )


def _columns(found: EfficiencyFindings, say: EfficiencyVoice) -> list[tuple[str, list[str]]]:
    """The word and the cells, in the order of the units, of every measure that was worked out."""
    measures = {"share": found.comparison.share}
    if found.intervals is not None:
        measures["from"] = found.intervals.low
        measures["to"] = found.intervals.high
        measures["corrected"] = found.intervals.corrected
    measures["super"] = found.super_shares
    if found.slack_based is not None:
        measures["slack"] = found.slack_based.score
    if found.cost is not None:
        measures["cost"] = found.cost.score
    columns = [(key, [say.share(float(share)) for share in of]) for key, of in measures.items()]
    if found.scale is not None:
        columns.append(("scale", [say(f"scale_{one.value}") for one in found.scale.returns]))
    return columns


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"  # noqa: PLR2004 (what a phone has room for)
