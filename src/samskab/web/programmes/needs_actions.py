"""Taking a confirmed table of needs into a programme, whole or not at all."""

from django.db import transaction
from django.utils.functional import Promise

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.people.importing.changes import Changes
from samskab.web.people.models import Upload
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import ENDED
from samskab.web.programmes.models import Need, Participant, Programme
from samskab.web.programmes.needs_reading import (
    NeedsReading,
    needs_changes,
    people_by_key,
    read_needs,
)


def subject_of(programme: Programme) -> str:
    """What an upload of needs is for."""
    return f"needs:{programme.pk}"


def refusal_of(programme: Programme) -> Promise | None:
    """Why nobody can be taken in any more; a signature binds what is taught, not to whom."""
    return ENDED if programme.state == ProgrammeState.ENDED else None


def preview_needs(upload: Upload, programme: Programme) -> tuple[NeedsReading, Changes | None]:
    """What an upload says, and what it would change; no changes where it has faults."""
    files = [(file.name, bytes(file.content)) for file in upload.files.all()]
    reading = read_needs(files, programme)
    return reading, None if reading.faults else needs_changes(reading, programme)


@transaction.atomic
def import_needs(*, upload: Upload, programme: Programme, digest: str, by: User) -> Changes | None:
    """Make the changes that the user saw; None, and nothing made, where they are others by now.

    Args:
        upload: is gone afterwards.
        programme: whose needs they are.
        digest: of the changes that were shown.
        by: the user.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    reading, changes = preview_needs(upload, programme)
    if refusal_of(programme) or changes is None or changes.digest != digest:
        return None
    keys = {row.key for row in changes.rows}
    _store(programme, {key: reading.modules[key] for key in keys})
    record(
        by=by,
        organisation=programme.municipality,
        action="needs_imported",
        subject=f"programme:{programme.pk}",
        new=changes.new,
        changed=changes.changed,
        same=changes.same,
    )
    upload.delete()
    return changes


def _store(programme: Programme, modules: dict[str, tuple[str, ...]]) -> None:
    """These people take part and need these modules, and no others."""
    people = people_by_key(programme)
    there = set(
        Participant.objects.filter(programme=programme).values_list("person__key", flat=True)
    )
    Participant.objects.bulk_create(
        Participant(programme=programme, person=people[key]) for key in modules if key not in there
    )
    rows = Participant.objects.filter(programme=programme, person__key__in=modules)
    participants = {row.person.key: row for row in rows.select_related("person")}
    standing = Need.objects.filter(participant__in=participants.values())
    had = {(need.participant_id, need.module): need.pk for need in standing}
    wanted = {
        (participants[key].pk, module): participants[key]
        for key, needed in modules.items()
        for module in needed
    }
    Need.objects.filter(pk__in=[pk for need, pk in had.items() if need not in wanted]).delete()
    Need.objects.bulk_create(
        Need(participant=participant, module=module)
        for (pk, module), participant in wanted.items()
        if (pk, module) not in had
    )
