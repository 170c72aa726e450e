"""A variant laid over a folder that has been read: its tables stand, its programme is read anew."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from samskab.common.errors import Fault
from samskab.planner.folder.cross_checks import fault_groups_above_rooms
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.programme_toml import programme_of
from samskab.planner.folder.settings import MODULES, Setting, module_ids
from samskab.planner.folder.toml_places import KeyPath
from samskab.planner.folder.variant import Variant
from samskab.planner.model.problem import Room
from samskab.planner.model.programme import Programme


@dataclass(frozen=True, slots=True)
class VariedProgramme:
    """What a variant makes of a programme.

    Attributes:
        programme: not to be used where there are faults.
        faults: as `programme.toml` would have them, each placed at the variant; a key that is
            none, which only warns in a folder, is one here.
    """

    programme: Programme
    faults: tuple[Fault, ...]


def vary(document: Document, variant: Variant, rooms: Sequence[Room]) -> VariedProgramme:
    """Read a programme with a variant laid over it, as the folder's own is read.

    Args:
        document: of `programme.toml`, without a fault.
        variant: what to lay over it.
        rooms: of the folder: they limit the smallest group.
    """
    findings = Findings()
    reading = programme_of(laid_over(document, variant.settings, findings))
    modules = reading.programme.modules
    fault_groups_above_rooms(modules, reading.group_min_spots, rooms, findings)
    # what shows elsewhere in the programme is the variant's fault all the same
    elsewhere = [
        replace(fault, file=variant.name, line=None, column=None)
        for fault in findings.faults
        if fault.file == document.file
    ]
    own = [one for one in (*findings.faults, *findings.warnings) if one.file != document.file]
    return VariedProgramme(reading.programme, (*own, *elsewhere))


def laid_over(document: Document, settings: Sequence[Setting], findings: Findings) -> Document:
    """A document with settings in the place of its own; the document itself stays as it is."""
    values: dict[str, Any] = deepcopy(dict(document.values))
    spots = dict(document.spots)
    for setting in settings:
        path = _place(setting, document)
        table: Any = values
        for part in path[:-1]:
            table = table[part] if isinstance(part, int) else table.setdefault(part, {})
        table.pop(path[-1], None)
        spots = {key: spot for key, spot in spots.items() if key[: len(path)] != path}
        if setting.value is not None:
            table[path[-1]] = setting.value
            spots |= {(*path, *inner): spot for inner, spot in setting.spots.items()}
    return Document(document.file, values, spots, findings)


def _place(setting: Setting, document: Document) -> KeyPath:
    """Where a setting stands in a document: a module is an element of a list there."""
    if setting.path[0] != MODULES:
        return setting.path
    _, module, key = setting.path
    return MODULES, module_ids(document).index(module), key
