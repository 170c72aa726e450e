"""Measurements whose truth is known, where nobody drew lots."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np

from samskab.cli.rollout.comparison import ComparisonFindings, find_comparison
from samskab.cli.rollout.observed import Observed
from samskab.cli.rollout.settings import (
    AnalysisSetting,
    EconomicsSetting,
    Estimand,
    OutcomeKind,
    OutcomeSetting,
    PeriodSetting,
    RolloutSettings,
)

NEVER = 99
OUTCOME = OutcomeSetting(
    name="Trivsel",
    kind=OutcomeKind.CONTINUOUS,
    unit="point",
    higher_is_better=True,
    mean=60,
    sd=15,
    icc=0.05,
    cac=1,
    persons=20,
    smallest_relevant=2,
    level=0.05,
    oere_per_step=None,
)
WAVES = (3, 3, 3, 4, 4, 4, 5, 5, 5, *[NEVER] * 6)
ONE_START = (4, 4, *[NEVER] * 5)
Effect = Callable[[int], float]


def settings_of(
    periods: int, outcome: OutcomeSetting = OUTCOME, estimand: Estimand = Estimand.EXPOSURE_AVERAGE
) -> RolloutSettings:
    """So many periods of a week each, from 1."""
    days = [date(2027, 1, 4) + timedelta(weeks=week) for week in range(periods)]
    return RolloutSettings(
        start_module="m1",
        seed="1",
        draws=1,
        keep=1.0,
        together=(),
        waves=(),
        balance=(),
        outcome=outcome,
        periods=tuple(
            PeriodSetting(f"t{n}", day, day + timedelta(days=4))
            for n, day in enumerate(days, start=1)
        ),
        analysis=AnalysisSetting(estimand),
        economics=EconomicsSetting(),
        units={},
    )


def observed_of(rows: Sequence[tuple[str, int, float, bool]]) -> Observed:
    """Rows of (unit, period from 1, value, whether it had started)."""
    return Observed(
        unit=tuple(row[0] for row in rows),
        period=np.array([row[1] - 1 for row in rows], dtype=np.int64),
        value=np.array([row[2] for row in rows], dtype=np.float64),
        treated=np.array([row[3] for row in rows], dtype=np.bool_),
        person=None,
        day=(date(2027, 1, 4),) * len(rows),
    )


def measured(
    starts: Sequence[int], effect: Effect, noise: float, *, periods: int = 7, seed: int = 1
) -> list[tuple[str, int, float, bool]]:
    """A mean a unit and period: level of the unit, a common path, an effect by exposure."""
    random = np.random.default_rng(seed)
    rows = []
    for unit, start in enumerate(starts):
        level = 60.0 + 3.0 * random.standard_normal()
        for period in range(1, periods + 1):
            value = level + 0.5 * period**1.3 + noise * random.standard_normal()
            if period >= start:
                value += effect(period - start)
            rows.append((f"Enhed {unit:02}", period, value, period >= start))
    return rows


def compare(
    starts: Sequence[int], effect: Effect, noise: float, *, periods: int = 7, seed: int = 1
) -> ComparisonFindings:
    """What is found of such measurements."""
    rows = measured(starts, effect, noise, periods=periods, seed=seed)
    return find_comparison(observed_of(rows), settings_of(periods))
