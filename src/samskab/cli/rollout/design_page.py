"""A lottery as a page that a municipal director understands."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from samskab.cli.rollout.design_chart import starts_chart
from samskab.cli.rollout.design_findings import DesignFindings
from samskab.cli.rollout.settings import LEADERS
from samskab.cli.rollout.voice import RolloutVoice, pieces
from samskab.telling.evidence_report import EvidencePage
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section
from samskab.telling.words.rollout_design import SAID
from samskab.telling.words.sentence import sentence

FINEST_P = 0.0001


def design_page(found: DesignFindings, language: Language) -> EvidencePage:
    """What was asked and drawn, how sure it is, what it means, and what it does not show."""
    say = RolloutVoice(language, SAID)
    rollout = found.rollout
    return EvidencePage(
        kicker=say("kicker"),
        title=found.title,
        subtitle=say(
            "subtitle",
            units=len(rollout.clusters),
            people=sum(found.leaders.values()),
            waves=len(rollout.waves),
        ),
        brief=say("brief"),
        headlines=_headlines(found, say),
        sections=(
            _asked(found, say),
            _found(found, say),
            _sure(found, say),
            _meaning(found, say),
            _limits(say),
        ),
        foot=say("foot"),
    )


def summary(found: DesignFindings, language: Language) -> str:
    """The sentence for the terminal."""
    say = RolloutVoice(language, SAID)
    return say(
        "result",
        units=len(found.rollout.clusters),
        waves=len(found.rollout.waves),
        orders=found.allowed.size,
    )


def costs_of_kept(found: DesignFindings) -> NDArray[np.int64]:
    """(M,) øre of each order that the final one was drawn among."""
    units = np.arange(len(found.rollout.clusters))
    costs: NDArray[np.int64] = found.oere[units, found.drawn.kept].sum(axis=1)
    return costs


def cost_of_drawn(found: DesignFindings) -> int:
    """Øre of the order drawn."""
    return int(costs_of_kept(found)[found.drawn.position])


def _mean(costs: NDArray[np.int64]) -> int:
    return round(float(costs.mean()))


def _headlines(found: DesignFindings, say: RolloutVoice) -> tuple[Headline, ...]:
    allowed = found.rollout.allowed
    blocked = int((~allowed).sum())
    kept = found.drawn.record.kept
    smallest = 1 / kept
    figure = (
        say("below", number=say.number(FINEST_P, 4))
        if smallest < FINEST_P
        else say.number(smallest, 4)
    )
    return (
        Headline(say("head_orders"), say.count(found.allowed.size), say("head_orders_says")),
        Headline(
            say("head_blocked"),
            say("head_blocked_figure", blocked=blocked, cells=allowed.size),
            say("head_blocked_says" if blocked else "head_none_blocked_says"),
        ),
        Headline(
            say("head_cost"),
            say.figures.kr(cost_of_drawn(found)),
            say("head_cost_says", mean=say.figures.kr(_mean(costs_of_kept(found)))),
        ),
        Headline(say("head_p"), figure, say("head_p_says")),
    )


def _asked(found: DesignFindings, say: RolloutVoice) -> Section:
    settings, rollout = found.settings, found.rollout
    points = []
    for wave, least, most in zip(settings.waves, rollout.least, rollout.most, strict=True):
        first, last = say.figures.day(wave.first_day), say.figures.day(wave.last_day)
        key = "asked_wave_exact" if least == most else "asked_wave"
        points.append(say(key, wave=wave.id, first=first, last=last, least=least, most=most))
    points += [
        say("asked_together", units=say.listed(group)) for group in dict.fromkeys(rollout.together)
    ]
    if settings.balance:
        names = [say("leaders") if name == LEADERS else name for name, _ in settings.balance]
        points.append(say("asked_balance", columns=say.listed(names)))
    lead = (say("asked_lead"), say("asked_how", module=settings.start_module))
    return Section("asked", say("asked_title"), lead, points=tuple(points))


def _found(found: DesignFindings, say: RolloutVoice) -> Section:
    remarks = tuple(sentence(remark, say.language) for remark in found.remarks)
    return Section(
        "found",
        say("found_title"),
        (say("found_lead"), *remarks),
        notes=(say("found_notes"),),
        chart=starts_chart(found, say),
        parts=(Part(say("waves_title"), (), _waves(found, say)),),
    )


def _waves(found: DesignFindings, say: RolloutVoice) -> Table:
    counts = np.bincount(found.drawn.allocation, minlength=len(found.settings.waves))
    rows = tuple(
        (
            wave.id,
            f"{say.figures.short_day(wave.first_day)} – {say.figures.short_day(wave.last_day)}",
            say.count(int(count)),
            say("seats_figure", seated=seat.seated, people=seat.people),
        )
        for wave, count, seat in zip(found.settings.waves, counts, found.seats, strict=True)
    )
    columns = (say("wave"), say("days"), say("units"), say("seats"))
    return Table(say("waves_title"), columns, rows, frozenset({2, 3}))


def _sure(found: DesignFindings, say: RolloutVoice) -> Section:
    record = found.drawn.record
    drawn = "sure_all" if record.complete else "sure_drawn"
    kept = "sure_kept" if record.kept < record.number else "sure_kept_all"
    share = say.percent(record.kept / record.number, 1)
    lead = [
        say("sure_lead", orders=found.allowed.size),
        say(drawn, number=record.number),
        say(kept, kept=record.kept, percent=share),
    ]
    if found.settings.balance:
        score = float(found.drawn.scores[found.drawn.position])
        figures = {"balance": say.number(score), "cutoff": say.number(record.cutoff)}
        lead.append(say("sure_balance", **figures))
    part = Part(say("record_title"), (say("record_lead"),), _record(found, say))
    return Section("sure", say("sure_title"), tuple(lead), parts=(part,))


def _record(found: DesignFindings, say: RolloutVoice) -> Table:
    record = found.drawn.record
    rows = (
        (say("record_inputs"), pieces(record.inputs)),
        (say("record_allowed"), pieces(str(record.allowed))),
        (say("record_seed"), record.seed),
        (say("record_number"), say.count(record.number)),
        (say("record_kept"), say.count(record.kept)),
        (say("record_method"), record.method),
    )
    return Table(say("record"), (say("field"), say("value")), rows, frozenset())


def _meaning(found: DesignFindings, say: RolloutVoice) -> Section:
    costs, drawn = costs_of_kept(found), cost_of_drawn(found)
    kr, people = say.figures.kr, sum(found.leaders.values())
    lead = (
        say("means_lead", oere=kr(drawn), each=kr(round(Fraction(drawn, people)))),
        say(
            "means_spread",
            low=kr(int(costs.min())),
            high=kr(int(costs.max())),
            mean=kr(_mean(costs)),
        ),
        say("means_price", more=kr(drawn - int(costs.min()))),
        say("means_open"),
    )
    return Section("means", say("means_title"), lead)


def _limits(say: RolloutVoice) -> Section:
    points = tuple(say(f"limit_{key}") for key in ("power", "alone", "start", "keep", "wait"))
    return Section("limits", say("limits_title"), (say("limits_lead"),), points=points)
