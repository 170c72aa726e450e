"""`samskab levers`: the single changes of a programme that would save most."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from samskab.planner.levers.pull import Levers
    from samskab.planner.levers.verifying import Pains
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem

SECONDS = 30.0
LEVERS = 10
STEPS = 60
PLANNED_PER_SHOWN = 2
"""A price is a promise to the first order: more are planned with than are shown."""


def levers(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[
        Path | None, typer.Argument(help="A plan.json of it; one is made where there is none.")
    ] = None,
    count: Annotated[int, typer.Option(min=1, help="How many to show.")] = LEVERS,
    iterations: Annotated[
        int, typer.Option(min=0, help="Steps of the search with each, and without any.")
    ] = STEPS,
    seconds: Annotated[
        float, typer.Option(min=0, help="How long to plan where no plan is given.")
    ] = SECONDS,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another search.")] = 0,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Say which single changes would lower the cost most, each verified by planning again."""
    from samskab.cli.ending import ended_in_words
    from samskab.cli.levers_table import show
    from samskab.planner.levers.verifying import Pains
    from samskab.telling.words.levers import SAID
    from samskab.telling.words.plan import SAID as OF_PLAN

    language = language_of(lang)
    words = OF_PLAN[language] | SAID[language]
    with ended_in_words(language, words):
        problem, made = _open(folder, plan, seconds, seed, language)
        pains = Pains(steps=iterations, seed=seed)
        pulled = pulled_levers(problem, made, pains, PLANNED_PER_SHOWN * count, language)
        show(pulled, count, problem, language)


def _open(
    folder: Path, file: Path | None, seconds: float, seed: int, language: Language
) -> tuple["Problem", "Plan"]:
    """The folder, the week after it known too, and a plan of it that keeps every rule."""
    from samskab.cli.failure import warn
    from samskab.cli.interruptible import interruptible
    from samskab.cli.plan_of_folder import open_with_plans
    from samskab.cli.planning import plan_checked
    from samskab.cli.progress import LiveProgress
    from samskab.cli.variants import with_a_week_more
    from samskab.planner.effort import Effort
    from samskab.planner.plan_fit import misfits

    files = [file] if file else []
    opened, plans = interruptible(lambda: open_with_plans(folder, files, misfits))
    warn(opened.warnings, language)
    problem = interruptible(lambda: with_a_week_more(opened))
    if plans:
        return problem, plans[0]
    progress = LiveProgress(language, seconds)
    with progress:
        made = plan_checked(problem, Effort(seconds, None, seed), progress.tell, language)
    return problem, made


def pulled_levers(
    problem: "Problem", made: "Plan", pains: "Pains", most: int, language: Language
) -> "Levers":
    """What levers do, after the checker has passed every plan.

    Raises:
        StoppedError: a plan breaks a rule, which is a fault of ours.
    """
    from rich.console import Console

    from samskab.cli.interruptible import interruptible
    from samskab.cli.planning import passed
    from samskab.planner.levers.pull import pull_levers
    from samskab.telling.words.levers import SAID

    with Console(stderr=True).status("") as status:

        def tell(phase: str, done: int, of: int) -> None:
            status.update(SAID[language][phase].format(done=done, count=of))

        levers = interruptible(lambda: pull_levers(problem, made, pains, most=most, tell=tell))
    passed(problem, levers.plan, language)
    for one in levers.pulled:
        passed(one.problem, one.plan, language)
    return levers
