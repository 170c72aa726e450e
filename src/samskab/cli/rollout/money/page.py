"""Money as sections of a page that a municipal director understands."""

from collections.abc import Iterator

from samskab.cli.rollout.money.chart import swing_name, tornado
from samskab.cli.rollout.money.findings import MoneyFindings
from samskab.cli.rollout.money.programme_cost import PLAN, ProgrammeCost
from samskab.cli.rollout.money.tables import benefits_table, cost_table, weighed_table
from samskab.cli.rollout.money.voice import MoneyVoice
from samskab.evidence.economics.appraisal import Appraisal, Spread
from samskab.telling.language import Language
from samskab.telling.report.charts import Table
from samskab.telling.report.headline import Headline
from samskab.telling.report.section import Part, Section


def money_sections(found: MoneyFindings | None, language: Language) -> tuple[Section, ...]:
    """What it means in kroner, which estimate decides it, and what the kroner do not say.

    Where nothing is known, one section says what is missing.
    """
    say = MoneyVoice(language)
    if found is None:
        return (Section("money", say("title"), (say("nothing_known"),)),)
    sections = [_money(found, say)]
    if found.appraisal is not None:
        sections.append(_decides(found, found.appraisal, say))
    return (*sections, _limits(found, say))


def money_headlines(found: MoneyFindings | None, language: Language) -> tuple[Headline, ...]:
    """What comes of it in all, and what can be taken home; none where nothing is known."""
    if found is None:
        return ()
    say = MoneyVoice(language)
    if found.appraisal is None:
        cost = say.kr(found.cost.total_oere) if found.cost else ""
        return (Headline(say("head_cost"), say.large(cost), say("head_cost_says")),)
    figures = _main_figures(found, found.appraisal, say)
    key = "head_net" if found.cost else "head_worth"
    home = found.appraisal.taken_home.benefit
    says = (
        say("head_home_says", **_ends(home, say))
        if _any_home(found)
        else say("head_home_none_says")
    )
    return (
        Headline(say(key), say.large(figures["net"]), say(f"{key}_says", **figures)),
        Headline(say("head_home"), say.large(say.about(home.mean)), says),
    )


def money_summary(found: MoneyFindings | None, language: Language) -> str:
    """The sentence for the terminal."""
    say = MoneyVoice(language)
    if found is None:
        return say("result_none")
    if found.appraisal is None:
        return say("result_cost", cost=say.kr(found.cost.total_oere if found.cost else 0))
    key = "result_net" if found.cost else "result_worth"
    return say(key, **_main_figures(found, found.appraisal, say))


