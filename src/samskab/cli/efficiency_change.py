"""What changed from one period to the next, as a section and in a sentence or three per unit."""

import math

import numpy as np

from samskab.cli.efficiency_findings import EfficiencyFindings
from samskab.cli.efficiency_voice import EfficiencyVoice
from samskab.telling.report.charts import Table
from samskab.telling.report.section import Section

TELLING = 0.0005
"""Changes that would be written as 0.0 % are none."""


def asked_periods(found: EfficiencyFindings, say: EfficiencyVoice) -> tuple[str, ...]:
    """Which period the comparison is of; nothing where the file has no periods."""
    if found.periods is None:
        return ()
    before, after = found.periods
    return (say("asked_periods", before=before, after=after),)


def change_section(found: EfficiencyFindings, say: EfficiencyVoice) -> tuple[Section, ...]:
    """The index and its two parts of every unit; nothing where there is no change to tell of."""
    if found.change is None or found.periods is None:
        return ()
    named = dict(zip(("before", "after"), found.periods, strict=True))
    index = found.change.index[0]
    known = index[np.isfinite(index)]
    mean = float(np.exp(np.log(known).mean())) if known.size else math.nan
    lead = say(
        "change_lead",
        better=int((known > 1.0 + TELLING).sum()),
        units=index.size,
        mean=_signed(mean, say),
        **named,
    )
    parts = (index, found.change.efficiency_change[0], found.change.technical_change[0])
    rows = tuple(
        (name, *(_signed(float(part[unit]), say) for part in parts))
        for unit, name in enumerate(found.comparison.units.names)
    )
    head = tuple(say(key) for key in ("unit", "change_index", "change_near", "change_front"))
    table = Table(say("change_table", **named), head, rows, frozenset({1, 2, 3}))
    notes = (say("change_sure"), say("change_how"))
    title = say("change_title", before=named["before"])
    return (Section("change", title, (lead, say("change_parts")), table, notes),)


def change_of(found: EfficiencyFindings, unit: int, say: EfficiencyVoice) -> tuple[str, ...]:
    """How a unit changed, and by which of the two parts; nothing where that is not known."""
    if found.change is None or found.periods is None:
        return ()
    index, near, front = (
        float(part[0, unit])
        for part in (
            found.change.index,
            found.change.efficiency_change,
            found.change.technical_change,
        )
    )
    if not math.isfinite(index):
        return ()
    named = {"unit": found.comparison.units.names[unit], "before": found.periods[0]}
    return (
        _spoken(index, ("change_more", "change_less", "change_same"), named, say),
        _spoken(near, ("change_nearer", "change_farther", "change_level"), {}, say),
        _spoken(front, ("change_front_up", "change_front_down", "change_front_level"), {}, say),
    )


def _spoken(
    ratio: float, keys: tuple[str, str, str], named: dict[str, str], say: EfficiencyVoice
) -> str:
    more, less, same = keys
    key = same if abs(ratio - 1.0) < TELLING else more if ratio > 1.0 else less
    return say(key, percent=say.share(abs(ratio - 1.0)), **named)


def _signed(ratio: float, say: EfficiencyVoice) -> str:
    if not math.isfinite(ratio):
        return say("none")
    if abs(ratio - 1.0) < TELLING:
        return say.share(0.0)
    return ("+" if ratio > 1.0 else "\N{MINUS SIGN}") + say.share(abs(ratio - 1.0))
