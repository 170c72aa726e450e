import pytest
from tests.benchmarks.slopes import log_log_slope


def test_the_slope_is_the_power_when_growth_is_a_power() -> None:
    sizes = [75, 150, 300, 600]
    # exact but for the rounding of logarithms
    assert log_log_slope(sizes, [3 * size**1.5 for size in sizes]) == pytest.approx(1.5, abs=1e-12)


def test_what_was_never_reached_is_left_out_when_a_slope_is_drawn() -> None:
    assert log_log_slope([1, 2, 4, 8], [5, 10, None, 40]) == pytest.approx(1.0, abs=1e-12)


def test_there_is_no_slope_when_one_point_is_known() -> None:
    assert log_log_slope([1, 2, 4], [5, None, None]) is None
