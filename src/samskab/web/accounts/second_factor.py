"""Who must have a second factor, and whether this session has one."""

from datetime import timedelta

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User

STRICT_ROLES = frozenset(
    {
        Role.CONSULTANT,
        Role.TOP_MANAGEMENT,
        Role.PROVIDER,
        Role.AUDITOR,
        Role.ADMINISTRATOR,
    }
)
LATER = "second_factor_later"


def has_second_factor(user: User) -> bool:
    """Whether an app or a passkey is set up; login then asks for it."""
    own = Authenticator.objects.filter(user=user)
    return bool(own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())


def was_vouched_for(request: HttpRequest, user: User) -> bool:
    """Whether an identity provider let her in: its own factors hold."""
    records = get_authentication_records(request, user)
    return any(record.get("method") == "socialaccount" for record in records)


def is_without_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether the house asks for a second factor and nothing vouches for one, put off or not."""
    return settings.SECOND_FACTOR and not (
        has_second_factor(user) or was_vouched_for(request, user)
    )


def grace_days_left(user: User) -> int:
    """Days in which a new user may still put it off; 0 where they are over."""
    ends = user.date_joined + timedelta(days=settings.SECOND_FACTOR_GRACE_DAYS)
    return max((ends.date() - timezone.now().date()).days, 0)


def lacks_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether it is asked for, and neither there nor put off for this session."""
    if not settings.SECOND_FACTOR or was_vouched_for(request, user) or has_second_factor(user):
        return False
    put_off = bool(request.session.get(LATER)) and grace_days_left(user) > 0
    return not put_off
