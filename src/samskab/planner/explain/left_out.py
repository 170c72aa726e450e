"""Why somebody is left out: a smallest set of facts that together forbid her a seat, or a seat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from samskab.planner.explain.facts import Fact
from samskab.planner.explain.room import Move
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.explain.wish import Way, Wish
from samskab.planner.explain.wish_model import UndecidedError, find_way
from samskab.planner.model.plan import Cost, Session
from samskab.planner.search.solution import cost_of


@dataclass(frozen=True, slots=True)
class Needed:
    """A fact of a core.

    Attributes:
        fact: what forbids.
        otherwise: the cheapest seat that she could have if it alone were not so and all else held;
            its session's id is empty where it would be a new one. None where it alone frees none.
    """

    fact: Fact
    otherwise: Session | None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Why there is no seat: facts that forbid it together, and of which none can be spared.

    Both are found by solving: with just these facts, and no other rule of the wish, there is no
    way; and without any one of them there is. Where there are none, the horizon itself has no room
    for the module.
    """

    facts: tuple[Needed, ...]


@dataclass(frozen=True, slots=True)
class Possible:
    """A seat that there is.

    Attributes:
        session: with her in it; its id is empty where it would be a new one.
        moves: seats that change besides, hers and of those tied to her.
        more: øre above what the plan costs now, item by item; `unserved` is what is saved.
    """

    session: Session
    moves: tuple[Move, ...]
    more: Cost


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver did not come to an end: nothing is claimed."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A need without a seat, and why."""

    person: str
    module: str
    why: Forbidden | Possible | Undecided


def why_left_out(plan: StandingPlan, person: str, module: str) -> LeftOut:
    """Find a seat for a need that a plan leaves out, or what forbids it; see `Wish` for what moves.

    Args:
        plan: it keeps every rule.
        person: id of who lacks a seat.
        module: id of what she lacks it in.
    """
    wish = Wish(plan, person, module)
    try:
        way = find_way(wish, frozenset(wish.facts), cheapest=True)
        why = _possible(wish, way) if way else _forbidden(wish)
    except UndecidedError:
        return LeftOut(person, module, Undecided())
    return LeftOut(person, module, why)


def irreducible(facts: Sequence[Fact], forbid: Callable[[frozenset[Fact]], bool]) -> list[Fact]:
    """Facts that forbid together, none of which can be spared: by deletion, in ever smaller parts.

    Args:
        facts: all of them together forbid; the earlier ones are rather done without.
        forbid: whether some of them do; more facts never forbid less.
    """
    kept = list(facts)
    size = len(kept)
    while size:
        at = 0
        while at < len(kept):
            fewer = kept[:at] + kept[at + size :]
            if forbid(frozenset(fewer)):
                kept = fewer
            else:
                at += size
        size //= 2
    return kept


def _forbidden(wish: Wish) -> Forbidden:
    def forbid(holding: frozenset[Fact]) -> bool:
        return find_way(wish, holding, cheapest=False) is None

    core = irreducible(wish.facts, forbid)
    assert forbid(frozenset(core)), "more facts never forbid less"
    needed = []
    for fact in core:
        assert not forbid(frozenset(core) - {fact}), "a fact was kept that can be spared"
        way = find_way(wish, frozenset(wish.facts) - {fact}, cheapest=True)
        needed.append(Needed(fact, _session(wish, way) if way else None))
    return Forbidden(tuple(needed))


def _session(wish: Wish, way: Way) -> Session:
    return wish.plan.as_session(way.at, way.session or "")


def _possible(wish: Wish, way: Way) -> Possible:
    plan = wish.plan
    was = {(p, one.module): id_ for id_, one in plan.placed.items() for p in one.people}
    moves = tuple(
        Move(
            plan.problem.people[p].id,
            wish.module_of(placed.module).id,
            was[p, placed.module],
            id_ or "",
        )
        for id_, placed in way.sessions
        for p in placed.people
        if was.get((p, placed.module), id_) != id_
    )
    now = cost_of(plan.timetable, plan.placed.values())
    then = cost_of(plan.timetable, [placed for _, placed in way.sessions])
    return Possible(_session(wish, way), moves, more(now, then))
