"""The mail with an invitation."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samskab.web.accounts.models import Organisation
from samskab.web.members.actions import DAYS_TO_ACCEPT


def mail_invite(organisation: Organisation, email: str, address: str) -> None:
    """Send it, in the language of whoever invites.

    Args:
        organisation: that invites.
        email: of who is invited.
        address: of the link.

    Raises:
        OSError: the mail server cannot be reached or refuses (SMTPException is one).
    """
    context = {"organisation": organisation, "address": address, "days": DAYS_TO_ACCEPT}
    send_mail(
        subject=_("Your access to Samskab, from %(organisation)s") % {"organisation": organisation},
        message=render_to_string("members/invite.txt", context),
        from_email=settings.DEFAULT_FROM_EMAIL,
        recipient_list=[email],
    )
