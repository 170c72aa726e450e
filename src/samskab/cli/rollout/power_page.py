"""Power as a page that a municipal director understands."""

import math

from samskab.cli.rollout.months import months_of
from samskab.cli.rollout.power_chart import detectable_chart, guesses_table
from samskab.cli.rollout.power_findings import MOST_PERIODS, MOST_UNITS, TARGET, PowerFindings
from samskab.cli.rollout.power_voice import PowerVoice
from samskab.cli.rollout.settings import Estimand, OutcomeKind
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section
from samskab.telling.words.sentence import sentence


def power_page(found: PowerFindings, language: Language) -> EvidencePage:
    """What was asked and found, how sure it is, what it means, and what it does not show."""
    say = PowerVoice(language)
    settings = found.settings
    return EvidencePage(
        kicker=say("kicker"),
        title=found.title,
        subtitle=say(
            "subtitle",
            units=found.units,
            waves=len(settings.waves),
            periods=len(settings.periods),
            outcome=found.outcome.name,
        ),
        brief=say("brief"),
        headlines=_headlines(found, say),
        sections=(
            _asked(found, say),
            _found(found, say),
            _sure(found, say),
            _more(found, say),
            _meaning(found, say),
            _limits(say),
        ),
        foot=say("foot"),
    )


def summary(found: PowerFindings, language: Language) -> str:
    """The sentence for the terminal."""
    say = PowerVoice(language)
    return say("result_can" if found.can_tell else "result_cannot", **_figures(found, say))


def _figures(found: PowerFindings, say: PowerVoice) -> dict[str, str]:
    """What several sentences are filled with."""
    outcome, premium = found.outcome, found.premium
    return {
        "relevant": say.effect(outcome.smallest_relevant, outcome),
        "smallest": say.effect(found.smallest, outcome),
        "power": _chance(found.power.power, say),
        "target": say.percent(TARGET),
        "average": say.effect(premium.average, outcome),
        "constant": say.effect(premium.constant, outcome),
        "ratio": say.number(premium.ratio, 2),
    }


def _chance(power: float, say: PowerVoice) -> str:
    """A chance never is 0 or 100 per cent: no more is said than is known."""
    return say.percent(min(max(power, 0.01), 0.99))


def _headlines(found: PowerFindings, say: PowerVoice) -> tuple[Headline, ...]:
    figures = _figures(found, say)
    return (
        Headline(say("head_smallest"), figures["smallest"], say("head_smallest_says", **figures)),
        Headline(say("head_power"), figures["power"], say("head_power_says", **figures)),
        Headline(
            say("head_premium"), say("head_premium_figure", **figures), say("head_premium_says")
        ),
        _takes(found, say),
    )


def _takes(found: PowerFindings, say: PowerVoice) -> Headline:
    title, figures = say("head_more"), _figures(found, say)
    if found.can_tell:
        return Headline(title, say("head_enough"), say("head_enough_says"))
    for key, enough in (
        ("head_more_units", found.more_units),
        ("head_more_periods", found.more_periods),
    ):
        if enough.number is not None:
            return Headline(title, say(key, count=enough.number), say(f"{key}_says", **figures))
    return Headline(title, say("head_never"), say("head_never_says"))


def _asked(found: PowerFindings, say: PowerVoice) -> Section:
    outcome, settings = found.outcome, found.settings
    constant = settings.analysis.estimand is Estimand.CONSTANT
    points = [
        say("asked_drawn" if found.is_drawn else "asked_undrawn"),
        say("asked_persons", persons=outcome.persons),
        say("asked_mean", mean=say.level(outcome.mean, outcome)),
        say("asked_icc", icc=say.number(outcome.icc), cac=say.percent(outcome.cac)),
        say("asked_relevant", **_figures(found, say)),
        say("asked_constant" if constant else "asked_average"),
        say(f"asked_test_{settings.analysis.test.value}", level=say.percent(outcome.level, 1)),
    ]
    if outcome.kind is OutcomeKind.CONTINUOUS:
        points.insert(3, say("asked_sd", sd=say.level(outcome.sd, outcome)))
    lead = (say("asked_lead", outcome=outcome.name),)
    return Section("asked", say("asked_title"), lead, points=tuple(points))


