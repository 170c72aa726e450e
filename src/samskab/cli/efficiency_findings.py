"""Everything that is asked of one table of units, worked out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from samskab.cli.efficiency_table import CsvUnits
from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.bootstrap import Intervals, bootstrap
from samskab.evidence.efficiency.compare import (
    Comparison,
    ScaleEfficiency,
    compare,
    scale_efficiency,
    super_efficiency,
)
from samskab.evidence.efficiency.malmquist import Malmquist, malmquist
from samskab.evidence.efficiency.model import FixedInputs, Model, Returns
from samskab.evidence.efficiency.prices import PriceEfficiency, cost_efficiency
from samskab.evidence.efficiency.slack_based import SlackBased, slack_based_measure

Found = TypeVar("Found")
LEVEL = 0.99
"""Where the truth is known, the bootstrap's 95 % hold it too seldom (docs/benchmarks.md)."""


@dataclass(frozen=True, slots=True)
class EfficiencyFindings:
    """What was found of n units.

    Attributes:
        intervals: None where none were asked for (`runs` 0), or where nothing can be told.
        super_shares: (n,), against the others only, more is better; NaN where they cannot reach.
        slack_based, scale: None where the figures do not bear it; `left_out` says why.
        cost: None where there are no prices.
        change: since the period before; None where there is none, or the figures do not bear it.
        periods: the names of that period and of this one; None where the file has none.
        left_out: what was not worked out -> the first fault.
    """

    comparison: Comparison
    intervals: Intervals | None
    super_shares: NDArray[np.float64]
    slack_based: SlackBased | None
    scale: ScaleEfficiency | None
    cost: PriceEfficiency | None
    change: Malmquist | None
    periods: tuple[str, str] | None
    left_out: dict[str, Fault]
    runs: int
    seed: int

    @property
    def is_best(self) -> NDArray[np.bool_]:
        """(n,): which units no mixture of others beats."""
        return np.asarray(self.comparison.share >= 1.0, dtype=bool)


def find_efficiency(table: CsvUnits, model: Model, runs: int, seed: int) -> EfficiencyFindings:
    """Work everything out.

    Raises:
        InputError: the comparison itself cannot be made; each fault with its place in the file.
    """
    units = table.units
    left_out: dict[str, Fault] = {}
    try:
        comparison = compare(units, model)
        intervals = _intervals(table, model, runs, seed)
        cost = (
            None
            if table.prices is None
            else cost_efficiency(units, table.prices, _mixed(model.returns))
        )
        scores = super_efficiency(units, model)
    except InputError as error:
        raise InputError([table.placed(fault) for fault in error.faults]) from error
    growing = model.orientation.value == "output"
    return EfficiencyFindings(
        comparison=comparison,
        intervals=intervals,
        super_shares=1.0 / scores if growing else scores,
        slack_based=_where_borne(
            "slack_based",
            lambda: slack_based_measure(units, _mixed(model.returns)),
            left_out,
            asked=not units.fixed.any() and not units.bad.any(),
        ),
        scale=_where_borne(
            "scale_efficiency",
            lambda: scale_efficiency(units, model),
            left_out,
            asked=not units.bad.any() and model.fixed_inputs is FixedInputs.BANKER_MOREY,
        ),
        cost=cost,
        change=_where_borne(
            "malmquist", lambda: _change(table, model), left_out, asked=table.before is not None
        ),
        periods=(table.before.period, table.period) if table.before else None,
        left_out=left_out,
        runs=runs,
        seed=seed,
    )


def _change(table: CsvUnits, model: Model) -> Malmquist:
    """Constant returns, as the index's authors have it; its parts tell of size."""
    periods = [one.units for one in (table.before, table) if one is not None]
    return malmquist(periods, replace(model, returns=Returns.CONSTANT))


def _intervals(table: CsvUnits, model: Model, runs: int, seed: int) -> Intervals | None:
    if not runs:
        return None
    random = np.random.default_rng(seed)
    return bootstrap(table.units, model, runs=runs, level=LEVEL, random=random)


def _mixed(returns: Returns) -> Returns:
    """Measures that mix units have no free disposal hull: variable returns are next to it."""
    return Returns.VARIABLE if returns is Returns.FREE_DISPOSAL else returns


def _where_borne(
    name: str, work: Callable[[], Found], left_out: dict[str, Fault], *, asked: bool
) -> Found | None:
    """What `work` returns; None, and why, where the figures do not bear it."""
    if not asked:
        return None
    try:
        return work()
    except InputError as error:
        left_out[name] = error.faults[0]
        return None
