"""Why a session is on its date, line by line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.other_dates import ForbiddenDate, Meetings, SessionReasons
from samskab.planner.model.plan import Session
from samskab.telling.reasons.phrasing import Phrasing
from samskab.telling.reasons.voice import Voice

DATES_SHOWN = 5
NO_PEOPLE = 3
"""A fact that is about no people, such as a room that is taken, is as hard to give as so many."""


def session_lines(voice: Voice, reasons: SessionReasons, *, everything: bool) -> Iterator[str]:
    """A session, its other dates, and what forbids the rest.

    Args:
        voice: of the plan.
        reasons: of the session.
        everything: whether to show every date, else the best and the nearest.
    """
    session = reasons.session
    yield voice.word(
        "session",
        session=voice.session(session.id),
        when=voice.when(session),
        where=voice.where(session),
        people=len(session.people),
    )
    cost = voice.notation.kr(reasons.cost.total)
    yield voice.word("session_cost", meetings=meetings(voice, reasons.meetings), cost=cost)
    yield ""
    yield from _possible(voice, reasons, everything=everything)
    if reasons.forbidden:
        yield ""
        yield from _forbidden(voice, reasons, everything=everything)


def overview_lines(voice: Voice, every: Sequence[SessionReasons]) -> Iterator[str]:
    """A line for each session: its next best date."""
    yield voice.word("overview")
    for reasons in every:
        session = reasons.session
        named = {"session": voice.session(session.id), "when": voice.when(session)}
        counts = {"dates": len(reasons.dates), "forbidden": len(reasons.forbidden)}
        if not reasons.dates:
            yield voice.word("row_alone", **named, **counts)
            continue
        best = reasons.dates[0]
        values = {"other": voice.when(best.session), "change": voice.change(best.more.total)}
        yield voice.word("row", **named, **counts, **values)
    yield voice.word("ask_on")


def meetings(voice: Voice, some: Meetings) -> str:
    """How many have meetings."""
    key = "meetings_tentative" if some.tentative else "meetings"
    return voice.word(key, busy=some.busy, tentative=some.tentative, of=some.of)


def _possible(voice: Voice, reasons: SessionReasons, *, everything: bool) -> Iterator[str]:
    if not reasons.dates:
        yield voice.word("no_dates")
        return
    yield voice.word("dates_title", count=len(reasons.dates))
    shown = len(reasons.dates) if everything else DATES_SHOWN
    for date in reasons.dates[:shown]:
        yield voice.word(
            "date",
            when=voice.when(date.session),
            where=voice.where(date.session),
            change=voice.change_in_items(date.more),
            meetings=meetings(voice, date.meetings),
        )
    if len(reasons.dates) > shown:
        yield voice.word("more_dates", count=len(reasons.dates) - shown)


def _forbidden(voice: Voice, reasons: SessionReasons, *, everything: bool) -> Iterator[str]:
    phrasing = Phrasing(voice)
    counts: Counter[str] = Counter()
    for date in reasons.forbidden:
        counts.update({phrasing.cause(fact) for fact in date.facts})
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    causes = ", ".join(f"{cause} {count}" for cause, count in ranked)
    yield voice.word("forbidden_title", count=len(reasons.forbidden), causes=causes)
    dates: Sequence[ForbiddenDate] = reasons.forbidden
    if everything:
        yield voice.word("all_forbidden")
    else:
        yield voice.word("nearest_title")
        dates = sorted(dates, key=_hardness)[:DATES_SHOWN]
    for date in dates:
        yield voice.word(
            "forbidden",
            when=voice.notation.span(date.start, date.end),
            facts=phrasing.line(date.facts, of=len(reasons.session.people)),
            meetings=meetings(voice, date.meetings),
        )


def _hardness(date: ForbiddenDate) -> tuple[int, int]:
    """People in the way, counted once for each fact; then what meetings it would displace."""
    return sum(_weight(fact) for fact in date.facts), date.more_displacement


def _weight(fact: Fact) -> int:
    if fact.code is FactCode.UNIT:
        return (fact.count or 0) - (fact.most or 0)
    return len(fact.people) or NO_PEOPLE


def in_time(sessions: Sequence[Session]) -> list[Session]:
    """Sessions by their start."""
    return sorted(sessions, key=lambda one: (one.start, one.id))
