"""What an interval says against nothing and against the least that matters."""

from enum import StrEnum

from samskab.cli.rollout.by_lot.estimates import Estimate
from samskab.cli.rollout.effect_interval import EffectInterval


class Verdict(StrEnum):
    """The answer."""

    WORKS = "works"
    HARMS = "harms"
    TOO_SMALL = "too_small"
    CANNOT_TELL = "cannot_tell"


def turned(answer: Estimate, *, higher_is_better: bool) -> EffectInterval:
    """The effect with its interval, above zero where things became better."""
    if higher_is_better:
        return EffectInterval(answer.estimate, answer.low, answer.high)
    return EffectInterval(-answer.estimate, -answer.high, -answer.low)


def verdict(effect: EffectInterval, smallest_relevant: float) -> Verdict:
    """The whole interval decides, not the estimate.

    Args:
        effect: above zero where things became better.
        smallest_relevant: the least effect that would matter, above zero.
    """
    if -smallest_relevant < effect.low and effect.high < smallest_relevant:
        return Verdict.TOO_SMALL
    if effect.low > 0.0:
        return Verdict.WORKS
    if effect.high < 0.0:
        return Verdict.HARMS
    return Verdict.CANNOT_TELL
