"""Synthetic difference-in-differences (Arkhangelsky et al. 2021), with its two relatives.

Controls are weighted so that their past runs parallel to the treated units' past, and times so
that the past resembles the time after. The weights come from a Frank-Wolfe search with the
authors' own defaults for ridge, stopping and sparsity, so that estimates repeat theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.panel import Floats, Integers, Panel

STEPS_BEFORE_SPARSE = 100
STEPS = 10_000
LEAST_TIMES_BEFORE = 2


class Weighting(StrEnum):
    """Which weights are searched: none, those of units, those of units and times."""

    DID = "did"
    SC = "sc"
    SDID = "sdid"


@dataclass(frozen=True, slots=True)
class Block:
    """Controls first, then the treated; times before the start first, then after.

    Attributes:
        Y: (N, T).
        N0: controls.
        T0: times before the start.
    """

    Y: Floats
    N0: int
    T0: int


@dataclass(frozen=True, slots=True)
class Weights:
    """How the comparison is weighted.

    Attributes:
        omega: (N0,) of the controls.
        lambda_: (T0,) of the times before the start.
    """

    omega: Floats
    lambda_: Floats


@dataclass(frozen=True, slots=True)
class SyntheticDid:
    """The average effect on the treated units after their start.

    Attributes:
        att: in the outcome's unit.
        weights: of controls and of times.
        controls: N0 labels, in the order of the weights.
        times_before: (T0,).
        weighting: which of the three estimators.
        block: the data, for the placebo error.
        randomised: False.
    """

    att: float
    weights: Weights
    controls: tuple[str, ...]
    times_before: Floats
    weighting: Weighting
    block: Block
    randomised: bool = False


def synthetic_did(panel: Panel, weighting: Weighting = Weighting.SDID) -> SyntheticDid:
    """Compare the treated units, who all start at one time, with units that never start.

    Raises:
        InputError: starts that differ, no unit that never starts, fewer than two times before
            the start, a unit that is not observed at every time.
    """
    _check(panel)
    Y, times, on = panel.matrix(), panel.times, np.isfinite(panel.start)
    T0 = int(np.sum(times < panel.start[on][0]))
    order = np.concatenate([np.flatnonzero(~on), np.flatnonzero(on)])
    block = Block(Y[order], int(np.sum(~on)), T0)
    weights = _weights(block, weighting, _noise(block), None)
    controls = tuple(panel.units[u] for u in order[: block.N0])
    return SyntheticDid(_att(block, weights), weights, controls, times[:T0], weighting, block)


def placebo_error(
    fit: SyntheticDid, draw: Callable[[int], Integers], replications: int = 200
) -> float:
    """The standard error as the spread of placebo effects among the controls (algorithm 4).

    Args:
        fit: the estimate.
        draw: gives a random order of so many controls, such as a Generator's `permutation`.
        replications: placebo estimates.

    Raises:
        InputError: as many treated units as controls, or more.
    """
    block, N1 = fit.block, fit.block.Y.shape[0] - fit.block.N0
    if block.N0 <= N1:
        raise InputError([Fault(EffectCode.NO_UNTREATED)])
    noise, effects = _noise(block), np.empty(replications)
    for b in range(replications):
        order = draw(block.N0)
        placebo = Block(block.Y[order], block.N0 - N1, block.T0)
        omega = _normalised(fit.weights.omega[order[: block.N0 - N1]])
        begun = Weights(omega, fit.weights.lambda_)
        effects[b] = _att(placebo, _weights(placebo, fit.weighting, noise, begun, N1))
    return float(np.sqrt(np.mean((effects - effects.mean()) ** 2)))


def _check(panel: Panel) -> None:
    faults = []
    if panel.cohorts.size > 1:
        faults.append(Fault(EffectCode.STARTS_DIFFER, {"unit": f"{panel.cohorts.size} cohorts"}))
    if np.all(np.isfinite(panel.start)):
        faults.append(Fault(EffectCode.NO_UNTREATED))
    if np.sum(panel.times < panel.cohorts[0]) < LEAST_TIMES_BEFORE:
        faults.append(Fault(EffectCode.NO_TIME_BEFORE, {"start": float(panel.cohorts[0])}))
    if faults:
        raise InputError(faults)


def _noise(block: Block) -> float:
    """sigma-hat: the standard deviation of the controls' first differences before the start."""
    return float(np.std(np.diff(block.Y[: block.N0, : block.T0], axis=1), ddof=1))


def _att(block: Block, weights: Weights) -> float:
    N, T = block.Y.shape
    rows = np.append(-weights.omega, np.full(N - block.N0, 1.0 / (N - block.N0)))
    columns = np.append(-weights.lambda_, np.full(T - block.T0, 1.0 / (T - block.T0)))
    return float(rows @ block.Y @ columns)


def _weights(
    block: Block, weighting: Weighting, noise: float, begun: Weights | None, N1: int | None = None
) -> Weights:
    """Equations 4 and 6 of the paper, from equal weights or from those already found."""
    N0, T0 = block.N0, block.T0
    equal = Weights(np.full(N0, 1.0 / N0), np.full(T0, 1.0 / T0))
    if weighting is Weighting.DID:
        return equal
    begun = begun or equal
    after = block.Y[:N0, T0:].mean(axis=1)
    treated = block.Y[N0:, :T0].mean(axis=0)
    controls = block.Y[:N0, :T0]
    count = block.Y.shape[0] - N0 if N1 is None else N1
    ridge = (count * (block.Y.shape[1] - T0)) ** 0.25 if weighting is Weighting.SDID else 1e-6
    lambda_ = np.zeros(T0)
    if weighting is Weighting.SDID:
        lambda_ = _searched(_centred(controls), after - after.mean(), begun.lambda_, 1e-6, noise)
        A, b = _centred(controls.T), treated - treated.mean()
    else:
        A, b = controls.T, treated
    return Weights(_searched(A, b, begun.omega, ridge, noise), lambda_)


def _centred(A: Floats) -> Floats:
    return np.asarray(A - A.mean(axis=0))


def _searched(A: Floats, b: Floats, x: Floats, ridge: float, noise: float) -> Floats:
    """A rough search, small weights set to zero, a thorough search."""
    rough = _frank_wolfe(A, b, x, (ridge * noise, 1e-5 * noise, STEPS_BEFORE_SPARSE))
    kept = np.where(rough <= rough.max() / 4.0, 0.0, rough)
    return _frank_wolfe(A, b, kept / kept.sum(), (ridge * noise, 1e-5 * noise, STEPS))


def _frank_wolfe(A: Floats, b: Floats, x: Floats, how: tuple[float, float, int]) -> Floats:
    """Minimise zeta^2 |x|^2 + |A x - b|^2 / n over the simplex, `how` = zeta, decrease, steps."""
    zeta, decrease, steps = how
    n = A.shape[0]
    eta = n * zeta**2
    Ax, last = A @ x, np.inf
    for step in range(steps):
        half = (Ax - b) @ A + eta * x
        best = int(np.argmin(half))
        direction = -x
        direction[best] = 1.0 - x[best]
        moved = A[:, best] - Ax
        length = moved @ moved + eta * (direction @ direction)
        if length > 0.0:
            size = min(1.0, max(0.0, float(-(half @ direction) / length)))
            x = x + size * direction
            Ax = Ax + size * moved
        error = Ax - b
        value = float(zeta**2 * (x @ x) + error @ error / n)
        if step >= 1 and last - value <= decrease**2:
            break
        last = value
    return x


def _normalised(x: Floats) -> Floats:
    total = float(x.sum())
    return x / total if total != 0.0 else np.full(x.size, 1.0 / x.size)
