"""Everything that a roll-out by lot is found to have done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from samskab.cli.rollout.by_lot.estimates import (
    Estimate,
    NotUsed,
    Way,
    by_permutation,
    by_timing,
    mixed,
    of_contrast,
)
from samskab.cli.rollout.by_lot.further import Further, detectable, further, question_of
from samskab.cli.rollout.by_lot.gathered import LotData, of_units
from samskab.cli.rollout.by_lot.verdict import Verdict, turned, verdict
from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.settings import (
    EffectTest,
    Estimand,
    OutcomeKind,
    OutcomeSetting,
    RolloutSettings,
)
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.effect.stepped_wedge import RolloutEffect

if TYPE_CHECKING:
    from samskab.cli.rollout.by_lot.marginal import Marginal


@dataclass(frozen=True, slots=True)
class Spread:
    """How alike people of a unit were, by REML.

    Attributes:
        icc: None where the data tell means alone.
        cac: the share of what a unit's people have in common that lasts; None as for `icc`.
        boundary: variances that were estimated as zero.
    """

    icc: float | None
    cac: float | None
    boundary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubgroupFindings:
    """The units of one kind by themselves.

    Attributes:
        column, label: of `units.csv`, and what stands there.
        units: how many.
    """

    column: str
    label: str
    units: int
    answer: Estimate | NotUsed


@dataclass(frozen=True, slots=True, eq=False)
class LotFindings:
    """What came of it.

    Attributes:
        answer: by the estimand and the test that were asked for.
        others: further ways, which do not decide.
        unused: ways that the data do not bear.
        by_time: the effect after 1, 2, ... periods, by a model.
        effect: the answer, above zero where things became better.
        further: what would tell; None where the answer tells.
    """

    data: LotData
    answer: Estimate
    others: tuple[Estimate, ...]
    unused: tuple[NotUsed, ...]
    by_time: tuple[Estimate, ...]
    spread: Spread
    effect: EffectInterval
    verdict: Verdict
    further: Further | None
    subgroups: tuple[SubgroupFindings, ...]


def find_by_lot(
    data: LotData, settings: RolloutSettings, outcome: OutcomeSetting, seed: int
) -> LotFindings:
    """Estimate in every way, judge by the one that was asked for.

    Raises:
        InputError: the way that was asked for has no answer.
    """
    asked = Asked(outcome, settings.analysis.test, settings.analysis.estimand)
    found = mixed(data, asked.estimand, outcome.level)
    answer = answer_of(data, asked, found)
    tried = [*_others(data, asked, seed)]
    effect = turned(answer, higher_is_better=outcome.higher_is_better)
    judged = verdict(effect, outcome.smallest_relevant)
    question = question_of(data, outcome, found, asked.estimand)
    return LotFindings(
        data=data,
        answer=answer,
        others=tuple(one for one in tried if isinstance(one, Estimate)),
        unused=tuple(one for one in tried if isinstance(one, NotUsed)),
        by_time=_by_time(data, asked),
        spread=_spread(data, found),
        effect=effect,
        verdict=judged,
        further=further(question) if judged is Verdict.CANNOT_TELL else None,
        subgroups=tuple(_subgroups(data, settings, asked)),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """Which number is the answer, and by which test."""

    outcome: OutcomeSetting
    test: EffectTest
    estimand: Estimand

    @property
    def model(self) -> Way:
        """The way beside the permutation test."""
        binary = self.outcome.kind is OutcomeKind.BINARY
        return Way.BIAS_REDUCED if binary else Way.KENWARD_ROGER

    @property
    def way(self) -> Way:
        """The way that decides."""
        return Way.PERMUTATION if self.test is EffectTest.PERMUTATION else self.model


def answer_of(data: LotData, asked: Asked, found: RolloutEffect | None = None) -> Estimate:
    """By the way that was asked for.

    Args:
        data: of all units, or of some.
        asked: which way.
        found: the mixed model, where it has been fitted.

    Raises:
        InputError: it has no answer.
    """
    level, estimand = asked.outcome.level, asked.estimand
    if asked.way is Way.BIAS_REDUCED:
        return of_contrast(_marginal(data, estimand, level).effect, asked.way, estimand, level)
    fit = found or mixed(data, estimand, level)
    if asked.way is Way.KENWARD_ROGER:
        return of_contrast(fit.kenward_roger, asked.way, estimand, level)
    smallest = detectable(question_of(data, asked.outcome, fit, estimand))
    return by_permutation(data, asked.outcome, estimand, smallest)


def _marginal(data: LotData, estimand: Estimand, level: float) -> "Marginal":
    """Loaded where it is used: statsmodels takes a second."""
    from samskab.cli.rollout.by_lot.marginal import marginal

    return marginal(data, estimand, level)


def _others(data: LotData, asked: Asked, seed: int) -> Iterator[Estimate | NotUsed]:
    """Both estimands by the permutation test and by the model, then by start times."""
    estimands = (asked.estimand, *(one for one in Estimand if one is not asked.estimand))
    for estimand, test in product(estimands, EffectTest):
        other = replace(asked, estimand=estimand, test=test)
        if other != asked:
            yield _tried(other.way, estimand, partial(answer_of, data, other))
    timing = partial(by_timing, data, asked.outcome.level, seed)
    yield _tried(Way.EFFICIENT_TIMING, Estimand.EXPOSURE_AVERAGE, timing)


def _tried(way: Way, estimand: Estimand, make: Callable[[], Estimate]) -> Estimate | NotUsed:
    try:
        return make()
    except InputError as error:
        return NotUsed(way, estimand, error.faults)


def _by_time(data: LotData, asked: Asked) -> tuple[Estimate, ...]:
    """None where the model cannot tell one time from another."""
    level, average = asked.outcome.level, Estimand.EXPOSURE_AVERAGE
    try:
        if asked.model is Way.BIAS_REDUCED:
            each = _marginal(data, average, level).by_exposure
        else:
            each = mixed(data, average, level).by_exposure
    except InputError:
        return ()
    return tuple(of_contrast(one, asked.model, average, level) for one in each)


def _spread(data: LotData, found: RolloutEffect) -> Spread:
    if data.only_means or found.cell_variance is None:
        return Spread(None, None, found.boundary)
    common = found.cluster_variance + found.cell_variance
    total = common + found.residual_variance
    cac = found.cluster_variance / common if common > 0.0 else None
    return Spread(common / total if total > 0.0 else None, cac, found.boundary)


def _subgroups(
    data: LotData, settings: RolloutSettings, asked: Asked
) -> Iterator[SubgroupFindings]:
    for column in settings.analysis.subgroups:
        labels = [settings.units[unit].texts[column] for unit in data.units]
        for label in sorted(set(labels)):
            chosen = [at for at, own in enumerate(labels) if own == label]
            yield SubgroupFindings(column, label, len(chosen), _of_some(data, chosen, asked))


def _of_some(data: LotData, chosen: list[int], asked: Asked) -> Estimate | NotUsed:
    """By the way that was asked for; where the orders of so few units do not bear it, by the model.

    Which of the two it is depends on the lottery alone, never on what was measured.
    """
    if len(chosen) == 1:
        fault = Fault(PermutationCode.ONE_UNIT, {"units": 1})
        return NotUsed(asked.way, asked.estimand, (fault,))
    first = _of_units(data, chosen, asked)
    if isinstance(first, Estimate) or asked.way is asked.model:
        return first
    second = _of_units(data, chosen, replace(asked, test=EffectTest.KENWARD_ROGER))
    return second if isinstance(second, Estimate) else first


def _of_units(data: LotData, chosen: list[int], asked: Asked) -> Estimate | NotUsed:
    return _tried(asked.way, asked.estimand, lambda: answer_of(of_units(data, chosen), asked))
