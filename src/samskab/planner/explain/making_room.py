"""The smallest move that makes room for somebody in another session of her module."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.model.plan import Cost
from samskab.planner.search.board import Board
from samskab.planner.search.constraining import constrain
from samskab.planner.search.cp_sat import FOUND, Literal
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.small_solver import small_solver
from samskab.planner.search.solution import Placed, cost_of
from samskab.planner.search.unfairness import price_unfairness


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


@dataclass(frozen=True, slots=True)
class Move:
    """A person takes a module in another session; ids of the plan, empty where she had none."""

    person: str
    module: str
    come_from: str
    go_to: str


@dataclass(frozen=True, slots=True)
class Room:
    """How room is made: no session changes its date, room or facilitators.

    Attributes:
        moves: every change of a seat, hers first.
        others: how many people beside her move.
        more: øre above what the plan costs now, item by item.
        fewest: whether it is proven that no fewer people beside her can move.
        cheapest: whether it is proven that no move of as few people costs less.
    """

    moves: tuple[Move, ...]
    others: int
    more: Cost
    fewest: bool
    cheapest: bool


@dataclass(frozen=True, slots=True)
class NoRoom:
    """No room was found.

    Attributes:
        proven: that people of the whole plan may change seats and there is none still.
    """

    proven: bool


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
    return _room_for(plan, _Aim(plan.person[person], left.module, left), limits)


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
    return _room_for(plan, _Aim(plan.person[person], plan.module[module], None), limits)


@dataclass(frozen=True, slots=True)
class _Aim:
    """Who is to be seated in which module, and the session that she leaves if she has any."""

    her: int
    module: int
    left: Placed | None


def _room_for(plan: StandingPlan, aim: _Aim, limits: Limits) -> Room | NoRoom:
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
    alone = _Making(plan, company, aim).solve(limits)
    exact = alone.fewest if isinstance(alone, Room) else alone.proven
    if isinstance(alone, Room) and alone.others <= forced and exact:
        return alone  # nobody moves but those who must
    wider = _Making(plan, everybody, aim).solve(limits)
    if isinstance(wider, NoRoom):
        return NoRoom(proven=wider.proven and whole)
    fewest = wider.others <= forced + exact or (wider.fewest and whole)
    return replace(wider, fewest=fewest, cheapest=wider.cheapest and whole)


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


class _Making:
    """One model, solved twice: for the fewest movers, then for the cheapest of such moves."""

    def __init__(self, plan: StandingPlan, needs: set[tuple[int, int]], aim: _Aim) -> None:
        self.plan, self.aim, self.her = plan, aim, aim.her
        self.ids = list(plan.placed)
        self.standing = [
            replace(p, people=tuple(one for one in p.people if (one, p.module) not in needs))
            for p in plan.placed.values()
        ]
        self.kept_out = _kept_out(plan, needs)
        needs = needs | self.kept_out
        modules = {module for _, module in needs}
        self.numbers = [n for n, p in enumerate(self.standing) if p.module in modules]
        held = tuple(placed for placed in self.standing if placed.people)
        offered = [self.standing[n] for n in self.numbers]
        neighbourhood = Neighbourhood(
            blocks=tuple(self._blocks(needs)),
            # a session that everybody could leave is like a new one: it may end up not being held
            offers=tuple(
                Offer(p.module, p.start, p.room, p if p.people else None) for p in offered
            ),
            standing=held,
            before=(),
        )
        board = Board(plan.timetable, held)
        self.model = NeighbourhoodModel(neighbourhood, board)
        constrain(self.model)
        for (o, facilitator), literal in self.model.leads.items():
            if facilitator not in offered[o].facilitators:
                self.model.cp.add(literal == 0)
        price_unfairness(self.model)
        self.moved = self._movers()

    def _blocks(self, needs: set[tuple[int, int]]) -> Iterable[Block]:
        for module in sorted({module for _, module in needs}):
            yield from self.plan.parties.blocks(module, [p for p, m in needs if m == module])

    def _movers(self) -> list[Literal]:
        """A literal for each person but her: whether any seat of hers is another one."""
        model = self.model
        offer_of = {n: o for o, n in enumerate(self.numbers)}
        seats = {
            (person, placed.module): offer_of[n]
            for n, placed in enumerate(self.plan.placed.values())
            for person in placed.people
            if n in offer_of
        }
        moved = {p: model.cp.new_bool_var("") for p in model.blocks_of_person if p != self.her}
        for b, block in enumerate(model.blocks):
            aimed_at = self.her in block.people and block.module == self.aim.module
            seat = seats.get((block.people[0], block.module))
            if aimed_at or seat is not None:
                model.cp.add(model.left_out[b] == 0)
            if seat is None:  # they had none: nobody moves by it
                if (block.people[0], block.module) in self.kept_out:
                    model.cp.add(model.left_out[b] == 1)
                continue
            stays = model.joins.get((b, seat))
            if aimed_at and stays is not None:
                model.cp.add(stays == 0)
            for person in set(block.people) - {self.her}:
                if aimed_at or stays is None:
                    model.cp.add(moved[person] == 1)
                else:
                    model.cp.add_implication(moved[person].negated(), stays)
        return list(moved.values())

    def solve(self, limits: Limits) -> Room | NoRoom:
        model, solver = self.model, small_solver(effort=limits.effort, seed=limits.seed)
        model.cp.minimize(sum(self.moved))
        status = solver.solve(model.cp)
        if status not in FOUND:
            return NoRoom(proven=status == cp_model.INFEASIBLE)
        fewest = status == cp_model.OPTIMAL
        others, seated = round(solver.objective_value), self._seated(solver)
        model.cp.add(sum(self.moved) <= others)
        model.cp.minimize_total(model.price)
        status = solver.solve(model.cp)
        if status in FOUND:
            seated = self._seated(solver)
        return self._room(seated, others, fewest=fewest, cheapest=status == cp_model.OPTIMAL)

    def _seated(self, solver: cp_model.CpSolver) -> list[Placed]:
        """The plan's sessions in its order, with whom the solver seats in them."""
        people = [list(placed.people) for placed in self.standing]
        for (b, o), literal in self.model.joins.items():
            if solver.boolean_value(literal):
                people[self.numbers[o]] += self.model.blocks[b].people
        return [
            replace(placed, people=tuple(sorted(who)))
            for placed, who in zip(self.standing, people, strict=True)
        ]

    def _room(self, seated: list[Placed], others: int, *, fewest: bool, cheapest: bool) -> Room:
        plan = self.plan
        was = {(p, one.module): i for i, one in plan.placed.items() for p in one.people}
        names = [module.id for module in plan.problem.programme.modules]
        moves = [
            (
                p,
                Move(
                    plan.problem.people[p].id, names[one.module], was.get((p, one.module), ""), id_
                ),
            )
            for id_, one in zip(self.ids, seated, strict=True)
            for p in one.people
            if was.get((p, one.module)) != id_
        ]
        moves.sort(key=lambda one: (one[0] != self.her, one[0]))
        now = cost_of(plan.timetable, plan.placed.values())
        then = cost_of(plan.timetable, [one for one in seated if one.people])
        moved = tuple(move for _, move in moves)
        return Room(moved, others, more(now, then), fewest, cheapest)
