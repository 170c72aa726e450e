"""Which assumption moves the worth most: a tornado, and its table."""

import altair as alt

from samskab.cli.rollout.money.findings import MoneyFindings
from samskab.cli.rollout.money.voice import MoneyVoice
from samskab.common.money import OERE_PER_KR
from samskab.evidence.economics.appraisal import Appraisal
from samskab.evidence.economics.tornado import Swing
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, INK, WARM, Chart, svg_of

MILLION_OERE = 1_000_000 * OERE_PER_KR
MOST_SHOWN = 12
LONGEST_NAME = 26
SIDES = ("at_pessimistic", "at_optimistic")


def tornado(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> Drawn:
    """A bar for each assumption, the one that moves most on top."""
    title = say("decides_chart" if found.cost else "decides_chart_worth")
    rows = tuple(
        (
            swing_name(swing, found, say),
            say.about(swing.at_pessimistic),
            say.about(swing.at_optimistic),
            say.about(swing.width),
        )
        for swing in appraisal.swings
    )
    columns = tuple(map(say, ("assumption", "at_pessimistic", "at_optimistic", "width")))
    table = Table(title, columns, rows, frozenset({1, 2, 3}))
    drawing = svg_of(_bars(found, appraisal, say), "tornado", say.language)
    return Drawn("tornado", title, drawing, table)


def swing_name(swing: Swing, found: MoneyFindings, say: MoneyVoice) -> str:
    """What the assumption is called."""
    if swing.name is None:
        low, high = (say.percent(rate, 1) for rate in found.rate_range)
        return say("rate", low=low, high=high)
    one = found.benefits[int(swing.name)]
    return say("named_measured" if one.is_measured else "named_estimate", name=one.name)


def _bars(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> Chart:
    swings = appraisal.swings[:MOST_SHOWN]
    farthest = max(abs(end) for swing in swings for end in _ends(swing))
    size, unit = (
        (MILLION_OERE, "million_kr")
        if farthest >= MILLION_OERE
        else (MILLION_OERE / 1000, "thousand_kr")
    )
    middle = appraisal.everything.net.mean
    shown = [
        {
            "name": _short(swing_name(swing, found, say), number),
            "side": say(side),
            "from": middle / size,
            "to": end / size,
        }
        for number, swing in enumerate(swings)
        for side, end in zip(SIDES, _ends(swing), strict=True)
    ]
    bars = (
        alt.Chart(alt.InlineData(values=shown))
        .mark_bar(height=18)
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=190)),
            x=alt.X("from:Q", title=say(unit), axis=alt.Axis(tickCount=4)),
            x2="to:Q",
            color=alt.Color(
                "side:N",
                scale=alt.Scale(domain=[say(side) for side in SIDES], range=[WARM, FJORD]),
            ),
        )
    )
    zero = (
        alt.Chart(alt.InlineData(values=[{"at": 0}]))
        .mark_rule(color=INK, strokeWidth=1.5)
        .encode(x="at:Q")
    )
    return alt.layer(bars, zero).properties(width=PHONE_WIDTH - 130, height=alt.Step(34))


def _ends(swing: Swing) -> tuple[float, float]:
    return swing.at_pessimistic, swing.at_optimistic


def _short(name: str, number: int) -> str:
    """Short enough for a phone; two of one name stay two bars."""
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return short + "\N{ZERO WIDTH SPACE}" * number
