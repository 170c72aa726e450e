"""`samskab explain`: why a plan is as it is."""

from collections.abc import Iterator
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from samskab.planner.explain.standing_plan import StandingPlan
    from samskab.telling.reasons.voice import Voice

SECONDS = 60.0


def explain(
    folder: Annotated[Path, typer.Argument(help="The programme folder.")],
    plan: Annotated[Path, typer.Argument(help="The plan.json to explain.")],
    person: Annotated[
        str | None, typer.Option(help="Why this person (an id) sits where she does.")
    ] = None,
    session: Annotated[str | None, typer.Option(help="Why this session is on its date.")] = None,
    seconds: Annotated[
        float, typer.Option(min=0, help="With --unserved: no further need is begun after these.")
    ] = SECONDS,
    lang: Annotated[Language | None, typer.Option(help="Danish or English.")] = None,
    *,
    unserved: Annotated[
        bool, typer.Option("--unserved", help="Why needs are left out: what forbids each.")
    ] = False,
    move_others: Annotated[
        bool,
        typer.Option("--move-others", help="For needs left out: the smallest move of others."),
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="With --session: every date.")] = False,
) -> None:
    """Tell why a plan is as it is, and what else would cost; without options, all its sessions."""
    from samskab.cli.failure import fail, warn
    from samskab.cli.question import open_question
    from samskab.common.errors import Fault, InputError
    from samskab.planner.explain.asked import AskedCode
    from samskab.planner.explain.standing_plan import StandingPlan
    from samskab.telling.reasons.voice import Voice

    language = language_of(lang)
    if (person is not None) + (session is not None) + unserved > 1:
        fail(InputError([Fault(AskedCode.TWO_QUESTIONS.value)]), language)
    try:
        opened, read = open_question(folder, plan, person=person, session=session)
    except InputError as error:
        fail(error, language)
    warn(opened.warnings, language)
    standing = StandingPlan(opened.problem, read)
    voice = Voice(standing.view, language)
    if session is not None:
        lines = _of_session(standing, voice, session, everything=everything)
    elif person is not None:
        lines = _of_person(standing, voice, person, move_others=move_others)
    elif unserved:
        lines = _of_left_out(standing, voice, seconds=seconds, move_others=move_others)
    else:
        lines = _of_plan(standing, voice)
    for line in lines:
        typer.echo(line)


def _of_session(
    standing: "StandingPlan", voice: "Voice", session: str, *, everything: bool
) -> Iterator[str]:
    from samskab.planner.explain.other_dates import session_reasons
    from samskab.telling.reasons.dates import session_lines

    return session_lines(voice, session_reasons(standing, session), everything=everything)


def _of_plan(standing: "StandingPlan", voice: "Voice") -> Iterator[str]:
    from samskab.planner.explain.other_dates import session_reasons
    from samskab.telling.reasons.dates import in_time, overview_lines

    sessions = in_time(standing.plan.sessions)
    return overview_lines(voice, [session_reasons(standing, one.id) for one in sessions])


def _of_person(
    standing: "StandingPlan", voice: "Voice", person: str, *, move_others: bool
) -> Iterator[str]:
    from samskab.planner.explain.other_seats import other_seats
    from samskab.telling.reasons.dates import in_time
    from samskab.telling.reasons.seats import person_lines

    hers = in_time(standing.view.sessions_of_person.get(person, ()))
    yield from person_lines(voice, person, [other_seats(standing, person, s.id) for s in hers])
    yield from _of_left_out(standing, voice, person, move_others=move_others)


def _of_left_out(
    standing: "StandingPlan",
    voice: "Voice",
    person: str | None = None,
    *,
    seconds: float = inf,
    move_others: bool,
) -> Iterator[str]:
    """Of everybody, or of one person, who need not have any; the first one in any case."""
    from samskab.planner.explain.left_out import Forbidden, why_left_out
    from samskab.planner.explain.making_room import make_room_for_left_out
    from samskab.telling.reasons.left_out import left_out_lines
    from samskab.telling.reasons.seats import room_lines

    needs = [one for one in standing.plan.unserved if person in {None, one.person}]
    if not needs and person is None:
        yield voice.word("left_out_none")
    begun = monotonic()
    for number, need in enumerate(needs):
        if person is not None or number:
            yield ""
        if number and monotonic() - begun > seconds:
            yield voice.word("left_out_more", count=len(needs) - number, seconds=f"{seconds:g}")
            break
        answer = why_left_out(standing, need.person, need.module)
        yield from left_out_lines(voice, answer)
        if move_others and isinstance(answer.why, Forbidden):
            room = make_room_for_left_out(standing, need.person, need.module)
            yield from room_lines(voice, room)
    if needs:
        yield ""
        yield voice.word("what_moves")
