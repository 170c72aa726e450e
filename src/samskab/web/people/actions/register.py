"""Rows of the register, one at a time, by hand."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model, ProtectedError

from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.people.models import Party, Person


@transaction.atomic
def save_row(*, row: Model, organisation: Organisation, by: User) -> None:
    """Store a new or changed row.

    Args:
        row: checked by its form.
        organisation: whose row it is.
        by: the user.
    """
    is_new = row.pk is None
    row.save()
    record(
        by=by,
        organisation=organisation,
        action=f"{_kind(row)}_{'added' if is_new else 'changed'}",
        subject=f"{_kind(row)}:{row.pk}",
    )


@transaction.atomic
def save_party(
    *, party: Party, people: Sequence[Person], organisation: Organisation, by: User
) -> None:
    """Store a pair and who is in it.

    Args:
        party: checked by its form.
        people: two or more.
        organisation: whose pair it is.
        by: the user.
    """
    save_row(row=party, organisation=organisation, by=by)
    party.people.set(people)


def delete_row(*, row: Model, organisation: Organisation, by: User) -> bool:
    """Delete a row; False, and nothing deleted, where something stands on it.

    Args:
        row: to delete.
        organisation: whose row it is.
        by: the user.
    """
    subject = f"{_kind(row)}:{row.pk}"
    try:
        with transaction.atomic():
            row.delete()
            record(
                by=by, organisation=organisation, action=f"{_kind(row)}_deleted", subject=subject
            )
    except ProtectedError:
        return False
    return True


def _kind(row: Model) -> str:
    return row._meta.model_name or ""
