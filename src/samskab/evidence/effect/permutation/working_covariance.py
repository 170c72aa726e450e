"""How the means of a cluster are supposed to hang together: fixed before the data is seen.

A wrong supposition costs power, never validity: the permutation test holds whatever it is.
"""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.cluster_means import Floats
from samskab.evidence.effect.permutation.codes import PermutationCode


@dataclass(frozen=True, slots=True)
class WorkingCovariance:
    """Nested exchangeable (Hooper et al. 2016), the total variance taken as 1.

    Attributes:
        icc: correlation of two observations in the same cluster and period, from 0, below 1.
        cac: correlation of a cluster's true means in two periods, from 0 to 1; 1 is exchangeable.
    """

    icc: float = 0.05
    cac: float = 0.8


def covariance_of_means(working: WorkingCovariance, people: Floats) -> Floats:
    """(C, T, T) of the means of (C, T) so many people.

    Raises:
        InputError: a correlation outside its range.
    """
    faults = []
    if not 0.0 <= working.icc < 1.0:
        faults.append(Fault(PermutationCode.ICC, {"icc": Decimal(str(working.icc))}))
    if not 0.0 <= working.cac <= 1.0:
        faults.append(Fault(PermutationCode.CAC, {"cac": Decimal(str(working.cac))}))
    if faults:
        raise InputError(faults)
    own = working.icc * (1.0 - working.cac) + (1.0 - working.icc) / people
    periods = people.shape[1]
    return np.asarray(working.icc * working.cac + own[:, :, None] * np.eye(periods))
