"""A wish for the solver: the rules' own constraints, with just some of its facts."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.wish import Way, Wish
from samskab.planner.rules import group_size
from samskab.planner.rules.registry import RULES
from samskab.planner.search.board import Board
from samskab.planner.search.constraining import constrain
from samskab.planner.search.cp_sat import FOUND
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.parties import Parties
from samskab.planner.search.small_solver import small_solver
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.search.unfairness import price_unfairness


class UndecidedError(Exception):
    """The solver could neither find a seat nor exclude one in its effort."""


def find_way(
    wish: Wish, holding: AbstractSet[Fact], *, cheapest: bool, effort: float = 5.0
) -> Way | None:
    """A way to seat somebody that heeds some of the facts alone; None where there is none.

    Args:
        wish: who wants what.
        holding: the facts that hold; all others of the wish are switched off.
        cheapest: whether to look for the cheapest way, the earliest of several; else any will do.
        effort: deterministic seconds.

    Raises:
        UndecidedError: the effort did not suffice to tell.
    """
    model = _WishModel(wish, frozenset(holding), every_room=cheapest)
    return model.solve(cheapest=cheapest, effort=effort)


class _WishModel:
    def __init__(self, wish: Wish, holding: frozenset[Fact], *, every_room: bool) -> None:
        self.wish, self.holding = wish, holding
        self.codes = {fact.code for fact in holding}
        self.timetable = wish.relaxing.timetable(holding)
        # whatever becomes of a session, its room and its facilitators are not given away
        self.board = Board(self.timetable, wish.standing.values())
        modules = {module for _, module in wish.needs}
        self.ids = [id_ for id_, placed in wish.standing.items() if placed.module in modules]
        parties = Parties(self.timetable)
        moving = [
            block
            for module in sorted(modules)
            for block in parties.blocks(module, [p for p, m in wish.needs if m == module])
        ]
        joining = parties.blocks(wish.module, wish.waiting)
        self.moving = len(moving)
        self.target = next(
            b
            for b, block in enumerate(moving)
            if block.module == wish.module and wish.her in block.people
        )
        offers = [
            Offer(placed.module, placed.start, placed.room, placed)
            for placed in (wish.standing[id_] for id_ in self.ids)
        ]
        offers += self._new_offers(moving[self.target], every_room=every_room)
        draft = Neighbourhood((*moving, *joining), tuple(offers), (), ())
        self.model = NeighbourhoodModel(draft, self.board)
        self._constrain()

    def _new_offers(self, block: Block, *, every_room: bool) -> Iterator[Offer]:
        """New sessions that the block could come to, in the largest room, or in every."""
        module, table = block.module, self.timetable.modules[block.module]
        deciding = np.zeros(self.board.at.shape, dtype=np.bool_)
        for person, needed in self.wish.needs:
            deciding[person, needed] = True
        free = self.board.free_starts(module, block.people, deciding).all(axis=0)
        free &= self.board.free_parallel(module)
        teachers = self.board.free_facilitators(module).sum(axis=0)
        free &= teachers >= table.module.facilitators
        rooms = self.board.free_rooms(module)
        for start in np.flatnonzero(free).tolist():
            if not table.in_person:
                yield Offer(module, start, ONLINE)
                continue
            fitting = np.flatnonzero(rooms[:, start]).tolist()
            capacity = self.timetable.problem.rooms
            fitting.sort(key=lambda room: (-capacity[room].capacity, room))
            for room in fitting if every_room else fitting[:1]:
                yield Offer(module, start, room)

    def _constrain(self) -> None:
        model = self.model
        constrain(model, [rule for rule in RULES if rule is not group_size])
        for b, block in enumerate(model.blocks):
            served = any((p, block.module) in self.wish.served for p in block.people)
            if served or b == self.target:
                model.cp.add(model.left_out[b] == 0)
        for o in range(len(model.offers)):
            if o < len(self.ids):
                self._size_of_standing(o)
            else:
                self._size_of_new(o)
        model.cp.add_at_most_one(opened for _, _, opened in model.new_offers())

    def _size_of_standing(self, o: int) -> None:
        """Seats enough, and people enough: each as far as the facts hold."""
        model, id_ = self.model, self.ids[o]
        placed = self.wish.standing[id_]
        there, least = len(placed.people), self.wish.module_of(placed.module).group_min
        for b in model.blocks_of_offer[o]:
            if b >= self.moving:  # who waits may only come to a new session
                model.cp.add(model.joins[b, o] == 0)
        come = self._people_at(o)
        if self._holds(FactCode.FULL, id_):
            model.cp.add(come <= self.wish.seats(placed) - there)
        if there < least and self._holds(FactCode.TOO_FEW, id_):
            held = 1 if there else model.cp.new_bool_var("")
            model.cp.add(come >= (least - there) * held)
            if not there:
                model.cp.add(come <= len(model.blocks_of_person) * held)

    def _holds(self, code: FactCode, session: str) -> bool:
        """Whether a fact about a session holds; one that cannot bind is none of the wish's."""
        facts = [f for f in self.wish.facts if f.code is code and f.sessions == (session,)]
        return all(fact in self.holding for fact in facts)

    def _size_of_new(self, o: int) -> None:
        model, offer, opened = self.model, self.model.offers[o], self.model.opened[o]
        assert opened is not None
        module, rooms = self.wish.module_of(offer.module), self.timetable.problem.rooms
        seats = module.group_max
        if offer.room != ONLINE:
            seats = min(seats, rooms[offer.room].capacity)
        least = max(module.group_min, 1) if FactCode.GROUP_MIN in self.codes else 1
        model.cp.add(self._people_at(o) <= seats * opened)
        model.cp.add(self._people_at(o) >= least * opened)

    def _people_at(self, o: int) -> cp_model.LinearExprT:
        model = self.model
        return sum(
            len(model.blocks[b].people) * model.joins[b, o] for b in model.blocks_of_offer[o]
        )

    def solve(self, *, cheapest: bool, effort: float) -> Way | None:
        model = self.model
        if cheapest:
            price_unfairness(model)
            starts = len(self.timetable.modules[self.wish.module].starts)
            price = [(literal, oere * (starts + 1)) for literal, oere in model.price]
            # of ways that cost the same, the earliest
            price += [
                (model.joins[self.target, o], model.offers[o].start)
                for o in model.offers_of_block[self.target]
            ]
            model.cp.minimize_total(price)
        solver = small_solver(effort=effort, seed=0)
        status = solver.solve(model.cp)
        if status == cp_model.INFEASIBLE:
            return None
        if status not in FOUND:
            raise UndecidedError
        return self._read(solver)

    def _read(self, solver: cp_model.CpSolver) -> Way:
        wish, model = self.wish, self.model
        sessions: list[tuple[str | None, Placed]] = [
            (id_, placed) for id_, placed in wish.standing.items() if id_ not in self.ids
        ]
        ids: list[str | None] = [*self.ids]
        ids += [None] * (len(model.offers) - len(self.ids))
        for o, (id_, offer) in enumerate(zip(ids, model.offers, strict=True)):
            people = [p for b in model.blocks_of_offer[o] if solver.boolean_value(
                model.joins[b, o]) for p in model.blocks[b].people]  # fmt: skip
            there = offer.stands.people if offer.stands else ()
            leads = offer.stands.facilitators if offer.stands else self._leaders(o, solver)
            everybody = tuple(sorted((*there, *people)))
            placed = Placed(offer.module, offer.start, offer.room, leads, everybody)
            if everybody:
                sessions.append((id_, placed))
            if wish.her in people and offer.module == wish.module:
                way = (id_, placed)
        return Way(*way, tuple(sessions))

    def _leaders(self, o: int, solver: cp_model.CpSolver) -> tuple[int, ...]:
        leads = self.model.leads.items()
        return tuple(sorted(f for (at, f), led in leads if at == o and solver.boolean_value(led)))
