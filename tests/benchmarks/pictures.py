"""Plan and bound against time, ours and the rivals', as a picture for each folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert
from tests.benchmarks.bench import OERE_PER_KR, Data
from tests.benchmarks.sections.rivals import OURS

FIRST_SECOND = 0.2
"""The axis is logarithmic: what was known before stands here."""
HIGHEST = 2.2
"""Plans dearer than so many times our last one are cut off: they would flatten all the rest."""
COLOURS = ("#b4482d", "#0f5560", "#c08a2d", "#6a5d9b")
WIDTH, HEIGHT = 620, 320
CONFIG = {
    "background": "white",
    "font": "Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif",
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal"},
    "legend": {"labelFontSize": 13, "title": None, "orient": "bottom", "columns": 3},
    "view": {"stroke": None},
}
Chart = alt.LayerChart | alt.FacetChart
Row = dict[str, Any]


def picture_of(planners: dict[str, Data]) -> Chart:
    """Planner -> what it came to: a line for its plans, a dashed one for its bounds."""
    ours = planners[OURS]
    highest = HIGHEST * ours["plan_oere"] / OERE_PER_KR / 1000
    until = max((row[0] for one in planners.values() for row in one["curve"]), default=1.0)
    rows = [row for name, one in planners.items() for row in _rows(name, one["curve"], until)]
    shown = [row for row in rows if row["kr"] <= highest]
    names = [name for name in planners if any(row["planner"] == name for row in shown)]
    seconds = alt.X(
        "seconds:Q",
        title="seconds since the folder was read (logarithmic)",
        scale=alt.Scale(type="log", domain=[FIRST_SECOND, until], nice=False),
        axis=alt.Axis(
            values=[0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1800], format="~g", grid=False
        ),
    )
    lines = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_line(interpolate="step-after", strokeWidth=2)
        .encode(
            x=seconds,
            y=alt.Y("kr:Q", title="thousand kr", scale=alt.Scale(zero=False)),
            color=alt.Color(
                "planner:N",
                scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])),
                legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3),
            ),
            strokeDash=alt.StrokeDash(
                "line:N",
                scale=alt.Scale(domain=["plan", "bound"], range=[[1, 0], [5, 3]]),
                legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3),
            ),
            detail=["planner:N", "line:N"],
        )
    )
    return alt.layer(lines).properties(width=WIDTH, height=HEIGHT)


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
                    "kr": oere / OERE_PER_KR / 1000,
                }
