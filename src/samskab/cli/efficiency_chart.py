"""The shares of all units as dots with their intervals, and as a table."""

import altair as alt
import numpy as np

from samskab.cli.efficiency_findings import EfficiencyFindings
from samskab.cli.efficiency_voice import EfficiencyVoice
from samskab.cli.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.cli.report.drawing import FJORD, SAND, WARM, svg_of

MOST_SHOWN = 60
STEP = 22


def shares_chart(found: EfficiencyFindings, say: EfficiencyVoice) -> Drawn:
    """Units from the best down; the table has every measure that was worked out."""
    order = np.argsort(-np.nan_to_num(found.comparison.share), kind="stable")
    title = say("found_chart" if found.intervals is not None else "found_chart_plain")
    drawing = svg_of(_dots(found, order[-MOST_SHOWN:]), "shares", say.language)
    return Drawn("shares", title, drawing, _table(found, order, title, say))


def _dots(
    found: EfficiencyFindings, order: "np.ndarray[tuple[int], np.dtype[np.intp]]"
) -> alt.LayerChart:
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
    order: "np.ndarray[tuple[int], np.dtype[np.intp]]",
    title: str,
    say: EfficiencyVoice,
) -> Table:
    columns = [("share", lambda unit: say.share(found.comparison.share[unit]))]
    if (intervals := found.intervals) is not None:
        columns += [
            ("from", lambda unit: say.share(intervals.low[unit])),
            ("to", lambda unit: say.share(intervals.high[unit])),
            ("corrected", lambda unit: say.share(intervals.corrected[unit])),
        ]
    columns.append(("super", lambda unit: say.share(found.super_shares[unit])))
    if (slack := found.slack_based) is not None:
        columns.append(("slack", lambda unit: say.share(slack.score[unit])))
    if (scale := found.scale) is not None:
        columns.append(("scale", lambda unit: say(f"scale_{scale.returns[unit].value}")))
    if (cost := found.cost) is not None:
        columns.append(("cost", lambda unit: say.share(cost.score[unit])))
    names = found.comparison.units.names
    return Table(
        title,
        (say("unit"), *(say(key) for key, _ in columns)),
        tuple((names[unit], *(cell(unit) for _, cell in columns)) for unit in order),
        frozenset(n + 1 for n, (key, _) in enumerate(columns) if key != "scale"),
    )


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"  # noqa: PLR2004 (what a phone has room for)
