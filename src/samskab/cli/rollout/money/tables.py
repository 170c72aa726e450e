"""Costs, benefits, and what they come to, as tables."""

from samskab.cli.rollout.money.findings import MoneyFindings
from samskab.cli.rollout.money.programme_cost import ProgrammeCost
from samskab.cli.rollout.money.voice import MoneyVoice
from samskab.evidence.economics.appraisal import Appraisal, Spread
from samskab.telling.report.charts import Table
from samskab.telling.words.cost_items import ITEMS


def weighed_table(found: MoneyFindings, appraisal: Appraisal, say: MoneyVoice) -> Table:
    """Cost, benefits and what they come to, each with its interval."""
    rows: list[tuple[str, ...]] = []
    if found.cost is not None:
        rows.append((say("row_cost"), say.kr(found.cost.total_oere), "", ""))
    rows.append(_row("row_benefit", appraisal.everything.benefit, say))
    if found.cost is not None:
        rows.append(_row("row_net", appraisal.everything.net, say))
    rows.append(_row("row_home", appraisal.taken_home.benefit, say))
    if found.budget is not None:
        rows.append(_row("row_budget", found.budget.everything.net, say))
    columns = tuple(map(say, ("row", "expected", "low", "high")))
    return Table(say("weighed"), columns, tuple(rows), frozenset({1, 2, 3}))


def _row(key: str, spread: Spread, say: MoneyVoice) -> tuple[str, ...]:
    return (say(key), *map(say.about, (spread.mean, spread.low, spread.high)))


def cost_table(cost: ProgrammeCost, say: MoneyVoice) -> Table:
    """A row for each item that costs anything, and their sum."""
    names = ITEMS[say.language]
    rows = [
        (names[item], say(kind), say.kr(oere))
        for kind, items in (("kind_paid", cost.paid), ("kind_time", cost.time))
        for item, oere in items.items()
        if oere
    ]
    rows.append((say("total"), "", say.kr(cost.total_oere)))
    columns = tuple(map(say, ("item", "kind", "amount")))
    return Table(say("cost_title"), columns, tuple(rows), frozenset({2}))


def benefits_table(found: MoneyFindings, say: MoneyVoice) -> Table:
    """A row for each benefit with its three points a year."""
    rows = []
    for one in found.benefits:
        benefit = one.benefit
        points = benefit.yearly_oere
        amounts = (points.pessimistic, points.probable, points.optimistic)
        key = "named_measured" if one.is_measured else "named_estimate"
        rows.append(
            (
                say(key, name=one.name),
                *map(say.about if one.is_measured else say.kr, amounts),
                str(benefit.start_year),
                str(benefit.years),
                say("yes" if benefit.taken_home else "no"),
            )
        )
    keys = ("benefit", "pessimistic", "probable", "optimistic", "from_year", "years", "taken_home")
    columns = tuple(map(say, keys))
    return Table(say("benefits_title"), columns, tuple(rows), frozenset({1, 2, 3, 4, 5}))
