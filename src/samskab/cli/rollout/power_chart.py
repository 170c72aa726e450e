"""The smallest detectable effect by ICC, and as a table over ICC and CAC."""

import math

import altair as alt

from samskab.cli.rollout.power_findings import PowerFindings, guesses_of
from samskab.cli.rollout.power_voice import PowerVoice
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, INK, WARM, Chart, svg_of


def detectable_chart(found: PowerFindings, say: PowerVoice) -> Drawn:
    """Both effects over the guesses of ICC, at the CAC that was guessed."""
    title = say("found_chart")
    at = [one for one in found.grid if one.cac == found.outcome.cac]
    rows = tuple(
        (
            say.number(one.icc),
            say.effect(one.effects.average, found.outcome),
            say.effect(one.effects.constant, found.outcome),
        )
        for one in at
    )
    table = Table(title, (say("icc"), say("average"), say("constant")), rows, frozenset({0, 1, 2}))
    return Drawn("detectable", title, svg_of(_lines(found, say), "detectable", say.language), table)


def guesses_table(found: PowerFindings, say: PowerVoice) -> Table:
    """A row per ICC, a column per CAC; averages over exposure time."""
    iccs, cacs = guesses_of(found.grid)
    at = {(one.icc, one.cac): one.effects.average for one in found.grid}
    rows = tuple(
        (say.number(icc), *(say.effect(at[icc, cac], found.outcome) for cac in cacs))
        for icc in iccs
    )
    columns = (say("icc"), *(f"{say('cac')} {say.number(cac, 2)}" for cac in cacs))
    return Table(say("sure_grid"), columns, rows, frozenset(range(len(columns))))


def _lines(found: PowerFindings, say: PowerVoice) -> Chart:
    factor = say.factor(found.outcome)
    shown = [
        {"line": say(line), "icc": one.icc, "effect": abs(effect) * factor}
        for one in found.grid
        if one.cac == found.outcome.cac
        for line, effect in (
            ("average", one.effects.average),
            ("constant", one.effects.constant),
        )
        if math.isfinite(effect)
    ]
    names = [say("average"), say("constant")]
    lines = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_line(point=True, strokeWidth=2.5)
        .encode(
            x=alt.X("icc:Q", title=say("icc"), axis=alt.Axis(grid=False, tickCount=5)),
            y=alt.Y("effect:Q", title=say.unit(found.outcome), axis=alt.Axis(tickCount=6)),
            color=alt.Color(
                "line:N",
                scale=alt.Scale(domain=names, range=[FJORD, WARM]),
                legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3),
            ),
        )
    )
    bar = (
        alt.Chart(alt.InlineData(values=[{"effect": found.outcome.smallest_relevant * factor}]))
        .mark_rule(strokeDash=[5, 4], color=INK, strokeWidth=1.5)
        .encode(y="effect:Q")
    )
    return alt.layer(lines, bar).properties(width=PHONE_WIDTH - 60, height=230)
