"""Which assumption matters most: each in turn at its ends, the others at their means."""

from dataclasses import dataclass, replace

from samskab.evidence.economics.case import BusinessCase
from samskab.evidence.economics.present_value import cost_oere, worth_of_yearly


@dataclass(frozen=True, slots=True)
class Swing:
    """How far one assumption moves the net present value.

    Attributes:
        name: of the benefit; None for the rate of discounting.
        at_pessimistic, at_optimistic: net present value in øre at its two ends.
    """

    name: str | None
    at_pessimistic: float
    at_optimistic: float

    @property
    def width(self) -> float:
        """How far apart the two are, in øre."""
        return abs(self.at_optimistic - self.at_pessimistic)


def swings_of(
    case: BusinessCase, rate_range: tuple[float, float] | None = None
) -> tuple[Swing, ...]:
    """Every assumption that is not certain, the one that moves most first; exact, not simulated.

    Args:
        case: what is weighed.
        rate_range: lowest and highest rate; None leaves the rate out.
    """
    middle = expected_net_oere(case)
    swings = []
    for benefit in case.benefits:
        points, worth = benefit.yearly_oere, worth_of_yearly(benefit, case.rate)
        if not points.is_certain:
            at = [
                middle + worth * (end - points.mean)
                for end in (points.pessimistic, points.optimistic)
            ]
            swings.append(Swing(benefit.name, *at))
    if rate_range:
        low, high = sorted(expected_net_oere(replace(case, rate=rate)) for rate in rate_range)
        swings.append(Swing(None, low, high))
    return tuple(sorted(swings, key=lambda swing: -swing.width))


def expected_net_oere(case: BusinessCase) -> float:
    """Net present value at the means of all estimates, exact, in øre."""
    benefits = sum(
        worth_of_yearly(benefit, case.rate) * benefit.yearly_oere.mean for benefit in case.benefits
    )
    return benefits - cost_oere(case.costs, case.rate)
