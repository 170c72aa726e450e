"""What pages tell of a plan and only a worker can work out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from samskab.common.errors import Fault
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.progress import Progress
from samskab.telling.language import Language
from samskab.telling.report.absence import absences, most_away, unit_sizes, units_by_burden, week_of
from samskab.telling.report.figures import Figures
from samskab.telling.report.page import ReportInput, render
from samskab.telling.report.reasons import Reason, reasons_of
from samskab.telling.report.rows import left_out_rows, person_rows
from samskab.telling.report.section import Section
from samskab.telling.words.sentence import sentence
from samskab.telling.workbook import workbook_bytes
from samskab.web.plans.enums import PlanFileName

Reasons = Mapping[str, tuple[Reason, ...]]


@dataclass(frozen=True, slots=True)
class Made:
    """A plan with what it is told with.

    Attributes:
        history: how plan and bound closed in.
        sections: of the report, by language, besides those that each has.
        facts: more of them, besides those that each plan has.
    """

    problem: Problem
    plan: Plan
    warnings: tuple[Fault, ...]
    history: tuple[Progress, ...]
    sections: Mapping[Language, tuple[Section, ...]] = field(default_factory=dict)
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A plan told in full, ready to be stored."""

    facts: dict[str, Any]
    reasons: dict[str, dict[str, list[dict[str, object]]]]
    files: dict[tuple[PlanFileName, Language], bytes]


def told(made: Made) -> Told:
    """Everything that is told of a plan, in both languages; it takes some seconds."""
    reasons = {one: reasons_of(made.problem, made.plan, one) for one in Language}
    return Told(
        facts=_facts(made) | dict(made.facts),
        reasons={
            session.id: {one.value: _rows(reasons[one].get(session.id, ())) for one in Language}
            for session in made.plan.sessions
        },
        files={
            (name, language): content
            for language in Language
            for name, content in _files(made, reasons[language], language)
        },
    )


def _rows(reasons: Iterable[Reason]) -> list[dict[str, object]]:
    return [{"says": one.says, "points": list(one.points)} for one in reasons]


def _files(
    made: Made, reasons: Reasons, language: Language
) -> Iterable[tuple[PlanFileName, bytes]]:
    report = ReportInput(
        made.problem,
        made.plan,
        tuple(sentence(warning, language) for warning in made.warnings),
        made.history,
        reasons,
        made.sections.get(language, ()),
    )
    yield PlanFileName.REPORT, render(report, language).encode()
    yield PlanFileName.WORKBOOK, workbook_bytes(made.problem, made.plan, language)


def _facts(made: Made) -> dict[str, object]:
    figures, plan = Figures(made.problem, made.plan), made.plan
    people = {need.person for need in made.problem.needs}
    waiting = {need.person for need in plan.unserved}
    spent = figures.spent
    return {
        "titles": {one.id: one.title for one in made.problem.programme.modules},
        "cost": {item.name: getattr(plan.cost, item.name) for item in fields(plan.cost)},
        "needs": len(made.problem.needs),
        "people": len(people),
        "people_served": len(people - waiting),
        "displaced_seconds": spent.displaced,
        "hours_of_people": {
            row.person.id: [row.spent.displaced, sum_of_hours(row.spent)]
            for row in person_rows(figures)
        },
        "units": _units(figures),
        "unserved": [
            {"person": row.person.id, "name": row.person.name, "unit": row.person.unit}
            | {"module": row.module.title, "why": row.why}
            for row in left_out_rows(figures)
        ],
        "warnings": [
            {"code": one.code, **{say.value: sentence(one, say) for say in Language}}
            for one in made.warnings
        ],
    }


def sum_of_hours(spent: object) -> int:
    """Seconds in sessions, whatever the calendar held."""
    return sum(getattr(spent, kind) for kind in ("free", "tentative", "busy", "hard"))


def _units(figures: Figures) -> dict[str, object]:
    """The most people of each unit away in one half-day, week by week; the most burdened first."""
    peaks, sizes = most_away(figures), unit_sizes(figures)
    weeks = sorted({week_of(away.half_day) for away in absences(figures)})
    return {
        "weeks": [list(week) for week in weeks],
        "rows": [
            {"unit": unit, "size": sizes[unit], "most": [peaks.get((unit, w), 0) for w in weeks]}
            for unit in units_by_burden(figures)
        ],
    }
