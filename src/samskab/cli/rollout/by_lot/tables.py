"""Every way to the effect side by side, the raw means, and the subgroups."""

import numpy as np

from samskab.cli.rollout.by_lot.estimates import Estimate
from samskab.cli.rollout.by_lot.findings import LotFindings, SubgroupFindings
from samskab.cli.rollout.by_lot.voice import LotVoice
from samskab.cli.rollout.settings import OutcomeSetting
from samskab.telling.report.charts import Table


def ways_table(found: LotFindings, outcome: OutcomeSetting, say: LotVoice) -> Table:
    """The answer first; no p-value without its interval and its smallest detectable effect."""
    rows = tuple(
        (say.way(one.way), say.of_what(one), *figures(one, outcome, say))
        for one in (found.answer, *found.others)
    )
    columns = ("way", "of_what", "effect", "between", "p", "detectable")
    return Table(say("ways_table"), tuple(map(say, columns)), rows, frozenset({2, 4, 5}))


def figures(one: Estimate, outcome: OutcomeSetting, say: LotVoice) -> tuple[str, str, str, str]:
    """Effect, interval, p-value, smallest detectable effect."""
    return (
        say.change(one.estimate, outcome),
        say.interval(one.low, one.high, outcome),
        say.chance(one.p),
        say.effect(one.detectable, outcome),
    )


def means_table(found: LotFindings, outcome: OutcomeSetting, say: LotVoice) -> Table:
    """Plain means of those who had started and of those who waited, period by period."""
    data, treated = found.data, found.data.treated
    rows = []
    for at, period in enumerate(data.periods):
        shown = [period]
        for group in (treated[:, at], ~treated[:, at]):
            shown.append(say.count(int(group.sum())))
            mean = float(data.cells.mean[group, at].mean()) if group.any() else np.nan
            shown.append(say.level(mean, outcome) if group.any() else "–")
        rows.append(tuple(shown))
    columns = tuple(map(say, ("period", "started", "started_mean", "waiting", "waiting_mean")))
    return Table(say("means_table"), columns, tuple(rows), frozenset({1, 2, 3, 4}))


def subgroups_table(found: LotFindings, outcome: OutcomeSetting, say: LotVoice) -> Table:
    """A row for each kind of unit that has an answer of its own."""
    rows = tuple(
        (
            _name(one),
            say.count(one.units),
            say.way(one.answer.way),
            *figures(one.answer, outcome, say),
        )
        for one in found.subgroups
        if isinstance(one.answer, Estimate)
    )
    columns = ("subgroup", "units", "way", "effect", "between", "p", "detectable")
    return Table(say("subgroups_table"), tuple(map(say, columns)), rows, frozenset({1, 3, 5, 6}))


def _name(one: SubgroupFindings) -> str:
    return f"{one.column}: {one.label}"
