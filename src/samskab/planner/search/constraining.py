"""A neighbourhood under the rules: each constrains it by itself."""

from collections.abc import Iterable

from samskab.planner.rules.breach import Rule
from samskab.planner.rules.registry import RULES
from samskab.planner.search.model import NeighbourhoodModel


def constrain(model: NeighbourhoodModel, rules: Iterable[Rule] = RULES) -> None:
    """Let rules add their constraints; some need none, as no neighbourhood can break them."""
    for rule in rules:
        own = getattr(rule, "constrain", None)
        if own:
            own(model)
