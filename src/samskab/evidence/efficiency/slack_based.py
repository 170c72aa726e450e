"""The slack-based measure: a score that counts what θ leaves behind."""

from dataclasses import dataclass

import numpy as np

from samskab.evidence.efficiency.blocks import Blocks, solve_blocks
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.radial import ON_FRONTIER, with_returns
from samskab.evidence.efficiency.technology import figures_of, scale_of, technology_of
from samskab.evidence.efficiency.undesirable import without_bad_outputs
from samskab.evidence.efficiency.units import Figures, Units
from samskab.evidence.efficiency.validity import refuse_unfit


@dataclass(frozen=True, slots=True)
class SlackBased:
    """Tone's (2001) measure of n units.

    Attributes:
        score: (n,), ρ between 0 and 1; 1 only without any slack.
        weights: (n, n), λ.
        slack: (n, m + s), s⁻ then s⁺, in the figures' own units.
    """

    score: Figures
    weights: Figures
    slack: Figures


def slack_based_measure(
    units: Units, returns: Returns = Returns.VARIABLE, orientation: Orientation | None = None
) -> SlackBased:
    """ρ of Tone (2001, eq. 3), made linear by Charnes and Cooper's t (eqs. 8-12).

    Args:
        units: every figure above zero: the measure divides by each.
        returns: any but the free disposal hull.
        orientation: None counts slack on both sides; else on the one side only.

    Raises:
        InputError: figures that are missing, or not above zero.
    """
    model = Model(returns=returns, orientation=orientation or Orientation.INPUT)
    refuse_unfit(units, model, positive=True)
    plain = without_bad_outputs(units, model)
    found = solve_blocks(_programmes(plain, model, orientation))
    count = plain.count
    t = found[:, 0]
    weights, slack = found[:, 1 : count + 1] / t[:, None], found[:, count + 1 :] / t[:, None]
    own = np.abs(figures_of(plain))
    slack = np.where(slack > ON_FRONTIER, slack, 0.0) * own
    return SlackBased(_measure(plain, slack, orientation), weights, slack)


def _measure(units: Units, slack: Figures, orientation: Orientation | None) -> Figures:
    m = units.inputs.shape[1]
    relative = slack / np.abs(figures_of(units))
    spent = 1.0 - relative[:, :m].mean(axis=1)
    achieved = 1.0 + relative[:, m:].mean(axis=1)
    if orientation is Orientation.INPUT:
        return np.asarray(spent)
    if orientation is Orientation.OUTPUT:
        return np.asarray(1.0 / achieved)
    return np.asarray(spent / achieved)


def _programmes(units: Units, model: Model, orientation: Orientation | None) -> Blocks:
    """Variables t, Λ, S⁻, S⁺; slack in parts of the unit's own figures, so that rows are of 1."""
    n, m, s = units.count, units.inputs.shape[1], units.outputs.shape[1]
    rows = m + s
    others = technology_of(units, units, model).reference
    own = figures_of(units) / scale_of(units)
    equal = np.zeros((n, rows, 1 + n + rows))
    equal[:, :, 0] = -np.sign(own)
    equal[:, :, 1 : n + 1] = others.T[None] / np.abs(own)[:, :, None]
    equal[:, :, n + 1 :] = -np.eye(rows)
    cost = np.zeros((n, 1 + n + rows))
    if orientation is Orientation.OUTPUT:
        cost[:, n + 1 + m :] = -1.0 / s
    else:
        cost[:, 0], cost[:, n + 1 : n + 1 + m] = 1.0, -1.0 / m
    low, high = np.zeros_like(cost), np.full_like(cost, np.inf)
    high[:, n + 1 :] = np.where(np.isfinite(own), np.inf, 0.0)
    value = np.zeros((n, rows))
    if orientation is None:
        norm = np.zeros((n, 1, 1 + n + rows))  # eq. 9: t + mean S⁺ / y = 1
        norm[:, :, 0], norm[:, :, n + 1 + m :] = 1.0, 1.0 / s
        equal = np.concatenate([equal, norm], axis=1)
        value = np.concatenate([value, np.ones((n, 1))], axis=1)
    else:
        low[:, 0] = high[:, 0] = 1.0
    blocks = Blocks(cost, np.empty((n, 0, 1 + n + rows)), np.empty((n, 0)), equal, value, low, high)
    return _returns_in_t(with_returns(blocks, model.returns, first=1, last=n + 1))


def _returns_in_t(blocks: Blocks) -> Blocks:
    """ΣΛ = t, not 1: what stands on the right of the row on Σλ moves to t's column."""
    equal, value = blocks.equal.copy(), blocks.value.copy()
    at_most, most = blocks.at_most.copy(), blocks.most.copy()
    of_weights = (equal[:, :, 0] == 0) & (value == 1.0)
    equal[:, :, 0] = np.where(of_weights, -value, equal[:, :, 0])
    value = np.where(of_weights, 0.0, value)
    at_most[:, :, 0], most = -most, np.zeros_like(most)
    return Blocks(blocks.cost, at_most, most, equal, value, blocks.low, blocks.high)
