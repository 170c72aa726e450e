"""What the programme means in kroner: everything that is worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.money.programme_cost import ProgrammeCost, cost_of_programme
from samskab.cli.rollout.settings import BenefitSetting, OutcomeSetting, RolloutSettings
from samskab.evidence.economics.appraisal import Appraisal, appraise
from samskab.evidence.economics.case import Benefit, BusinessCase, Cost
from samskab.evidence.economics.present_value import annuity, worth_of_yearly
from samskab.evidence.economics.three_points import ThreePoints, around

RATE_AWAY = 0.02
FIRST_YEAR = 1
"""What was measured is taken to pay from the year after the programme, as benefits are."""


@dataclass(frozen=True, slots=True)
class NamedBenefit:
    """A benefit that is weighed.

    Attributes:
        name: as `rollout.toml` has it, or the outcome's; two may have one name.
        is_measured: whether its size is the effect that was measured, not an estimate made before.
    """

    name: str
    benefit: Benefit
    is_measured: bool


@dataclass(frozen=True, slots=True)
class PricePerStep:
    """What one step of the outcome cost in one unit, in øre.

    Attributes:
        low, high: at the better and the poorer end of the effect's interval.
    """

    oere: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MoneyFindings:
    """Costs and benefits, weighed as far as both are known.

    Attributes:
        effect: that was measured; None where nothing was.
        units: that the effect is counted in.
        rate: of discounting a year.
        rate_range: the rates that the tornado tries.
        cost: None where no plan has been made.
        benefits: the estimated ones as the file has them, then the measured one.
        appraisal: None without benefits; without a cost, what it says of nets is of no cost.
        budget: the benefits that lower a budget against what is paid; None as `appraisal`, or
            without a cost.
        per_step: None without a cost, or where the effect may be nothing.
        enough: the effect at which the programme just pays, all else at its mean, in the outcome's
            unit; None where no kroner are known for it, or without a cost.
    """

    outcome: OutcomeSetting | None
    effect: EffectInterval | None
    units: int
    rate: float
    rate_range: tuple[float, float]
    cost: ProgrammeCost | None
    benefits: tuple[NamedBenefit, ...]
    appraisal: Appraisal | None
    budget: Appraisal | None
    per_step: PricePerStep | None
    enough: float | None

    @property
    def has_measured(self) -> bool:
        """Whether the effect that was measured is among the benefits."""
        return any(one.is_measured for one in self.benefits)

    @property
    def has_estimates(self) -> bool:
        """Whether benefits were estimated beforehand."""
        return any(not one.is_measured for one in self.benefits)


def find_money(
    root: Path,
    settings: RolloutSettings,
    effect: EffectInterval | None,
    units: int,
    seed: int,
    plan: Path | None = None,
) -> MoneyFindings | None:
    """Weigh what the programme costs against what it brings.

    Args:
        root: the programme folder.
        settings: with the benefits, and what one step of the outcome is worth.
        effect: what was measured; None where no effect could be.
        units: how many take part.
        seed: of the simulation.
        plan: the plan's file; `plan/plan.json` of the folder where None.

    Returns:
        None where neither a cost nor a benefit is known.

    Raises:
        InputError: a plan that cannot be used.
    """
    cost = cost_of_programme(root, plan)
    benefits = (*_estimated(settings), *_measured(settings, effect, units))
    if cost is None and not benefits:
        return None
    rate = settings.economics.discount_rate
    rates = (max(rate - RATE_AWAY, 0.0), rate + RATE_AWAY)
    weighed = tuple(one.benefit for one in benefits)
    home = tuple(benefit for benefit in weighed if benefit.taken_home)
    total, paid = (0, 0) if cost is None else (cost.total_oere, cost.paid_oere)
    return MoneyFindings(
        outcome=settings.outcome,
        effect=effect,
        units=units,
        rate=rate,
        rate_range=rates,
        cost=cost,
        benefits=benefits,
        appraisal=_appraised(total, weighed, rate, rates, seed),
        budget=None if cost is None else _appraised(paid, home, rate, rates, seed),
        per_step=_per_step(cost, effect, units),
        enough=None if cost is None else _enough(cost, settings, benefits, units),
    )


def _estimated(settings: RolloutSettings) -> Iterator[NamedBenefit]:
    for number, one in enumerate(settings.economics.benefits):
        yield NamedBenefit(one.name, _benefit(str(number), one), is_measured=False)


def _benefit(name: str, one: BenefitSetting) -> Benefit:
    points = (one.pessimistic_oere, one.probable_oere, one.optimistic_oere)
    return Benefit(
        name, ThreePoints(*map(float, points)), one.from_year, one.years, float(one.taken_home)
    )


def _measured(
    settings: RolloutSettings, effect: EffectInterval | None, units: int
) -> Iterator[NamedBenefit]:
    """The outcome's effect in kroner: time and quality, of which no budget shows anything."""
    outcome, economics = settings.outcome, settings.economics
    if outcome is None or not outcome.oere_per_step or effect is None or not effect.is_bounded:
        return
    worth = float(outcome.oere_per_step * units)
    ends = (effect.estimate * worth, effect.low * worth, effect.high * worth)
    points = around(*ends, level=1.0 - outcome.level)
    name = str(len(economics.benefits))
    yield NamedBenefit(
        outcome.name, Benefit(name, points, FIRST_YEAR, economics.years), is_measured=True
    )


def _appraised(
    cost_oere: int,
    benefits: tuple[Benefit, ...],
    rate: float,
    rates: tuple[float, float],
    seed: int,
) -> Appraisal | None:
    """Each appraisal draws its own numbers anew: one more does not change the others."""
    if not benefits:
        return None
    case = BusinessCase((Cost("programme", cost_oere),), benefits, rate)
    return appraise(case, random=np.random.default_rng(seed), rate_range=rates)


def _per_step(
    cost: ProgrammeCost | None, effect: EffectInterval | None, units: int
) -> PricePerStep | None:
    """Exact: the cost is known and falls as the effect grows, so the interval's ends stay ends."""
    if cost is None or effect is None or effect.may_be_nothing or not effect.is_bounded:
        return None
    each = cost.total_oere / units
    return PricePerStep(each / effect.estimate, each / effect.high, each / effect.low)


def _enough(
    cost: ProgrammeCost,
    settings: RolloutSettings,
    benefits: tuple[NamedBenefit, ...],
    units: int,
) -> float | None:
    outcome, economics = settings.outcome, settings.economics
    if outcome is None or not outcome.oere_per_step:
        return None
    others = sum(
        worth_of_yearly(one.benefit, economics.discount_rate) * one.benefit.yearly_oere.mean
        for one in benefits
        if not one.is_measured
    )
    worth = annuity(economics.discount_rate, FIRST_YEAR, economics.years)
    return float((cost.total_oere - others) / (worth * outcome.oere_per_step * units))
