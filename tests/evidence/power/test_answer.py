"""Power, detectable effects and numbers: consistent with each other and with brute force."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from scipy.stats import t as student

from samskab.evidence.power.answer import (
    detectable_effect,
    exposure_premium,
    further_clusters,
    further_periods,
    power_of,
    smallest_n,
)
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.design import design, parallel, stepped_wedge
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.link_outcome import Marginal, Mixed, Predictor
from samskab.evidence.power.outcome import Continuous, Count, Outcome, Proportion
from samskab.evidence.power.question import Question, variance_of
from samskab.evidence.power.wald import Freedom, Sides, WaldTest

WEDGE = Question(
    stepped_wedge([3, 3, 3], 12), RandomEffects(tau=0.3), Continuous(0.4, 1.0), ConstantEffect()
)


def test_power_when_two_groups_are_compared_by_a_z_test() -> None:
    asked = Question(parallel(10, 10, 1), RandomEffects(), Continuous(1.2, 1.0), ConstantEffect())
    at = 1.2 / math.sqrt(2 / 10)
    bar = norm.ppf(0.975)
    assert power_of(asked).power == pytest.approx(norm.cdf(at - bar) + norm.cdf(-at - bar))
    one = replace(asked, test=WaldTest(sides=Sides.ONE))
    assert power_of(one).power == pytest.approx(norm.cdf(at - norm.ppf(0.95)))


@pytest.mark.parametrize(
    ("freedom", "df"),
    [
        (Freedom.BETWEEN_WITHIN, 9 - 5),
        (Freedom.CLUSTERS, 7),
        (Freedom.CONTAINMENT, 36 - 9),
        (Freedom.RESIDUAL, 36 - 5),
    ],
)
def test_power_when_the_test_is_a_t_test_states_its_degrees_of_freedom(
    freedom: Freedom, df: int
) -> None:
    found = power_of(replace(WEDGE, test=WaldTest(freedom=freedom)))
    at, bar = 0.4 / math.sqrt(variance_of(WEDGE)), student.ppf(0.975, df)
    assert found.df == df
    assert found.power == pytest.approx(student.cdf(at - bar, df) + student.cdf(-at - bar, df))


def test_power_when_there_is_no_effect_is_the_level() -> None:
    assert power_of(WEDGE.with_effect(0.0)).power == pytest.approx(0.05)


SHARES: list[Outcome] = [
    Continuous(0.5, 1.0),
    Continuous(-0.5, 1.0),
    Proportion(0.3, (0.5,)),
    Proportion(0.3, (0.2,)),
    Count(1.5, (1.2,)),
    Marginal(Predictor((-1.0,), (-0.5,))),
    Mixed(Predictor((-1.0,), (0.5,))),
]


@pytest.mark.parametrize("outcome", SHARES, ids=str)
@pytest.mark.parametrize("freedom", [Freedom.NORMAL, Freedom.CLUSTERS])
def test_detectable_effect_when_it_is_true_is_found_with_the_target(
    outcome: Outcome, freedom: Freedom
) -> None:
    wedge = stepped_wedge([6, 6, 6], 60)
    test = WaldTest(freedom=freedom)
    asked = Question(wedge, RandomEffects(tau=0.1), outcome, ConstantEffect(), test=test)
    effect = detectable_effect(asked, 0.8)
    assert effect * outcome.true_effects(1)[0] > 0
    # The closed form leaves the far tail out: below 1e-4 of power here.
    assert power_of(asked.with_effect(effect)).power == pytest.approx(0.8, abs=1e-4)


def test_detectable_effect_when_a_share_has_no_room_is_infinite() -> None:
    asked = Question(
        stepped_wedge([1, 1], 3), RandomEffects(tau=0.2), Proportion(0.9, (0.95,)), ConstantEffect()
    )
    assert detectable_effect(asked) == math.inf


def test_smallest_n_when_counted_up_from_one_is_the_same() -> None:
    target = 0.85
    found = smallest_n(WEDGE, target)
    by_hand = next(n for n in range(1, 500) if power_of(WEDGE.with_persons(n)).power >= target)
    assert found.number == by_hand
    assert found.power == power_of(WEDGE.with_persons(by_hand)).power


def test_smallest_n_when_clusters_differ_too_much_says_that_none_is_enough() -> None:
    asked = replace(WEDGE, effects=RandomEffects(tau=0.3, gamma=1.5))
    found = smallest_n(asked, 0.9)
    assert found.number is None
    assert found.power < 0.9


def test_further_clusters_when_counted_up_from_none_are_the_same() -> None:
    found = further_clusters(WEDGE, 0.95)
    there = WEDGE.design
    counted = 0
    while True:
        rows = [*range(9), *(k % 9 for k in range(counted))]
        longer = replace(there, treatment=there.treatment[rows], persons=there.persons[rows])
        if power_of(replace(WEDGE, design=longer)).power >= 0.95:
            break
        counted += 1
    assert found.number == counted > 0


def test_further_clusters_when_enough_are_there_are_none() -> None:
    assert further_clusters(WEDGE.with_effect(3.0)).number == 0


def test_further_periods_when_control_is_still_measured_can_be_enough() -> None:
    asked = Question(
        parallel(5, 5, 10), RandomEffects(tau=0.1), Continuous(0.3, 1.0), ConstantEffect()
    )
    found = further_periods(asked, 0.8)
    assert found.number is not None
    longer = parallel(5, 5, 10, periods=1 + found.number)
    assert found.power == pytest.approx(power_of(replace(asked, design=longer)).power)
    shorter = parallel(5, 5, 10, periods=found.number)
    assert power_of(replace(asked, design=shorter)).power < 0.8


def test_exposure_premium_when_effects_may_change_costs_more() -> None:
    # Kenny et al. (2022): in a stepped wedge the average over exposure time costs precision.
    found = exposure_premium(WEDGE)
    assert found.average == pytest.approx(
        detectable_effect(replace(WEDGE, estimand=ExposureAverage()))
    )
    assert found.ratio == pytest.approx(found.average / found.constant)
    assert 1.2 < found.ratio < 3


WEDGES = st.lists(st.integers(1, 3), min_size=2, max_size=4)
SPREADS = st.floats(0.05, 1.5)


@settings(max_examples=40, deadline=None)
@given(WEDGES, SPREADS, SPREADS, st.integers(1, 40))
def test_power_when_there_is_more_of_anything_is_no_less(
    clusters: list[int], tau: float, gamma: float, persons: int
) -> None:
    effects = RandomEffects(tau=tau, gamma=gamma)
    asked = Question(
        stepped_wedge(clusters, persons), effects, Continuous(0.5, 1.0), ConstantEffect()
    )
    base = power_of(asked).power
    slack = 1e-12
    assert power_of(asked.with_persons(persons + 1)).power >= base - slack
    assert power_of(asked.with_effect(0.6)).power >= base - slack
    assert power_of(replace(asked, outcome=Continuous(0.5, 1.1))).power <= base + slack
    more = stepped_wedge([count + 1 for count in clusters], persons)
    assert power_of(replace(asked, design=more)).power >= base - slack
    longer = stepped_wedge(clusters, persons, before=1)
    assert power_of(replace(asked, design=longer)).power >= base - slack


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**12 - 1), SPREADS)
def test_variance_when_any_pattern_is_drawn_is_that_of_the_written_out_model(
    bits: int, tau: float
) -> None:
    pattern = np.array([(bits >> place) & 1 for place in range(12)], dtype=float).reshape(4, 3)
    model = np.concatenate([np.column_stack([np.eye(3), row]) for row in pattern])
    if np.linalg.matrix_rank(model) < 4:
        return
    inverse = np.kron(np.eye(4), np.linalg.inv(tau**2 + np.eye(3) / 5))
    expected = np.linalg.inv(model.T @ inverse @ model)[-1, -1]
    asked = Question(design(pattern, 5), RandomEffects(tau=tau), Continuous(1, 1), ConstantEffect())
    assert variance_of(asked) == pytest.approx(expected, rel=1e-8)
