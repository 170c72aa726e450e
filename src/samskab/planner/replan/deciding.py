"""A scope decided: the fewest left out, then the fewest moved, then the fewest other leaders."""

from dataclasses import dataclass
from itertools import combinations
from time import monotonic

from ortools.sat.python import cp_model

from samskab.planner.replan.grounds import Grounds, Need
from samskab.planner.replan.proving_solver import proving_solver
from samskab.planner.search.board import Board
from samskab.planner.search.constraining import constrain
from samskab.planner.search.cp_sat import FOUND, Term
from samskab.planner.search.hint import hint
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.published_seats import PublishedSeats
from samskab.planner.search.solution import Placed
from samskab.planner.search.unfairness import price_unfairness


@dataclass(frozen=True, slots=True)
class Decided:
    """What a scope gave.

    Attributes:
        sessions: the whole plan anew.
        proven: whether no plan within the scope leaves out or moves fewer.
    """

    sessions: tuple[Placed, ...]
    proven: bool


class ScopeModel:
    """The neighbourhood model of a scope, with the aims of replanning in their order.

    Attributes:
        leads_at: slot -> who led the published sessions there.
    """

    def __init__(
        self,
        grounds: Grounds,
        part: tuple[Neighbourhood, Board],
        claims: frozenset[Need],
        leads_at: dict[tuple[int, int, int], frozenset[int]],
    ) -> None:
        whole, board = part
        self.company, self.claims, self.leads_at = grounds.company, claims, leads_at
        self.model = NeighbourhoodModel(whole, board)
        self.published = PublishedSeats(grounds.timetable)
        constrain(self.model)
        price_unfairness(self.model)
        for module in self.model.blocks_of_module:
            if self.company.decides(module):
                self._keep_from_pinned(module)
        hint(self.model)

    def decide(self, until: float) -> Decided | None:
        """Leave out and move as few as can be; None where nothing is found in time.

        Args:
            until: when time is up, by the monotonic clock.
        """
        self.model.cp.minimize_total(self._aims())
        solver = proving_solver(until - monotonic())
        status = solver.solve(self.model.cp)
        if status not in FOUND:
            return None
        self._hold(solver)
        return Decided(self.model.read(solver), proven=status == cp_model.OPTIMAL)

    def cheapest(self, until: float) -> tuple[Placed, ...] | None:
        """The cheapest plan found that does no worse in any aim than the one decided."""
        self.model.cp.minimize_total(self.model.price)
        solver = proving_solver(until - monotonic())
        return self.model.read(solver) if solver.solve(self.model.cp) in FOUND else None

    def _hold(self, solver: cp_model.CpSolver) -> None:
        """From here on no aim may be missed by more; the solver begins where it stands."""
        for aim in (self._left_out(), self._moved(), self._led_by_others()):
            reached = sum(weight * solver.value(literal) for literal, weight in aim)
            self.model.cp.add(sum(weight * literal for literal, weight in aim) <= reached)
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for number in range(len(self.model.cp.proto.variables)):
            variable = self.model.cp.get_int_var_from_proto_index(number)
            self.model.cp.add_hint(variable, solver.value(variable))

    def _aims(self) -> list[Term]:
        """Each aim weighs more than all that come behind it can make up for together."""
        led, moved = [*self._led_by_others()], [*self._moved()]
        a_move = len(led) + 1
        seats = sum(self._seats(block) for block in self.model.blocks)
        a_need = a_move * (seats + 1)
        return [
            *((literal, a_need * needs) for literal, needs in self._left_out()),
            *((literal, a_move * seats) for literal, seats in moved),
            *led,
        ]

    def _left_out(self) -> list[Term]:
        """Needs left out, of those whose claim is to be met."""
        return [
            (literal, sum((person, block.module) in self.claims for person in block.people))
            for block, literal in zip(self.model.blocks, self.model.left_out, strict=True)
        ]

    def _moved(self) -> list[Term]:
        """Seats of the published plan that are not kept."""
        blocks = self.model.blocks
        moved = [
            (literal, self._seats(blocks[b]) - self._kept(blocks[b], self.model.offers[o]))
            for (b, o), literal in self.model.joins.items()
        ]
        dropped = zip(self.model.left_out, map(self._seats, blocks), strict=True)
        return [(literal, seats) for literal, seats in (*moved, *dropped) if seats]

    def _led_by_others(self) -> list[Term]:
        """Facilitators at the slot of a published session who did not lead it."""
        found: list[Term] = []
        for (o, facilitator), literal in self.model.leads.items():
            offer = self.model.offers[o]
            led = self.leads_at.get((offer.module, offer.start, offer.room))
            if led is not None and facilitator not in led:
                found.append((literal, 1))
        return found

    def _seats(self, block: Block) -> int:
        """Published seats of a block's people in its module."""
        return sum(self.published.of_need[person, block.module] for person in block.people)

    def _kept(self, block: Block, offer: Offer) -> int:
        placed = Placed(offer.module, offer.start, offer.room, (), block.people)
        return self.published.kept(placed)

    def _keep_from_pinned(self, module: int) -> None:
        """Nobody meets who must not, since pinned sessions of a track part them."""
        blocks = self.model.blocks
        for o, offer in enumerate(self.model.offers):
            there = self.model.blocks_of_offer[o] if offer.module == module else []
            standing = self.model.people_at(o)
            for b in there:
                for other in standing:
                    if not self._may_meet(blocks[b], other):
                        self.model.cp.add(self.model.joins[b, o] == 0)
            for b, c in combinations(there, 2):
                if not all(self._may_meet(blocks[b], other) for other in blocks[c].people):
                    one, two = self.model.joins[b, o], self.model.joins[c, o]
                    self.model.cp.add_at_most_one(one, two)

    def _may_meet(self, block: Block, other: int) -> bool:
        return all(self.company.may_meet(block.module, person, other) for person in block.people)
