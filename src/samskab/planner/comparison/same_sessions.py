"""Which sessions of two plans are the same one: where module, start and room are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from samskab.planner.model.plan import Session

Slot = tuple[str, datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class SessionPair:
    """One session as it stands in each of two plans."""

    a: Session
    b: Session

    @property
    def differs(self) -> bool:
        """Whether others lead it, or others attend."""
        return _content(self.a) != _content(self.b)

    @property
    def facilitators(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who leads it in the first plan only, and who in the second only."""
        return _only_in_one(self.a.facilitators, self.b.facilitators)

    @property
    def people(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who attends it in the first plan only, and who in the second only."""
        return _only_in_one(self.a.people, self.b.people)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Every session of two plans, once.

    Attributes:
        both: in order of time, as all are.
        only_a, only_b: sessions that the other plan does not hold.
    """

    both: tuple[SessionPair, ...]
    only_a: tuple[Session, ...]
    only_b: tuple[Session, ...]


def pair_sessions(a: Iterable[Session], b: Iterable[Session]) -> Pairing:
    """The sessions of two plans, put together where they are the same; ids and order say nothing.

    A session's end is looked at too: it follows from the module's length, except in a plan that
    breaks that rule. Two online sessions of one module at the same time are told apart by who is in
    them: those that differ least go together.
    """
    of_a, of_b = _by_slot(a), _by_slot(b)
    both: list[SessionPair] = []
    rest_a: list[Session] = []
    rest_b: list[Session] = []
    for slot in of_a.keys() | of_b.keys():
        alone_a, alone_b = list(of_a.get(slot, ())), list(of_b.get(slot, ()))
        while alone_a and alone_b:
            i, j = _most_alike(alone_a, alone_b)
            both.append(SessionPair(alone_a.pop(i), alone_b.pop(j)))
        rest_a += alone_a
        rest_b += alone_b
    return Pairing(
        tuple(sorted(both, key=lambda pair: (in_time(pair.a), _content(pair.b)))),
        tuple(sorted(rest_a, key=in_time)),
        tuple(sorted(rest_b, key=in_time)),
    )


def in_time(session: Session) -> tuple[object, ...]:
    """A key that sorts sessions by start, whatever their ids are."""
    return (
        session.start.astimezone(UTC),
        session.module,
        session.room or "",
        session.end.astimezone(UTC),
        _content(session),
    )


def _by_slot(sessions: Iterable[Session]) -> dict[Slot, list[Session]]:
    slots: defaultdict[Slot, list[Session]] = defaultdict(list)
    for session in sessions:
        start, end = session.start.astimezone(UTC), session.end.astimezone(UTC)
        slots[session.module, start, end, session.room or ""].append(session)
    return slots


def _most_alike(a: Sequence[Session], b: Sequence[Session]) -> tuple[int, int]:
    """Where the two stand that differ least; among equals those whose names come first."""
    return min(
        ((i, j) for i in range(len(a)) for j in range(len(b))),
        key=lambda pair: (
            _distance(a[pair[0]], b[pair[1]]),
            sorted((_content(a[pair[0]]), _content(b[pair[1]]))),  # the same seen from either side
        ),
    )


def _distance(one: Session, other: Session) -> int:
    """How many people and facilitators are in one of two sessions only."""
    return sum(
        len(part)
        for parts in (
            _only_in_one(one.people, other.people),
            _only_in_one(one.facilitators, other.facilitators),
        )
        for part in parts
    )


def _content(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted(session.people)), tuple(sorted(session.facilitators))


def _only_in_one(a: Sequence[str], b: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rest of each; a plan that names somebody twice has her twice here too."""
    of_a, of_b = Counter(a), Counter(b)
    return tuple(sorted((of_a - of_b).elements())), tuple(sorted((of_b - of_a).elements()))
