from dataclasses import fields, replace

import pytest
from tests.planner.small import costed, plan, problem, session

from samskab.planner.check import check
from samskab.planner.model.plan import Cost

TRUE = costed(problem(), plan(session("s1", 4)))


@pytest.mark.parametrize("item", [item.name for item in fields(Cost)])
@pytest.mark.parametrize("oere", [-1, 1])
def test_a_cost_item_when_it_is_one_oere_wrong(item: str, oere: int) -> None:
    wrong = replace(TRUE.cost, **{item: getattr(TRUE.cost, item) + oere})
    (breach,) = check(problem(), replace(TRUE, cost=wrong))
    assert (breach.rule, breach.case) == ("claimed_cost", item)
    assert breach.values == {
        "claimed_oere": getattr(wrong, item),
        "true_oere": getattr(TRUE.cost, item),
    }


def test_a_bound_when_it_is_the_cost_or_above() -> None:
    total = TRUE.cost.total
    assert check(problem(), replace(TRUE, bound=total)) == ()
    (breach,) = check(problem(), replace(TRUE, bound=total + 1))
    assert (breach.rule, breach.case) == ("claimed_cost", "bound")
