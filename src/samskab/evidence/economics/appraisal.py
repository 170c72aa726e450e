"""Whether a programme pays: present value, its interval, the chance, and what decides it."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from samskab.common.errors import Fault, InputError
from samskab.evidence.economics.case import BusinessCase, refuse_unsound
from samskab.evidence.economics.codes import EconomicsCode
from samskab.evidence.economics.present_value import cost_oere, worth_of_yearly
from samskab.evidence.economics.three_points import ThreePoints
from samskab.evidence.economics.tornado import Swing, swings_of

Amounts = NDArray[np.float64]
DRAWS = 10_000
LEAST_DRAWS = 1000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure that is not known exactly.

    Attributes:
        mean: exact, by the moments of the estimates, where the figure is a sum; else of the draws.
        middle: the median of the draws.
        low, high: between which it is with the asked probability; of the draws.
    """

    mean: float
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Worth:
    """Money against money.

    Attributes:
        benefit: today's worth of what comes, in øre.
        net: the same less all costs: the net present value, in øre.
        chance: that `net` is above zero, 0 to 1.
        chance_error: the Monte Carlo standard error of `chance`.
    """

    benefit: Spread
    net: Spread
    chance: float
    chance_error: float


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What weighing a programme found; amounts in øre, at today's worth.

    Attributes:
        cost_oere: of the programme, known.
        everything: all benefits against the cost.
        taken_home: only what really lowers a budget, against the same cost.
        per_effect_oere: cost of one unit of effect; None where no effect is named, or where it may
            be zero or of either sign: then no amount buys one.
        swings: assumptions by how much they move the net present value, the largest first.
        draws, level: of the simulation, and of the intervals.
    """

    cost_oere: float
    everything: Worth
    taken_home: Worth
    per_effect_oere: Spread | None
    swings: tuple[Swing, ...]
    draws: int
    level: float


def appraise(
    case: BusinessCase,
    *,
    random: Generator,
    draws: int = DRAWS,
    level: float = LEVEL,
    rate_range: tuple[float, float] | None = None,
) -> Appraisal:
    """Weigh a programme by simulation; estimates are drawn independently of each other.

    Args:
        case: what is weighed.
        random: draws the estimates.
        draws: how many, 1,000 or more.
        level: of the intervals, such as 0.95.
        rate_range: lowest and highest rate of discounting that are thinkable, for the tornado.

    Raises:
        InputError: figures that no answer can stand on.
    """
    refuse_unsound(case)
    if draws < LEAST_DRAWS:
        raise InputError([Fault(EconomicsCode.DRAWS_TOO_FEW, {"least": LEAST_DRAWS})])
    cost = cost_oere(case.costs, case.rate)
    yearly = [benefit.yearly_oere.draw(draws, random) for benefit in case.benefits]
    worth = [worth_of_yearly(benefit, case.rate) for benefit in case.benefits]
    shares = [benefit.taken_home for benefit in case.benefits]
    size = case.effect.size.draw(draws, random) if case.effect else None
    return Appraisal(
        cost_oere=cost,
        everything=_worth(case, cost, yearly, worth, level),
        taken_home=_worth(
            case, cost, yearly, [w * share for w, share in zip(worth, shares, strict=True)], level
        ),
        per_effect_oere=_per_effect(cost, case, size, level),
        swings=swings_of(case, rate_range),
        draws=draws,
        level=level,
    )


def _worth(
    case: BusinessCase, cost: float, yearly: list[Amounts], worth: list[float], level: float
) -> Worth:
    draws = len(yearly[0]) if yearly else 1
    drawn = np.zeros(draws)
    for amounts, each in zip(yearly, worth, strict=True):
        drawn = drawn + each * amounts
    mean = sum(
        each * benefit.yearly_oere.mean for benefit, each in zip(case.benefits, worth, strict=True)
    )
    chance = float((drawn > cost).mean())
    return Worth(
        benefit=_spread(drawn, mean, level),
        net=_spread(drawn - cost, mean - cost, level),
        chance=chance,
        chance_error=float(np.sqrt(chance * (1.0 - chance) / draws)),
    )


def _per_effect(
    cost: float, case: BusinessCase, size: Amounts | None, level: float
) -> Spread | None:
    """Cost per unit of effect, where an effect is sure to be there."""
    if size is None or case.effect is None or _may_be_nothing(case.effect.size):
        return None
    drawn = cost / np.abs(size)
    return _spread(drawn, float(drawn.mean()), level)


def _may_be_nothing(size: ThreePoints) -> bool:
    return size.pessimistic * size.optimistic <= 0.0


def _spread(drawn: Amounts, mean: float, level: float) -> Spread:
    low, middle, high = np.quantile(drawn, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return Spread(float(mean), float(middle), float(low), float(high))
