"""Efficiency against its own dual, brute force, and what must not change it."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import linprog

from samskab.evidence.efficiency.compare import compare, scale_efficiency, super_efficiency
from samskab.evidence.efficiency.model import (
    BadOutputs,
    FixedInputs,
    Model,
    Orientation,
    Returns,
)
from samskab.evidence.efficiency.units import Units, units_of

MIXED = (Returns.CONSTANT, Returns.VARIABLE, Returns.DECREASING, Returns.INCREASING)


def some_units(count: int = 25, m: int = 2, s: int = 2, seed: int = 1) -> Units:
    random = np.random.default_rng(seed)
    inputs = random.lognormal(0, 0.6, (count, m))
    mean = inputs @ random.uniform(0.2, 1.0, (m, s))
    return units_of(inputs, mean * random.lognormal(-0.3, 0.3, (count, s)))


def multiplier_score(units: Units, unit: int, returns: Returns, orientation: Orientation) -> float:
    """The same score from the prices' side: Banker, Charnes and Cooper (1984), eq. 19."""
    x, y = units.inputs, units.outputs
    m, s = x.shape[1], y.shape[1]
    free = {
        Returns.CONSTANT: (0, 0),
        Returns.VARIABLE: (None, None),
        Returns.DECREASING: (None, 0),
        Returns.INCREASING: (0, None),
    }[returns]
    rows = np.hstack([-x, y, np.ones((len(x), 1))])
    weight = np.hstack([x[unit], np.zeros(s), [0]])
    worth = np.hstack([np.zeros(m), y[unit], [1]])
    if orientation is Orientation.INPUT:
        cost, norm = -worth, weight
    else:
        cost = np.hstack([x[unit], np.zeros(s), [-1]])
        norm = np.hstack([np.zeros(m), y[unit], [0]])
    bounds = [(0, None)] * (m + s) + [free]
    found = linprog(cost, A_ub=rows, b_ub=np.zeros(len(x)), A_eq=[norm], b_eq=[1], bounds=bounds)
    return float(-found.fun if orientation is Orientation.INPUT else found.fun)


@pytest.mark.parametrize("returns", MIXED)
@pytest.mark.parametrize("orientation", Orientation)
def test_score_when_solved_from_the_prices_side_is_the_same(
    returns: Returns, orientation: Orientation
) -> None:
    units = some_units()
    found = compare(units, Model(returns, orientation))
    dual = [multiplier_score(units, unit, returns, orientation) for unit in range(units.count)]
    assert found.score == pytest.approx(dual, abs=1e-6)


@pytest.mark.parametrize("orientation", Orientation)
def test_free_disposal_when_every_pair_is_looked_at_is_the_same(orientation: Orientation) -> None:
    units = some_units(40)
    found = compare(units, Model(Returns.FREE_DISPOSAL, orientation)).score
    for unit in range(units.count):
        x, y = units.inputs[unit], units.outputs[unit]
        if orientation is Orientation.INPUT:
            ratios = [
                max(other / x)
                for other, out in zip(units.inputs, units.outputs, strict=True)
                if (out >= y).all()
            ]
            assert found[unit] == pytest.approx(min(ratios))
        else:
            ratios = [
                min(out / y)
                for other, out in zip(units.inputs, units.outputs, strict=True)
                if (other <= x).all()
            ]
            assert found[unit] == pytest.approx(max(ratios))


@pytest.mark.parametrize("returns", Returns)
@pytest.mark.parametrize("orientation", Orientation)
def test_targets_when_they_are_units_themselves_are_efficient(
    returns: Returns, orientation: Orientation
) -> None:
    units = some_units()
    found = compare(units, Model(returns, orientation))
    assert (found.target_inputs <= found.radial_inputs + 1e-6).all()
    assert (found.target_outputs >= found.radial_outputs - 1e-6).all()
    assert found.weights @ units.inputs == pytest.approx(found.target_inputs, abs=1e-4)
    both = units_of(
        np.vstack([units.inputs, found.target_inputs]),
        np.vstack([units.outputs, found.target_outputs]),
    )
    again = compare(both, Model(returns, orientation))
    assert again.share[units.count :] == pytest.approx(np.ones(units.count), abs=1e-4)
    assert again.share[: units.count] == pytest.approx(found.share, abs=1e-4)


def test_slack_when_a_unit_could_save_beyond_the_even_part_is_told() -> None:
    # B and C make 1 of (1, 2) and (2, 1); D's even part ends at (1, 4): 2 more of the second.
    units = units_of(np.array([[1, 2], [2, 1], [2, 8.0]]), np.ones(3))
    found = compare(units, Model(Returns.CONSTANT))
    assert found.score == pytest.approx([1, 1, 0.5])
    assert found.slack_inputs == pytest.approx(np.array([[0, 0], [0, 0], [0, 2.0]]), abs=1e-6)
    assert found.target_inputs[2] == pytest.approx([1, 2])
    (peer,) = found.peers_of(2)
    assert peer.unit == 0
    assert peer.weight == pytest.approx(1.0)


