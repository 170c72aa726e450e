"""A table of needs against a programme: who would need what, and no longer what."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samskab.common.errors import Fault
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.needs import needs_of
from samskab.web.people.importing.changes import Change, Changes, FieldChange
from samskab.web.people.importing.register import KnownHere
from samskab.web.people.importing.sheets import Kind, tables_of
from samskab.web.people.models import Person
from samskab.web.programmes.models import Participant, Programme


@dataclass(frozen=True, slots=True)
class NeedsReading:
    """What a table says; of use only where there are no faults.

    Attributes:
        modules: person's key -> the modules that she needs, in the order of the programme.
    """

    modules: Mapping[str, tuple[str, ...]]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def modules_of(programme: Programme) -> tuple[str, ...]:
    """Ids of a programme's modules, in its order; none where its text cannot be read."""
    try:
        listed = tomllib.loads(programme.text).get("modules", [])
    except tomllib.TOMLDecodeError:
        return ()
    return tuple(str(module["id"]) for module in listed if "id" in module)


def people_by_key(programme: Programme) -> dict[str, Person]:
    """Everybody whom the programme can have."""
    rows = Person.objects.filter(organisation=programme.municipality, erased_at__isnull=True)
    return {person.key: person for person in rows}


def read_needs(files: Sequence[tuple[str, bytes]], programme: Programme) -> NeedsReading:
    """Read files and workbooks; never raises for what they hold.

    Args:
        files: names and contents.
        programme: that they are for.
    """
    findings = Findings()
    tables = tables_of(files, (Kind.NEEDS,), findings)
    order = modules_of(programme)
    known = KnownHere(modules=frozenset(order), people=frozenset(people_by_key(programme)))
    wanted: dict[str, set[str]] = {}
    for need in needs_of(tables.get(Kind.NEEDS), known, findings):
        wanted.setdefault(need.person, set()).add(need.module)
    modules = {
        key: tuple(module for module in order if module in needed) for key, needed in wanted.items()
    }
    return NeedsReading(modules, tuple(findings.faults), tuple(findings.warnings))


def needs_changes(reading: NeedsReading, programme: Programme) -> Changes:
    """Compare what was read with the programme: a person's needs become those of the table."""
    people = people_by_key(programme)
    rows = Participant.objects.filter(programme=programme).select_related("person")
    standing = {
        row.person.key: {need.module for need in row.needs.all()}
        for row in rows.prefetch_related("needs")
    }
    order = modules_of(programme)
    changes = []
    for key, after in reading.modules.items():
        needed = standing.get(key)
        before = tuple(module for module in order if module in (needed or ()))
        gone = tuple(sorted((needed or set()).difference(order)))
        if needed is None or (*before, *gone) != after:
            field = FieldChange("modules", ", ".join((*before, *gone)), ", ".join(after))
            change = Change(Kind.NEEDS, key, people[key].name, needed is None, (field,))
            changes.append(change)
    same = len(reading.modules) - len(changes)
    return Changes(tuple(changes), same, len(standing.keys() - reading.modules.keys()))
