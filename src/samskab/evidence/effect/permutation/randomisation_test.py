"""Was it chance? The drawn allocation's effect beside that of the others it could have been."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.inversion import Lines, Tail, interval, p_value
from samskab.evidence.effect.permutation.cluster_means import (
    ClusterMeans,
    Integers,
    require_sound,
)
from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.effect.permutation.effect_shape import EffectShape, effect_columns
from samskab.evidence.effect.permutation.tables import Fits, fits_of, tables_of
from samskab.evidence.effect.permutation.working_covariance import (
    WorkingCovariance,
    covariance_of_means,
)


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceSet:
    """The allocations that could have been drawn, each as likely as the other.

    Attributes:
        allocations: (M, C) the wave of each cluster, counted from 0.
        drawn: (C,) the allocation that was drawn.
        start_periods: (W,) the period, counted from 0, from which a wave is treated; T for never.
        holds_drawn: whether the drawn one is a row of `allocations`, as in a full list or among the
            kept of a lottery; False for a sample taken afterwards, to which it is added.
    """

    allocations: Integers
    drawn: Integers
    start_periods: Sequence[int]
    holds_drawn: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; fixed before the outcome is seen.

    Attributes:
        shape: the effect that is estimated.
        tail: which effects count.
        level: the p-value that is proof, and one minus the interval's confidence.
        working: the supposed covariance; it costs power where it is wrong, never validity.
    """

    shape: EffectShape = field(default_factory=EffectShape)
    tail: Tail = Tail.BOTH
    level: float = 0.05
    working: WorkingCovariance = field(default_factory=WorkingCovariance)


@dataclass(frozen=True, slots=True)
class PermutationResult:
    """What the permutation test found.

    Attributes:
        estimate: the effect, or the average of the effects by exposure, in the outcome's unit.
        p_value: the share of the allocations with a statistic as extreme as the drawn one's.
        low, high: the effects that are not rejected, supposed the same for every cluster and every
            time since the start; infinite where the allocations cannot reject any on that side.
        confidence: of the interval.
        allocations: how many the drawn one was compared with, itself included.
        smallest_p: no result whatever could have given a smaller one.
    """

    estimate: float
    p_value: float
    low: float
    high: float
    confidence: float
    allocations: int
    smallest_p: float


def permutation_test(
    means: ClusterMeans, reference: ReferenceSet, question: Question
) -> PermutationResult:
    """Test the sharp hypothesis of no effect, and invert the test for the interval.

    The statistic is the estimate by generalised least squares over its standard error, both with
    the fixed working covariance. The interval's hypothesis is that treatment adds theta in every
    treated cell: theta is taken off the treated cells, and the test made again.

    Raises:
        InputError: broken means (`require_sound`); an allocation that is not in its own reference
            set; too few allocations for the level; effects that the periods cannot be told from.
    """
    require_sound(means)
    _require_answerable(means, reference, question)
    columns = effect_columns(question.shape, reference.start_periods, len(means.periods))
    drawn = reference.drawn[None, :]
    treated = columns.sum(axis=2)[reference.drawn]
    outcomes = np.stack([means.mean, treated])
    tables = tables_of(outcomes, covariance_of_means(question.working, means.people), columns)
    own = fits_of(tables, drawn)
    lines = _lines(own, fits_of(tables, reference.allocations), reference)
    low, high = interval(lines, question.tail, question.level)
    return PermutationResult(
        estimate=float(own.estimate[0, 0]),
        p_value=p_value(lines, question.tail),
        low=low,
        high=high,
        confidence=1.0 - question.level,
        allocations=len(reference.allocations) + int(not reference.holds_drawn),
        smallest_p=smallest_p(reference),
    )


def _lines(own: Fits, fits: Fits, reference: ReferenceSet) -> Lines:
    scaled = fits.estimate / fits.standard_error[:, None]
    drawn = own.estimate[0] / own.standard_error[0]
    return Lines(
        a=scaled[:, 0],
        b=scaled[:, 1],
        drawn_a=float(drawn[0]),
        drawn_b=float(drawn[1]),
        one_more=not reference.holds_drawn,
    )


def smallest_p(reference: ReferenceSet) -> float:
    """The p-value of a result that no other allocation comes near."""
    same = np.count_nonzero((reference.allocations == reference.drawn).all(axis=1))
    more = int(not reference.holds_drawn)
    return float((same + more) / (len(reference.allocations) + more))


def _require_answerable(means: ClusterMeans, reference: ReferenceSet, question: Question) -> None:
    units = len(means.clusters)
    if reference.allocations.shape[1:] != (units,) or reference.drawn.shape != (units,):
        values = {"units": units, "periods": len(means.periods)}
        raise InputError([Fault(PermutationCode.SHAPE, values)])
    if not 0.0 < question.level < 1.0:
        raise InputError([Fault(PermutationCode.LEVEL, {"level": Decimal(str(question.level))})])
    same = (reference.allocations == reference.drawn).all(axis=1)
    if reference.holds_drawn and not same.any():
        raise InputError([Fault(PermutationCode.DRAWN_ABSENT, {"size": len(same)})])
    smallest = smallest_p(reference)
    if smallest > question.level:
        told = {
            "size": len(same),
            "smallest": Decimal(f"{smallest:.3g}"),
            "level": Decimal(str(question.level)),
        }
        raise InputError([Fault(PermutationCode.TOO_FEW, told)])


def require_as_drawn(drawn: Integers, started: Integers, clusters: Sequence[str]) -> None:
    """Refuse data in which a cluster started in another wave than it was drawn to.

    Args:
        drawn: (C,) the lottery's allocation.
        started: (C,) the wave in which each cluster really started (`rollout.treatment.waves_of`).
        clusters: C names.

    Raises:
        InputError: one fault for each cluster that changed wave.
    """
    faults = [
        Fault(
            PermutationCode.UNIT_CHANGED_WAVE,
            {"unit": clusters[row], "drawn": int(drawn[row]) + 1, "started": int(started[row]) + 1},
        )
        for row in np.flatnonzero(drawn != started).tolist()
    ]
    if faults:
        raise InputError(faults)
