"""`samskab whatif`: variants of a programme in one table, and what is proven of each."""

from collections.abc import Sequence
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from samskab.cli.folder import OpenedFolder
    from samskab.cli.variants import OpenedVariant
    from samskab.planner.effort import Effort
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.telling.whatif import Line

SECONDS = 30.0


def whatif(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE,...",
            help="A variant: settings of programme.toml, such as rules.max_days_per_week=3.",
        ),
    ] = None,
    variant: Annotated[
        list[Path] | None,
        typer.Option(help="A variant: a file that is a piece of programme.toml."),
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(min=0, help="How long to plan each; 30, or as long as --iterations take."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the search, for every variant.")] = 0,
    iterations: Annotated[
        int | None, typer.Option(min=0, help="Steps of the search for each variant.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write each variant's plan; nowhere by default.")
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Plan variants of a programme beside the folder as it is, and say what differs for sure."""
    from samskab.cli.ending import ended_in_words
    from samskab.planner.effort import Effort
    from samskab.telling.words.plan import SAID as OF_PLAN
    from samskab.telling.words.whatif import SAID

    language = language_of(lang)
    words = OF_PLAN[language] | SAID[language]
    if seconds is None:
        seconds = SECONDS if iterations is None else inf
    with ended_in_words(language, words):
        opened, variants = _open(folder, settings or (), variant or (), out)
        _compare(opened, variants, Effort(seconds, iterations, seed), out, language)


def _open(
    folder: Path, settings: Sequence[str], files: Sequence[Path], out: Path | None
) -> tuple["OpenedFolder", tuple["OpenedVariant", ...]]:
    from samskab.cli.folder import open_folder
    from samskab.cli.interruptible import interruptible
    from samskab.cli.target import refuse_target
    from samskab.cli.variants import variants_of

    if not settings and not files:
        raise StoppedError(BAD_INPUT, "no_variant")
    opened = interruptible(lambda: open_folder(folder))
    variants = interruptible(lambda: variants_of(opened, settings, files))
    if out:
        refuse_target(out)
    return opened, variants


def _compare(
    opened: "OpenedFolder",
    variants: Sequence["OpenedVariant"],
    effort: "Effort",
    out: Path | None,
    language: Language,
) -> None:
    """Plan the folder as it is and each variant, for as long each, and show them side by side."""
    from samskab.cli.failure import warn
    from samskab.cli.target import write_target
    from samskab.cli.whatif_table import show
    from samskab.planner.plan_json import plan_text
    from samskab.telling.words.whatif import SAID

    warn(opened.warnings, language)
    lines, plans = side_by_side(opened, variants, effort, language)
    show(lines, language)
    if out:
        texts = {f"plan-{number}.json": plan_text(plan) for number, plan in enumerate(plans)}
        write_target(out, {name: text.encode() for name, text in texts.items()})
        for name in texts:
            typer.echo(SAID[language]["wrote"].format(path=out / name))


def side_by_side(
    opened: "OpenedFolder",
    variants: Sequence["OpenedVariant"],
    effort: "Effort",
    language: Language,
) -> tuple[tuple["Line", ...], tuple["Plan", ...]]:
    """The folder as it is and each variant, planned for as long each, and their plans.

    The first Ctrl-C ends it with what is there, and says so.

    Raises:
        StoppedError: no plan came of one of them.
        KeyboardInterrupt: of a second Ctrl-C, or before there is anything to compare.
    """
    from samskab.planner.whatif.figures import figures_of
    from samskab.planner.whatif.sharing import shared
    from samskab.telling.whatif import Line
    from samskab.telling.words.whatif import SAID

    names = (SAID[language]["base"], *(variant.name for variant in variants))
    problems = (opened.problem, *(variant.problem for variant in variants))
    made = _planned(names, problems, effort, language)
    plans = shared(problems[: len(made)], made)
    lines = (
        Line(name, problem, figures_of(problem, plan))
        for name, problem, plan in zip(names, problems, plans, strict=False)  # Ctrl-C: fewer plans
    )
    return tuple(lines), tuple(plans)


def _planned(
    names: Sequence[str], problems: Sequence["Problem"], effort: "Effort", language: Language
) -> tuple["Plan", ...]:
    """A plan of each, after the checker has passed it; of those before Ctrl-C, two at least."""
    from samskab.cli.planning import plan_checked
    from samskab.cli.progress import LiveProgress
    from samskab.cli.several_plans import plan_several
    from samskab.telling.words.whatif import SAID

    words, count = SAID[language], len(names) - 1

    def plan_number(number: int) -> "Plan":
        progress = LiveProgress(language, effort.seconds)
        told = words["working"].format(number=number, count=count, name=names[number])
        progress.console.print(told, soft_wrap=True, highlight=False, markup=False)
        with progress:
            return plan_checked(problems[number], effort, progress.tell, language)

    made = plan_several([partial(plan_number, number) for number in range(len(names))])
    if made.interrupted:
        if len(made.plans) <= 1:
            raise KeyboardInterrupt
        typer.echo(words["cut_short"].format(number=len(made.plans) - 1, count=count), err=True)
    return made.plans
