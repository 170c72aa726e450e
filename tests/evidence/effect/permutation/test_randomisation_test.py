"""The permutation test: exact on full lists, and what it refuses."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from tests.evidence.effect.permutation.wedges import (
    six_units_all_listed,
    twelve_units_with_closed_waves,
)

from samskab.common.errors import InputError
from samskab.evidence.effect.inversion import Tail
from samskab.evidence.effect.permutation.cluster_means import ClusterMeans
from samskab.evidence.effect.permutation.effect_shape import EffectShape
from samskab.evidence.effect.permutation.randomisation_test import (
    Question,
    ReferenceSet,
    permutation_test,
    require_as_drawn,
)
from samskab.evidence.effect.permutation.residuals import residual_means
from samskab.evidence.rollout.treatment import treatment

CONSTANT = Question(EffectShape(by_exposure=False))
WEDGE = six_units_all_listed()
SOUND = WEDGE.means(WEDGE.outcome(7, 1.0, np.random.default_rng(1)))


def test_p_value_when_all_allocations_take_their_turn_is_uniform() -> None:
    """Each allocation drawn once, the outcome the same: a share of at most alpha is rejected."""
    outcome = WEDGE.means(np.random.default_rng(3).normal(size=(6, 4)))
    p = np.array(
        [permutation_test(outcome, WEDGE.reference(row), CONSTANT).p_value for row in range(90)]
    )
    # Exact ranks: the k-th smallest statistic has p = k / 90 where no two are alike.
    assert sorted(p) == pytest.approx(np.arange(1, 91) / 90)


@pytest.mark.parametrize("shape", [EffectShape(by_exposure=False), EffectShape()])
def test_interval_when_the_effect_is_taken_off_the_data_holds_what_is_not_rejected(
    shape: EffectShape,
) -> None:
    wedge = twelve_units_with_closed_waves()
    question, reference = Question(shape), wedge.reference(5)
    outcome = wedge.outcome(5, 0.6, np.random.default_rng(2))
    found = permutation_test(wedge.means(outcome), reference, question)
    treated = treatment(reference.drawn, wedge.starts, wedge.periods)
    for end in (found.low, found.high):
        for supposed, kept in ((end + 1e-6, end == found.low), (end - 1e-6, end == found.high)):
            shifted = wedge.means(outcome - supposed * treated)
            assert (permutation_test(shifted, reference, question).p_value > 0.05) == kept


def test_estimate_when_there_is_no_noise_is_the_effect() -> None:
    outcome = np.linspace(0, 1, 4) + 0.7 * treatment(WEDGE.allocations[3], WEDGE.starts, 4)
    found = permutation_test(WEDGE.means(outcome), WEDGE.reference(3), Question())
    assert found.estimate == pytest.approx(0.7)
    assert (found.low, found.high) == pytest.approx((0.7, 0.7))
    assert found.p_value == pytest.approx(1 / 90)
    assert found.smallest_p == pytest.approx(1 / 90)


def test_p_value_when_one_side_is_asked_adds_up_with_the_other() -> None:
    greater, less = (
        permutation_test(SOUND, WEDGE.reference(7), replace(CONSTANT, tail=tail)).p_value
        for tail in (Tail.GREATER, Tail.LESS)
    )
    assert greater + less == pytest.approx(1 + 1 / 90)


def test_p_value_when_units_and_scale_change_is_the_same() -> None:
    moved = replace(SOUND, mean=SOUND.mean * 1e6 + 3e8)
    reference = WEDGE.reference(7)
    first, second = (permutation_test(means, reference, Question()) for means in (SOUND, moved))
    assert first.p_value == second.p_value
    assert second.low == pytest.approx(first.low * 1e6, rel=1e-6)


@pytest.mark.parametrize(
    ("mean", "code"),
    [
        (SOUND.mean[:5], "permutation_shape"),
        (np.full((6, 4), 2.5), "permutation_never_varies"),
        (np.tile([0.1, 0.7, 0.2, 0.9], (6, 1)), "permutation_never_varies"),
    ],
)
def test_test_when_the_means_are_broken_is_refused(
    mean: npt.NDArray[np.float64], code: str
) -> None:
    with pytest.raises(InputError) as refusal:
        permutation_test(replace(SOUND, mean=mean), WEDGE.reference(7), CONSTANT)
    assert [fault.code for fault in refusal.value.faults] == [code]


def test_test_when_cells_are_empty_or_no_numbers_names_each() -> None:
    mean, people = SOUND.mean.copy(), SOUND.people.copy()
    mean[1, 2], people[4, 0], people[2, 2] = np.nan, 0.0, np.nan
    with pytest.raises(InputError) as refusal:
        permutation_test(replace(SOUND, mean=mean, people=people), WEDGE.reference(7), CONSTANT)
    assert [(f.code, f.values["unit"], f.values["period"]) for f in refusal.value.faults] == [
        ("permutation_empty_cell", "u3", "p3"),
        ("permutation_empty_cell", "u5", "p1"),
        ("permutation_not_a_number", "u2", "p3"),
    ]


def test_test_when_there_is_one_unit_is_refused() -> None:
    alone = ClusterMeans(("u1",), ("p1", "p2"), np.array([[1.0, 2.0]]), np.ones((1, 2)))
    with pytest.raises(InputError) as refusal:
        permutation_test(alone, ReferenceSet(np.array([[0]]), np.array([0]), (1,)), CONSTANT)
    assert [fault.code for fault in refusal.value.faults] == ["permutation_one_unit"]


def test_test_when_the_reference_does_not_fit_is_refused() -> None:
    listed = WEDGE.allocations
    cases = [
        (ReferenceSet(listed[:50], listed[70], WEDGE.starts), CONSTANT, "permutation_drawn_absent"),
        (ReferenceSet(listed[:10], listed[5], WEDGE.starts), CONSTANT, "permutation_too_few"),
        (ReferenceSet(listed[:, :5], listed[5], WEDGE.starts), CONSTANT, "permutation_shape"),
        (WEDGE.reference(5), replace(CONSTANT, level=1.0), "permutation_level"),
        (WEDGE.reference(5), Question(EffectShape(longest=0)), "permutation_longest"),
    ]
    for reference, question, code in cases:
        with pytest.raises(InputError) as refusal:
            permutation_test(SOUND, reference, question)
        assert [fault.code for fault in refusal.value.faults] == [code]


def test_test_when_the_reference_is_a_sample_adds_the_drawn_one() -> None:
    others = np.delete(WEDGE.allocations, 7, axis=0)
    sampled = ReferenceSet(others, WEDGE.allocations[7], WEDGE.starts, holds_drawn=False)
    full = permutation_test(SOUND, WEDGE.reference(7), CONSTANT)
    assert permutation_test(SOUND, sampled, CONSTANT) == full


def test_unit_when_it_changed_wave_is_named() -> None:
    with pytest.raises(InputError) as refusal:
        require_as_drawn(np.array([0, 1, 2]), np.array([0, 2, 2]), ("a", "b", "c"))
    (fault,) = refusal.value.faults
    assert fault.code == "permutation_unit_changed_wave"
    assert fault.values == {"unit": "b", "drawn": 2, "started": 3}
    require_as_drawn(np.array([0, 1]), np.array([0, 1]), ("a", "b"))


def test_residuals_when_the_model_is_linear_are_those_of_least_squares() -> None:
    random = np.random.default_rng(6)
    x, cluster = random.normal(size=(60, 2)), np.repeat(["b", "a", "c"], 20)
    y = x @ [1.0, -2.0] + random.normal(size=60)
    design = np.column_stack([np.ones(60), x])
    rest = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    means = residual_means(y, cluster, x, binary=False)
    assert means.clusters == ("a", "b", "c")
    expected = [rest[cluster == name].mean() for name in "abc"]
    assert means.mean[:, 0] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ([0.0, 1.0, 2.0, 1.0], "permutation_outcome_not_binary"),
        ([0.0, 0.0, 1.0, 1.0], "permutation_separated"),
        ([1.0, 1.0, 1.0, 1.0], "permutation_never_varies"),
        ([0.0, np.nan, 1.0, 1.0], "permutation_not_a_number"),
    ],
)
def test_residuals_when_the_outcome_is_broken_are_refused(outcome: list[float], code: str) -> None:
    with pytest.raises(InputError) as refusal:
        residual_means(
            np.array(outcome), np.array([1, 1, 2, 2]), np.array([[1.0], [2], [3], [4]]), binary=True
        )
    assert [fault.code for fault in refusal.value.faults] == [code]