@pytest.mark.parametrize("returns", MIXED)
def test_score_when_measures_and_sizes_are_very_different_is_the_same(returns: Returns) -> None:
    units = some_units()
    scales = np.array([1e9, 1e-6]), np.array([1e7, 1e-3])
    stretched = units_of(units.inputs * scales[0], units.outputs * scales[1])
    plain = compare(units, Model(returns))
    assert compare(stretched, Model(returns)).score == pytest.approx(plain.score, abs=1e-6)


def test_score_when_one_unit_is_a_hundred_thousand_times_larger_is_exact() -> None:
    units = some_units()
    size = np.where(np.arange(units.count) % 3 == 0, 1e5, 1.0)[:, None]
    sized = units_of(units.inputs * size, units.outputs * size)
    # Constant returns do not see size at all.
    plain = compare(units, Model(Returns.CONSTANT)).score
    assert compare(sized, Model(Returns.CONSTANT)).score == pytest.approx(plain, abs=1e-5)


def test_fixed_input_when_it_is_banker_and_moreys_never_moves() -> None:
    units = some_units(m=3)
    fixed = units_of(units.inputs, units.outputs, fixed=[1])
    found = compare(fixed)
    assert found.target_inputs[:, 1] == pytest.approx(units.inputs[:, 1])
    assert (found.score <= compare(units).score + 1e-7).all()


def test_ruggiero_when_only_worse_surroundings_count_compares_with_nobody_better_off() -> None:
    units = some_units(m=3)
    found = compare(
        units_of(units.inputs, units.outputs, fixed=[2]),
        Model(fixed_inputs=FixedInputs.RUGGIERO),
    )
    surroundings: NDArray[np.float64] = units.inputs[:, 2]
    for unit in range(units.count):
        alike = np.flatnonzero(surroundings <= surroundings[unit])
        part = units_of(units.inputs[alike, :2], units.outputs[alike])
        alone = compare(part).score if len(alike) > 1 else np.ones(1)
        assert found.score[unit] == pytest.approx(alone[alike.tolist().index(unit)], abs=1e-6)
        assert all(surroundings[peer.unit] <= surroundings[unit] for peer in found.peers_of(unit))


def test_bad_output_when_it_stands_as_an_input_is_one() -> None:
    units = some_units()
    bad = units_of(units.inputs, units.outputs, bad=[1])
    as_input = units_of(np.column_stack([units.inputs, units.outputs[:, 1]]), units.outputs[:, 0])
    found = compare(bad, Model(bad_outputs=BadOutputs.AS_INPUT))
    known = compare(as_input)
    assert found.score == pytest.approx(known.score)
    assert found.target_outputs[:, 1] == pytest.approx(known.target_inputs[:, 2])


def test_bad_output_when_it_is_translated_has_targets_in_its_own_measure() -> None:
    units = some_units()
    found = compare(
        units_of(units.inputs, units.outputs, bad=[1]), Model(orientation=Orientation.OUTPUT)
    )
    assert (found.target_outputs[:, 1] <= units.outputs[:, 1] + 1e-6).all()
    assert found.weights @ units.outputs[:, 1] == pytest.approx(
        found.target_outputs[:, 1], abs=1e-4
    )


def test_super_efficiency_when_a_unit_is_inefficient_is_its_score() -> None:
    units = some_units()
    found, plain = super_efficiency(units), compare(units).score
    below = plain < 1
    assert found[below] == pytest.approx(plain[below], abs=1e-6)
    assert (np.isnan(found[~below]) | (found[~below] >= 1 - 1e-7)).all()


def test_super_efficiency_when_the_unit_is_left_out_by_hand_is_the_same() -> None:
    units = some_units(8, 1, 1)
    found = super_efficiency(units, Model(Returns.CONSTANT))
    productivity = units.outputs[:, 0] / units.inputs[:, 0]
    others = [np.delete(productivity, unit).max() for unit in range(units.count)]
    assert found == pytest.approx(productivity / others)


def test_scale_when_small_and_large_are_known_is_told() -> None:
    # Banker, Charnes and Cooper (1984): the best productivity is at x = 2.
    units = units_of(np.array([1, 2, 4.0]), np.array([0.5, 2, 3.0]))
    found = scale_efficiency(units)
    assert found.share == pytest.approx([0.5, 1.0, 0.75])
    assert found.returns == (Returns.INCREASING, Returns.CONSTANT, Returns.DECREASING)
