"""Lots beside digests worked out by hand, and beside chance."""

from collections import Counter
from hashlib import sha256
from itertools import islice

import pytest
from scipy.stats import chisquare
from tests.evidence.rollout.plain import counted, small_rollout, tried_out

from samskab.evidence.rollout.lots import lots
from samskab.evidence.rollout.ranks import allocations_at


def test_lots_when_the_bound_is_a_power_of_two_are_the_digests_bits() -> None:
    digest = sha256(b"fjordby/draws/0").hexdigest()
    assert list(islice(lots("fjordby", "draws", 16), 64)) == [int(digit, 16) for digit in digest]


def test_lots_when_the_bound_is_none_throw_away_what_is_not_below() -> None:
    bits = "".join(sha256(f"7/x/{k}".encode()).hexdigest() for k in range(4))
    expected = [int(digit, 16) for digit in bits if int(digit, 16) < 11]
    assert list(islice(lots("7", "x", 11), 60)) == expected[:60]


def test_lots_when_there_is_one_thing_to_draw() -> None:
    assert list(islice(lots("1", "final", 1), 3)) == [0, 0, 0]


def test_lots_when_the_bound_is_beyond_a_machine_word_stay_below_it() -> None:
    bound = 3**200
    drawn = list(islice(lots("1", "draws", bound), 2000))
    assert max(drawn) < bound
    thirds = Counter(3 * number // bound for number in drawn)
    assert chisquare([thirds[k] for k in range(3)]).pvalue > 1e-3


@pytest.mark.parametrize("seed", ["1", "2"])
def test_draws_when_all_allocations_are_known_are_uniform(seed: str) -> None:
    allowed = counted(small_rollout())
    ranks = list(islice(lots(seed, "draws", allowed.size), 30_000))
    times = Counter(tuple(row) for row in allocations_at(allowed, ranks).tolist())
    known = tried_out(small_rollout())
    assert set(times) == known
    assert chisquare([times[waves] for waves in known]).pvalue > 1e-3
