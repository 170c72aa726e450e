"""Why needs are left out, line by line."""

from collections.abc import Iterator

from samskab.planner.explain.left_out import Forbidden, LeftOut, Possible
from samskab.planner.model.plan import Session
from samskab.telling.reasons.phrasing import Phrasing
from samskab.telling.reasons.voice import Voice


def left_out_lines(voice: Voice, left_out: LeftOut) -> Iterator[str]:
    """A smallest set of facts that forbid a seat, or the seat that there is."""
    named = {"person": voice.person(left_out.person), "module": voice.module(left_out.module)}
    why = left_out.why
    if isinstance(why, Forbidden):
        yield from _forbidden(voice, why, named)
    elif isinstance(why, Possible):
        yield from _possible(voice, why, named)
    else:
        yield voice.word("undecided", **named)


def _forbidden(voice: Voice, why: Forbidden, named: dict[str, str]) -> Iterator[str]:
    key = {0: "no_day_at_all", 1: "forbidden_need_one"}.get(len(why.facts), "forbidden_need")
    yield voice.word(key, **named)
    for needed in why.facts:
        fact = Phrasing(voice).sentence(needed.fact)
        if needed.otherwise is None:
            yield voice.word("core_fact", fact=fact)
            continue
        seat = _seat(voice, needed.otherwise)
        yield voice.word("core_fact_frees", fact=fact, seat=seat)


def _possible(voice: Voice, why: Possible, named: dict[str, str]) -> Iterator[str]:
    session = voice.session(why.session.id) if why.session.id else voice.word("a_new_session")
    change = voice.change_in_items(why.more)
    when = voice.when(why.session)
    yield voice.word("possible", **named, session=session, when=when, change=change)
    if why.moves:
        moves = "; ".join(
            f"{voice.person(one.person)}: {voice.session(one.come_from)} → "
            + (voice.session(one.go_to) if one.go_to else voice.word("a_new_session"))
            for one in why.moves
        )
        yield voice.word("possible_moves", moves=moves)


def _seat(voice: Voice, session: Session) -> str:
    when = voice.when(session)
    if not session.id:
        return voice.word("otherwise_new", when=when)
    return voice.word("otherwise_seat", session=voice.session(session.id), when=when)
