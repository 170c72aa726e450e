"""Figures that cannot be compared, and which models bear which."""

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.efficiency.bootstrap import bootstrap
from samskab.evidence.efficiency.codes import EfficiencyCode as Code
from samskab.evidence.efficiency.compare import compare
from samskab.evidence.efficiency.malmquist import malmquist
from samskab.evidence.efficiency.model import BadOutputs, Model, Orientation, Returns
from samskab.evidence.efficiency.prices import cost_efficiency
from samskab.evidence.efficiency.slack_based import slack_based_measure
from samskab.evidence.efficiency.units import Units, units_of
from samskab.evidence.efficiency.validity import warnings_on

X, Y = np.array([[1, 2], [2, 1], [3, 3.0]]), np.array([1, 1, 1.0])
NEGATIVE = np.array([[1, 2], [2, -1], [3, 3.0]])
BELOW = np.array([1, -1, 1.0])
OUT = Orientation.OUTPUT
CRS = Returns.CONSTANT


@pytest.mark.parametrize(
    ("units", "model", "code"),
    [
        (units_of(X[:1], Y[:1]), Model(), Code.ONE_UNIT),
        (units_of(X[:, :0], Y), Model(), Code.NOTHING_TO_COMPARE),
        (units_of(X, Y, names=["a", "b", "a"]), Model(), Code.NAME_TWICE),
        (units_of(np.where(X == 3, np.nan, X), Y), Model(), Code.VALUE_MISSING),
        (units_of(X, np.where(Y == 1, np.inf, Y)), Model(), Code.VALUE_MISSING),
        (units_of(NEGATIVE, Y), Model(), Code.NEGATIVE),
        (units_of(NEGATIVE, Y), Model(CRS, OUT), Code.NEGATIVE),
        (units_of(X, BELOW), Model(orientation=OUT), Code.NEGATIVE),
        (units_of(X, BELOW), Model(CRS), Code.NEGATIVE),
        (units_of(X * [[1], [0], [1]], Y), Model(), Code.NO_INPUT),
        (units_of(X, Y * [1, 0, 1]), Model(CRS), Code.NO_OUTPUT),
        (units_of(X, Y, fixed=[0, 1]), Model(), Code.ALL_FIXED),
        (units_of(X, np.c_[Y, Y], bad=[1]), Model(CRS), Code.BAD_NEEDS_VRS),
        (
            units_of(X, np.c_[Y, Y], bad=[1]),
            Model(translation=(0.5,)),
            Code.TRANSLATION_TOO_SMALL,
        ),
        (
            units_of(X, np.c_[Y, BELOW], bad=[1]),
            Model(bad_outputs=BadOutputs.AS_INPUT),
            Code.NEGATIVE,
        ),
    ],
)
def test_comparison_when_figures_do_not_fit_the_model_is_refused(
    units: Units, model: Model, code: Code
) -> None:
    with pytest.raises(InputError) as caught:
        compare(units, model)
    assert {fault.code for fault in caught.value.faults} == {code}


def test_comparison_when_the_model_does_not_care_where_zero_is_bears_negatives() -> None:
    up = compare(
        units_of(NEGATIVE + np.array([0, 5]), np.array([1, 2, 2.5])), Model(orientation=OUT)
    )
    moved = compare(units_of(NEGATIVE, np.array([1, 2, 2.5])), Model(orientation=OUT))
    assert moved.score == pytest.approx(up.score)
    assert compare(units_of(X, BELOW)).score == pytest.approx(compare(units_of(X, BELOW + 9)).score)


def test_comparison_when_one_input_of_a_unit_is_zero_is_borne() -> None:
    zero = np.array([[1, 2], [2, 0], [3, 3.0]])
    assert compare(units_of(zero, Y), Model(CRS)).score == pytest.approx([1, 1, 4 / 9])
    with pytest.raises(InputError) as caught:
        slack_based_measure(units_of(zero, Y))
    (fault,) = caught.value.faults
    assert fault.code == Code.ZERO
    assert fault.values == {"column": "x2", "unit": "2", "number": 0.0}


def test_prices_when_one_is_zero_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        cost_efficiency(units_of(X, Y), np.array([1.0, 0.0]))
    assert {fault.code for fault in caught.value.faults} == {Code.PRICE_NOT_ABOVE}


def test_periods_when_they_cannot_be_compared_are_refused() -> None:
    for periods, code in (
        ([units_of(X, Y)], Code.ONE_PERIOD),
        ([units_of(X, Y), units_of(X, Y, names=["a", "b", "c"])], Code.NO_COMMON_UNIT),
    ):
        with pytest.raises(InputError) as caught:
            malmquist(periods)
        assert [fault.code for fault in caught.value.faults] == [code]


def test_bootstrap_when_hulls_are_free_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        bootstrap(
            units_of(X, Y), Model(Returns.FREE_DISPOSAL), runs=9, random=np.random.default_rng(0)
        )
    assert [fault.code for fault in caught.value.faults] == [Code.NO_BOOTSTRAP]


def test_warning_when_units_are_few_for_the_figures_is_given() -> None:
    (warning,) = warnings_on(units_of(X, Y))
    assert warning.code == Code.FEW_UNITS
    assert warning.values == {"units": 3, "inputs": 2, "outputs": 1, "least": 9}
    assert warnings_on(units_of(np.ones((9, 2)), np.ones(9))) == ()
