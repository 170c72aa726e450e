"""Effects by cohort and time against units not (yet) treated, through csdid.

Callaway and Sant'Anna (2021): each cohort is compared with units that never start (or have not
started yet), so that no unit already treated serves as a control.
"""

import warnings
from contextlib import redirect_stdout
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO

import numpy as np
import pandas as pd
from csdid.att_gt import ATTgt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.panel import Floats, Panel

LEAST_UNTREATED = 5
"""csdid compares with no fewer, and one more for each covariate."""


class Method(StrEnum):
    """How covariates enter a two by two comparison."""

    REGRESSION = "reg"
    DOUBLY_ROBUST = "dr"
    WEIGHTING = "ipw"


class Against(StrEnum):
    """Who a cohort is compared with."""

    NEVER_TREATED = "nevertreated"
    NOT_YET_TREATED = "notyettreated"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """An average of the effects by cohort and time.

    Attributes:
        att: the overall number, in the outcome's unit.
        se: analytic, from the influence function; None where it cannot be told.
        at: what it is broken down by (event times, cohorts or times); empty for "simple".
        att_at, se_at: as many numbers; NaN where one cannot be told.
    """

    att: float
    se: float | None
    at: tuple[float, ...]
    att_at: tuple[float, ...]
    se_at: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CallawaySantAnna:
    """Average effects on the treated, ATT(g, t).

    Attributes:
        cohort, time: (C,) which effect.
        att: (C,) in the outcome's unit; NaN where a comparison cannot be made.
        se: (C,) analytic.
        influence: (U, C) each unit's influence on each effect, units in the panel's order; the
            covariance of the effects is influence' influence / U^2.
        pretest_p: that all effects before the start are zero; None where none can be tested.
        simple, dynamic, group, calendar: averages over treated observations, by time since the
            start, by cohort, by calendar time.
        randomised: False.
    """

    cohort: Floats
    time: Floats
    att: Floats
    se: Floats
    influence: Floats
    pretest_p: float | None
    simple: Aggregate
    dynamic: Aggregate
    group: Aggregate
    calendar: Aggregate
    randomised: bool = False


def callaway_santanna(
    panel: Panel,
    method: Method = Method.DOUBLY_ROBUST,
    against: Against = Against.NEVER_TREATED,
    base: str = "varying",
) -> CallawaySantAnna:
    """Estimate ATT(g, t) with analytic errors, clustered on units.

    Args:
        panel: units over time; its covariates are taken at the earlier of two times.
        method: regression where there is no covariate; all methods then agree.
        against: the comparison group.
        base: "varying" or "universal" period of comparison before the start.

    Raises:
        InputError: fewer than 5 units (and one for each covariate) that never started, though they
            are the comparison.
    """
    never = int(np.sum(np.isinf(panel.start)))
    least = LEAST_UNTREATED + panel.covariates.shape[1]
    if against is Against.NEVER_TREATED and never < least:
        raise InputError([Fault(EffectCode.NO_UNTREATED)])
    with warnings.catch_warnings():  # csdid warns of small cohorts: callers see their sizes
        warnings.simplefilter("ignore")
        fit = _fit(panel, method, against, base)
    kinds = ("simple", "dynamic", "group", "calendar")
    simple, dynamic, group, calendar = (_aggregate(fit, kind) for kind in kinds)
    pretest = fit.MP["Wpval"]
    return CallawaySantAnna(
        cohort=np.asarray(fit.results["group"], dtype=np.float64),
        time=np.asarray(fit.results["year"], dtype=np.float64),
        att=np.asarray(fit.results["att"], dtype=np.float64),
        se=np.asarray(fit.results["se"], dtype=np.float64),
        influence=np.asarray(fit.MP["inffunc"]["inffunc"], dtype=np.float64),
        pretest_p=None if pretest is None else float(pretest),
        simple=simple,
        dynamic=dynamic,
        group=group,
        calendar=calendar,
    )


def _fit(panel: Panel, method: Method, against: Against, base: str) -> ATTgt:
    names = [f"x{k}" for k in range(panel.covariates.shape[1])]
    table = pd.DataFrame(panel.covariates, columns=names)
    start = panel.start[panel.unit]
    table["y"], table["unit"], table["time"] = panel.y, panel.unit, panel.time
    table["start"] = np.where(np.isfinite(start), start, 0.0)
    return ATTgt(
        yname="y",
        tname="time",
        idname="unit",
        gname="start",
        data=table,
        control_group=against.value,
        xformla=f"y ~ {' + '.join(names)}" if names else None,
    ).fit(est_method=method.value, base_period=base, bstrap=False)


def _aggregate(fit: ATTgt, kind: str) -> Aggregate:
    with redirect_stdout(StringIO()):  # csdid prints a table of every average
        fit.aggte(kind, bstrap=False, cband=False, na_rm=True)
    found = fit.atte
    return Aggregate(
        att=float(found["overall_att"]),
        se=_number(found["overall_se"]),
        at=_numbers(found["egt"]),
        att_at=_numbers(found["att_egt"]),
        se_at=_numbers(found["se_egt"]),
    )


def _number(value: object) -> float | None:
    numbers = _numbers(value)
    return numbers[0] if numbers else None


def _numbers(value: object) -> tuple[float, ...]:
    if value is None:
        return ()
    return tuple(float(v) for v in np.ravel(np.asarray(value, dtype=np.float64)))
