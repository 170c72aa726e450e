"""A comparison as a page that a municipal director understands."""

from fractions import Fraction

import numpy as np

from samskab.cli.efficiency_change import asked_periods, change_section
from samskab.cli.efficiency_chart import MOST_SHOWN, shares_chart
from samskab.cli.efficiency_findings import EfficiencyFindings
from samskab.cli.efficiency_units import figures_table, units_section
from samskab.cli.efficiency_voice import EfficiencyVoice, is_kroner
from samskab.evidence.efficiency.model import BadOutputs, Orientation
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Section
from samskab.telling.words.sentence import sentence


def efficiency_page(found: EfficiencyFindings, file: str, language: Language) -> EvidencePage:
    """What was asked and found, how sure it is, what it means, and what it does not show."""
    say = EfficiencyVoice(language)
    units = found.comparison.units
    return EvidencePage(
        kicker=say("kicker"),
        title=file.rpartition(".")[0] or file,
        subtitle=say(
            "subtitle",
            units=units.count,
            inputs=len(units.input_names),
            outputs=len(units.output_names),
        ),
        brief=say("brief"),
        headlines=_headlines(found, say),
        sections=(
            _asked(found, say),
            _found(found, say),
            _sure(found, say),
            _meaning(found, say),
            *change_section(found, say),
            units_section(found, say),
            _limits(found, say),
        ),
        foot=say("foot", file=file),
    )


def summary(found: EfficiencyFindings, language: Language) -> str:
    """The sentence for the terminal."""
    say = EfficiencyVoice(language)
    return say(
        "result",
        efficient=int(found.is_best.sum()),
        units=found.comparison.units.count,
        share=say.share(float(np.nanmean(found.comparison.share))),
    )


def _headlines(found: EfficiencyFindings, say: EfficiencyVoice) -> tuple[Headline, ...]:
    best = say(
        "head_best_figure",
        efficient=int(found.is_best.sum()),
        units=found.comparison.units.count,
    )
    mean = say.share(float(np.nanmean(found.comparison.share)))
    return (
        Headline(say("head_best"), best, say("head_best_says")),
        Headline(say("head_mean"), mean, say("head_mean_says")),
        _sureness(found, say),
        _possible(found, say),
    )


def _sureness(found: EfficiencyFindings, say: EfficiencyVoice) -> Headline:
    intervals = found.intervals
    if intervals is None:
        return Headline(say("head_sure"), say("head_sure_none"), say("head_sure_none_says"))
    half = float(np.nanmedian(intervals.high - intervals.low) / 2)
    return Headline(
        say("head_sure"), f"±\N{NO-BREAK SPACE}{say.points(half)}", say("head_sure_says")
    )


def _possible(found: EfficiencyFindings, say: EfficiencyVoice) -> Headline:
    """In kroner where there are any, else in the first figure that is to move."""
    rows = _totals(found)
    name, now, target = next((row for row in rows if is_kroner(row[0])), rows[0])
    key = "head_money" if is_kroner(name) else "head_potential"
    amount = say.amount(abs(target - now), name)
    return Headline(say(key, column=name), amount, say(f"{key}_says"))


