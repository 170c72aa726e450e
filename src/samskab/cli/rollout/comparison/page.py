"""A comparison as a page that says on every sheet that nothing was drawn by lot."""

from collections import Counter
from collections.abc import Iterator

from samskab.cli.rollout.comparison.charts import course_chart, methods_chart
from samskab.cli.rollout.comparison.findings import MOST_FURTHER, ComparisonFindings, Looks
from samskab.cli.rollout.comparison.methods import TARGET, Way
from samskab.cli.rollout.comparison.voice import ComparisonVoice
from samskab.cli.rollout.money import MoneyFindings, money_headlines, money_sections
from samskab.cli.rollout.settings import Estimand
from samskab.evidence.effect.observational.bacon import Comparison, Decomposition
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section
from samskab.telling.words.sentence import sentence


def comparison_page(
    found: ComparisonFindings, money: MoneyFindings | None, title: str, language: Language
) -> EvidencePage:
    """What was asked and found, how sure it is, what it means in kroner, and its limits."""
    say = ComparisonVoice(language)
    sections = comparison_sections(found, language)
    starters = sum(period is not None for period in found.starts.values())
    return EvidencePage(
        kicker=say("kicker"),
        title=title,
        subtitle=say(
            "subtitle",
            units=len(found.starts),
            starters=starters,
            periods=len(found.periods),
            outcome=found.outcome.name,
        ),
        brief=say("brief"),
        headlines=(*comparison_headlines(found, language), *money_headlines(money, language)),
        sections=(*sections[:-1], *money_sections(money, language), sections[-1]),
        foot=say("foot"),
        mark=say("mark"),
    )


def comparison_headlines(found: ComparisonFindings, language: Language) -> tuple[Headline, ...]:
    """What it looks like, and that nothing was drawn by lot."""
    say = ComparisonVoice(language)
    warning = Headline(say("not_drawn"), say("not_drawn_figure"), say("not_drawn_says"))
    if found.effect is None:
        return (Headline(say("head_effect"), "–", say("head_none_says")), warning)
    figures = _figures(found, say)
    says = say(f"head_{found.looks.value}_says", **figures)
    return (Headline(say("head_effect"), figures["estimate"], says), warning)


def comparison_summary(found: ComparisonFindings, language: Language) -> str:
    """The sentence for the terminal."""
    say = ComparisonVoice(language)
    return f"{say('mark')} {say(_looks_key(found), **_figures(found, say))}"


def comparison_sections(found: ComparisonFindings, language: Language) -> tuple[Section, ...]:
    """What was asked, what was found, its course, how sure it is; last what it does not show."""
    say = ComparisonVoice(language)
    sections = [_asked(found, say), _found(found, say)]
    if found.course:
        sections.append(_course(found, say))
    return (*sections, _sure(found, say), _limits(found, say))


def _figures(found: ComparisonFindings, say: ComparisonVoice) -> dict[str, str]:
    """What several sentences are filled with; they need no more where nothing was found."""
    outcome = found.outcome
    figures = {
        "outcome": outcome.name,
        "relevant": say.effect(outcome.smallest_relevant, outcome),
        "level": say.percent(found.level),
    }
    if found.primary is None or found.primary.effect is None:
        return figures
    detectable = say.effect(found.primary.detectable or 0.0, outcome)
    method = say(found.primary.way.value)
    ends = say.interval(found.primary.effect, outcome)
    target = say.percent(TARGET)
    return figures | ends | {"detectable": detectable, "method": method, "target": target}


def _looks_key(found: ComparisonFindings) -> str:
    return "found_none" if found.effect is None else f"found_{found.looks.value}"


def _asked(found: ComparisonFindings, say: ComparisonVoice) -> Section:
    constant = found.estimand is Estimand.CONSTANT
    points = [
        say("asked_constant" if constant else "asked_average"),
        say("asked_means", rows=found.rows),
        say("asked_relevant", **_figures(found, say)),
    ]
    points += [sentence(remark, say.language) for remark in found.remarks]
    lead = (say("asked_lead", outcome=found.outcome.name), say("mark"))
    part = Part(say("starts_title"), (), _starts(found, say))
    return Section("asked", say("asked_title"), lead, points=tuple(points), parts=(part,))


