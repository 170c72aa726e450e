"""Chance beside promise, in a few studies; `make bench` draws thousands."""

import pytest
from tests.evidence.effect.permutation.wedges import twelve_units_with_closed_waves
from tests.evidence.simulation import Study, predicted, simulate, within_monte_carlo_error

STUDIES = [Study(twelve_units_with_closed_waves(), by_exposure) for by_exposure in (False, True)]
RUNS = {"Kenward-Roger": 120, "permutation": 600}
TWO_POINTS = 0.02


@pytest.mark.parametrize("study", STUDIES, ids=["constant", "by exposure"])
@pytest.mark.parametrize("test", RUNS)
def test_level_when_twelve_units_have_forbidden_waves_is_kept(study: Study, test: str) -> None:
    found = simulate(study, 0.0, RUNS[test], 11, (test,))[test]
    assert within_monte_carlo_error(found.rejected, RUNS[test], 0.05)


@pytest.mark.parametrize("study", STUDIES, ids=["constant", "by exposure"])
@pytest.mark.parametrize("test", RUNS)
def test_interval_and_power_when_there_is_an_effect_are_as_foretold(
    study: Study, test: str
) -> None:
    effect = study.effect()
    found = simulate(study, effect, RUNS[test], 12, (test,))[test]
    assert within_monte_carlo_error(found.covered, RUNS[test], 0.95)
    power = predicted(study, test, effect)
    nearest = min(max(found.rejected, power - TWO_POINTS), power + TWO_POINTS)
    assert within_monte_carlo_error(found.rejected, RUNS[test], nearest)
