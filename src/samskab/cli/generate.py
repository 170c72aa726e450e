"""`samskab generate`: make a synthetic municipality to plan for."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of
from samskab.telling.words.generate import REFUSED, SAID, UNWRITABLE


def generate(
    out: Annotated[Path, typer.Argument(help="The folder to make.")],
    leaders: Annotated[int, typer.Option(min=10, max=10_000, help="Leaders.")] = 300,
    weeks: Annotated[int, typer.Option(min=4, max=104, help="Weeks to plan in.")] = 26,
    modules: Annotated[int, typer.Option(min=1, max=12, help="Modules.")] = 6,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another municipality.")] = 0,
    name: Annotated[str, typer.Option(help="Name of the municipality.")] = "Fjordby",
    *,
    cohorts: Annotated[bool, typer.Option("--cohorts", help="Fixed cohorts.")] = False,
    rollout: Annotated[
        bool, typer.Option("--rollout", help="With a roll-out by lot: rollout.toml, units.csv.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a synthetic folder that stands there.")
    ] = False,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Make a synthetic municipality: people, calendars, rooms, facilitators, a programme."""
    from samskab.common.errors import InputError
    from samskab.planner.synthetic.folder import write_folder
    from samskab.planner.synthetic.settings import Settings

    language = language_of(lang)
    settings = Settings(leaders, weeks, modules, seed, cohorts, name, rollout)
    try:
        contents = write_folder(out, settings, replace=replace)
    except InputError as error:
        for fault in error.faults:
            typer.echo(REFUSED[language][fault.code].format(**fault.values), err=True)
        raise typer.Exit(2) from error
    except OSError as error:
        typer.echo(UNWRITABLE[language].format(path=error.filename, why=error.strerror), err=True)
        raise typer.Exit(2) from error
    typer.echo(
        SAID[language].format(
            name=name,
            leaders=leaders,
            units=len(contents.municipality.units()),
            modules=modules,
            facilitators=len(contents.facilitators),
            rooms=len(contents.rooms),
            first=contents.programme.first_day,
            last=contents.programme.last_day,
            out=out,
        )
    )
