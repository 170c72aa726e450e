"""Comparisons against truths that are known exactly, or known up to their stated error."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import t as student
from tests.cli.rollout.comparison.compared import (
    NEVER,
    ONE_START,
    OUTCOME,
    WAVES,
    compare,
    measured,
    observed_of,
    settings_of,
)

from samskab.cli.rollout.comparison import ComparisonFindings, find_comparison
from samskab.cli.rollout.comparison.findings import Looks
from samskab.cli.rollout.comparison.methods import Answer, Way
from samskab.cli.rollout.observed import read_observed
from samskab.cli.rollout.settings import Estimand
from samskab.common.errors import InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.bacon import Comparison
from samskab.telling.rollout_comparison_codes import ComparisonCode

QUIET = 1e-4


def of(found: ComparisonFindings, way: Way) -> Answer:
    return next(answer for answer in found.answers if answer.way is way)


def estimate(found: ComparisonFindings, way: Way) -> float:
    effect = of(found, way).effect
    assert effect is not None
    return effect.estimate


def growing(exposure: int) -> float:
    return 3.0 + 0.5 * exposure


def test_comparison_when_effects_grow_finds_their_average_over_exposure() -> None:
    found = compare(WAVES, growing, QUIET)
    assert estimate(found, Way.CALLAWAY_SANTANNA) == pytest.approx(3 + 0.5 * 2, abs=1e-3)
    after = {moment.since: moment.effect.estimate for moment in found.course if moment.since >= 0}
    assert after == pytest.approx({e: growing(e) for e in range(5)}, abs=1e-3)
    before = [moment.effect.estimate for moment in found.course if moment.since < 0]
    assert before == pytest.approx([0] * len(before), abs=1e-3)
    # Exposures 0 to 4 of the first wave, to 3 of the second, to 2 of the last, three units each.
    treated = [growing(e) for last in (4, 3, 2) for e in range(last + 1)]
    assert estimate(found, Way.SUN_ABRAHAM) == pytest.approx(sum(treated) / 12, abs=1e-3)
    assert estimate(found, Way.TWO_WAY) < estimate(found, Way.SUN_ABRAHAM) - 0.05
    assert found.randomised is False


def test_comparison_when_the_effect_is_taken_to_be_constant_counts_measurements() -> None:
    rows = measured(WAVES, growing, QUIET)
    found = find_comparison(observed_of(rows), settings_of(7, estimand=Estimand.CONSTANT))
    treated = [growing(e) for last in (4, 3, 2) for e in range(last + 1)]
    assert estimate(found, Way.CALLAWAY_SANTANNA) == pytest.approx(sum(treated) / 12, abs=1e-3)


def test_comparison_when_all_start_at_once_has_every_method_agree() -> None:
    found = compare(ONE_START, lambda _: 4.0, 0.05, periods=6)
    for way in Way:
        assert estimate(found, way) == pytest.approx(4.0, abs=0.2), way
    for one in found.donors.values():
        assert sum(one.shares.values()) == pytest.approx(1, abs=0.02)
        assert all(found.starts[unit] is None for unit in one.shares)


def test_comparison_when_less_is_better_turns_the_sign() -> None:
    rows = measured(WAVES, lambda _: -4.0, QUIET)
    less = replace(OUTCOME, higher_is_better=False)
    found = find_comparison(observed_of(rows), settings_of(7, less))
    assert estimate(found, Way.CALLAWAY_SANTANNA) == pytest.approx(4, abs=1e-3)
    assert found.looks is Looks.BETTER
    assert compare(WAVES, lambda _: -4.0, QUIET).looks is Looks.WORSE


def test_comparison_when_repeated_holds_the_truth_as_often_as_it_says() -> None:
    """95 of 100; of 40 comparisons, 34 or fewer is a chance of 3 in 1,000 (binomial)."""
    held, truth = 0, 4.0
    for seed in range(40):
        found = compare(WAVES[1:], growing, 1.5, seed=seed)
        effect = of(found, Way.CALLAWAY_SANTANNA).effect
        assert effect is not None
        held += effect.low <= truth <= effect.high
    assert held >= 35


def test_verdict_when_the_interval_is_here_or_there_says_so() -> None:
    assert compare(WAVES, lambda _: 6.0, 0.5).looks is Looks.BETTER
    assert compare(WAVES, lambda _: 0.5, 0.2).looks is Looks.SMALL
    unsure = compare(WAVES, lambda _: 1.5, 3.0)
    assert unsure.looks is Looks.CANNOT_TELL
    answer, more = unsure.primary, unsure.further_units
    assert answer is not None
    assert answer.se is not None
    assert answer.freedom is not None
    assert more is not None
    enough = [
        (student.ppf(0.975, answer.freedom * times) + student.ppf(0.8, answer.freedom * times))
        * answer.se
        / math.sqrt(times)
        <= 2
        for times in ((14 + more) / 15, (15 + more) / 15)
    ]
    assert enough == [False, True]
    assert compare(WAVES, lambda _: 1.5, 60.0).further_units is None


def test_verdict_when_paths_parted_before_the_start_cannot_tell() -> None:
    rows = [
        (unit, period, value + (2.0 * period if int(unit[-2:]) < 9 else 0), on)
        for unit, period, value, on in measured(WAVES, lambda _: 0.0, 0.3)
    ]
    found = find_comparison(observed_of(rows), settings_of(7))
    assert found.looks is Looks.PARTED
    assert any(moment.is_apart for moment in found.course)
    assert estimate(found, Way.TWO_WAY) > 1  # which a reader of that alone would believe


def test_weights_when_added_up_make_the_two_way_estimate() -> None:
    found = compare(WAVES, growing, 0.5)
    assert found.weights is not None
    total = sum(found.weights.weight_of(kind) for kind in Comparison)
    assert total == pytest.approx(1)
    added = sum(one.weight * one.estimate for one in found.weights.comparisons)
    assert added == pytest.approx(estimate(found, Way.TWO_WAY))


def test_methods_when_starts_differ_say_why_the_synthetic_ones_are_no_use() -> None:
    found = compare(WAVES, growing, 0.5)
    for way in (Way.SYNTHETIC_DID, Way.SYNTHETIC_CONTROL):
        codes = [fault.code for fault in of(found, way).why_not]
        assert codes == [ComparisonCode.SEVERAL_STARTS, ComparisonCode.TOO_FEW_CONTROLS]
    early = compare((2, 2, *[NEVER] * 7), growing, 0.5)
    assert [fault.code for fault in of(early, Way.SYNTHETIC_DID).why_not] == [
        EffectCode.NO_TIME_BEFORE
    ]


def test_methods_when_units_start_alone_have_no_answer_but_the_synthetic() -> None:
    found = compare((4, *[NEVER] * 8), lambda _: 5.0, 0.3, periods=6)
    for way in (Way.CALLAWAY_SANTANNA, Way.SUN_ABRAHAM):
        assert [fault.code for fault in of(found, way).why_not] == [ComparisonCode.ALONE_IN_START]
    assert found.primary is not None
    assert found.primary.way is Way.SYNTHETIC_DID
    assert estimate(found, Way.SYNTHETIC_DID) == pytest.approx(5, abs=0.6)
    assert found.course == ()


def test_methods_when_all_start_at_the_same_time_find_nobody_to_compare_with() -> None:
    found = compare((4,) * 6, growing, 0.5)
    assert (found.primary, found.effect, found.looks) == (None, None, Looks.CANNOT_TELL)
    for way in (Way.CALLAWAY_SANTANNA, Way.SUN_ABRAHAM, Way.TWO_WAY):
        assert [fault.code for fault in of(found, way).why_not] == [ComparisonCode.NOTHING_LEFT]


def test_methods_when_everybody_starts_in_the_end_compare_with_those_not_yet() -> None:
    found = compare((3, 3, 3, 5, 5, 5, 7, 7, 7), growing, QUIET)
    assert of(found, Way.CALLAWAY_SANTANNA).effect is not None
    after = {moment.since: moment.effect.estimate for moment in found.course if moment.since >= 0}
    assert after == pytest.approx({e: growing(e) for e in range(4)}, abs=1e-3)


def test_people_when_measured_in_units_count_as_their_mean() -> None:
    rows = measured(WAVES, growing, 0.5)
    people = [
        (unit, period, value + away, on) for unit, period, value, on in rows for away in (-7, 2, 5)
    ]
    means, spread = (find_comparison(observed_of(one), settings_of(7)) for one in (rows, people))
    assert estimate(means, Way.TWO_WAY) == pytest.approx(estimate(spread, Way.TWO_WAY))
    assert (means.rows, spread.rows) == (105, 315)


def test_units_when_not_measured_throughout_or_begun_before_are_left_out_by_name() -> None:
    rows = measured((1, *WAVES), growing, 0.5)
    del rows[7 * 5 + 2]  # the third measurement of the sixth unit
    found = find_comparison(observed_of(rows), settings_of(7))
    told = [(fault.code, fault.values["unit"]) for fault in found.remarks]
    assert told == [
        (ComparisonCode.UNIT_INCOMPLETE, "Enhed 05"),
        (ComparisonCode.STARTED_BEFORE, "Enhed 00"),
    ]
    assert len(found.starts) == 14


def refused(rows: list[tuple[str, int, float, bool]]) -> list[str]:
    with pytest.raises(InputError) as error:
        find_comparison(observed_of(rows), settings_of(7))
    assert {fault.file for fault in error.value.faults} == {"outcomes.csv"}
    return [fault.code for fault in error.value.faults]


def test_measurements_when_they_cannot_be_compared_are_refused() -> None:
    rows = measured(WAVES, growing, 0.5)
    back = [(u, t, y, on and t != 6) for u, t, y, on in rows]
    assert set(refused(back)) == {EffectCode.CLUSTER_RETURNS}
    mixed = [*rows, ("Enhed 00", 5, 60.0, False)]
    assert refused(mixed) == [EffectCode.CELL_MIXED]
    assert refused([row for row in rows if not row[3]][:28]) == [EffectCode.NOBODY_TREATED]
    assert refused(rows[:7]) == [EffectCode.ONE_UNIT]
    assert refused([(u, t, 5.0, on) for u, t, _, on in rows]) == [EffectCode.OUTCOME_NEVER_VARIES]
    assert refused([(u, t, y, True) for u, t, y, _ in rows]) == [ComparisonCode.NOBODY_COMPARABLE]
    bare = replace(observed_of(rows), treated=None)
    with pytest.raises(InputError, match="treated_missing"):
        find_comparison(bare, settings_of(7))


def test_measurements_when_a_unit_goes_back_are_refused_at_their_line(tmp_path: Path) -> None:
    rows = measured(WAVES, growing, 0.5)
    lines = [f"{u},t{t},{y},{int(on and (u, t) != ('Enhed 01', 6))}" for u, t, y, on in rows]
    text = "\n".join(["unit,period,value,treated", *lines])
    (tmp_path / "outcomes.csv").write_text(text, "utf-8")
    settings = settings_of(7)
    with pytest.raises(InputError) as error:
        find_comparison(read_observed(tmp_path, settings), settings)
    [fault] = error.value.faults
    assert (fault.code, fault.line) == (EffectCode.CLUSTER_RETURNS, 1 + 7 + 6)
    column = len(lines[7 + 5].rpartition(",")[0]) + 2
    assert fault.column == column


def test_comparison_when_repeated_with_one_seed_is_the_same() -> None:
    first, again = (compare(ONE_START, growing, 1.0, periods=5) for _ in range(2))
    assert first.answers == again.answers
    assert np.isfinite([answer.se for answer in first.answers if answer.se]).all()
