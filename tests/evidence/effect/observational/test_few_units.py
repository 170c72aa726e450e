"""Errors of averages against the variance of a difference of means, and against repetition."""

import numpy as np
import pytest
from scipy.stats import ttest_ind

from samskab.common.errors import InputError
from samskab.evidence.effect.observational.callaway_santanna import (
    Against,
    Method,
    callaway_santanna,
)
from samskab.evidence.effect.observational.few_units import (
    by_exposure,
    exposure_average,
    treated_average,
)
from samskab.evidence.effect.observational.panel import Panel, panel_of


def panel(start: list[float], times: int, seed: int = 1) -> Panel:
    rng = np.random.default_rng(seed)
    first = np.array(start)
    unit, time = (
        np.repeat(np.arange(first.size), times),
        np.tile(np.arange(1.0, times + 1), first.size),
    )
    y = unit + 0.3 * time + 2.0 * (time >= first[unit]) + rng.standard_normal(unit.size)
    return panel_of(unit, time, y, first[unit])


def test_interval_when_there_are_two_times_is_that_of_welch() -> None:
    """Then the effect is a difference of mean changes, and Welch's test knows its interval."""
    data = panel([2.0] * 4 + [np.inf] * 7, 2)
    found = callaway_santanna(data, Method.REGRESSION)
    change = np.diff(data.matrix(), axis=1)[:, 0]
    welch = ttest_ind(change[:4], change[4:], equal_var=False)
    average = exposure_average(data, found)
    assert average.freedom == pytest.approx(welch.df)
    interval = welch.confidence_interval(0.95)
    assert average.interval(0.95) == pytest.approx((interval.low, interval.high))
    assert average.se > found.simple.se  # type: ignore[operator]
    assert average.randomised is False


def test_averages_when_compared_with_csdids_own_are_the_same() -> None:
    data = panel([3.0] * 3 + [4.0] * 2 + [6.0] * 4 + [np.inf] * 6, 8)
    found = callaway_santanna(data, Method.REGRESSION)
    assert exposure_average(data, found).estimate == pytest.approx(found.dynamic.att)
    assert treated_average(data, found).estimate == pytest.approx(found.simple.att)
    by = dict(by_exposure(data, found))
    for since, att in zip(found.dynamic.at, found.dynamic.att_at, strict=True):
        assert by[since].estimate == pytest.approx(att)


def test_interval_when_more_is_asked_at_once_is_wider() -> None:
    data = panel([3.0] * 3 + [np.inf] * 6, 5)
    average = exposure_average(data, callaway_santanna(data, Method.REGRESSION))
    one, three = average.interval(0.95), average.interval(0.95, 3)
    assert three == pytest.approx(average.interval(1 - 0.05 / 3))
    assert three[0] < one[0] < one[1] < three[1]


def test_average_when_a_unit_starts_alone_has_no_error_to_show() -> None:
    data = panel([3.0] + [4.0] * 3 + [np.inf] * 6, 6)
    found = callaway_santanna(data, Method.REGRESSION, Against.NOT_YET_TREATED)
    with pytest.raises(InputError, match="effect_one_cluster_per_wave"):
        exposure_average(data, found)


@pytest.mark.bench
@pytest.mark.parametrize(
    ("start", "most"),
    [
        ([3.0] * 3 + [4.0] * 3 + [5.0] * 3 + [np.inf] * 6, 0.983),
        ([float(wave) for wave in range(3, 9) for _ in range(2)], 1.0),
        ([4.0] * 4 + [np.inf] * 6, 0.983),
    ],
)
def test_interval_when_repeated_covers_what_it_says(start: list[float], most: float) -> None:
    """95 of 100 within three Monte Carlo errors (1.1 points each of 400).

    Cohorts of two have one degree of freedom each: their intervals may hold the truth more often.
    """
    held, number = 0, 400
    never = sum(map(np.isinf, start))
    against = Against.NEVER_TREATED if never >= 5 else Against.NOT_YET_TREATED
    for seed in range(number):
        data = panel(start, 8, seed)
        average = exposure_average(data, callaway_santanna(data, Method.REGRESSION, against))
        low, high = average.interval(0.95)
        held += low <= 2.0 <= high
    assert 0.917 <= held / number <= most
