"""What makes a roll-out unusable, all of it at once."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.model import Covariate, Rollout

FEWEST = 2


def require_sound(rollout: Rollout) -> None:
    """Refuse what no lottery can be held on.

    Raises:
        InputError: one unit or one wave only, tables of the wrong shape, a name used twice, a wave
            that no unit may take, a unit that no wave takes, sizes that do not add up, groups that
            cannot share a wave, covariates that are no numbers or never vary.
    """
    faults = [*_faults_of_shape(rollout)]
    if not faults:
        faults = [
            *_faults_of_calendars(rollout),
            *_faults_of_sizes(rollout),
            *_faults_of_groups(rollout),
            *(
                fault
                for covariate in rollout.covariates
                for fault in _faults_of(covariate, rollout)
            ),
        ]
    if faults:
        raise InputError(faults)


def _faults_of_shape(rollout: Rollout) -> Iterator[Fault]:
    clusters, waves = len(rollout.clusters), len(rollout.waves)
    if clusters < FEWEST:
        yield Fault(RolloutCode.ONE_UNIT, {"units": clusters})
    if waves < FEWEST:
        yield Fault(RolloutCode.ONE_WAVE, {"waves": waves})
    for code, names in (
        (RolloutCode.UNIT_TWICE, rollout.clusters),
        (RolloutCode.WAVE_TWICE, rollout.waves),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                yield Fault(code, {"name": name, "times": times})
    if rollout.allowed.shape != (clusters, waves):
        shape = " × ".join(str(length) for length in rollout.allowed.shape)
        yield Fault(RolloutCode.SHAPE, {"shape": shape, "units": clusters, "waves": waves})
    if len(rollout.least) != waves or len(rollout.most) != waves:
        sizes = f"{len(rollout.least)}, {len(rollout.most)}"
        yield Fault(RolloutCode.SHAPE, {"shape": sizes, "units": clusters, "waves": waves})


def _faults_of_calendars(rollout: Rollout) -> Iterator[Fault]:
    for name, column in zip(rollout.waves, rollout.allowed.T, strict=True):
        if not column.any():
            yield Fault(RolloutCode.WAVE_WITHOUT_UNITS, {"wave": name})
    for name, row in zip(rollout.clusters, rollout.allowed, strict=True):
        if not row.any():
            yield Fault(RolloutCode.UNIT_WITHOUT_WAVES, {"unit": name})


def _faults_of_sizes(rollout: Rollout) -> Iterator[Fault]:
    open_to = rollout.allowed.sum(axis=0)
    for name, least, most, units in zip(
        rollout.waves, rollout.least, rollout.most, open_to, strict=True
    ):
        if not 0 <= least <= most:
            yield Fault(RolloutCode.WAVE_SIZES, {"wave": name, "least": least, "most": most})
        elif 0 < units < least:
            values = {"wave": name, "least": least, "units": int(units)}
            yield Fault(RolloutCode.WAVE_TOO_FEW_UNITS, values)
    units = len(rollout.clusters)
    if sum(rollout.most) < units:
        values = {"places": sum(rollout.most), "units": units}
        yield Fault(RolloutCode.TOO_FEW_PLACES, values)
    if sum(rollout.least) > units:
        values = {"places": sum(rollout.least), "units": units}
        yield Fault(RolloutCode.TOO_MANY_PLACES, values)


def _faults_of_groups(rollout: Rollout) -> Iterator[Fault]:
    index = {name: row for row, name in enumerate(rollout.clusters)}
    for group in rollout.together:
        unknown = [name for name in group if name not in index]
        if unknown:
            yield Fault(RolloutCode.GROUP_UNKNOWN, {"units": unknown})
            continue
        rows = [index[name] for name in set(group)]
        roomy = np.array([most >= len(rows) for most in rollout.most])
        if not (rollout.allowed[rows].all(axis=0) & roomy).any():
            yield Fault(RolloutCode.GROUP_NO_COMMON_WAVE, {"units": list(group)})


def _faults_of(covariate: Covariate, rollout: Rollout) -> Iterator[Fault]:
    name, values = covariate.name, covariate.values
    if values.shape != (len(rollout.clusters),):
        found = {"name": name, "values": values.size, "units": len(rollout.clusters)}
        yield Fault(RolloutCode.COVARIATE_LENGTH, found)
        return
    broken = np.flatnonzero(~np.isfinite(values))
    if broken.size:
        units = [rollout.clusters[row] for row in broken]
        yield Fault(RolloutCode.COVARIATE_NOT_A_NUMBER, {"name": name, "units": units})
    elif np.ptp(values) <= 0.0:
        yield Fault(RolloutCode.COVARIATE_NEVER_VARIES, {"name": name})
    if not (np.isfinite(covariate.weight) and covariate.weight > 0.0):
        yield Fault(
            RolloutCode.COVARIATE_WEIGHT, {"name": name, "weight": Decimal(str(covariate.weight))}
        )
