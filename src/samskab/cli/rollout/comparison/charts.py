"""What each method finds, and the effect by time since the start; each with its table."""

import altair as alt

from samskab.cli.rollout.comparison.findings import ComparisonFindings
from samskab.cli.rollout.comparison.voice import ComparisonVoice
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, INK, SAND, WARM, Chart, svg_of

STEP = 34


def methods_chart(found: ComparisonFindings, say: ComparisonVoice) -> Drawn:
    """A line for each method that has an answer; the table has those that have none too."""
    title = say("found_chart")
    rows = tuple(
        (
            say(answer.way.value),
            *(_cells(answer.effect, found, say) if answer.effect else ("–", "–", "–")),
            "–" if answer.detectable is None else say.effect(answer.detectable, found.outcome),
        )
        for answer in found.answers
    )
    columns = tuple(map(say, ("method", "effect", "from", "to", "detectable")))
    table = Table(title, columns, rows, frozenset({1, 2, 3, 4}))
    return Drawn("methods", title, svg_of(_forest(found, say), "methods", say.language), table)


def _cells(
    effect: EffectInterval, found: ComparisonFindings, say: ComparisonVoice
) -> tuple[str, ...]:
    return tuple(say.interval(effect, found.outcome).values())


def _forest(found: ComparisonFindings, say: ComparisonVoice) -> Chart:
    factor = say.factor(found.outcome)
    rows = [
        {
            "name": say(answer.way.value),
            "colour": "main" if answer is found.primary else "other",
            **_scaled(answer.effect, factor),
        }
        for answer in found.answers
        if answer.effect
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=190)),
        color=alt.Color(
            "colour:N", scale=alt.Scale(domain=["main", "other"], range=[FJORD, SAND]), legend=None
        ),
    )
    lines = base.mark_rule(strokeWidth=4, opacity=0.75).encode(
        x=alt.X("low:Q", title=say.unit(found.outcome), axis=alt.Axis(tickCount=5)), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=90, opacity=1).encode(x="estimate:Q")
    ends = _marks(found, "x", factor)
    return alt.layer(*ends, lines, dots).properties(width=PHONE_WIDTH - 130, height=alt.Step(STEP))


def course_chart(found: ComparisonFindings, say: ComparisonVoice) -> Drawn:
    """Points with their intervals, before and after the start in colours of their own."""
    title = say("course_chart")
    rows = tuple(
        (say.signed(moment.since), *_cells(moment.effect, found, say)) for moment in found.course
    )
    columns = tuple(map(say, ("since", "effect", "from", "to")))
    table = Table(title, columns, rows, frozenset({0, 1, 2, 3}))
    return Drawn("course", title, svg_of(_points(found, say), "course", say.language), table)


def _points(found: ComparisonFindings, say: ComparisonVoice) -> Chart:
    factor = say.factor(found.outcome)
    sides = [say("before"), say("after")]
    rows = [
        {
            "since": moment.since,
            "side": sides[moment.since >= 0],
            **_scaled(moment.effect, factor),
        }
        for moment in found.course
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "since:Q",
            title=say("since"),
            axis=alt.Axis(grid=False, tickMinStep=1, format="d"),
            scale=alt.Scale(padding=14, nice=False),
        ),
        color=alt.Color("side:N", scale=alt.Scale(domain=sides, range=[SAND, FJORD])),
    )
    lines = base.mark_rule(strokeWidth=3, opacity=0.7).encode(
        y=alt.Y("low:Q", title=say.unit(found.outcome), axis=alt.Axis(tickCount=6)), y2="high:Q"
    )
    dots = base.mark_point(filled=True, size=80, opacity=1).encode(y="estimate:Q")
    ends = _marks(found, "y", factor)
    return alt.layer(*ends, lines, dots).properties(width=PHONE_WIDTH - 60, height=230)


def _scaled(effect: EffectInterval, factor: float) -> dict[str, float]:
    sizes = {"estimate": effect.estimate, "low": effect.low, "high": effect.high}
    return {name: factor * size for name, size in sizes.items()}


def _marks(found: ComparisonFindings, along: str, factor: float) -> tuple[Chart, Chart]:
    """No effect as a line, the smallest that matters as a dashed one."""
    zero = alt.Chart(alt.InlineData(values=[{"at": 0}])).mark_rule(color=INK, strokeWidth=1.5)
    values = [{"at": factor * found.outcome.smallest_relevant}]
    least = alt.Chart(alt.InlineData(values=values)).mark_rule(
        color=WARM, strokeDash=[5, 4], strokeWidth=1.5
    )
    channel = alt.X("at:Q") if along == "x" else alt.Y("at:Q")
    return zero.encode(channel), least.encode(channel)
