"""A mended plan with the names that people know its sessions by."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samskab.planner.changes import same_slot
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.published import Published

Pair = tuple[int, int]
"""A session of the plan and a published one, by their places."""


def named(plan: Plan, published: Published, today: date) -> Plan:
    """The plan, its sessions with their published ids, and new ones with new ids.

    A session at the start and in the room of a published one has its id. Of the others, one whose
    people are mostly those of a published session that is held nowhere any more has its id: it is
    that session, moved. A new id holds the day on which it was given, so that it is none that an
    earlier plan gave away and a later one took back.
    """
    ids = _ids(plan.sessions, published)
    given: Counter[str] = Counter()
    taken = {session.id for session in published.sessions}
    sessions = []
    for number, session in enumerate(plan.sessions):
        while number not in ids:
            given[session.module] += 1
            new = f"{session.module}-{today:%y%m%d}-{given[session.module]}"
            if new not in taken:
                ids[number] = new
        sessions.append(replace(session, id=ids[number]))
    return replace(plan, sessions=tuple(sessions))


def _ids(sessions: tuple[Session, ...], published: Published) -> dict[int, str]:
    """Place of a session in the plan -> the published id that it keeps."""
    old = published.sessions
    pairs = [
        (p, q)
        for p, session in enumerate(sessions)
        for q, one in enumerate(old)
        if one.module == session.module
    ]
    shared = {(p, q): len(set(sessions[p].people) & set(old[q].people)) for p, q in pairs}
    staying = [(p, q) for p, q in pairs if same_slot(sessions[p], old[q])]
    staying.sort(key=lambda pair: (old[pair[1]].id not in published.pinned, -shared[pair]))
    moving = [(p, q) for p, q in pairs if 2 * shared[p, q] > len(sessions[p].people)]
    moving.sort(key=lambda pair: -shared[pair])
    return {p: old[q].id for p, q in _matched([*staying, *moving]).items()}


def _matched(pairs: Iterable[Pair]) -> dict[int, int]:
    """The first pairs that go together, each session in one of them at most."""
    matched: dict[int, int] = {}
    for p, q in pairs:
        if p not in matched and q not in matched.values():
            matched[p] = q
    return matched
