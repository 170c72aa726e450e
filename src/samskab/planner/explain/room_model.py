"""Changes of seats for the solver: no session changes its date, room or facilitators."""

from collections.abc import Iterable
from dataclasses import replace

from ortools.sat.python import cp_model

from samskab.planner.explain.room import Aim, Move, NoRoom, Room
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.search.board import Board
from samskab.planner.search.constraining import constrain
from samskab.planner.search.cp_sat import FOUND, Literal
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.small_solver import small_solver
from samskab.planner.search.solution import Placed, cost_of
from samskab.planner.search.unfairness import price_unfairness


class RoomModel:
    """One model, solved twice: for the fewest movers, then for the cheapest of such moves."""

    def __init__(
        self,
        plan: StandingPlan,
        needs: set[tuple[int, int]],
        kept_out: set[tuple[int, int]],
        aim: Aim,
    ) -> None:
        """Make it.

        Args:
            plan: what stands.
            needs: (person, module) of all who may change seats, or get one.
            kept_out: needs that nobody may meet, but that say who may share a session.
            aim: what it is for.
        """
        self.plan, self.aim, self.her = plan, aim, aim.her
        self.ids = list(plan.placed)
        self.standing = [
            replace(p, people=tuple(one for one in p.people if (one, p.module) not in needs))
            for p in plan.placed.values()
        ]
        self.kept_out = kept_out
        needs = needs | kept_out
        modules = {module for _, module in needs}
        self.numbers = [n for n, p in enumerate(self.standing) if p.module in modules]
        neighbourhood = self._neighbourhood(needs)
        self.model = NeighbourhoodModel(
            neighbourhood, Board(plan.timetable, neighbourhood.standing)
        )
        constrain(self.model)
        for (o, facilitator), literal in self.model.leads.items():
            if facilitator not in self.standing[self.numbers[o]].facilitators:
                self.model.cp.add(literal == 0)
        price_unfairness(self.model)
        self.moved = self._movers()

    def _neighbourhood(self, needs: set[tuple[int, int]]) -> Neighbourhood:
        """A session that everybody could leave is like a new one: it may end up not being held."""
        offered = [self.standing[n] for n in self.numbers]
        return Neighbourhood(
            blocks=tuple(self._blocks(needs)),
            offers=tuple(
                Offer(p.module, p.start, p.room, p if p.people else None) for p in offered
            ),
            standing=tuple(placed for placed in self.standing if placed.people),
            before=(),
        )

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

    def solve(self, *, effort: float, seed: int) -> Room | NoRoom:
        """Solve it twice, with so many deterministic seconds each."""
        model, solver = self.model, small_solver(effort=effort, seed=seed)
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
