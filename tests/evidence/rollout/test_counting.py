"""Counts beside brute force and the multinomial coefficient."""

from dataclasses import replace
from math import factorial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from tests.evidence.rollout.plain import (
    counted,
    large_rollout,
    named,
    small_rollout,
    tried_out,
)

from samskab.common.errors import InputError
from samskab.evidence.rollout.counting import NotCounted, count_allowed
from samskab.evidence.rollout.model import Rollout, exact_sizes
from samskab.evidence.rollout.ranks import every_allocation


@st.composite
def rollouts(draw: st.DrawFn) -> Rollout:
    clusters, waves = draw(st.integers(2, 6)), draw(st.integers(2, 4))
    cell = st.lists(st.booleans(), min_size=waves, max_size=waves)
    allowed = np.array(draw(st.lists(cell, min_size=clusters, max_size=clusters)), dtype=np.bool_)
    least = draw(st.lists(st.integers(0, 2), min_size=waves, max_size=waves))
    more = draw(st.lists(st.integers(0, 3), min_size=waves, max_size=waves))
    names = named("u", clusters)
    groups = st.lists(st.lists(st.sampled_from(names), min_size=2, max_size=3), max_size=2)
    return Rollout(
        names,
        named("w", waves),
        allowed,
        tuple(least),
        tuple(a + b for a, b in zip(least, more, strict=True)),
        tuple(tuple(group) for group in draw(groups)),
    )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(rollouts())
def test_allowed_set_when_all_can_be_tried(rollout: Rollout) -> None:
    try:
        allowed = counted(rollout)
    except InputError:
        reject()
    found = tried_out(rollout)
    assert allowed.size == len(found)
    if found:
        listed = every_allocation(allowed)
        assert len(listed) == len(found)
        assert {tuple(row) for row in listed.tolist()} == found


def test_count_when_groups_that_overlap_have_no_wave_in_common_is_nothing() -> None:
    allowed = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 1], [1, 1, 1]], dtype=np.bool_)
    rollout = Rollout(
        clusters=named("u", 4),
        waves=named("w", 3),
        allowed=allowed,
        least=(0, 0, 0),
        most=(4, 4, 4),
        together=(("u1", "u2"), ("u2", "u3")),
    )
    assert counted(rollout).size == 0


def test_count_when_every_wave_is_open_is_the_multinomial_coefficient() -> None:
    assert counted(large_rollout()).size == factorial(40) // factorial(5) ** 8


def test_count_when_98_units_are_spread_over_ten_waves() -> None:
    sizes = (10,) * 8 + (9,) * 2
    rollout = exact_sizes(named("u", 98), named("w", 10), np.ones((98, 10)), sizes)
    assert counted(rollout).size == factorial(98) // factorial(10) ** 8 // factorial(9) ** 2


def test_count_when_there_are_too_many_states_says_so() -> None:
    answer = count_allowed(large_rollout(0.7), states_at_most=10_000)
    assert isinstance(answer, NotCounted)
    assert answer.states > answer.limit == 10_000
    assert 0 < answer.placed < answer.items == 40


def test_count_when_a_pair_shares_a_wave_is_smaller() -> None:
    rollout = replace(small_rollout(), together=(("u1", "u4"),))
    assert counted(rollout).size == len(tried_out(rollout)) < counted(small_rollout()).size


def test_count_when_nothing_fits_is_zero() -> None:
    allowed = np.array([[1, 1], [0, 1], [0, 1]], dtype=np.bool_)
    rollout = exact_sizes(named("u", 3), named("w", 2), allowed, (1, 2))
    assert counted(rollout).size == 1
    assert counted(replace(rollout, together=(("u1", "u2"),))).size == 0


@pytest.mark.parametrize("order", range(5))
def test_count_when_units_and_waves_are_shuffled_is_the_same(order: int) -> None:
    rollout = large_rollout(0.4)
    random = np.random.default_rng(order)
    mixed = rollout.allowed[random.permutation(40)][:, random.permutation(8)]
    assert counted(replace(rollout, allowed=mixed)).size == counted(rollout).size
