"""Plan and bound against time, ours and the rivals', as a picture for each folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert
from tests.benchmarks.bench import OERE_PER_KR, Data

FIRST_SECOND = 0.2
"""The axis is logarithmic: what was known before stands here."""
HEADROOM = 1.1
"""How far the picture goes beyond the last plans and bounds: the first ones may lie far off."""
SECONDS = (0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1800)
OERE_PER_THOUSAND_KR = 1000 * OERE_PER_KR
COLOURS = ("#b4482d", "#0f5560", "#c08a2d", "#6a5d9b", "#7fb3b5")
WIDTH, HEIGHT = 620, 320
CONFIG = {
    "background": "white",
    "font": "Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif",
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"},
    "legend": {
        "labelFontSize": 13,
        "title": None,
        "orient": "bottom",
        "columns": 2,
        "labelLimit": 0,
    },
    "view": {"stroke": None},
}
Chart = alt.LayerChart | alt.FacetChart
Row = dict[str, Any]


def picture_of(planners: dict[str, Data]) -> Chart:
    """Planner -> what it came to: a line for its plans, a dashed one for its bounds."""
    until = max(row[0] for one in planners.values() for row in one["curve"])
    rows = [row for name, one in planners.items() for row in _rows(name, one["curve"], until)]
    dearest = max(one["plan_oere"] or 0 for one in planners.values()) / OERE_PER_THOUSAND_KR
    # a bound of nothing has no place on a logarithmic axis
    lowest = min(row["kr"] for row in rows if row["until"] and row["kr"] > 0)
    domain = [lowest / HEADROOM, dearest * HEADROOM]
    shown = [row for row in rows if domain[0] <= row["kr"] <= domain[1]]
    names = [name for name in planners if any(row["planner"] == name for row in shown)]
    stroke = alt.Legend(symbolType="stroke", symbolStrokeWidth=3)
    colours = alt.Scale(domain=names, range=list(COLOURS[: len(names)]))
    dashes = alt.Scale(domain=["plan", "bound"], range=[[1, 0], [5, 3]])
    lines = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_line(interpolate="step-after", strokeWidth=2)
        .encode(
            x=_seconds_axis(until),
            y=alt.Y(
                "kr:Q",
                title="thousand kr (logarithmic)",
                scale=alt.Scale(type="log", domain=domain, nice=False),
                axis=alt.Axis(format=",.0f", values=_ticks(*domain)),
            ),
            color=alt.Color("planner:N", scale=colours, legend=stroke),
            strokeDash=alt.StrokeDash("line:N", scale=dashes, legend=stroke),
            detail=["planner:N", "line:N"],
        )
    )
    return alt.layer(lines).properties(width=WIDTH, height=HEIGHT)


def _seconds_axis(until: float) -> alt.X:
    return alt.X(
        "seconds:Q",
        title="seconds since the folder was read (logarithmic)",
        scale=alt.Scale(type="log", domain=[FIRST_SECOND, until], nice=False),
        axis=alt.Axis(values=list(SECONDS), format="~g", grid=False),
    )


def _ticks(low: float, high: float) -> list[float]:
    """About eight round figures, evenly spread on a logarithmic axis."""
    ratio = (high / low) ** (1 / 8)
    spread = [low * ratio**step for step in range(1, 9)]
    return [float(f"{figure:.2g}") for figure in spread]


def write_picture(chart: Chart, file: Path) -> None:
    """As SVG, or as PNG where the name ends so."""
    file.parent.mkdir(parents=True, exist_ok=True)
    specification = chart.to_dict()
    if file.suffix == ".png":
        png = vl_convert.vegalite_to_png(specification, config=CONFIG, allowed_base_urls=[])
        file.write_bytes(png)
        return
    svg = vl_convert.vegalite_to_svg(specification, config=CONFIG, allowed_base_urls=[])
    file.write_text(svg, encoding="utf-8")


def _rows(name: str, curve: list[list[Any]], until: float) -> Iterator[Row]:
    """Each known plan and bound of a curve, and the last of them at the right edge."""
    for line, column in (("plan", 1), ("bound", 2)):
        known = [(row[0], row[column]) for row in curve if row[column] is not None]
        if known:
            for seconds, oere in [*known, (until, known[-1][1])]:
                yield {
                    "planner": name,
                    "line": line,
                    "seconds": max(seconds, FIRST_SECOND),
                    "kr": oere / OERE_PER_THOUSAND_KR,
                    "until": seconds == until,
                }
