"""Cost and revenue efficiency: the cheapest mix at given prices, and the dearest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.blocks import Blocks, solve_blocks
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.efficiency.compare import compare
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.radial import with_returns
from samskab.evidence.efficiency.undesirable import bad_as_inputs
from samskab.evidence.efficiency.units import Figures, Units
from samskab.evidence.efficiency.validity import refuse_unfit


@dataclass(frozen=True, slots=True)
class PriceEfficiency:
    """How near n units come to the best that their prices allow.

    Attributes:
        score: (n,), least cost over own cost, or own revenue over greatest revenue; 0 to 1.
        technical: (n,), how much of that is waste: θ, or 1 / φ.
        allocative: (n,), how much is the mix: `score` over `technical`.
        best: (n, m) inputs or (n, s) outputs at the best mix, in their own units.
        own_amount, best_amount: (n,), in the prices' money.
    """

    score: Figures
    technical: Figures
    allocative: Figures
    best: Figures
    own_amount: Figures
    best_amount: Figures


def cost_efficiency(
    units: Units, prices: Figures, returns: Returns = Returns.VARIABLE
) -> PriceEfficiency:
    """Färe, Grosskopf and Lovell (1985): least cost of the outputs over what was spent.

    Args:
        units: what nobody can change stays as it is, and no more bad outputs may come of it.
        prices: (n, m), or (m,) where all pay the same; above zero, those of fixed inputs unread.
        returns: any but the free disposal hull, which is taken as variable returns.

    Raises:
        InputError: figures that are missing or negative, or a price that is not above zero.
    """
    m = units.inputs.shape[1]
    priced = np.broadcast_to(np.asarray(prices, dtype=float), units.inputs.shape)
    units = bad_as_inputs(units, fixed=True)
    paid = np.ones_like(units.inputs)
    paid[:, :m] = np.where(units.fixed[:m], 1.0, priced)
    paid = np.where(units.fixed, 0.0, _checked(paid, units.inputs, units.input_names, units))
    model = Model(returns=returns, orientation=Orientation.INPUT)
    technical = compare(units, model).share
    weights = _weights(units, paid, units.inputs, model)
    best = weights @ units.inputs
    best[:, units.fixed] = units.inputs[:, units.fixed]
    found = _compared(best, units.inputs, paid, technical, is_cost=True)
    return replace(found, best=best[:, :m])


def revenue_efficiency(
    units: Units, prices: Figures, returns: Returns = Returns.VARIABLE
) -> PriceEfficiency:
    """Färe, Grosskopf and Lovell (1985): own revenue over the greatest of the inputs spent.

    Args:
        units: of bad outputs no more may come.
        prices: (n, s) of the outputs that are not bad, or (s,) where all get the same; above zero.
        returns: any but the free disposal hull, which is taken as variable returns.

    Raises:
        InputError: figures that are missing or negative, or a price that is not above zero.
    """
    units = bad_as_inputs(units, fixed=True)
    paid = _checked(prices, units.outputs, units.output_names, units)
    model = Model(returns=returns, orientation=Orientation.OUTPUT)
    technical = compare(units, model).share
    best = _weights(units, paid, units.outputs, model) @ units.outputs
    return _compared(best, units.outputs, paid, technical, is_cost=False)


def _compared(
    best: Figures, own: Figures, prices: Figures, technical: Figures, *, is_cost: bool
) -> PriceEfficiency:
    best_amount, own_amount = (best * prices).sum(axis=1), (own * prices).sum(axis=1)
    score = best_amount / own_amount if is_cost else own_amount / best_amount
    return PriceEfficiency(
        score=score,
        technical=technical,
        allocative=score / technical,
        best=best,
        own_amount=own_amount,
        best_amount=best_amount,
    )


def _weights(units: Units, prices: Figures, priced: Figures, model: Model) -> Figures:
    """(n, n): λ of the mixture that costs least, or earns most."""
    n = units.count
    is_cost = model.orientation is Orientation.INPUT
    figures = np.hstack([units.inputs, -units.outputs])
    held = np.concatenate([units.fixed | (not is_cost), np.full(units.outputs.shape[1], is_cost)])
    size = np.where(np.abs(figures) > 0, np.abs(figures), 1.0)[:, held]
    at_most = figures.T[None, held, :] / size[:, :, None]
    cost = (1 if is_cost else -1) * (prices @ priced.T)
    cost /= np.abs(cost).mean(axis=1, keepdims=True)
    blocks = Blocks(
        cost=cost,
        at_most=at_most,
        most=figures[:, held] / size,
        equal=np.empty((n, 0, n)),
        value=np.empty((n, 0)),
        low=np.zeros((n, n)),
        high=np.full((n, n), np.inf),
    )
    return solve_blocks(with_returns(blocks, model.returns, first=0, last=n))


def _checked(prices: Figures, priced: Figures, columns: Sequence[str], units: Units) -> Figures:
    refuse_unfit(units, Model(returns=Returns.CONSTANT))
    paid = np.broadcast_to(np.asarray(prices, dtype=float), priced.shape)
    faults = [
        Fault(
            EfficiencyCode.PRICE_NOT_ABOVE,
            {
                "column": columns[column],
                "unit": units.names[unit],
                "number": float(paid[unit, column]),
            },
        )
        for unit, column in np.argwhere(~(paid > 0) | ~np.isfinite(paid))
    ]
    if faults:
        raise InputError(faults)
    return paid