def _asked(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    units, model = found.comparison.units, found.comparison.model
    inputs, outputs = np.array(units.input_names), np.array(units.output_names)
    lists = (
        ("asked_inputs", inputs[~units.fixed]),
        ("asked_fixed", inputs[units.fixed]),
        ("asked_outputs", outputs[~units.bad]),
        ("asked_bad", outputs[units.bad]),
    )
    points = (say(key, columns=say.listed([*names])) for key, names in lists if len(names))
    return Section(
        "asked",
        say("asked_title"),
        (say(f"asked_{model.orientation.value}"), say("asked_how"), *asked_periods(found, say)),
        points=(*points, say(model.returns.value)),
    )


def _found(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    comparison, best = found.comparison, found.is_best
    count = comparison.units.count
    if best.all():
        lead = say("found_all", units=count)
    else:
        others = say.share(float(np.nanmean(comparison.share[~best])))
        lead = say("found_lead", efficient=int(best.sum()), units=count, share=others)
    growing = comparison.model.orientation is Orientation.OUTPUT
    notes = [say("super_says_output" if growing else "super_says")]
    if count > MOST_SHOWN:
        notes.insert(0, say("chart_some", shown=MOST_SHOWN))
    warnings = [sentence(warning, say.language) for warning in comparison.warnings]
    return Section(
        "found",
        say("found_title"),
        (lead, *warnings),
        notes=tuple(notes),
        chart=shares_chart(found, say),
    )


def _sure(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    intervals = found.intervals
    if intervals is None:
        lead: tuple[str, ...] = (say("sure_cannot" if found.runs else "sure_none"),)
    else:
        lead = (
            say("sure_lead"),
            say("sure_bias", bias=say.points(float(np.nanmean(intervals.bias)))),
            say("sure_overlap"),
            say(
                "sure_how",
                runs=intervals.runs,
                bandwidth=say.amount(intervals.bandwidth, ""),
                level=say.figures.percent(Fraction(intervals.level).limit_denominator(1000)),
                seed=found.seed,
            ),
        )
    return Section("sure", say("sure_title"), lead)


def _meaning(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    rows = _totals(found)
    notes: list[str] = []
    for name, now, target in rows:
        if is_kroner(name):
            difference = abs(target - now)
            notes.append(
                say(
                    "means_money",
                    amount=say.amount(difference, name),
                    total=say.amount(now, name),
                    share=say.share(difference / now if now else 0.0),
                    column=name,
                )
            )
            notes += [*_careful(found, name, say), say("means_home")]
    lead = say(f"means_{found.comparison.model.orientation.value}")
    table = figures_table(say("means_table"), rows, say)
    return Section("means", say("means_title"), (lead,), table, tuple(notes))


def _careful(found: EfficiencyFindings, name: str, say: EfficiencyVoice) -> tuple[str, ...]:
    """The even part of a saving, at the two ends of every interval."""
    comparison, intervals = found.comparison, found.intervals
    if intervals is None or comparison.model.orientation is Orientation.OUTPUT:
        return ()
    units = comparison.units
    column = units.input_names.index(name) if name in units.input_names else None
    if column is None or units.fixed[column]:
        return ()
    spent = units.inputs[:, column]
    least, most = (
        float(np.nansum(spent * (1.0 - np.clip(end, 0.0, 1.0))))
        for end in (intervals.high, intervals.low)
    )
    return (say("means_careful", low=say.amount(least, name), high=say.amount(most, name)),)


def _totals(found: EfficiencyFindings) -> tuple[tuple[str, float, float], ...]:
    """Each figure that can move, now and at the targets, over all units that have targets."""
    comparison = found.comparison
    units = comparison.units
    told = np.isfinite(comparison.score)
    inputs = [
        (name, float(units.inputs[told, n].sum()), float(comparison.target_inputs[told, n].sum()))
        for n, name in enumerate(units.input_names)
        if not units.fixed[n]
    ]
    outputs = [
        (name, float(units.outputs[told, n].sum()), float(comparison.target_outputs[told, n].sum()))
        for n, name in enumerate(units.output_names)
    ]
    if comparison.model.orientation is Orientation.INPUT:
        return (*inputs, *outputs)
    return (*outputs, *inputs)


def _limits(found: EfficiencyFindings, say: EfficiencyVoice) -> Section:
    points = [say(f"limit_{key}") for key in ("cause", "quality", "best", "future")]
    comparison = found.comparison
    if comparison.units.bad.any() and comparison.model.bad_outputs is BadOutputs.TRANSLATED:
        points.append(say("translated"))
    points += [
        say("limit_left_out", what=say(name), why=sentence(fault, say.language))
        for name, fault in found.left_out.items()
    ]
    return Section("limits", say("limits_title"), (say("limits_lead"),), points=tuple(points))
