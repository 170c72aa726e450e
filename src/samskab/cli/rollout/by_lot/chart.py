"""The effect by the time since the start, with its intervals and its table."""

import math

import altair as alt

from samskab.cli.rollout.by_lot.findings import LotFindings
from samskab.cli.rollout.by_lot.voice import LotVoice
from samskab.cli.rollout.settings import OutcomeSetting
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, INK, WARM, Chart, svg_of

HEIGHT = 250


def time_chart(found: LotFindings, outcome: OutcomeSetting, say: LotVoice) -> Drawn:
    """A point and its interval for each period since the start."""
    title = say("time_chart")
    rows = tuple(
        (
            say.count(at),
            say.count(int((found.data.cells.exposure == at).any(axis=1).sum())),
            say.change(one.estimate, outcome),
            say.interval(one.low, one.high, outcome),
            say.effect(one.detectable, outcome),
        )
        for at, one in enumerate(found.by_time, 1)
    )
    columns = tuple(say(key) for key in ("since", "units", "effect", "between", "detectable"))
    table = Table(title, columns, rows, frozenset({0, 1, 2, 4}))
    return Drawn(
        "by_time", title, svg_of(_points(found, outcome, say), "by_time", say.language), table
    )


def _points(found: LotFindings, outcome: OutcomeSetting, say: LotVoice) -> Chart:
    factor = say.factor(outcome)
    shown = [
        {
            "since": str(at),
            "effect": one.estimate * factor,
            "low": one.low * factor,
            "high": one.high * factor,
        }
        for at, one in enumerate(found.by_time, 1)
        if math.isfinite(one.low) and math.isfinite(one.high)
    ]
    base = alt.Chart(alt.InlineData(values=shown)).encode(
        x=alt.X("since:N", sort=None, title=say("since"), axis=alt.Axis(grid=False, labelAngle=0))
    )
    bars = base.mark_rule(strokeWidth=3, color=FJORD, opacity=0.55).encode(
        y=alt.Y("low:Q", title=say.unit(outcome), axis=alt.Axis(tickCount=6)), y2="high:Q"
    )
    points = base.mark_point(filled=True, size=90, color=FJORD, opacity=1).encode(y="effect:Q")
    sign = 1.0 if outcome.higher_is_better else -1.0
    layers = [
        _rule(0.0, INK, []),
        _rule(sign * outcome.smallest_relevant * factor, WARM, [5, 4]),
        bars,
        points,
    ]
    drawn: Chart = alt.layer(*layers).properties(width=PHONE_WIDTH - 60, height=HEIGHT)
    return drawn


def _rule(at: float, colour: str, dash: list[int]) -> alt.Chart:
    rule: alt.Chart = (
        alt.Chart(alt.InlineData(values=[{"at": at}]))
        .mark_rule(color=colour, strokeDash=dash or alt.Undefined, strokeWidth=1.5)
        .encode(y="at:Q")
    )
    return rule
