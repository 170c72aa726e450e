"""The lottery: draw uniformly, keep the best balanced, draw the final one among those kept."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.balance import balance_scores
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.counting import AllowedSet
from samskab.evidence.rollout.fingerprint import fingerprint
from samskab.evidence.rollout.lots import lots
from samskab.evidence.rollout.model import Floats, Integers
from samskab.evidence.rollout.ranks import allocations_at, require_some
from samskab.evidence.rollout.record import LotteryRecord

DIGITS_OF_SCORE = 10
ALL = 100.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How the lottery is held; fixed before it is.

    Attributes:
        seed: any text, best one that nobody could choose (a number drawn in public).
        number: allocations drawn; where the allowed set is no larger, all of it is taken instead.
        keep_percent: how many of 100 are kept, those of the best balance; 100 keeps all.
    """

    seed: str
    number: int = 10_000
    keep_percent: float = ALL


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What came of the lottery.

    Attributes:
        record: what anyone needs to repeat it.
        allocation: (C,) the wave of each cluster, counted from 0.
        kept: (M, C) the allocations among which the final one was drawn, each as likely as the
            other: what the permutation test compares with. One that was drawn twice stands twice.
        scores: (M,) balance of the kept (`balance_scores`); zeros where nothing is balanced.
        position: the row of `kept` that was drawn.
    """

    record: LotteryRecord
    allocation: Integers
    kept: Integers
    scores: Floats
    position: int


def hold_lottery(allowed: AllowedSet, terms: Terms) -> Drawn:
    """Draw who starts when.

    Raises:
        InputError: nothing is allowed, or one allocation only; nothing to draw or keep; a share to
            keep although no covariate tells which is better.
    """
    _require_fair(allowed, terms)
    complete = allowed.size <= terms.number
    ranks = range(allowed.size) if complete else _ranks(allowed, terms)
    allocations = allocations_at(allowed, ranks)
    scores = _scores(allowed, allocations)
    cutoff = _cutoff(scores, terms.keep_percent)
    rows = np.flatnonzero(scores <= cutoff)
    position = next(lots(terms.seed, "final", len(rows)))
    allocation = allocations[rows[position]]
    waves = allowed.rollout.waves
    record = LotteryRecord(
        inputs=fingerprint(allowed.rollout),
        allowed=allowed.size,
        seed=terms.seed,
        number=len(allocations),
        complete=complete,
        keep_percent=terms.keep_percent,
        cutoff=float(cutoff),
        kept=len(rows),
        result=tuple(
            (unit, waves[wave])
            for unit, wave in zip(allowed.rollout.clusters, allocation, strict=True)
        ),
    )
    return Drawn(record, allocation, allocations[rows], scores[rows], position)


def _require_fair(allowed: AllowedSet, terms: Terms) -> None:
    require_some(allowed)
    faults = []
    if allowed.size == 1:
        faults.append(Fault(RolloutCode.NO_CHOICE))
    if terms.number < 1:
        faults.append(Fault(RolloutCode.NUMBER_DRAWN, {"number": terms.number}))
    if not 0.0 < terms.keep_percent <= ALL:
        faults.append(Fault(RolloutCode.SHARE_KEPT, {"percent": Decimal(str(terms.keep_percent))}))
    elif terms.keep_percent < ALL and not allowed.rollout.covariates:
        faults.append(Fault(RolloutCode.NO_COVARIATES))
    if faults:
        raise InputError(faults)


def _ranks(allowed: AllowedSet, terms: Terms) -> list[int]:
    stream = lots(terms.seed, "draws", allowed.size)
    return [next(stream) for _ in range(terms.number)]


def _scores(allowed: AllowedSet, allocations: Integers) -> Floats:
    """Rounded, so that no machine's last bit decides what is kept."""
    if not allowed.rollout.covariates:
        return np.zeros(len(allocations))
    return np.round(balance_scores(allowed.rollout, allocations), DIGITS_OF_SCORE)


def _cutoff(scores: Floats, keep_percent: float) -> float:
    """The worst score that is kept; scores alike are all kept or none."""
    kept = max(1, round(len(scores) * keep_percent / ALL))
    return float(np.partition(scores, kept - 1)[kept - 1])
