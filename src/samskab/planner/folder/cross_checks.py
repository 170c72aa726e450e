"""What only two tables together can show to be wrong."""

from collections.abc import Sequence

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.model.problem import Room
from samskab.planner.model.programme import Format, Module


def fault_groups_above_rooms(
    modules: Sequence[Module], spots: Sequence[Spot], rooms: Sequence[Room], findings: Findings
) -> None:
    """A fault for each in-person module whose smallest group no room holds.

    A folder without rooms has no fault here: its modules are left unserved, with that reason.

    Args:
        modules: those of the programme.
        spots: where each module's `group_min` stands.
        rooms: all that there are.
        findings: where the faults go.
    """
    if not rooms:
        return
    largest = max(rooms, key=lambda room: room.capacity)
    for module, spot in zip(modules, spots, strict=True):
        if module.format is Format.IN_PERSON and module.group_min > largest.capacity:
            findings.fault(
                Code.GROUP_ABOVE_ROOMS,
                spot,
                module=module.id,
                group_min=module.group_min,
                room=largest.name,
                capacity=largest.capacity,
            )
