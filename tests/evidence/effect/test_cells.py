"""Broken outcomes are told, with their place; sound ones are summed exactly."""

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.effect.cells import cells_of, check_waves_repeat, waves_with_one_cluster
from samskab.evidence.effect.outcomes import outcomes


def codes(caught: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [str(fault.code) for fault in caught.value.faults]


def test_cells_when_rows_are_summed() -> None:
    rows = outcomes(list("aaabbb"), [1, 1, 2, 1, 2, 2], [0, 0, 1, 0, 0, 0], [1, 3, 5, 2, 4, 6])
    cells = cells_of(rows)
    assert cells.clusters == ("a", "b")
    assert cells.count.tolist() == [[2, 1], [1, 2]]
    assert cells.mean.tolist() == [[2, 5], [2, 5]]
    assert cells.within_squares == 2 + 2
    assert cells.start.tolist() == [1, 2]
    assert cells.exposure.tolist() == [[0, 1], [0, 0]]


@pytest.mark.parametrize(
    ("treated", "y", "code"),
    [
        ([0, 1, 0, 0], [1, np.nan, 2, 3], "effect_outcome_not_a_number"),
        ([0, 1, 0, 0], [1, 1, 1, 1], "effect_outcome_never_varies"),
        ([0, 0, 0, 0], [1, 2, 3, 4], "effect_nobody_treated"),
        ([1, 1, 1, 1], [1, 2, 3, 4], "effect_everybody_treated"),
        ([0, 1, 0, np.nan], [1, 2, 3, 4], "effect_outcome_not_a_number"),
    ],
)
def test_outcomes_when_a_column_cannot_be_used(
    treated: list[float], y: list[float], code: str
) -> None:
    with pytest.raises(InputError) as caught:
        outcomes(list("aabb"), [1, 2, 1, 2], treated, y)
    assert codes(caught) == [code]


def test_outcomes_when_there_is_one_unit() -> None:
    with pytest.raises(InputError) as caught:
        outcomes(list("aa"), [1, 2], [0, 1], [1, 2])
    assert codes(caught) == ["effect_one_unit"]


def test_outcomes_when_columns_differ_in_length() -> None:
    with pytest.raises(InputError) as caught:
        outcomes(list("ab"), [1, 2, 3], [0, 1], [1, 2])
    assert codes(caught) == ["effect_lengths_differ"]


def test_cells_when_one_is_empty_and_a_cluster_goes_back() -> None:
    rows = outcomes(list("aaabb"), [1, 2, 3, 1, 3], [0, 1, 0, 0, 0], [1, 2, 3, 4, 5])
    with pytest.raises(InputError) as caught:
        cells_of(rows)
    assert codes(caught) == ["effect_cell_empty", "effect_cluster_returns"]
    assert caught.value.faults[0].values == {"cluster": "b", "period": "2"}
    assert caught.value.faults[1].values == {"cluster": "a", "period": "3"}


def test_cells_when_an_empty_one_lies_after_the_start() -> None:
    rows = outcomes(list("aabbb"), [1, 3, 1, 2, 3], [1, 1, 0, 0, 0], [1, 3, 4, 5, 5])
    assert cells_of(rows, empty_allowed=True).treated.tolist() == [[1, 1, 1], [0, 0, 0]]


def test_cells_when_one_is_half_treated() -> None:
    rows = outcomes(list("aabb"), [1, 1, 1, 1], [0, 1, 0, 0], [1, 2, 3, 4])
    with pytest.raises(InputError) as caught:
        cells_of(rows)
    assert codes(caught) == ["effect_cell_mixed"]


def test_waves_when_each_has_one_cluster() -> None:
    rows = outcomes(list("aaabbb"), [1, 2, 3] * 2, [0, 1, 1, 0, 0, 1], [1, 2, 3, 4, 5, 6])
    cells = cells_of(rows)
    assert waves_with_one_cluster(cells) == ("2", "3")
    with pytest.raises(InputError) as caught:
        check_waves_repeat(cells)
    assert codes(caught) == ["effect_one_cluster_per_wave"]
