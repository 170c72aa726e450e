"""Taking a confirmed upload into the register, whole or not at all."""

from collections.abc import Mapping

from django.db import transaction

from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.people.importing.changes import (
    Changes,
    changes_of,
    standing_of,
    values_of,
)
from samskab.web.people.importing.register import RegisterReading, read_register
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.models import Party, Person, Unit, Upload


def preview(upload: Upload) -> tuple[RegisterReading, Changes | None]:
    """What an upload says, and what it would change; no changes where it has faults."""
    files = [(file.name, bytes(file.content)) for file in upload.files.all()]
    reading = read_register(files, standing_of(upload.organisation))
    return reading, None if reading.faults else changes_of(reading, upload.organisation)


@transaction.atomic
def import_register(*, upload: Upload, digest: str, by: User) -> Changes | None:
    """Make the changes that the user saw; None, and nothing made, where they are others by now.

    Args:
        upload: is gone afterwards.
        digest: of the changes that were shown.
        by: the user.
    """
    organisation = Organisation.objects.select_for_update().get(pk=upload.organisation_id)
    reading, changes = preview(upload)
    if changes is None or changes.digest != digest:
        return None
    units = _store_units(organisation, changes)
    _store_people(organisation, reading, changes, units)
    _store_parties(organisation, reading, changes)
    record(
        by=by,
        organisation=organisation,
        action="people_imported",
        subject=f"upload:{upload.pk}",
        new=changes.new,
        changed=changes.changed,
        same=changes.same,
    )
    upload.delete()
    return changes


def _store_units(organisation: Organisation, changes: Changes) -> Mapping[str, Unit]:
    """New units first, then who is above whom; returns all units by name."""
    rows = [row for row in changes.rows if row.kind is Kind.UNITS]
    Unit.objects.bulk_create(
        Unit(organisation=organisation, name=row.key) for row in rows if row.is_new
    )
    units = {unit.name: unit for unit in Unit.objects.filter(organisation=organisation)}
    moved = [row for row in rows if row.fields]
    for row in moved:
        units[row.key].parent = units.get(str(row.fields[0].after))
    Unit.objects.bulk_update([units[row.key] for row in moved], ["parent"])
    return units


def _store_people(
    organisation: Organisation,
    reading: RegisterReading,
    changes: Changes,
    units: Mapping[str, Unit],
) -> None:
    touched = {row.key: row for row in changes.rows if row.kind is Kind.PEOPLE}
    standing = Person.objects.filter(organisation=organisation)
    people = {person.key: person for person in standing}
    new: list[Person] = []
    changed: list[Person] = []
    for row in reading.people:
        if row.key not in touched:
            continue
        person = people.get(row.key) or Person(organisation=organisation, key=row.key)
        for field, value in values_of(row).items():
            setattr(person, field, units[str(value)] if field == "unit" else value)
        (changed if row.key in people else new).append(person)
    Person.objects.bulk_create(new)
    fields = ["name", "unit", "hourly_value_oere", "email", "role", "place"]
    Person.objects.bulk_update(changed, fields, batch_size=500)


def _store_parties(organisation: Organisation, reading: RegisterReading, changes: Changes) -> None:
    touched = {row.key for row in changes.rows if row.kind is Kind.PARTIES}
    keys = {key for party in reading.parties if party.id in touched for key in party.people}
    rows = Person.objects.filter(organisation=organisation)
    people = {person.key: person for person in rows} if keys else {}
    for party in reading.parties:
        if party.id in touched:
            stored, _ = Party.objects.get_or_create(organisation=organisation, key=party.id)
            stored.people.set(people[key] for key in party.people)
