"""Writing the account."""

from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry


def record(
    *, by: User | None, organisation: Organisation, action: str, subject: str, **facts: object
) -> Entry:
    """Add a line, inside the transaction of what it tells.

    Args:
        by: None where no person did it, such as a nightly job.
        organisation: whose data was changed.
        action: a code, such as `people_imported`.
        subject: of what, as `model:id`.
        facts: numbers and codes; no person's data.
    """
    return Entry.objects.create(
        by=by, organisation=organisation, action=action, subject=subject, facts=facts
    )
