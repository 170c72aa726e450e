"""Two plans of one problem compared: sessions, seats and every item of the cost."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from samskab.planner.comparison.moves import Move, Need, moves_between
from samskab.planner.comparison.same_sessions import SessionPair, pair_sessions
from samskab.planner.costing import cost_of, unfairness_oere
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView


class Standing(StrEnum):
    """What the bounds say of the cheaper of two plans."""

    NO_BOUND = "no_bound"
    BEST = "best"
    APART = "apart"
    TOO_CLOSE = "too_close"
    BOUND_TOO_HIGH = "bound_too_high"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is not the same in two plans, A and B.

    Attributes:
        cost_a, cost_b: recomputed from the problem, in øre, but for changes: those are told by the
            plans alone.
        misclaimed: which of the plans ("a", "b") claims another cost than this problem gives it.
        bound_oere: no plan of the problem costs less; the higher of both plans' bounds, as both
            are of the same problem. 0 where there is none.
        only_a, only_b: sessions of one plan only, in order of time.
        changed: sessions of both that others lead or attend.
        moves: by person and module.
        listed_a, listed_b: needs that only one plan lists as left out, though they have the same
            seat, or none, in both; one of the plans breaks a rule there.
        unfairness_oere: person -> how much more her hours above the fair ones cost in B; only
            those for whom it changes.
    """

    cost_a: Cost
    cost_b: Cost
    misclaimed: frozenset[str]
    bound_oere: int
    only_a: tuple[Session, ...]
    only_b: tuple[Session, ...]
    changed: tuple[SessionPair, ...]
    moves: tuple[Move, ...]
    listed_a: tuple[Need, ...]
    listed_b: tuple[Need, ...]
    unfairness_oere: tuple[tuple[str, int], ...]

    @property
    def differs(self) -> bool:
        """Whether anything does; ids, the order of sessions and reasons do not count."""
        return self.cost_a != self.cost_b or any(
            (self.only_a, self.only_b, self.changed, self.moves, self.listed_a, self.listed_b)
        )

    @property
    def items(self) -> tuple[tuple[str, int, int], ...]:
        """Each item of the cost with what it is in A and in B, in øre."""
        return tuple(
            (item.name, getattr(self.cost_a, item.name), getattr(self.cost_b, item.name))
            for item in fields(Cost)
        )

    @property
    def difference_oere(self) -> int:
        """How much more B costs: below 0 where it costs less."""
        return self.cost_b.total - self.cost_a.total

    @property
    def slack_oere(self) -> int:
        """How much cheaper than the cheaper of both another plan can be at most."""
        return min(self.cost_a.total, self.cost_b.total) - self.bound_oere

    @property
    def standing(self) -> Standing:
        """What is proven of the difference of totals.

        `TOO_CLOSE`: it is smaller than what another plan may still save, so that which of the two
        is the cheaper one says little of how good either is. `BOUND_TOO_HIGH`: no plan that keeps
        the rules can cost less than the bound, and yet one does: it breaks a rule, or the folder is
        not the one of which the bound was proven.
        """
        if self.bound_oere <= 0:
            return Standing.NO_BOUND
        if self.slack_oere <= 0:
            return Standing.BOUND_TOO_HIGH if self.slack_oere else Standing.BEST
        if abs(self.difference_oere) < self.slack_oere:
            return Standing.TOO_CLOSE
        return Standing.APART


def compare(problem: Problem, a: Plan, b: Plan) -> Comparison:
    """What differs between two plans, whether or not they keep the rules.

    Args:
        problem: of both; everything that they name stands in it (see `plan_fit.strangers`).
        a: the one before.
        b: the one after.
    """
    view_a, view_b = PlanView(problem, a), PlanView(problem, b)
    cost_a, cost_b = (
        replace(cost_of(view), changes=view.plan.cost.changes) for view in (view_a, view_b)
    )
    pairing = pair_sessions(a.sessions, b.sessions)
    moves = moves_between(view_a, view_b, pairing)
    moved = {(move.person, move.module) for move in moves}
    listed_a, listed_b = (
        {(need.person, need.module) for need in plan.unserved} - moved for plan in (a, b)
    )
    true = {"a": (a, cost_a), "b": (b, cost_b)}
    return Comparison(
        cost_a=cost_a,
        cost_b=cost_b,
        misclaimed=frozenset(name for name, (plan, cost) in true.items() if plan.cost != cost),
        bound_oere=_bound_oere(a, b),
        only_a=pairing.only_a,
        only_b=pairing.only_b,
        changed=tuple(pair for pair in pairing.both if pair.differs),
        moves=moves,
        listed_a=tuple(sorted(listed_a - listed_b)),
        listed_b=tuple(sorted(listed_b - listed_a)),
        unfairness_oere=tuple(_unfairness_changes(view_a, view_b)),
    )


def _bound_oere(a: Plan, b: Plan) -> int:
    """The higher bound; that of a changed plan is of another problem, where change has a price."""
    return max((plan.bound for plan in (a, b) if not plan.cost.changes), default=0)


def _unfairness_changes(a: PlanView, b: PlanView) -> Iterator[tuple[str, int]]:
    for person in a.people:
        change = unfairness_oere(b, person) - unfairness_oere(a, person)
        if change:
            yield person, change
