"""From a plan to one page that needs nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.progress import Progress
from samskab.telling.language import Language
from samskab.telling.report.asked_sections import fairness_section
from samskab.telling.report.charts import Drawn, closeness_chart, cost_chart, hours_chart
from samskab.telling.report.figures import Figures
from samskab.telling.report.headline import headlines
from samskab.telling.report.heat_maps import MOST_UNITS, away_chart, weeks_chart
from samskab.telling.report.months import months_of
from samskab.telling.report.reasons import Reason
from samskab.telling.report.rows import left_out_rows, person_rows, session_rows
from samskab.telling.report.section import Section
from samskab.telling.report.shell import (
    Masthead,
    content_policy,
    own_text,
    page_environment,
    without_indent,
)
from samskab.telling.report.wording import Voice
from samskab.telling.words.unserved import reason_in_words

HUES = 8
SHOWN_WARNINGS = 6
BEFORE_FAIRNESS = ("cost", "calendar", "away", "weeks")
AFTER_FAIRNESS = (
    "closeness",
    "sessions",
    "people",
    "unserved",
    "warnings",
)
_STYLES = ("frame.css", "charts.css", "months.css", "lists.css", "print.css")


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What the report tells of.

    Attributes:
        warnings: sentences in the reader's language on what was not read in full.
        history: how plan and bound closed in, in time.
        reasons: session id -> why it is on its date.
        sections: what was asked for besides.
    """

    problem: Problem
    plan: Plan
    warnings: tuple[str, ...] = ()
    history: tuple[Progress, ...] = ()
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()


def render(report: ReportInput, language: Language) -> str:
    """The report as one self-contained HTML page.

    Every text of the folder is escaped, and a content security policy lets only the page's own
    style sheet and script run.
    """
    say = Voice(language)
    figures = Figures(report.problem, report.plan)
    style, script = own_text("styles", _STYLES), own_text("scripts", ("search.js",))
    fairness = fairness_section(report.problem, report.plan, language)
    page = (
        page_environment()
        .get_template("report.html")
        .render(
            say=say,
            as_written=say.figures,
            language=language.value,
            style=style,
            script=script,
            policy=content_policy(style, script),
            programme=report.problem.programme,
            masthead=_masthead(report, fairness, say),
            plan=report.plan,
            headlines=headlines(figures, say),
            charts=_charts(figures, report.history, say),
            months=months_of(figures),
            hue_of={m.id: n % HUES for n, m in enumerate(report.problem.programme.modules)},
            title_of={module.id: module.title for module in report.problem.programme.modules},
            sessions=session_rows(figures),
            reasons=report.reasons,
            sections=report.sections,
            fairness=fairness,
            people=person_rows(figures),
            left_out=left_out_rows(figures),
            reason=lambda why: reason_in_words(why, language),
            warnings=report.warnings,
            shown_warnings=SHOWN_WARNINGS,
            units_shown=_units_shown(report.problem),
            weight=say.figures.percent(report.problem.programme.prices.tentative),
        )
    )
    return without_indent(page)


def _masthead(report: ReportInput, fairness: Section | None, say: Voice) -> Masthead:
    programme = report.problem.programme
    links = {section.name: section.title for section in report.sections}
    links |= {part: say(f"{part}_title") for part in BEFORE_FAIRNESS}
    links |= {fairness.name: fairness.title} if fairness else {}
    links |= {part: say(f"{part}_title") for part in AFTER_FAIRNESS}
    return Masthead(
        kicker=say("programme_plan"),
        title=programme.title,
        subtitle=say(
            "from_to",
            first=say.figures.day(programme.first_day),
            last=say.figures.day(programme.last_day),
        ),
        links=tuple(links.items()),
    )


def _charts(figures: Figures, history: Sequence[Progress], say: Voice) -> dict[str, Drawn]:
    """The charts that there is something to draw for, by name."""
    drawn = []
    if figures.plan.cost.total:
        drawn.append(cost_chart(figures, say))
    if figures.plan.sessions:
        drawn += [hours_chart(figures, say), away_chart(figures, say), weeks_chart(figures, say)]
    if any(moment.total_oere is not None for moment in history):
        drawn.append(closeness_chart(history, say))
    return {chart.name: chart for chart in drawn}


def _units_shown(problem: Problem) -> int | None:
    """How many units the heat map shows; None when it shows all."""
    units = len({person.unit for person in problem.people})
    return MOST_UNITS if units > MOST_UNITS else None
