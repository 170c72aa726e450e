"""What a sound roll-out cannot show, said before anyone is trained."""

from decimal import Decimal

from samskab.common.errors import Fault
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.counting import AllowedSet


def advice(allowed: AllowedSet, kept: int, *, level: float = 0.05) -> tuple[Fault, ...]:
    """What to know before the lottery; nothing where there is nothing to say.

    One unit in each wave leaves no two units that were treated alike: nothing then tells the spread
    between units from the effect of a wave, so Roth and Sant'Anna's estimator has no standard
    error. The permutation test over the allowed allocations stays valid, and so do models whose
    spread is the same in every wave. No permutation test gives a p-value below one in the number of
    allocations that the final one is drawn among.

    Args:
        allowed: the counted set.
        kept: how many of its allocations the final one is drawn among.
        level: the p-value that is to count as proof.
    """
    said = []
    if max(allowed.rollout.most) == 1:
        said.append(Fault(RolloutCode.ONE_UNIT_PER_WAVE, {"size": allowed.size}))
    return (*said, *advice_on_p(kept, level))


def advice_on_p(kept: int, level: float) -> tuple[Fault, ...]:
    """Whether a permutation test over so many allocations can ever reach a level."""
    if not 0 < kept * level < 1.0:
        return ()
    values = {"size": kept, "level": Decimal(str(level))}
    return (Fault(RolloutCode.SMALLEST_P_ABOVE_LEVEL, values),)
