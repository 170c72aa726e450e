"""Permutations as R 3.6 and later deal them after `set.seed`, to repeat published figures.

R scrambles the seed by 50 steps of the linear congruential generator 69069 s + 1, fills the
Mersenne Twister with 624 further ones after one more, and draws an index below n from as many of
the leading bits of the next numbers as n - 1 has, again where that is not below n (R-core,
"Rejection").
"""

from collections.abc import Iterator

import numpy as np

from samskab.evidence.effect.staggered.panel import Integers

WORD = 624
SCRAMBLES = 50
HALF_WORD = 16
CHUNK = 4096


def r_permutation(seed: int, count: int) -> Integers:
    """What `set.seed(seed); sample(count) - 1` gives in R.

    Args:
        seed: a whole number of 32 bits.
        count: of things to be put in order, below 2^31.
    """
    halves = _half_words(seed)
    left = list(range(count))
    dealt = np.empty(count, dtype=np.int64)
    for place in range(count):
        remaining = count - place
        index = _index_below(remaining, halves)
        dealt[place] = left[index]
        left[index] = left[remaining - 1]
    return dealt


def _index_below(bound: int, halves: Iterator[int]) -> int:
    bits = (bound - 1).bit_length()
    mask = (1 << bits) - 1
    words = bits // HALF_WORD + 1
    while True:
        value = 0
        for _ in range(words):
            value = value << HALF_WORD | next(halves)
        if value & mask < bound:
            return value & mask


def _half_words(seed: int) -> Iterator[int]:
    """The leading 16 bits of each number of the Mersenne Twister."""
    state = seed % 2**32
    for _ in range(SCRAMBLES + 1):
        state = (69069 * state + 1) % 2**32
    key = np.empty(WORD, dtype=np.uint32)
    for place in range(WORD):
        state = (69069 * state + 1) % 2**32
        key[place] = state
    twister = np.random.MT19937()
    twister.state = {"bit_generator": "MT19937", "state": {"key": key, "pos": WORD}}
    while True:
        yield from (twister.random_raw(CHUNK) >> HALF_WORD).tolist()