def _starts(found: ComparisonFindings, say: ComparisonVoice) -> Table:
    rows = tuple(
        (unit, say("never") if period is None else period.id)
        for unit, period in found.starts.items()
    )
    return Table(say("starts_title"), (say("unit"), say("start")), rows, frozenset())


def _found(found: ComparisonFindings, say: ComparisonVoice) -> Section:
    lead = [say(_looks_key(found), **_figures(found, say))]
    if found.effect is not None:
        lead.append(say("found_weak"))
    notes = (say("found_notes"), say("found_two_way"))
    has_chart = any(answer.effect for answer in found.answers)
    return Section(
        "found",
        say("found_title"),
        tuple(lead),
        notes=notes if has_chart else (),
        chart=methods_chart(found, say) if has_chart else None,
    )


def _course(found: ComparisonFindings, say: ComparisonVoice) -> Section:
    before = [moment for moment in found.course if moment.since < 0]
    if found.looks is Looks.PARTED:
        lead = say("course_parted")
    else:
        lead = say("course_parallel" if before else "course_blind")
    notes = (say("course_notes"),)
    return Section(
        "course", say("course_title"), (lead,), notes=notes, chart=course_chart(found, say)
    )


def _sure(found: ComparisonFindings, say: ComparisonVoice) -> Section:
    figures, lead = _figures(found, say), []
    if found.primary is not None:
        lead.append(say("sure_lead", **figures))
        lead.append(say("sure_detectable", **figures))
    else:
        lead.append(say("sure_none"))
    if found.further_units is not None:
        lead.append(say("sure_further", n=found.further_units, **figures))
    elif found.looks is Looks.CANNOT_TELL and found.primary is not None:
        lead.append(say("sure_never", most=MOST_FURTHER, **figures))
    parts = [*_weights(found, say), *_donors(found, say)]
    return Section(
        "sure",
        say("sure_title"),
        tuple(lead),
        points=tuple(_unusable(found, say)),
        parts=tuple(parts),
    )


def _unusable(found: ComparisonFindings, say: ComparisonVoice) -> Iterator[str]:
    """A sentence for each method that has no answer."""
    for answer in found.answers:
        if answer.why_not:
            why = " ".join(sentence(fault, say.language) for fault in answer.why_not)
            yield say("unusable", method=say(answer.way.value), why=why)


def _weights(found: ComparisonFindings, say: ComparisonVoice) -> Iterator[Part]:
    weights = found.weights
    if weights is None:
        return
    wrong = weights.weight_of(Comparison.LATER_EARLIER)
    says = say("weights_lead"), say("weights_wrong", share=say.percent(wrong))
    yield Part(say("weights_title"), says, _weights_table(found, weights, say))


def _weights_table(
    found: ComparisonFindings, weights: Decomposition, say: ComparisonVoice
) -> Table:
    held = Counter(one.kind for one in weights.comparisons)
    rows = tuple(
        (
            say(kind.value),
            say.count(held[kind]),
            say.percent(weights.weight_of(kind), 1),
            say.signed_effect(weights.average_of(kind), found.outcome),
        )
        for kind in Comparison
        if held[kind]
    )
    columns = tuple(map(say, ("comparison", "pairs", "weight", "effect")))
    return Table(say("weights_title"), columns, rows, frozenset({1, 2, 3}))


def _donors(found: ComparisonFindings, say: ComparisonVoice) -> Iterator[Part]:
    if not found.donors:
        return
    units = dict.fromkeys(unit for one in found.donors.values() for unit in one.shares)
    ways = (Way.SYNTHETIC_DID, Way.SYNTHETIC_CONTROL)
    rows = tuple(
        (unit, *(say.percent(found.donors[way].shares.get(unit, 0.0), 1) for way in ways))
        for unit in units
    )
    columns = (say("unit"), *(say(way.value) for way in ways))
    table = Table(say("donors_title"), columns, rows, frozenset({1, 2}))
    yield Part(say("donors_title"), (say("donors_lead"),), table)


def _limits(found: ComparisonFindings, say: ComparisonVoice) -> Section:
    keys = ["chosen", "else", "parallel", "spill", "equal"]
    if found.course:
        keys.append("before")
    points = tuple(say(f"limit_{key}") for key in keys)
    lead = (say("limits_lead"), say("limits_next"))
    return Section("limits", say("limits_title"), lead, points=points)
