"""`samskab fairness`: how a plan's burdens are shared, and what sharing them better costs."""

import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.language import Language, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samskab.planner.effort import Effort
    from samskab.planner.fairness.curve import Wishes
    from samskab.planner.fairness.loads import Load
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.planner.plan_view import PlanView

SECONDS = 10.0
AMOUNT = re.compile(r"[0-9]{1,7}([.,][0-9]{1,4})?")


def _amount(text: str) -> Fraction:
    """A decimal number of zero or more, with a point or a Danish comma."""
    from samskab.cli.words.fairness import SAID

    if not AMOUNT.fullmatch(text):
        raise typer.BadParameter(SAID[language_of(None)]["decimal"].format(text=text))
    return Fraction(text.replace(",", "."))


def fairness(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(metavar="PLAN.json", help="A plan of it.")],
    *,
    everyone: Annotated[bool, typer.Option("--all", help="Show every leader.")] = False,
    curve: Annotated[
        bool, typer.Option("--curve", help="Plan again under stricter settings.")
    ] = False,
    seconds: Annotated[
        float, typer.Option(min=0, help="How long to plan for each point of the curve.")
    ] = SECONDS,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another search.")] = 0,
    max_hours: Annotated[
        list[Fraction] | None,
        typer.Option(parser=_amount, metavar="HOURS", help="A max_displaced_hours to try."),
    ] = None,
    unfair: Annotated[
        list[Fraction] | None,
        typer.Option(parser=_amount, metavar="KR", help="A price `unfair` to try, kr an hour."),
    ] = None,
    fair_hours: Annotated[
        Fraction | None,
        typer.Option(parser=_amount, metavar="HOURS", help="The fair_hours for --unfair."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Show who bears a plan: meetings, travel, late turns; --curve: what sharing better costs.

    Ctrl-C ends the planning of one point of the curve with the best plan so far.
    """
    from samskab.cli.failure import fail, warn
    from samskab.cli.fairness_page import FairnessPage
    from samskab.cli.plan_of_folder import open_with_plans
    from samskab.common.errors import InputError
    from samskab.planner.effort import Effort
    from samskab.planner.fairness.loads import loads_of
    from samskab.planner.plan_fit import strangers
    from samskab.planner.plan_view import PlanView

    language = language_of(lang)
    try:
        opened, (given,) = open_with_plans(folder, (plan,), strangers)
    except InputError as error:
        fail(error, language)
    warn(opened.warnings, language)
    view = PlanView(opened.problem, given)
    loads = loads_of(view)
    FairnessPage(view, loads, language).show(everyone=everyone)
    if curve and loads:
        wishes = _wishes(max_hours or (), unfair or (), fair_hours)
        _show_curve(view, (loads, wishes), Effort(seconds, None, seed), language)


def _wishes(
    max_hours: "Sequence[Fraction]", unfair: "Sequence[Fraction]", fair_hours: Fraction | None
) -> "Wishes":
    from samskab.common.money import OERE_PER_KR, half_up
    from samskab.planner.fairness.curve import Wishes

    return Wishes(tuple(max_hours), tuple(half_up(OERE_PER_KR * kr) for kr in unfair), fair_hours)


def _show_curve(
    view: "PlanView",
    asked: "tuple[Sequence[Load], Wishes]",
    effort: "Effort",
    language: Language,
) -> None:
    from samskab.cli.fairness_curve import CurvePage
    from samskab.cli.stopped import StoppedError
    from samskab.cli.words.plan import SAID
    from samskab.planner.fairness.curve import curve, settings_to_try

    loads, wishes = asked
    page = CurvePage(view.problem, language)
    if not (wishes.caps or wishes.unfair_oere or any(load.displaced_hours for load in loads)):
        page.say_nothing_is_displaced()
        return
    settings = settings_to_try(view.problem, loads, wishes)
    numbers = iter(range(len(settings)))

    def plan_with(there: "Problem") -> "Plan":
        page.say_planning(settings, next(numbers))
        return _checked_plan(there, effort, language)

    try:
        points = curve(view.problem, settings, plan_with, known=view.plan)
    except StoppedError as error:
        typer.echo(SAID[language][error.word].format(**error.values), err=True)
        raise typer.Exit(error.code) from error
    page.show(points)


def _checked_plan(problem: "Problem", effort: "Effort", language: Language) -> "Plan":
    """A plan that the checker has passed, after the seconds of one point.

    Raises:
        StoppedError: a fault of ours.
    """
    from samskab.cli.stopped import FAULT_OF_OURS, StoppedError
    from samskab.cli.words.rules import breach_in_words
    from samskab.planner.check import check
    from samskab.planner.run import EngineDiedError, plan_problem

    try:
        made = plan_problem(problem, effort, lambda _: None)
    except EngineDiedError as error:
        raise StoppedError(FAULT_OF_OURS, "died") from error
    breaches = check(problem, made)
    if breaches:
        breach = breach_in_words(breaches[0], language)
        raise StoppedError(FAULT_OF_OURS, "broken", breach=breach)
    return made