def _main_figures(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> dict[str, str]:
    """Of the net; without a cost it is the benefits' worth."""
    everything = appraisal.everything
    spread = everything.net if found.cost else everything.benefit
    return {
        "net": say.about(spread.mean),
        "chance": say.chance(everything.chance),
        "level": say.percent(appraisal.level),
        **_ends(spread, say),
    }


def _ends(spread: Spread, say: MoneyVoice) -> dict[str, str]:
    return {"low": say.about(spread.low), "high": say.about(spread.high)}


def _any_home(found: MoneyFindings) -> bool:
    return any(one.benefit.taken_home for one in found.benefits)


def _money(found: MoneyFindings, say: MoneyVoice) -> Section:
    lead = [*_answer(found, say)]
    notes = [*_grounds(found, say)]
    parts = []
    if found.cost is not None:
        says = (say("cost_lead", plan=found.cost.plan),)
        parts.append(Part(say("cost_title"), says, cost_table(found.cost, say)))
    table: Table | None = None
    if found.appraisal is not None:
        level, rate = say.percent(found.appraisal.level), say.percent(found.rate, 1)
        key = "benefits_lead" if found.has_measured else "benefits_lead_estimates"
        says = (say(key, level=level),)
        parts.append(Part(say("benefits_title"), says, benefits_table(found, say)))
        table = weighed_table(found, found.appraisal, say)
        notes.append(say("discounted", rate=rate, draws=found.appraisal.draws))
    return Section("money", say("title"), tuple(lead), table, tuple(notes), parts=tuple(parts))


def _answer(found: MoneyFindings, say: MoneyVoice) -> Iterator[str]:
    """Whether it pays, at what cost, and what can be taken home."""
    appraisal, cost = found.appraisal, found.cost
    if appraisal is None:
        yield say("no_benefit", cost=say.kr(cost.total_oere if cost else 0))
    elif cost is None:
        figures = _main_figures(found, appraisal, say)
        yield say("no_cost", plan=PLAN)
        yield say("no_cost_limit", benefit=figures.pop("net"), **figures)
    else:
        figures = _main_figures(found, appraisal, say)
        yield say(_verdict(appraisal), **figures)
        yield say("chance", **figures)
    if cost is not None:
        yield from _cost_in_words(cost, say)
    if appraisal is not None:
        yield from _home_in_words(found, appraisal, say)


def _verdict(appraisal: Appraisal) -> str:
    net = appraisal.everything.net
    if net.low > 0.0:
        return "pays"
    return "pays_not" if net.high <= 0.0 else "pays_perhaps"


def _cost_in_words(cost: ProgrammeCost, say: MoneyVoice) -> Iterator[str]:
    amounts = {"cost": cost.total_oere, "paid": cost.paid_oere, "time": cost.time_oere}
    yield say("cost_of_it", **{name: say.kr(oere) for name, oere in amounts.items()})
    if cost.left_out:
        yield say("left_out", n=cost.left_out)


def _home_in_words(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> Iterator[str]:
    if not _any_home(found):
        yield say("home_none")
        return
    home = appraisal.taken_home.benefit
    yield say("home", home=say.about(home.mean), **_ends(home, say))
    if found.cost is not None and found.budget is not None:
        net = found.budget.everything.net
        paid = say.kr(found.cost.paid_oere)
        yield say("home_against", paid=paid, net=say.about(net.mean), **_ends(net, say))


def _grounds(found: MoneyFindings, say: MoneyVoice) -> Iterator[str]:
    """What the kroner rest on: what was measured, and what was only estimated."""
    if found.outcome is not None:
        yield from _effect_in_words(found, say)
    elif found.appraisal is not None:
        yield say("unmeasured")
    if found.has_estimates and found.effect is not None:
        yield say("estimated")


def _effect_in_words(found: MoneyFindings, say: MoneyVoice) -> Iterator[str]:
    outcome, effect = found.outcome, found.effect
    if outcome is None or effect is None:
        yield say("unmeasured")
        return
    name = {"outcome": outcome.name}
    if not effect.is_bounded:
        yield say("unbounded", **name)
    elif not outcome.oere_per_step:
        yield say("unpriced", **name)
    else:
        sizes = {"effect": effect.estimate, "low": effect.low, "high": effect.high}
        shown = {key: say.signed_effect(size, outcome) for key, size in sizes.items()}
        worth = say.kr(outcome.oere_per_step)
        years = found.benefits[-1].benefit.years
        yield say("measured", worth=worth, units=found.units, years=years, **name, **shown)
        if effect.may_be_nothing:
            yield say("measured_nothing")
    if found.enough is not None:
        key = "enough" if found.enough > 0.0 else "enough_anyway"
        yield say(key, enough=say.effect(found.enough, outcome), **name)
    if found.per_step is not None:
        price = found.per_step
        amounts = {"oere": price.oere, "low": price.low, "high": price.high}
        yield say("per_step", **name, **{key: say.about(oere) for key, oere in amounts.items()})
    elif found.cost is not None and effect.is_bounded:
        yield say("per_step_none", **name)


def _decides(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> Section:
    first = appraisal.swings[0]
    worst, best = say.about(first.at_pessimistic), say.about(first.at_optimistic)
    name = swing_name(first, found, say)
    key = "decides_lead" if found.cost else "decides_lead_worth"
    return Section(
        "money-decides",
        say("decides_title"),
        (say(key, first=name, worst=worst, best=best), say("decides_worth")),
        chart=tornado(found, appraisal, say),
        notes=(say("decides_notes"),) if found.cost else (),
    )


def _limits(found: MoneyFindings, say: MoneyVoice) -> Section:
    points = []
    if found.appraisal is not None:
        points.append(say("limit_independent"))
    if found.has_measured:
        points.append(say("limit_lasts", years=found.benefits[-1].benefit.years))
        if found.has_estimates:
            points.append(say("limit_twice"))
    if found.cost is not None:
        points.append(say("limit_time"))
    if _any_home(found):
        points.append(say("limit_home"))
    lead = (say("limits_lead"),)
    return Section("money-limits", say("limits_title"), lead, points=tuple(points))
