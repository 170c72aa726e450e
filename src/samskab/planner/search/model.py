"""A neighbourhood as a CP-SAT model: each rule adds its own constraint."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.search.board import Board
from samskab.planner.search.cp_sat import Literal, Model, Term
from samskab.planner.search.neighbourhood import Neighbourhood, Offer
from samskab.planner.search.solution import (
    ONLINE,
    Placed,
    half_days_of,
    in_order,
)
from samskab.planner.timetable import Bools, Floats, Ints


class NeighbourhoodModel:
    """The variables of a neighbourhood, for the rules to constrain.

    Attributes:
        cp: the CP-SAT model.
        board: what stands.
        joins: (block, offer) -> whether the block sits there; only where each of its people could.
        left_out: [block] whether it is unserved.
        opened: [offer] whether it takes place; None for a session that stands.
        leads: (offer, facilitator) -> whether the facilitator leads it.
        price: terms of the objective, (variable, øre).
    """

    def __init__(self, neighbourhood: Neighbourhood, board: Board) -> None:
        self.timetable = board.timetable
        self.neighbourhood = neighbourhood
        self.blocks, self.offers = neighbourhood.blocks, neighbourhood.offers
        self.board = board
        self.cp = Model()
        self.price: list[Term] = []
        self.left_out = [self.cp.new_bool_var("") for _ in self.blocks]
        self.opened: list[Literal | None] = [
            None if offer.stands else self.cp.new_bool_var("") for offer in self.offers
        ]
        self.joins: dict[tuple[int, int], Literal] = {}
        self.leads: dict[tuple[int, int], Literal] = {}
        for module in sorted({block.module for block in self.blocks}):
            self._seat_module(module)
        self._price_rooms()
        self._price_leaving_out()

    @cached_property
    def blocks_of_module(self) -> dict[int, list[int]]:
        """Module -> its blocks."""
        found: dict[int, list[int]] = defaultdict(list)
        for b, block in enumerate(self.blocks):
            found[block.module].append(b)
        return found

    @cached_property
    def offers_of_block(self) -> dict[int, list[int]]:
        """Block -> offers that it can join."""
        found: dict[int, list[int]] = defaultdict(list)
        for b, o in self.joins:
            found[b].append(o)
        return found

    @cached_property
    def blocks_of_offer(self) -> dict[int, list[int]]:
        """Offer -> blocks that can join it."""
        found: dict[int, list[int]] = defaultdict(list)
        for b, o in self.joins:
            found[o].append(b)
        return found

    @cached_property
    def blocks_of_person(self) -> dict[int, tuple[int, ...]]:
        """Person -> the blocks that she is in, one a module."""
        found: dict[int, list[int]] = defaultdict(list)
        for b, block in enumerate(self.blocks):
            for person in block.people:
                found[person].append(b)
        return {person: tuple(found[person]) for person in sorted(found)}

    @cached_property
    def moving_together(self) -> dict[tuple[int, ...], list[int]]:
        """Blocks of several modules -> the people who are in just these."""
        found: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for person, blocks in self.blocks_of_person.items():
            if len(blocks) > 1:
                found[blocks].append(person)
        return found

    def half_days(self, offer: Offer) -> range:
        """The half-days that an offer takes."""
        taken = half_days_of(self.timetable, offer.module, offer.start)
        return range(taken.start, taken.stop)

    def people_at(self, o: int) -> tuple[int, ...]:
        """Who is at an offer anyhow."""
        stands = self.offers[o].stands
        return stands.people if stands else ()

    def days(self, offer: Offer) -> range:
        """The ordinals of the days that an offer takes."""
        table = self.timetable.modules[offer.module]
        return range(int(table.first_day[offer.start]), int(table.last_day[offer.start]) + 1)

    @staticmethod
    def total(literals: list[Literal]) -> cp_model.LinearExprT:
        """How many are true; the library's own sum, far quicker than adding one by one."""
        return cp_model.LinearExpr.sum(literals)

    def displaced_units(self, person: int) -> cp_model.LinearExprT:
        """What a person's moving blocks displace: units as in `Timetable.displaced_units`."""
        units = self.timetable.displaced_units[person]
        return sum(
            int(units[list(self.half_days(self.offers[o]))].sum()) * self.joins[b, o]
            for b in self.blocks_of_person[person]
            for o in self.offers_of_block[b]
        )

    def free_facilitators(self, offer: Offer) -> list[int]:
        """Who could lead an offer beside all that stands."""
        free = self.board.free_facilitators(offer.module)
        return [int(f) for f in np.flatnonzero(free[:, offer.start])]

    def lead(self, o: int, facilitator: int) -> Literal:
        """A new literal: a facilitator leads an offer, for the fee."""
        literal = self.cp.new_bool_var("")
        self.leads[o, facilitator] = literal
        half_days = self.timetable.modules[self.offers[o].module].module.half_days
        fee = self.timetable.problem.facilitators[facilitator].fee_per_half_day_oere
        self.price.append((literal, fee * half_days))
        return literal

    def new_offers(self) -> Iterator[tuple[int, Offer, Literal]]:
        """The offers that do not stand yet, with the literal that opens them."""
        for o, (offer, opened) in enumerate(zip(self.offers, self.opened, strict=True)):
            if opened is not None:
                yield o, offer, opened

    def _seat_module(self, module: int) -> None:
        """Variables and prices of one module's blocks at its offers."""
        blocks = [b for b, block in enumerate(self.blocks) if block.module == module]
        offers = [o for o, offer in enumerate(self.offers) if offer.module == module]
        if not offers:
            return
        people = [person for b in blocks for person in self.blocks[b].people]
        starts = [self.offers[o].start for o in offers]
        free = self.board.free_starts(module, people, self._deciding)[:, starts]
        cost = self._attendance(module, people, offers)
        first = np.cumsum([0] + [len(self.blocks[b].people) for b in blocks[:-1]])
        all_free = np.logical_and.reduceat(free, first, axis=0)
        total = np.add.reduceat(cost, first, axis=0)
        all_free &= self._worth_a_look(blocks, offers, np.where(all_free, total, np.inf))
        for row, column in zip(*np.nonzero(all_free), strict=True):
            literal = self.cp.new_bool_var("")
            self.joins[blocks[row], offers[column]] = literal
            self.price.append((literal, int(total[row, column])))

    def _worth_a_look(self, blocks: list[int], offers: list[int], price: Floats) -> Bools:
        """[blocks, offers]: the cheapest for each block, and the seat that it has."""
        worth = self._cheapest(price)
        staying = self.neighbourhood.staying
        if staying:
            worth[[self.blocks[b] in staying for b in blocks]] = False
        if worth.all():
            return worth
        for row, b in enumerate(blocks):
            seat = self._seat_of.get((self.blocks[b].module, self.blocks[b].people[0]))
            for column, o in enumerate(offers):
                offer = self.offers[o]
                worth[row, column] |= seat == (offer.start, offer.room)
        return worth

    def _cheapest(self, price: Floats) -> Bools:
        """[blocks, offers]: as many of each block as the neighbourhood weighs."""
        most = self.neighbourhood.seats
        if most is None or price.shape[1] <= most:
            return np.ones(price.shape, dtype=np.bool_)
        limit = np.partition(price, most - 1, axis=1)[:, most - 1]
        worth: Bools = price <= limit[:, None]
        return worth

    @cached_property
    def _seat_of(self) -> dict[tuple[int, int], tuple[int, int]]:
        """(module, person) -> start and room of the session that she was in."""
        return {
            (placed.module, person): (placed.start, placed.room)
            for placed in self.neighbourhood.before
            for person in placed.people
        }

    @cached_property
    def _deciding(self) -> Bools:
        deciding = np.zeros(self.board.at.shape, dtype=np.bool_)
        for block in self.blocks:
            deciding[list(block.people), block.module] = True
        return deciding

    def _attendance(self, module: int, people: list[int], offers: list[int]) -> Ints:
        """[people, offers] øre of displacement, travel and materials."""
        table = self.timetable.modules[module]
        starts = [self.offers[o].start for o in offers]
        cost: Ints = table.displacement[people][:, starts] + table.module.materials_oere
        if table.in_person:
            places = self.timetable.room_place[[self.offers[o].room for o in offers]]
            cost = cost + self.timetable.travel[table.days - 1, people][:, places]
        if self.neighbourhood.guidance:
            ahead = self.neighbourhood.guidance.ahead[module]
            cost = cost + ahead[starts][:, people].T.astype(np.int64)
        return cost

    def _price_rooms(self) -> None:
        rooms = self.timetable.problem.rooms
        for _, offer, opened in self.new_offers():
            if offer.room != ONLINE:
                half_days = self.timetable.modules[offer.module].module.half_days
                rent = rooms[offer.room].price_per_half_day_oere * half_days
                self.price.append((opened, rent))

    def _price_leaving_out(self) -> None:
        unserved = self.timetable.problem.programme.prices.unserved_oere
        for block, literal in zip(self.blocks, self.left_out, strict=True):
            needs = len(block.people)
            if self.neighbourhood.guidance:
                people = list(block.people)
                needs += sum(
                    int(self.timetable.modules[later].needs[people].sum())
                    for later in self.timetable.followers(block.module)
                )
            self.price.append((literal, unserved * needs))

    def read(self, solver: cp_model.CpSolver) -> tuple[Placed, ...]:
        """The sessions of the whole plan, as the solver decided."""
        joined: dict[int, list[int]] = defaultdict(list)
        for (b, o), literal in self.joins.items():
            if solver.boolean_value(literal):
                joined[o].extend(self.blocks[b].people)
        touched = {offer.stands for offer in self.offers if offer.stands}
        sessions = [placed for placed in self.neighbourhood.standing if placed not in touched]
        for o, offer in enumerate(self.offers):
            stands, people = offer.stands, joined[o]
            if stands:
                people, leads = [*stands.people, *people], stands.facilitators
            else:
                leads = tuple(
                    f
                    for (at, f), literal in self.leads.items()
                    if at == o and solver.boolean_value(literal)
                )
            if people:
                sessions.append(
                    Placed(offer.module, offer.start, offer.room, leads, tuple(sorted(people)))
                )
        return in_order(self.timetable, sessions)
