"""What a design makes hard to conclude, however large its power looks."""

from samskab.common.errors import Fault
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.design import Design
from samskab.evidence.power.wald import Freedom, WaldTest

FEW_CLUSTERS = 30  # below it z alarms too often (Kahan et al. 2016)


def remarks(design: Design, test: WaldTest) -> tuple[Fault, ...]:
    """Remarks on a design that can be computed with; none of them stops a calculation.

    Args:
        design: as it is.
        test: the rule by which it is to speak.
    """
    found = []
    if max(design.clusters_per_sequence()) == 1 and design.clusters > 1:
        found.append(Fault(PowerCode.ONE_PER_SEQUENCE, {"clusters": design.clusters}))
    if test.freedom is Freedom.NORMAL and design.clusters < FEW_CLUSTERS:
        found.append(Fault(PowerCode.FEW_CLUSTERS, {"clusters": design.clusters}))
    return tuple(found)
