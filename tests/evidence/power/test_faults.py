"""Broken input is refused by name; what is merely hard is remarked on."""

from collections.abc import Callable

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.power.answer import power_of, smallest_n
from samskab.evidence.power.correlation import RandomEffects, from_alphas, from_icc
from samskab.evidence.power.design import design, parallel, stepped_wedge
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.link_outcome import Marginal, Predictor
from samskab.evidence.power.outcome import Continuous, Count, Outcome, Proportion
from samskab.evidence.power.question import Question
from samskab.evidence.power.remarks import remarks
from samskab.evidence.power.wald import Freedom, WaldTest

NAN = float("nan")
WEDGE = stepped_wedge([1, 1], 5)
ONE = Continuous(1, 1)


def asked(
    effects: RandomEffects, outcome: Outcome = ONE, freedom: Freedom = Freedom.NORMAL
) -> object:
    test = WaldTest(freedom=freedom)
    return power_of(Question(WEDGE, effects, outcome, ConstantEffect(), test=test))


def of_pattern(pattern: list[list[float]]) -> object:
    return power_of(Question(design(pattern, 5), RandomEffects(tau=0.2), ONE))


BROKEN: dict[str, tuple[list[str], Callable[[], object]]] = {
    "empty": (["power_pattern_empty"], lambda: design([], 1)),
    "all unmeasured": (["power_pattern_empty"], lambda: design([[NAN, NAN]], 1)),
    "nobody": (["power_pattern_empty"], lambda: design([[0, 1]], 0)),
    "no state": (["power_pattern_not_states"], lambda: design([[0, 1.5]], 1)),
    "below none": (["power_pattern_not_states"], lambda: design([[0, -1]], 1)),
    "sizes": (["power_sizes_unfit"], lambda: design([[0, 1]], [1, 2, 3])),
    "observed": (["power_sizes_unfit"], lambda: design([[0, 1]], 1, [[1]])),
    "fewer than nobody": (["power_size_negative"], lambda: design([[0, 1]], -1)),
    "size NaN": (["power_not_a_number"], lambda: design([[0, 1]], NAN)),
    "icc above 1": (["power_outside_unit"], lambda: from_icc(icc=1.2, total_sd=1)),
    "icc below 0": (["power_outside_unit"], lambda: from_icc(icc=-0.1, total_sd=1)),
    "icc NaN": (["power_not_a_number"], lambda: from_icc(icc=NAN, total_sd=1)),
    "icc 1": (["power_outside_open_unit"], lambda: from_icc(icc=1, total_sd=1)),
    "all at once": (
        ["power_negative", "power_outside_correlation", "power_outside_unit"],
        lambda: RandomEffects(tau=-1, rho=2, churn=3),
    ),
    "alphas": (["power_covariance_impossible"], lambda: from_alphas(0.1, 0.2, 0.3, total_sd=1)),
    "effect NaN": (["power_not_a_number"], lambda: Continuous(NAN, 1)),
    "share": (["power_outside_open_unit"], lambda: Proportion(0.2, (1.2,))),
    "never varies": (["power_outside_open_unit"], lambda: Proportion(0.0, (0.1,))),
    "rate": (["power_not_positive"], lambda: Count(0, (1,))),
    "no spread": (["power_no_spread"], lambda: asked(RandomEffects(tau=0.2), Continuous(1, 0))),
    "impossible": (
        ["power_covariance_impossible"],
        lambda: asked(
            RandomEffects(tau=1, eta=1, rho=-1, cluster_decay=0, treatment_decay=0.99),
            Continuous(1, 0.001),
        ),
    ),
    "marginal": (
        ["power_covariance_impossible"],
        lambda: asked(RandomEffects(tau=1.1), Marginal(Predictor((0.0,), (0.5,)))),
    ),
    "periods": (
        ["power_periods_unfit"],
        lambda: asked(RandomEffects(), Marginal(Predictor((0.0, 0.1), (0.5,)))),
    ),
    "effects": (
        ["power_effects_unfit"],
        lambda: asked(RandomEffects(), Marginal(Predictor((0.0,), (0.5, 0.6)))),
    ),
    "none treated": (["power_no_contrast"], lambda: of_pattern([[0, 0], [0, 0]])),
    "all treated": (["power_no_contrast"], lambda: of_pattern([[1, 1], [1, 1]])),
    "all start together": (["power_effect_is_time"], lambda: of_pattern([[0, 1], [0, 1]])),
    "weights": (
        ["power_weights_unfit"],
        lambda: power_of(Question(WEDGE, RandomEffects(), ONE, ExposureAverage((1, 1, 1)))),
    ),
    "too few for t": (
        ["power_no_freedom"],
        lambda: asked(RandomEffects(tau=0.1), freedom=Freedom.BETWEEN_WITHIN),
    ),
    "level": (["power_outside_open_unit"], lambda: WaldTest(level=1.0)),
    "target": (
        ["power_outside_open_unit"],
        lambda: smallest_n(Question(WEDGE, RandomEffects(), ONE), 1.0),
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_power_when_input_is_broken(what: str) -> None:
    codes, broken = BROKEN[what]
    with pytest.raises(InputError) as raised:
        broken()
    assert [fault.code for fault in raised.value.faults] == codes


def test_remarks_when_one_cluster_starts_at_a_time() -> None:
    found = remarks(WEDGE, WaldTest(freedom=Freedom.CLUSTERS))
    assert [fault.code for fault in found] == ["power_one_per_sequence"]


def test_remarks_when_clusters_are_few_for_z() -> None:
    few = [fault.code for fault in remarks(parallel(5, 5, 3), WaldTest())]
    assert few == ["power_few_clusters"]
    assert remarks(parallel(15, 15, 3), WaldTest()) == ()


def test_design_when_cells_are_not_measured_keeps_their_exposure_only_where_treated() -> None:
    unknown = design([[0, NAN, 1, 1]], 1)
    known = design([[0, 1, 1, 1]], 1, [[1, 0, 1, 1]])
    average = ExposureAverage()
    assert np.argmax(average.columns(unknown)[0], axis=1).tolist() == [0, 0, 0, 1]
    assert np.argmax(average.columns(known)[0], axis=1).tolist() == [0, 0, 1, 2]
