"""CP-SAT models as the planner makes them: Boolean literals, each at a price."""

from collections.abc import Iterable

from ortools.sat.python import cp_model

Literal = cp_model.IntVar
Term = tuple[cp_model.LiteralT, int]
"""What is to be small: a variable, and what each of it weighs."""
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
"""With these the solver has a solution to read."""


class Model(cp_model.CpModel):
    """A model with the steps that all of ours take."""

    def any_of(self, literals: list[Literal]) -> Literal:
        """A literal that is true where any of them is."""
        if len(literals) == 1:
            return literals[0]
        one = self.new_bool_var("")
        self.add_max_equality(one, literals)
        return one

    def minimize_total(self, terms: Iterable[Term]) -> None:
        """Ask for the least weighted sum; the library's own, far quicker than adding one by one."""
        weighed = list(terms)
        self.minimize(
            cp_model.LinearExpr.weighted_sum(
                [variable for variable, _ in weighed], [weight for _, weight in weighed]
            )
        )
