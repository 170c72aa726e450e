"""`after` of the modules: each names other modules, and none comes after itself in the end."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot


def fault_rings(
    after: Mapping[str, Sequence[str]], spots: Mapping[str, Spot], findings: Findings
) -> None:
    """One fault for each ring of modules that wait for each other, at the first of it.

    Args:
        after: module -> modules that it comes after, in the order of the file.
        spots: module -> where its `after` stands.
        findings: where the faults go.
    """
    earlier = {module: list(names) for module, names in after.items()}
    order = list(after)
    while ring := _ring(earlier):
        first = ring.index(min(ring, key=order.index))
        turned = [*ring[first:], *ring[:first]]
        findings.fault(Code.AFTER_CYCLE, spots[turned[0]], modules=[*turned, turned[0]])
        earlier[turned[0]].remove(turned[-1])


def _ring(earlier: Mapping[str, Sequence[str]]) -> list[str]:
    """Modules each of which comes before the next, and the last before the first; else none."""
    try:
        TopologicalSorter(earlier).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        return ring[:-1]
    return []
