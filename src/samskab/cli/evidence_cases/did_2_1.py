"""One standard error as R's package did 2.1 computed it, to compare with figures it printed.

Up to version 2.1.1, the average over cohorts weighed the cohorts' estimated shares by the
cohorts of the first cells of the table, not by the cohorts themselves; later versions (and
csdid, which the engine uses) mend it. The engine's own figure is the mended one; this one is
for the comparison of cases only.
"""

import numpy as np

from samskab.evidence.effect.observational.callaway_santanna import CallawaySantAnna
from samskab.evidence.effect.observational.panel import Panel


def group_error(panel: Panel, fit: CallawaySantAnna) -> float:
    """The standard error of the average over cohorts, with the old weights' influence."""
    cohorts = np.unique(fit.cohort)
    share = np.array([np.mean(panel.start == g) for g in cohorts])
    after = [(fit.cohort == g) & (fit.time >= g) for g in cohorts]
    effect = np.array([fit.att[cells].mean() for cells in after])
    influence = np.stack([fit.influence[:, cells].mean(axis=1) for cells in after], axis=1)
    mistaken = fit.cohort[: cohorts.size]
    moved = (panel.start[:, None] == mistaken) - share
    total = share.sum()
    weights = moved / total - np.outer(moved.sum(axis=1), share / total**2)
    psi = influence @ (share / total) + weights @ effect
    return float(np.sqrt(np.mean(psi**2) / psi.size))
