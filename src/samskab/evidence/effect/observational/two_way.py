"""Two-way fixed effects, and Sun and Abraham's (2021) repair of it, through pyfixest.

Two-way fixed effects compare units that start late with units that already started: where
effects grow, the estimate may even have the wrong sign (Goodman-Bacon 2021; see `bacon`).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyfixest
from scipy import stats

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.panel import Floats, Panel


@dataclass(frozen=True, slots=True)
class TwoWay:
    """The coefficient of having started, units and times held fixed.

    Attributes:
        estimate: in the outcome's unit.
        se: clustered on units.
        p: two-sided, t on units less one degrees of freedom.
        low, high: the interval at `level`.
        level: such as 0.95.
        randomised: False.
    """

    estimate: float
    se: float
    p: float
    low: float
    high: float
    level: float
    randomised: bool = False


@dataclass(frozen=True, slots=True)
class SunAbraham:
    """Effects by time since the start, each an average over cohorts by their share.

    Attributes:
        event_times: E times relative to the start, -1 (the reference) left out.
        effects: (E,) in the outcome's unit.
        errors: (E,) clustered on units.
        att: the average over all treated observations.
        att_se: its standard error.
        randomised: False.
    """

    event_times: tuple[float, ...]
    effects: Floats
    errors: Floats
    att: float
    att_se: float
    randomised: bool = False


def two_way(panel: Panel, level: float = 0.95) -> TwoWay:
    """Regress the outcome on treatment and covariates with unit and time effects."""
    beta, V = _fixed_effects(panel, panel.treated[:, None])
    estimate, se = float(beta[0]), float(np.sqrt(V[0, 0]))
    freedom = len(panel.units) - 1
    half = float(stats.t.ppf(0.5 + level / 2.0, freedom)) * se
    p = float(2.0 * stats.t.sf(abs(estimate / se), freedom))
    return TwoWay(estimate, se, p, estimate - half, estimate + half, level)


def sun_abraham(panel: Panel) -> SunAbraham:
    """Interact cohort and time since the start; units that never start are the comparison.

    Where every unit starts, the last cohort is the comparison and its treated times are left out.

    Raises:
        InputError: one cohort only and no unit that never started.
    """
    panel = _with_comparison(panel)
    since = panel.time - panel.start[panel.unit]
    cohort = panel.start[panel.unit]
    pairs = [
        (g, e)
        for g in panel.cohorts
        for e in np.unique(since[cohort == g])
        if e != -1.0 and not _always(panel, g)
    ]
    columns = np.column_stack([(cohort == g) & (since == e) for g, e in pairs])
    beta, V = _fixed_effects(panel, columns.astype(np.float64))
    q = len(pairs)
    size = columns.sum(axis=0).astype(np.float64)
    event = np.array([e for _, e in pairs])
    times = np.unique(event)
    shares = np.stack([size * (event == e) / size[event == e].sum() for e in times])
    overall = size * (event >= 0.0) / size[event >= 0.0].sum()
    beta, V = beta[:q], V[:q, :q]
    return SunAbraham(
        event_times=tuple(float(e) for e in times),
        effects=shares @ beta,
        errors=np.sqrt(np.einsum("ea,ab,eb->e", shares, V, shares)),
        att=float(overall @ beta),
        att_se=float(np.sqrt(overall @ V @ overall)),
    )


def _always(panel: Panel, cohort: float) -> bool:
    return bool(cohort <= panel.times[0])


def _with_comparison(panel: Panel) -> Panel:
    """Units treated at every time leave; the last cohort steps in for missing never-treated."""
    kept = ~(panel.start <= panel.times[0])[panel.unit]
    start = panel.start.copy()
    if np.all(np.isfinite(start)):
        last = start.max()
        kept &= panel.time < last
        start[start == last] = np.inf
        if not np.any(np.isfinite(start)):
            raise InputError([Fault(EffectCode.NO_UNTREATED)])
    names, unit = np.unique(panel.unit[kept], return_inverse=True)
    return Panel(
        units=tuple(panel.units[u] for u in names),
        unit=unit,
        time=panel.time[kept],
        y=panel.y[kept],
        start=start[names],
        covariates=panel.covariates[kept],
    )


def _fixed_effects(panel: Panel, columns: Floats) -> tuple[Floats, Floats]:
    """Coefficients and their covariance, clustered on units.

    pyfixest 0.60 may take the times for the effects that are nested in the clusters, by the
    order of its columns. So its own count of coefficients is left out and the factor
    (n - 1) / (n - K) is set here, K = columns + times, as fixest counts.
    """
    X = np.hstack([columns, panel.covariates])
    names = [f"x{k}" for k in range(X.shape[1])]
    table = pd.DataFrame(X, columns=names)
    table["y"], table["unit"], table["time"] = panel.y, panel.unit, panel.time
    fit = pyfixest.feols(
        f"y ~ {' + '.join(names)} | unit + time",
        data=table,
        vcov={"CRV1": "unit"},
        ssc=pyfixest.ssc(k_adj=False, G_adj=True),
    )
    found = fit.coef()
    if list(found.index) != names:
        raise InputError([Fault(EffectCode.NOT_ESTIMABLE)])
    n, K = panel.y.size, len(names) + panel.times.size
    V = np.asarray(fit._vcov) * (n - 1.0) / (n - K)  # noqa: SLF001
    return found.to_numpy(dtype=np.float64), V
