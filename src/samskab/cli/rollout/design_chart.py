"""Units by waves: who can start when, what it costs, and what was drawn."""

import altair as alt
import numpy as np

from samskab.cli.rollout.design_findings import DesignFindings
from samskab.cli.rollout.voice import RolloutVoice
from samskab.telling.report.charts import PHONE_WIDTH, Drawn, Table
from samskab.telling.report.drawing import FJORD, HEAT, QUIET, Chart, svg_of

NAMES_WIDTH = 170
STEP = 22
LONGEST_NAME = 24
STATES = {"cannot": "#d9a08f", "can": HEAT[1e-9], "drawn": FJORD}


def starts_chart(found: DesignFindings, say: RolloutVoice) -> Drawn:
    """A square per unit and wave; the table has what each start costs."""
    title = say("found_chart")
    return Drawn(
        "starts",
        title,
        svg_of(_squares(found, say), "starts", say.language),
        _table(found, title, say),
    )


def _states(found: DesignFindings) -> list[list[str]]:
    rollout = found.rollout
    states = np.where(rollout.allowed, "can", "cannot").tolist()
    for unit, wave in enumerate(found.drawn.allocation):
        states[unit][int(wave)] = "drawn"
    return [[str(state) for state in row] for row in states]


def _squares(found: DesignFindings, say: RolloutVoice) -> Chart:
    rows = [
        {"unit": _short(unit), "wave": wave, "state": say(state)}
        for unit, states in zip(_by_wave(found), _ordered_states(found), strict=True)
        for wave, state in zip(found.rollout.waves, states, strict=True)
    ]
    names = [say(state) for state in STATES]
    chart: Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_rect(stroke="white", strokeWidth=2)
        .encode(
            x=alt.X(
                "wave:N", sort=None, title=None,
                axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False),
            ),
            y=alt.Y(
                "unit:N", sort=None, title=None,
                axis=alt.Axis(ticks=False, domain=False, labelLimit=NAMES_WIDTH, labelColor=QUIET),
            ),
            color=alt.Color(
                "state:N", scale=alt.Scale(domain=names, range=[*STATES.values()]),
                legend=alt.Legend(symbolType="square"),
            ),
        )
        .properties(width=PHONE_WIDTH - NAMES_WIDTH, height=alt.Step(STEP))
    )  # fmt: skip
    return chart


def _order(found: DesignFindings) -> list[int]:
    """Units by the wave drawn: the chart is a staircase."""
    return sorted(range(len(found.rollout.clusters)), key=found.drawn.allocation.__getitem__)


def _by_wave(found: DesignFindings) -> list[str]:
    return [found.rollout.clusters[unit] for unit in _order(found)]


def _ordered_states(found: DesignFindings) -> list[list[str]]:
    states = _states(found)
    return [states[unit] for unit in _order(found)]


def _table(found: DesignFindings, title: str, say: RolloutVoice) -> Table:
    rollout, oere = found.rollout, found.oere
    rows = []
    for unit in _order(found):
        name = rollout.clusters[unit]
        costs = [
            say.figures.kr(int(cost)) if allowed else "–"
            for cost, allowed in zip(oere[unit], rollout.allowed[unit], strict=True)
        ]
        drawn = rollout.waves[int(found.drawn.allocation[unit])]
        rows.append((name, say.count(found.leaders[name]), drawn, *costs))
    columns = (say("unit"), say("people"), say("drawn_wave"), *rollout.waves)
    return Table(title, columns, tuple(rows), frozenset({1, *range(3, len(columns))}))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
