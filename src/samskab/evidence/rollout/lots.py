"""Lots that fall the same on every machine, for ever: SHA-256 in counter mode.

The digests of "seed/label/0", "seed/label/1", ... in UTF-8 are one stream of bits, the first bit of
a digest first. A number below `bound` takes as many bits as `bound - 1` has; a number that is not
below `bound` is thrown away and the next bits are taken (von Neumann's rejection), so that every
number is equally likely. No library's generator is trusted to stay as it is.
"""

from collections.abc import Iterator
from hashlib import sha256


def lots(seed: str, label: str, bound: int) -> Iterator[int]:
    """Endless numbers from 0 up to, but not including, `bound`, each equally likely.

    Args:
        seed: any text; the same seed gives the same numbers.
        label: what the numbers are for; different labels give independent numbers.
        bound: at least 1.
    """
    width = (bound - 1).bit_length()
    pool = held = counter = 0
    while True:
        while held < width:
            digest = sha256(f"{seed}/{label}/{counter}".encode()).digest()
            pool = pool << 256 | int.from_bytes(digest, "big")
            held += 256
            counter += 1
        held -= width
        number, pool = pool >> held, pool & ((1 << held) - 1)
        if number < bound:
            yield number
