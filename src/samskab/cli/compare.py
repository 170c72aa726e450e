"""`samskab compare`: what differs between two plans, for whom, and what it costs."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of

DIFFERENT = 1


def compare(
    folder: Annotated[Path, typer.Argument(help="The programme folder of both plans.")],
    a: Annotated[Path, typer.Argument(metavar="A.json", help="The plan before.")],
    b: Annotated[Path, typer.Argument(metavar="B.json", help="The plan after.")],
    *,
    everyone: Annotated[
        bool, typer.Option("--all", help="Show everyone who moves, however many.")
    ] = False,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Say what differs between two plans; exit 0 where nothing does, 1 where something does.

    Plans that break rules can be compared too: `samskab check` judges them.
    """
    from samskab.cli.comparison_page import ComparisonPage
    from samskab.cli.failure import fail, warn
    from samskab.cli.plan_of_folder import open_with_plans
    from samskab.common.errors import InputError
    from samskab.planner.comparison.compare import compare as compare_plans
    from samskab.planner.plan_fit import strangers

    language = language_of(lang)
    try:
        opened, (before, after) = open_with_plans(folder, (a, b), strangers)
    except InputError as error:
        fail(error, language)
    warn(opened.warnings, language)
    found = compare_plans(opened.problem, before, after)
    page = ComparisonPage(opened.problem, {"A": (a, before), "B": (b, after)}, found, language)
    page.show(everyone=everyone)
    if found.differs:
        raise typer.Exit(DIFFERENT)
