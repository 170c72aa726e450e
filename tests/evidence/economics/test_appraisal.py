"""Appraisals against closed forms: annuities, PERT moments, cases worked by hand."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from samskab.common.errors import InputError
from samskab.evidence.economics.appraisal import Appraisal, appraise
from samskab.evidence.economics.case import Benefit, BusinessCase, Cost, Effect
from samskab.evidence.economics.codes import EconomicsCode
from samskab.evidence.economics.three_points import ThreePoints, certainly

CERTAIN = BusinessCase(
    costs=(Cost("fees", 600_000), Cost("travel", 440_000, year=1)),
    benefits=(Benefit("absence", certainly(500_000), 1, 3, taken_home=0.4),),
    rate=0.1,
    effect=Effect("days", certainly(250.0)),
)


def appraised(case: BusinessCase, seed: int = 0) -> Appraisal:
    return appraise(case, random=np.random.default_rng(seed))


def test_net_present_value_when_everything_is_certain_is_that_of_the_annuity() -> None:
    found = appraised(CERTAIN)
    annuity = (1 - 1.1**-3) / 0.1
    cost = 600_000 + 440_000 / 1.1
    assert found.cost_oere == pytest.approx(cost)
    net = found.everything.net
    assert [net.mean, net.low, net.middle, net.high] == pytest.approx(
        [500_000 * annuity - cost] * 4
    )
    assert found.everything.chance == 1.0
    assert found.swings == ()


def test_taken_home_when_it_is_a_part_is_kept_apart_from_the_rest() -> None:
    found = appraised(CERTAIN)
    assert found.taken_home.benefit.mean == pytest.approx(0.4 * found.everything.benefit.mean)
    assert found.taken_home.net.mean < 0 < found.everything.net.mean
    assert (found.taken_home.chance, found.everything.chance) == (0.0, 1.0)


def test_cost_per_effect_when_it_is_certain_is_the_quotient() -> None:
    per_effect = appraised(CERTAIN).per_effect_oere
    assert per_effect is not None
    assert per_effect.middle == pytest.approx(1_000_000 / 250)


@pytest.mark.parametrize("size", [ThreePoints(-5, 10, 20), ThreePoints(0, 10, 20)])
def test_cost_per_effect_when_there_may_be_none_is_not_told(size: ThreePoints) -> None:
    assert appraised(replace(CERTAIN, effect=Effect("days", size))).per_effect_oere is None


def test_interval_and_chance_when_many_benefits_add_up_are_nearly_normal() -> None:
    points = ThreePoints(0, 100_000, 300_000)
    many = tuple(Benefit(f"b{n}", points, 0, 1) for n in range(60))
    mean, spread = 60 * points.mean, (60 * points.variance) ** 0.5
    cost = int(mean - 0.5 * spread)
    found = appraised(BusinessCase((Cost("all", cost),), many, 0.035))
    assert found.everything.net.mean == pytest.approx(mean - cost)
    assert found.everything.chance == pytest.approx(norm.cdf(0.5), abs=0.02)
    width = found.everything.net.high - found.everything.net.low
    assert width == pytest.approx(2 * norm.ppf(0.975) * spread, rel=0.04)


def test_swings_when_the_ends_are_put_in_by_hand_are_the_same() -> None:
    wide, narrow = ThreePoints(0, 1e6, 9e6), ThreePoints(1e6, 1.1e6, 1.2e6)
    case = BusinessCase(
        (Cost("all", 100_000),),
        (Benefit("narrow", narrow, 1, 5), Benefit("wide", wide, 1, 2)),
        0.035,
    )
    swings = appraise(case, random=np.random.default_rng(0), rate_range=(0.01, 0.06)).swings
    assert [swing.name for swing in swings] == ["wide", None, "narrow"]
    by_hand = replace(
        case,
        benefits=tuple(
            replace(b, yearly_oere=certainly(9e6 if b.name == "wide" else narrow.mean))
            for b in case.benefits
        ),
    )
    assert swings[0].at_optimistic == pytest.approx(appraised(by_hand).everything.net.mean)


def test_appraisal_when_the_seed_is_the_same_is_the_same() -> None:
    points = ThreePoints(1e5, 2e5, 9e5)
    case = replace(CERTAIN, benefits=(Benefit("b", points, 1, 3),))
    assert appraised(case, 3) == appraised(case, 3) != appraised(case, 4)


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        (replace(CERTAIN, rate=float("nan")), {EconomicsCode.RATE_WRONG}),
        (replace(CERTAIN, costs=()), {EconomicsCode.NOTHING_TO_WEIGH}),
        (replace(CERTAIN, costs=(Cost("x", -1),)), {EconomicsCode.COST_NEGATIVE}),
        (
            replace(CERTAIN, benefits=(Benefit("b", ThreePoints(3, 1, 2), -1, 0, 1.5),)),
            {
                EconomicsCode.POINTS_BACKWARDS,
                EconomicsCode.SHARE_WRONG,
                EconomicsCode.YEARS_WRONG,
            },
        ),
        (
            replace(CERTAIN, effect=Effect("e", certainly(float("inf")))),
            {EconomicsCode.NUMBER_MISSING},
        ),
    ],
)
def test_appraisal_when_figures_are_unsound_says_every_fault(
    case: BusinessCase, codes: set[EconomicsCode]
) -> None:
    with pytest.raises(InputError) as caught:
        appraised(case)
    assert {fault.code for fault in caught.value.faults} == codes


def test_appraisal_when_draws_are_few_is_refused() -> None:
    with pytest.raises(InputError):
        appraise(CERTAIN, random=np.random.default_rng(0), draws=10)
