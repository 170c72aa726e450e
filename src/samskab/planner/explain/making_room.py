"""The smallest move that makes room for somebody in another session of her module."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from samskab.planner.explain.room import Aim, NoRoom, Room
from samskab.planner.explain.room_model import RoomModel
from samskab.planner.explain.standing_plan import StandingPlan


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to go.

    Attributes:
        effort: deterministic seconds of each solve, of which there are four at most.
        seed: of the solver.
        most_seats: people's modules times sessions that they could sit in; of a larger plan only
            the people of one module change seats.
    """

    effort: float = 10.0
    seed: int = 0
    most_seats: int = 40_000


USUAL = Limits()


def make_room(
    plan: StandingPlan, person: str, session: str, limits: Limits = USUAL
) -> Room | NoRoom:
    """Seat a person in another session of a module with as few other people moved as can be.

    Everybody keeps a seat of all that she has one of; whoever has none gets none. First she, and
    whoever goes with her, move alone, in all that they take; then everybody does, or in a large
    plan the people of her module. Of the fewest movers the cheapest move is chosen.

    Args:
        plan: it keeps every rule.
        person: id of a person in the session.
        session: id of the session that she cannot come to.
        limits: how far to go.
    """
    left = plan.placed[session]
    return _room_for(plan, Aim(plan.person[person], left.module, left), limits)


def make_room_for_left_out(
    plan: StandingPlan, person: str, module: str, limits: Limits = USUAL
) -> Room | NoRoom:
    """Seat a person, with her party, whom the plan leaves out of a module, in the same way.

    What else they lack a seat in they may get besides: a module that comes before, say.

    Args:
        plan: it keeps every rule.
        person: id of who lacks a seat.
        module: id of what she lacks it in.
        limits: how far to go.
    """
    return _room_for(plan, Aim(plan.person[person], plan.module[module], None), limits)


def _room_for(plan: StandingPlan, aim: Aim, limits: Limits) -> Room | NoRoom:
    party = plan.parties.whole(aim.module, {aim.her})
    forced = len(party) - 1 if aim.left else 0
    everybody = _seats_of(plan, range(len(plan.problem.people)))
    lacking = set() if aim.left else _needs_of(plan, party) - everybody
    company = _seats_of(plan, moving_company(plan, {aim.her})) | lacking
    everybody |= lacking
    whole = _size(plan, everybody) <= limits.most_seats
    if not whole:
        in_module = {person for person, module in everybody if module == aim.module}
        bound = _bound_to(plan, aim.module)
        everybody = company | {(p, m) for p, m in everybody if p in in_module and m in bound}
    alone = _solved(plan, company, aim, limits)
    exact = alone.fewest if isinstance(alone, Room) else alone.proven
    if isinstance(alone, Room) and alone.others <= forced and exact:
        return alone  # nobody moves but those who must
    wider = _solved(plan, everybody, aim, limits)
    if isinstance(wider, NoRoom):
        return NoRoom(proven=wider.proven and whole)
    fewest = wider.others <= forced + exact or (wider.fewest and whole)
    return replace(wider, fewest=fewest, cheapest=wider.cheapest and whole)


def _solved(
    plan: StandingPlan, needs: set[tuple[int, int]], aim: Aim, limits: Limits
) -> Room | NoRoom:
    model = RoomModel(plan, needs, _kept_out(plan, needs), aim)
    return model.solve(effort=limits.effort, seed=limits.seed)


def moving_company(plan: StandingPlan, people: set[int]) -> set[int]:
    """People and everybody who is tied to them by parties, in whatever module."""
    modules = range(len(plan.timetable.modules))
    wider = set(people).union(*(plan.parties.whole(module, people) for module in modules))
    return wider if wider == people else moving_company(plan, wider)


def _seats_of(plan: StandingPlan, people: Iterable[int]) -> set[tuple[int, int]]:
    """(person, module) of all seats of some people."""
    wanted = frozenset(people)
    return {(p, one.module) for one in plan.placed.values() for p in one.people if p in wanted}


def _bound_to(plan: StandingPlan, module: int) -> set[int]:
    """A module and all that tracks tie to it: who moves in one has to move in the others."""
    bound = {module}
    for _ in plan.timetable.tracks:
        bound |= {m for track in plan.timetable.tracks if bound & set(track) for m in track}
    return bound


def _kept_out(plan: StandingPlan, needs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """What people who may move lack in tracks: it says whom they cannot share a session with."""
    tracked = {module for track in plan.timetable.tracks for module in track}
    lacked = _needs_of(plan, {person for person, _ in needs})
    lacked -= _seats_of(plan, range(len(plan.problem.people)))
    return {(person, module) for person, module in lacked if module in tracked} - needs


def _needs_of(plan: StandingPlan, people: Iterable[int]) -> set[tuple[int, int]]:
    """(person, module) of all that some people need."""
    tables = plan.timetable.modules
    return {(p, m) for p in people for m, table in enumerate(tables) if table.needs[p]}


def _size(plan: StandingPlan, needs: set[tuple[int, int]]) -> int:
    sessions: dict[int, int] = defaultdict(int)
    for placed in plan.placed.values():
        sessions[placed.module] += 1
    return sum(sessions[module] for _, module in needs)
