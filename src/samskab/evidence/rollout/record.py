"""What must be written down so that anyone can repeat the lottery."""

from dataclasses import dataclass

METHOD = "samskab lottery 1: exact count, SHA-256 in counter mode"


@dataclass(frozen=True, slots=True)
class LotteryRecord:
    """One lottery.

    Attributes:
        inputs: the fingerprint of the roll-out (`fingerprint`).
        allowed: how many allocations were allowed, exactly.
        seed: the text that decided.
        number: allocations drawn uniformly, or all there are.
        complete: whether `number` is all there are.
        keep_percent: how many of 100 were to be kept.
        cutoff: the worst balance that was kept; 0 where nothing was balanced.
        kept: allocations among which the final one was drawn.
        result: (unit, wave) of each unit, in the roll-out's order.
        method: names the way lots are made; another method is another lottery.
    """

    inputs: str
    allowed: int
    seed: str
    number: int
    complete: bool
    keep_percent: float
    cutoff: float
    kept: int
    result: tuple[tuple[str, str], ...]
    method: str = METHOD
