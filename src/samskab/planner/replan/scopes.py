"""How much of a published plan is decided anew: first what broke, then ever more."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from samskab.planner.replan.grounds import Grounds, Need


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the plan to decide.

    Attributes:
        free: needs that are decided anew, wherever they could go.
        staying: needs that keep the seat they have or lose it: all that comes after a free one,
            and all of sessions that free ones might leave too small. So there is always a plan.
        cohorts: whether whole sessions move, each to a date of its own: in tracks, where the people
            of a session stay together in the others, that is most of what can be done.
        dates: how many new dates each module is offered, the best for most people and some for
            each; None means all there are.
        complete: whether it is everything that may move at all, wherever it could go.
    """

    free: frozenset[Need]
    staying: frozenset[Need] = frozenset()
    cohorts: bool = False
    dates: int | None = None
    complete: bool = False

    @property
    def needs(self) -> frozenset[Need]:
        """All that is decided."""
        return self.free | self.staying


FEW_DATES = 24
"""Where many lack a seat it takes few dates to seat most of them, and few are quickly decided."""


def first_scope(grounds: Grounds) -> Scope:
    """What broke, and what depends on it."""
    scope = _around(grounds, grounds.unseated, Scope(frozenset(), cohorts=True, dates=FEW_DATES))
    tracked = {module for track in grounds.timetable.tracks for module in track}
    return scope if {module for _, module in scope.needs} <= tracked else _alone(grounds)


def wider(grounds: Grounds, scope: Scope, lost: set[Need]) -> Scope | None:
    """A scope with more that is free; None where all is.

    Args:
        grounds: what replanning stands on.
        scope: the one before.
        lost: needs that the best plan within it leaves out though there may be seats for them.
    """
    if scope.complete:
        return None
    movable = _movable(grounds)
    people = {person for person, _ in lost}
    theirs = {need for need in movable if need[0] in people}
    if not theirs <= scope.free:
        return _around(grounds, scope.free | theirs, scope)
    if scope.dates is not None:
        return replace(scope, dates=None)
    if scope.cohorts:
        return _alone(grounds)
    modules = {module for _, module in grounds.unseated}
    beside = {need for need in movable if need[1] in modules}
    if not beside <= scope.free:
        return _around(grounds, scope.free | beside, scope)
    return Scope(_whole(grounds, movable | scope.free, scope), complete=True)


def _alone(grounds: Grounds) -> Scope:
    """What broke, each person by herself."""
    return _around(grounds, grounds.unseated, Scope(frozenset(), dates=FEW_DATES))


def _around(grounds: Grounds, needs: AbstractSet[Need], like: Scope) -> Scope:
    """A scope that frees needs, in the manner of another one."""
    free = _whole(grounds, needs, like)
    return replace(like, free=free, staying=_emptied(grounds, free, like) - free)


def _movable(grounds: Grounds) -> set[Need]:
    return {
        (person, placed.module)
        for placed in grounds.standing
        if placed not in grounds.pinned
        for person in placed.people
    }


def _whole(grounds: Grounds, needs: AbstractSet[Need], like: Scope) -> frozenset[Need]:
    """The needs with those of everybody who must move along, and all of their tracks."""
    whole = set(needs)
    for person, module in needs:
        cohort = grounds.cohort_of.get((person, module), frozenset()) if like.cohorts else ()
        whole |= {(other, module) for other in grounds.company.whole(module, {person, *cohort})}
        if not cohort:
            whole |= set(_of_tracks(grounds, person, module))
    return frozenset(whole) if whole == needs else _whole(grounds, whole, like)


def _of_tracks(grounds: Grounds, person: int, module: int) -> Iterator[Need]:
    """A person's needs in the tracks of a module."""
    for track in grounds.timetable.tracks:
        if module in track:
            for other in track:
                needs = grounds.timetable.modules[other].needs[person]
                if needs and not grounds.company.is_hopeless(person, other):
                    yield person, other


def _emptied(grounds: Grounds, needs: frozenset[Need], like: Scope) -> frozenset[Need]:
    """The needs with all that comes after them, and with all of sessions left too small."""
    timetable = grounds.timetable
    more = set(needs)
    for person, module in needs:
        for later in timetable.followers(module):
            is_open = not grounds.company.is_hopeless(person, later)
            if timetable.modules[later].needs[person] and is_open:
                more.add((person, later))
    for placed in grounds.standing:
        left = [p for p in placed.people if (p, placed.module) not in more]
        group_min = timetable.modules[placed.module].module.group_min
        if placed not in grounds.pinned and len(left) < max(group_min, 1):
            more |= {(person, placed.module) for person in placed.people}
    whole = _whole(grounds, more, like)
    return whole if whole == needs else _emptied(grounds, whole, like)