def _found(found: PowerFindings, say: PowerVoice) -> Section:
    figures = _figures(found, say)
    lead = [
        say("found_can" if found.can_tell else "found_cannot", **figures),
        say("found_both", **figures),
    ]
    if over := found.over_allowed:
        shown = {"mean": _chance(over.mean, say), "worst": _chance(over.worst, say)}
        lead.append(say("found_allowed", number=len(over.powers), **shown))
    lead += [sentence(remark, say.language) for remark in found.remarks]
    return Section(
        "found",
        say("found_title"),
        tuple(lead),
        notes=(say("found_notes"),),
        chart=detectable_chart(found, say),
        parts=(Part(say("pattern_title"), (), _pattern(found, say)),),
    )


def _pattern(found: PowerFindings, say: PowerVoice) -> Table:
    rows = tuple(
        (
            period.id,
            f"{say.figures.day(period.first_day)} – {say.figures.day(period.last_day)}",
            say.count(int(treated)),
            say.count(found.units - int(treated)),
        )
        for period, treated in zip(found.settings.periods, found.treated, strict=True)
    )
    columns = (say("period"), say("days"), say("treated"), say("waiting"))
    return Table(say("pattern"), columns, rows, frozenset({2, 3}))


def _sure(found: PowerFindings, say: PowerVoice) -> Section:
    sizes = [abs(one.effects.average) for one in found.grid]
    told = [size for size in sizes if math.isfinite(size)]
    notes: tuple[str, ...] = ()
    if told:
        ends = {"low": min(told), "high": max(told)}
        shown = {name: say.effect(size, found.outcome) for name, size in ends.items()}
        notes = (say("sure_range", **shown),)
    lead = (say("sure_lead", target=say.percent(TARGET)),)
    return Section("sure", say("sure_title"), lead, guesses_table(found, say), notes)


def _more(found: PowerFindings, say: PowerVoice) -> Section:
    if found.can_tell:
        return Section("more", say("more_title"), (say("more_none"),))
    months = months_of(found.more_periods.number or 0, found.settings.periods)
    points = (
        say("never_units", most=MOST_UNITS)
        if found.more_units.number is None
        else say("more_units", count=found.more_units.number),
        say("never_periods", most=MOST_PERIODS)
        if found.more_periods.number is None
        else say(
            "more_periods", count=found.more_periods.number, months=say.figures.number(months)
        ),
        say("never_persons")
        if found.more_persons.number is None
        else say("more_persons", count=found.more_persons.number, persons=found.outcome.persons),
    )
    lead = (say("more_lead", **_figures(found, say)),)
    return Section("more", say("more_title"), lead, points=points)


def _meaning(found: PowerFindings, say: PowerVoice) -> Section:
    outcome = found.outcome
    lead = []
    if outcome.oere_per_step is None or not math.isfinite(found.smallest):
        lead.append(say("means_unknown", outcome=outcome.name))
    else:
        worth, relevant = (
            say.figures.kr(round(outcome.oere_per_step * size * found.units))
            for size in (found.smallest, outcome.smallest_relevant)
        )
        lead.append(say("means_worth", kr=worth, units=found.units, relevant_kr=relevant))
        lead.append(say("means_blind", kr=worth))
    asked = {
        "persons": outcome.persons,
        "units": found.units,
        "periods": len(found.settings.periods),
    }
    lead.append(say("means_cost", **asked, answers=math.prod(asked.values())))
    return Section("means", say("means_title"), tuple(lead))


def _limits(say: PowerVoice) -> Section:
    points = tuple(say(f"limit_{key}") for key in ("guess", "drop", "spill", "training"))
    return Section("limits", say("limits_title"), (say("limits_lead"),), points=points)
