"""Levers, variants and fairness as sections of the report."""

from collections.abc import Sequence

from samskab.planner.fairness.loads import loads_of, sharing_by
from samskab.planner.levers.pull import Levers
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.telling.fairness import GROUP_COLUMNS, FairnessFigures
from samskab.telling.language import Language
from samskab.telling.levers import LEVER_COLUMNS, lever_notes, lever_rows
from samskab.telling.report.charts import Table
from samskab.telling.report.section import Section
from samskab.telling.report.wording import Voice
from samskab.telling.whatif import VARIANT_COLUMNS, Line, variant_rows, variant_sentences
from samskab.telling.words.fairness import SAID as OF_FAIRNESS
from samskab.telling.words.levers import SAID as OF_LEVERS
from samskab.telling.words.whatif import SAID as OF_VARIANTS


def levers_section(levers: Levers, problem: Problem, language: Language, most: int) -> Section:
    """The changes that would save most, in kroner.

    Args:
        levers: each planned with.
        problem: what they change.
        language: of the reader.
        most: how many to show.
    """
    say, words = Voice(language), OF_LEVERS[language]
    shown = levers.pulled[:most]
    if not shown:
        return Section("levers", say("levers_title"), (say("levers_none"),))
    table = Table(
        caption=say("levers_table"),
        columns=tuple(words[column] for column in LEVER_COLUMNS),
        rows=tuple(lever_rows(shown, levers.plan, problem, language)),
        numeric=frozenset({0, 2, 3, 4}),
    )
    notes = lever_notes(levers, shown, language)
    return Section("levers", say("levers_title"), (say("levers_lead"),), table, notes)


def variants_section(lines: Sequence[Line], language: Language) -> Section:
    """Variants side by side, and what is proven of each."""
    say, words = Voice(language), OF_VARIANTS[language]
    table = Table(
        caption=say("variants_table"),
        columns=tuple(words[column] for column in VARIANT_COLUMNS),
        rows=tuple(variant_rows(lines, language)),
        numeric=frozenset({0, *range(2, len(VARIANT_COLUMNS))}),
    )
    notes = variant_sentences(lines, language)
    return Section("variants", say("variants_title"), (say("variants_lead"),), table, notes)


def fairness_section(problem: Problem, plan: Plan, language: Language) -> Section | None:
    """What each unit bears of a plan; None where nobody needs anything."""
    say, words = Voice(language), OF_FAIRNESS[language]
    view = PlanView(problem, plan)
    loads = loads_of(view)
    if not loads:
        return None
    by_unit = sharing_by(loads, lambda person: view.people[person].unit)
    table = Table(
        caption=words["by_unit"],
        columns=(say("unit"), *(words[column] for column in GROUP_COLUMNS[1:])),
        rows=tuple(FairnessFigures(language).group_rows(by_unit)),
        numeric=frozenset(range(1, len(GROUP_COLUMNS))),
    )
    notes = (words["units_legend"], words["legend"])
    return Section("fairness", say("fairness_title"), (say("fairness_lead"),), table, notes)
