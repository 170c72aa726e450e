"""Mail about commissions: written with what it tells of, sent by a worker once that is stored."""

from collections.abc import Mapping
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User

MOST_ATTEMPTS = 6
WAIT = timedelta(minutes=10)


@task()
def deliver(recipient: str, subject: str, body: str, attempt: int = 1) -> None:
    """Send one mail; where the server refuses, try again later, longer apart each time.

    Raises:
        SMTPException, OSError: the last attempt failed too.
    """
    try:
        send_mail(subject, body, None, [recipient])
    except (SMTPException, OSError):
        if attempt == MOST_ATTEMPTS:
            raise
        later = timezone.now() + WAIT * 2 ** (attempt - 1)
        deliver.using(run_after=later).enqueue(recipient, subject, body, attempt + 1)


def tell(
    organisation: Organisation, roles: tuple[Role, ...], template: str, facts: Mapping[str, object]
) -> None:
    """Mail everybody with one of these roles; call it inside the transaction of what it tells.

    A worker sees the mail only once the transaction is stored, and never where it was undone.

    Args:
        organisation: whose members are told.
        roles: that they have in it.
        template: its first paragraph is the subject.
        facts: what it is filled with.
    """
    with translation.override(settings.LANGUAGE_CODE):  # which language they read is not known
        text = render_to_string(template, dict(facts))
    subject, _, body = text.strip().partition("\n\n")
    for address in addresses_of(organisation, roles):
        deliver.enqueue(address, " ".join(subject.split()), body.strip() + "\n")


def addresses_of(organisation: Organisation, roles: tuple[Role, ...]) -> list[str]:
    """Of everybody there with one of these roles, each once."""
    members = User.objects.filter(
        memberships__organisation=organisation, memberships__role__in=roles, is_active=True
    )
    return list(members.order_by("email").values_list("email", flat=True).distinct())
