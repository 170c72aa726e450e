"""Power over what a lottery may draw, and over guesses of the ICC."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.power.allowed import detectable_by_icc, power_over_allowed
from samskab.evidence.power.answer import detectable_effect, power_of
from samskab.evidence.power.correlation import RandomEffects, from_icc
from samskab.evidence.power.design import Design, design, stepped_wedge
from samskab.evidence.power.estimand import ConstantEffect
from samskab.evidence.power.link_outcome import Marginal, Mixed, Predictor
from samskab.evidence.power.outcome import BinaryVariance, Continuous, Proportion
from samskab.evidence.power.question import Question
from samskab.evidence.power.table import powers_by_table
from samskab.evidence.power.trend import Trend
from samskab.evidence.power.wald import Freedom, Sides, WaldTest

PERSONS = [[4], [9], [25], [16]]
ROWS = stepped_wedge([1, 1, 1, 1], 1).treatment
ORDERS = np.array([ROWS[list(order)] for order in itertools.permutations(range(4))])
ASKED = Question(design(ROWS, PERSONS), RandomEffects(tau=0.3), Continuous(0.7, 1.0))


def test_power_over_allowed_when_each_is_computed_alone() -> None:
    found = power_over_allowed(ASKED, ORDERS)
    alone = [power_of(replace(ASKED, design=design(order, PERSONS))).power for order in ORDERS]
    assert found.powers == pytest.approx(np.array(alone), rel=1e-9)
    assert found.mean == pytest.approx(sum(alone) / 24)
    assert found.worst == found.powers.min() < found.mean
    assert found.powers[found.worst_place] == found.worst


LOGIT = Predictor((-1.0,), (0.8,))
CASES = {
    "a constant effect": replace(ASKED, estimand=ConstantEffect()),
    "a t test": replace(ASKED, test=WaldTest(freedom=Freedom.CONTAINMENT)),
    "a one-sided test": replace(ASKED, test=WaldTest(sides=Sides.ONE)),
    "cells that are not measured": replace(
        ASKED, design=design(ROWS, PERSONS, np.arange(20).reshape(4, 5) % 7 != 2)
    ),
    "a random treatment effect": replace(ASKED, effects=RandomEffects(tau=0.3, eta=0.2, rho=0.5)),
    "a decay": replace(ASKED, effects=RandomEffects(tau=0.3, zeta=0.4, cluster_decay=0.7)),
    "a variance that follows the mean": replace(
        ASKED, outcome=Proportion(0.3, (0.6,), BinaryVariance.CELL)
    ),
    "a marginal model": replace(ASKED, outcome=Marginal(LOGIT)),
    "a mixed model": replace(ASKED, outcome=Mixed(LOGIT)),
    "a straight trend": replace(ASKED, trend=Trend.LINEAR),
}
UNEVEN = np.array([ROWS[[0, 0, 1, 1]], ROWS[[3, 2, 2, 1]], ROWS[[1, 1, 1, 2]], ROWS[[2, 1, 2, 1]]])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("orders", [ORDERS, UNEVEN], ids=["orders", "uneven waves"])
def test_power_over_allowed_when_looked_up_is_that_of_the_slow_way(
    case: str, orders: np.ndarray
) -> None:
    asked = CASES[case]
    found = power_over_allowed(asked, orders)
    alone = [
        power_of(replace(asked, design=Design(order, asked.design.persons))).power
        for order in orders
    ]
    assert found.powers == pytest.approx(np.array(alone), rel=1e-8)


def test_power_over_allowed_when_orders_can_be_looked_up_leaves_none_over() -> None:
    assert np.isfinite(powers_by_table(ASKED, ORDERS)).all()
    assert np.isnan(powers_by_table(ASKED, UNEVEN)).any()


@pytest.mark.parametrize(
    ("allocations", "code"),
    [(np.zeros((0, 4, 5)), "power_no_allocation"), (ORDERS[:, :3], "power_allocations_unfit")],
)
def test_power_over_allowed_when_there_is_none_or_they_do_not_fit(
    allocations: np.ndarray, code: str
) -> None:
    with pytest.raises(InputError) as raised:
        power_over_allowed(ASKED, allocations)
    assert [fault.code for fault in raised.value.faults] == [code]


def test_detectable_by_icc_when_a_continuous_outcome_keeps_its_total_spread() -> None:
    asked = replace(ASKED, outcome=Continuous(1.0, 0.8), effects=RandomEffects(tau=0.6))
    found = detectable_by_icc(asked, (0.0, 0.05, 0.2), (1.0, 0.8))
    assert [(each.icc, each.cac) for each in found] == list(
        itertools.product((0.0, 0.05, 0.2), (1.0, 0.8))
    )
    spread = from_icc(icc=0.2, cac=0.8, total_sd=1.0)
    same = replace(asked, effects=spread.effects, outcome=Continuous(1.0, spread.residual_sd))
    assert found[-1].effects.average == pytest.approx(detectable_effect(same))
    constant = replace(same, estimand=ConstantEffect())
    assert found[-1].effects.constant == pytest.approx(detectable_effect(constant))
    assert all(each.effects.ratio > 1 for each in found)


def test_detectable_by_icc_when_a_share_keeps_its_residual_spread() -> None:
    pattern = stepped_wedge([5, 5, 5], 80)
    asked = Question(pattern, RandomEffects(), Proportion(0.3, (0.4,)))
    found = detectable_by_icc(asked, (0.0, 0.02), (0.8,))
    assert found[0].effects.average < found[1].effects.average
