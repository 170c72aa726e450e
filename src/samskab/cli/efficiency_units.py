"""Each unit in words: who it can learn from, what its target is, where the potential lies."""

from collections import Counter

import numpy as np

from samskab.cli.efficiency_change import change_of
from samskab.cli.efficiency_findings import EfficiencyFindings
from samskab.cli.efficiency_voice import EfficiencyVoice
from samskab.evidence.efficiency.model import Orientation
from samskab.telling.report.charts import Table
from samskab.telling.report.section import Part, Section

MOST_PEERS = 5
TELLING = 0.001
"""Differences of less than a thousandth are not told of."""


def units_section(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    """One part to unfold per unit, in the order of the file."""
    models = Counter(
        peer.unit
        for unit in range(found.comparison.units.count)
        for peer in found.comparison.peers_of(unit)
        if peer.unit != unit
    )
    parts = tuple(
        Part(
            say("each_name", unit=name, share=say.share(found.comparison.share[unit])),
            _says(found, unit, models[unit], say),
            targets_table(found, unit, say),
        )
        for unit, name in enumerate(found.comparison.units.names)
    )
    return Section("units", say("each_title"), (say("each_lead"),), parts=parts)


def _says(
    found: EfficiencyFindings, unit: int, follows: int, say: EfficiencyVoice
) -> tuple[str, ...]:
    comparison = found.comparison
    name, score = comparison.units.names[unit], comparison.score[unit]
    if not np.isfinite(score):
        return (say("each_none", unit=name),)
    sentences = []
    if found.is_best[unit]:
        key = "each_best" if follows else "each_best_alone"
        sentences.append(say(key, unit=name, count=follows))
    elif comparison.model.orientation is Orientation.INPUT:
        sentences.append(say("each_input", unit=name, share=say.share(score)))
    else:
        sentences.append(say("each_output", unit=name, factor=say.amount(score, "")))
    if found.intervals is not None:
        low, high = (say.share(end[unit]) for end in (found.intervals.low, found.intervals.high))
        sentences.append(say("each_interval", low=low, high=high))
    return (
        *sentences,
        *change_of(found, unit, say),
        *_learning(found, unit, say),
        *_potential(found, unit, say),
    )


def _learning(found: EfficiencyFindings, unit: int, say: EfficiencyVoice) -> tuple[str, ...]:
    names = found.comparison.units.names
    peers = [
        say("peer", name=names[peer.unit], weight=say.amount(peer.weight, ""))
        for peer in found.comparison.peers_of(unit)[:MOST_PEERS]
        if peer.unit != unit
    ]
    return (say("each_peers", peers=say.listed(peers)),) if peers else ()


def _potential(found: EfficiencyFindings, unit: int, say: EfficiencyVoice) -> tuple[str, ...]:
    """What lies beyond the even change, and the figure with the largest change in per cent."""
    comparison = found.comparison
    units = comparison.units
    names = (*units.input_names, *units.output_names)
    now = np.concatenate([units.inputs[unit], units.outputs[unit]])
    target = np.concatenate([comparison.target_inputs[unit], comparison.target_outputs[unit]])
    slack = np.concatenate([comparison.slack_inputs[unit], comparison.slack_outputs[unit]])
    size = np.where(now != 0, np.abs(now), 1.0)
    more = [name for name, part in zip(names, slack / size, strict=True) if part > TELLING]
    change = np.abs(target - now) / size
    sentences = [say("each_slack", columns=say.listed(more))] if more else []
    if change.max() > TELLING:
        most = int(change.argmax())
        sentences.append(say("each_most", column=names[most], percent=say.share(change[most])))
    return tuple(sentences)


def targets_table(found: EfficiencyFindings, unit: int, say: EfficiencyVoice) -> Table:
    """Now and target of one unit, a row per figure."""
    comparison = found.comparison
    units = comparison.units
    now = (*units.inputs[unit], *units.outputs[unit])
    target = (*comparison.target_inputs[unit], *comparison.target_outputs[unit])
    names = (*units.input_names, *units.output_names)
    caption = say("each_table", unit=units.names[unit])
    return figures_table(caption, tuple(zip(names, now, target, strict=True)), say)


def figures_table(
    caption: str, rows: tuple[tuple[str, float, float], ...], say: EfficiencyVoice
) -> Table:
    """Name, now, target, and the difference in the figure's own unit and in per cent."""
    shown = []
    for name, now, target in rows:
        if not np.isfinite(target):
            shown.append((name, say.amount(now, name), *[say("none")] * 3))
            continue
        change = target - now if abs(target - now) > TELLING * abs(now) / 10 else 0.0
        shown.append(
            (
                name,
                say.amount(now, name),
                say.amount(target, name),
                say.amount(change, name, signed=True),
                _percent(change, now, say),
            )
        )
    keys = ("column", "now", "target", "difference", "in_percent")
    return Table(caption, tuple(say(key) for key in keys), tuple(shown), frozenset({1, 2, 3, 4}))


def _percent(change: float, now: float, say: EfficiencyVoice) -> str:
    if now == 0:
        return say("none")
    sign = "" if change == 0 else "\N{MINUS SIGN}" if change / now < 0 else "+"
    return sign + say.share(abs(change / now))
