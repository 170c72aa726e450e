"""Slack-based measure, prices and Malmquist against what can be worked by hand."""

import numpy as np
import pytest

from samskab.evidence.efficiency.compare import compare
from samskab.evidence.efficiency.malmquist import malmquist
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.prices import cost_efficiency, revenue_efficiency
from samskab.evidence.efficiency.slack_based import slack_based_measure
from samskab.evidence.efficiency.units import Units, units_of

MIXED = (Returns.CONSTANT, Returns.VARIABLE, Returns.DECREASING, Returns.INCREASING)


def some_units(count: int = 20, seed: int = 2) -> Units:
    random = np.random.default_rng(seed)
    inputs = random.lognormal(0, 0.5, (count, 2))
    outputs = (inputs @ random.uniform(0.2, 1.0, (2, 2))) * random.lognormal(-0.3, 0.3, (count, 2))
    return units_of(inputs, outputs)


@pytest.mark.parametrize("returns", MIXED)
def test_slack_based_measure_when_compared_with_theta_is_never_above(returns: Returns) -> None:
    units = some_units()
    both = slack_based_measure(units, returns)
    of_inputs = slack_based_measure(units, returns, Orientation.INPUT)
    theta = compare(units, Model(returns)).score
    assert (both.score <= of_inputs.score + 1e-6).all()  # Tone (2001), section 3.4
    assert (of_inputs.score <= theta + 1e-6).all()
    assert (both.score[theta < 1 - 1e-6] < 1).all()


@pytest.mark.parametrize("orientation", [None, *Orientation])
@pytest.mark.parametrize("returns", MIXED)
def test_slack_based_measure_when_slack_is_taken_away_reaches_the_mixture(
    returns: Returns, orientation: Orientation | None
) -> None:
    units = some_units()
    found = slack_based_measure(units, returns, orientation)
    assert units.inputs - found.slack[:, :2] == pytest.approx(
        found.weights @ units.inputs, abs=1e-5
    )
    assert units.outputs + found.slack[:, 2:] == pytest.approx(
        found.weights @ units.outputs, abs=1e-5
    )
    total = found.weights.sum(axis=1)
    if returns is Returns.VARIABLE:
        assert total == pytest.approx(np.ones(units.count), abs=1e-6)


def test_slack_based_measure_when_one_input_makes_one_output_is_the_ratio() -> None:
    x, y = np.array([1, 2, 4.0]), np.array([1, 1, 2.0])
    found = slack_based_measure(units_of(x, y), Returns.CONSTANT)
    assert found.score == pytest.approx(y / x)


def test_cost_efficiency_when_the_cheapest_unit_is_looked_for_is_its_cost() -> None:
    """With one output and constant returns the cheapest is one unit: no mixture is cheaper."""
    units = units_of(some_units().inputs, some_units().outputs[:, 0])
    prices = np.random.default_rng(3).uniform(1, 5, (units.count, 2))
    found = cost_efficiency(units, prices, Returns.CONSTANT)
    per_output = units.inputs / units.outputs
    for unit in range(units.count):
        least = min(per_output @ prices[unit]) * units.outputs[unit, 0]
        assert found.best_amount[unit] == pytest.approx(least)
    assert found.score == pytest.approx(found.technical * found.allocative)
    assert (found.score <= found.technical + 1e-7).all()


def test_cost_efficiency_when_an_output_is_bad_lets_no_more_of_it_come() -> None:
    plain = some_units()
    bad = units_of(plain.inputs, plain.outputs, bad=[1])
    held = units_of(np.column_stack([plain.inputs, plain.outputs[:, 1]]), plain.outputs[:, 0])
    held = units_of(held.inputs, held.outputs, fixed=[2])
    found = cost_efficiency(bad, np.array([1.0, 2.0]))
    known = cost_efficiency(held, np.array([1.0, 2.0, 9.0]))
    assert found.score == pytest.approx(known.score)
    assert found.best.shape == (20, 2)


def test_revenue_efficiency_when_the_best_unit_is_looked_for_is_its_revenue() -> None:
    units = units_of(some_units().inputs[:, 0], some_units().outputs)
    prices = np.array([2.0, 1.0])
    found = revenue_efficiency(units, prices, Returns.CONSTANT)
    best = max((units.outputs / units.inputs) @ prices) * units.inputs[:, 0]
    assert found.best_amount == pytest.approx(best)


def test_malmquist_when_one_input_makes_one_output_is_the_ratio_of_productivities() -> None:
    random = np.random.default_rng(4)
    periods = [units_of(*random.lognormal(0, 0.4, (2, 9))) for _ in range(3)]
    found = malmquist(periods)
    productivity = np.array([units.outputs[:, 0] / units.inputs[:, 0] for units in periods])
    assert found.index == pytest.approx(productivity[1:] / productivity[:-1])
    best = productivity.max(axis=1, keepdims=True)
    technical = np.broadcast_to(best[1:] / best[:-1], found.index.shape)
    assert found.technical_change == pytest.approx(technical)
    assert found.efficiency_change == pytest.approx(found.index / technical)
    assert found.efficiency_change == pytest.approx(found.pure_change * found.scale_change)


def test_malmquist_when_everybody_gets_a_tenth_more_is_one_and_a_tenth() -> None:
    before = some_units()
    after = units_of(before.inputs, before.outputs * 1.1)
    for orientation in Orientation:
        found = malmquist([before, after], Model(Returns.CONSTANT, orientation))
        assert found.index == pytest.approx(np.full((1, before.count), 1.1), abs=1e-6)
        assert found.efficiency_change == pytest.approx(np.ones((1, before.count)), abs=1e-6)
