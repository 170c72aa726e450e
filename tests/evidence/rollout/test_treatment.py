"""Waves as treatment, and treatment as waves."""

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.rollout.treatment import exposure_time, treatment, waves_of

STARTS = (1, 3, 4)


def test_treatment_when_waves_start_one_after_the_other() -> None:
    waves = np.array([0, 1, 2])
    assert treatment(waves, STARTS, 4).tolist() == [[0, 1, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]]
    assert exposure_time(waves, STARTS, 4).tolist() == [[0, 1, 2, 3], [0, 0, 0, 1], [0, 0, 0, 0]]
    assert treatment(np.array([waves, waves]), STARTS, 4).shape == (2, 3, 4)


def test_waves_when_treatment_is_read_back() -> None:
    waves = np.array([2, 0, 1, 1])
    seen = waves_of(treatment(waves, STARTS, 4), STARTS, list("abcd"))
    assert seen.tolist() == waves.tolist()


@pytest.mark.parametrize("starts", [(1, 1), (2, 1), (-1, 2), (1, 5)])
def test_treatment_when_waves_start_out_of_order_is_refused(starts: tuple[int, int]) -> None:
    with pytest.raises(InputError) as refusal:
        treatment(np.array([0, 1]), starts, 4)
    assert refusal.value.faults[0].code == "rollout_start_periods"


def test_waves_when_units_do_not_follow_any_are_refused_one_by_one() -> None:
    cells = np.array([[0, 1, 0, 1], [0, 0, 1, 1], [0, 1, 1, 1], [0, np.nan, 1, 1]])
    with pytest.raises(InputError) as refusal:
        waves_of(cells, STARTS, list("abcd"))
    assert [(fault.code, fault.values["unit"]) for fault in refusal.value.faults] == [
        ("rollout_unit_stops", "a"),
        ("rollout_start_in_no_wave", "b"),
        ("rollout_treatment_unreadable", "d"),
    ]
