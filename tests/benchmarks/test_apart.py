import time
from collections.abc import Callable

import pytest
from tests.benchmarks.apart import Limits, MeasurementError, run_apart

MEBIBYTE = 2**20


def hold(tell: Callable[[object], None], mebibytes: int, seconds: float) -> int:
    held = bytearray(mebibytes * MEBIBYTE)
    for place in range(0, len(held), 4096):
        held[place] = 1
    tell("holding")
    time.sleep(seconds)
    return len(held)


def fail(_tell: Callable[[object], None]) -> None:
    message = "no such luck"
    raise ValueError(message)


def test_memory_is_seen_when_a_measurement_holds_it() -> None:
    apart = run_apart(hold, 200, 0.7)
    assert apart.result == 200 * MEBIBYTE
    assert apart.told == ("holding",)
    assert apart.ended == ""
    assert 200 * MEBIBYTE < apart.peak_bytes < 600 * MEBIBYTE


def test_a_measurement_is_ended_when_its_time_is_up() -> None:
    apart = run_apart(hold, 1, 60.0, limits=Limits(seconds=2.0))
    assert (apart.result, apart.ended) == (None, "time")


def test_a_measurement_is_ended_when_it_takes_too_much_memory() -> None:
    apart = run_apart(hold, 300, 60.0, limits=Limits(gib=0.2))
    assert (apart.result, apart.ended) == (None, "memory")


def test_an_error_is_raised_again_when_a_measurement_fails() -> None:
    with pytest.raises(MeasurementError, match="no such luck"):
        run_apart(fail)
