"""`samskab suggest`: where a person who cannot come fits best."""

from pathlib import Path
from typing import Annotated

import typer

from samskab.telling.language import Language, language_of


def suggest(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json that stands.")],
    person: Annotated[str, typer.Option(help="Who cannot come: an id of people.csv.")],
    session: Annotated[str, typer.Option(help="To which session of the plan.")],
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
) -> None:
    """Find another session for one person; if there is none, the smallest move that makes room."""
    from samskab.cli.failure import fail, warn
    from samskab.cli.question import open_question
    from samskab.common.errors import InputError
    from samskab.planner.explain.other_seats import calendars_that_matter, other_seats
    from samskab.planner.explain.standing_plan import StandingPlan
    from samskab.telling.reasons.seats import suggest_lines
    from samskab.telling.reasons.voice import Voice

    language = language_of(lang)
    try:
        opened, read = open_question(folder, plan, person=person, session=session)
    except InputError as error:
        fail(error, language)
    warn(opened.warnings, language)
    calendars = calendars_that_matter(opened.problem, person)
    standing = StandingPlan(opened.problem, read, calendars)
    seats = other_seats(standing, person, session)
    room = None
    if not seats.seats:
        from samskab.planner.explain.making_room import make_room

        room = make_room(StandingPlan(opened.problem, read), person, session)
    for line in suggest_lines(Voice(standing.view, language), seats, room):
        typer.echo(line)
