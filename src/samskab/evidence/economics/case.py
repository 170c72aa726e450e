"""What is weighed: costs that are known, benefits and effects that are not."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from samskab.common.errors import Fault, InputError
from samskab.evidence.economics.codes import EconomicsCode
from samskab.evidence.economics.three_points import ThreePoints


@dataclass(frozen=True, slots=True)
class Cost:
    """One item of what the programme costs.

    Attributes:
        name: of the item, such as hours, fees or travel.
        oere: whole øre, spent in full in one year.
        year: 0 is the year that amounts are discounted to.
    """

    name: str
    oere: int
    year: int = 0


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something that the programme brings, worth money year after year.

    Attributes:
        yearly_oere: what it is worth in each of its years.
        start_year: the first of them; 0 is the year that amounts are discounted to.
        years: how many.
        taken_home: the share by which a budget is really lowered (hjemtagning), 0 to 1; the rest
            is time or quality, which no budget shows.
    """

    name: str
    yearly_oere: ThreePoints
    start_year: int
    years: int
    taken_home: float = 0.0


@dataclass(frozen=True, slots=True)
class Effect:
    """What the programme is for, counted in its own unit, such as days of absence avoided."""

    name: str
    size: ThreePoints


@dataclass(frozen=True, slots=True)
class BusinessCase:
    """Everything that is weighed.

    Attributes:
        rate: of discounting a year, such as 0.035.
        effect: None where only money is weighed.
    """

    costs: tuple[Cost, ...]
    benefits: tuple[Benefit, ...]
    rate: float
    effect: Effect | None = None


def refuse_unsound(case: BusinessCase) -> None:
    """Refuse figures that no answer can stand on.

    Raises:
        InputError: with every fault.
    """
    faults = [*_faults_of_whole(case), *_faults_of_costs(case)]
    for benefit in case.benefits:
        faults += _faults_of_benefit(benefit)
    if case.effect:
        faults += _faults_of_points(case.effect.name, case.effect.size)
    if faults:
        raise InputError(faults)


def _faults_of_whole(case: BusinessCase) -> Iterator[Fault]:
    if not case.costs or not (case.benefits or case.effect):
        yield Fault(EconomicsCode.NOTHING_TO_WEIGH)
    if not (math.isfinite(case.rate) and case.rate > -1.0):
        yield Fault(EconomicsCode.RATE_WRONG, {"rate": case.rate})


def _faults_of_costs(case: BusinessCase) -> Iterator[Fault]:
    for cost in case.costs:
        if cost.oere < 0:
            yield Fault(EconomicsCode.COST_NEGATIVE, {"name": cost.name, "oere": cost.oere})
        if cost.year < 0:
            yield Fault(EconomicsCode.YEARS_WRONG, {"name": cost.name})


def _faults_of_benefit(benefit: Benefit) -> Iterator[Fault]:
    yield from _faults_of_points(benefit.name, benefit.yearly_oere)
    if not 0.0 <= benefit.taken_home <= 1.0:
        values = {"name": benefit.name, "share": benefit.taken_home}
        yield Fault(EconomicsCode.SHARE_WRONG, values)
    if benefit.start_year < 0 or benefit.years < 1:
        yield Fault(EconomicsCode.YEARS_WRONG, {"name": benefit.name})


def _faults_of_points(name: str, points: ThreePoints) -> Iterator[Fault]:
    three = (points.pessimistic, points.probable, points.optimistic)
    if not all(map(math.isfinite, three)):
        yield Fault(EconomicsCode.NUMBER_MISSING, {"name": name})
    elif list(three) not in (sorted(three), sorted(three, reverse=True)):
        yield Fault(EconomicsCode.POINTS_BACKWARDS, {"name": name, "points": three})
