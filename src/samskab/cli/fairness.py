"""`samskab fairness`: how a plan's burdens are shared, and what sharing them better costs."""

import re
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samskab.planner.effort import Effort
    from samskab.planner.fairness.curve import Wishes
    from samskab.planner.fairness.loads import Load
    from samskab.planner.model.plan import Plan
    from samskab.planner.plan_view import PlanView

SECONDS = 10.0
AMOUNT = re.compile(r"[0-9]{1,7}([.,][0-9]{1,4})?")


def _amounts(option: str, texts: "Sequence[str]") -> tuple[Fraction, ...]:
    """Decimal numbers of zero or more, with a point or a Danish comma.

    Raises:
        StoppedError: one is none.
    """
    for text in texts:
        if not AMOUNT.fullmatch(text):
            raise StoppedError(BAD_INPUT, "decimal", option=option, text=text)
    return tuple(Fraction(text.replace(",", ".")) for text in texts)


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
        list[str] | None,
        typer.Option(metavar="HOURS", help="A max_displaced_hours to try."),
    ] = None,
    unfair: Annotated[
        list[str] | None,
        typer.Option(metavar="KR", help="A price `unfair` to try, kr an hour."),
    ] = None,
    fair_hours: Annotated[
        str | None,
        typer.Option(metavar="HOURS", help="The fair_hours for --unfair."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Show who bears a plan: meetings, travel, late turns; --curve: what sharing better costs.

    Ctrl-C ends the planning with the points of the curve that are there so far.
    """
    from samskab.cli.ending import ended_in_words
    from samskab.cli.fairness_page import FairnessPage
    from samskab.planner.effort import Effort
    from samskab.planner.fairness.loads import loads_of
    from samskab.telling.words.fairness import SAID
    from samskab.telling.words.plan import SAID as OF_PLAN

    language = language_of(lang)
    with ended_in_words(language, OF_PLAN[language] | SAID[language]):
        wishes = _wishes(max_hours or (), unfair or (), fair_hours)
        view = _open(folder, plan, language)
        loads = loads_of(view)
        FairnessPage(view, loads, language).show(everyone=everyone)
        if curve and loads:
            _show_curve(view, (loads, wishes), Effort(seconds, None, seed), language)


def _wishes(
    max_hours: "Sequence[str]", unfair: "Sequence[str]", fair_hours: str | None
) -> "Wishes":
    from samskab.common.money import OERE_PER_KR, half_up
    from samskab.planner.fairness.curve import Wishes

    prices = tuple(half_up(OERE_PER_KR * kr) for kr in _amounts("--unfair", unfair))
    fair = _amounts("--fair-hours", () if fair_hours is None else (fair_hours,))
    return Wishes(_amounts("--max-hours", max_hours), prices, fair[0] if fair else None)


def _open(folder: Path, file: Path, language: Language) -> "PlanView":
    from samskab.cli.failure import warn
    from samskab.cli.plan_of_folder import open_with_plans
    from samskab.planner.plan_fit import strangers
    from samskab.planner.plan_view import PlanView

    opened, (given,) = open_with_plans(folder, (file,), strangers)
    warn(opened.warnings, language)
    return PlanView(opened.problem, given)


def _show_curve(
    view: "PlanView",
    asked: "tuple[Sequence[Load], Wishes]",
    effort: "Effort",
    language: Language,
) -> None:
    from samskab.cli.fairness_curve import CurvePage
    from samskab.cli.planning import plan_checked
    from samskab.cli.several_plans import plan_several
    from samskab.planner.fairness.curve import curve, settings_to_try

    loads, wishes = asked
    page = CurvePage(view.problem, language)
    if not (wishes.caps or wishes.unfair_oere or any(load.displaced_hours for load in loads)):
        page.say_nothing_is_displaced()
        return
    settings = settings_to_try(view.problem, loads, wishes)

    def plan_number(number: int) -> "Plan":
        page.say_planning(settings, number)
        there = settings[number].on(view.problem)
        return plan_checked(there, effort, lambda _: None, language)

    made = plan_several([partial(plan_number, number) for number in range(len(settings))])
    if made.interrupted:
        if not made.plans:
            raise KeyboardInterrupt
        page.say_cut_short(len(made.plans), len(settings))
    plans = iter(made.plans)
    tried = settings[: len(made.plans)]
    page.show(curve(view.problem, tried, lambda _: next(plans), known=view.plan))
