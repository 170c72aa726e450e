"""Inviting, giving and taking roles."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.audit.actions import record
from samskab.web.members.models import Invite
from samskab.web.members.queries import has_other_administrator, hash_of, user_with
from samskab.web.people.models import Facilitator, Person

DAYS_TO_ACCEPT = 7


class LastAdministratorError(Exception):
    """An organisation would be left without an administrator."""


class InviteUsedError(Exception):
    """An invitation was used in the meantime."""


@transaction.atomic
def invite(*, organisation: Organisation, email: str, roles: Iterable[Role], by: User) -> str:
    """Make an invitation in place of earlier ones to the same address.

    Returns:
        The secret of its link, which is kept nowhere.
    """
    Invite.objects.filter(organisation=organisation, email__iexact=email, used_at=None).delete()
    secret = secrets.token_urlsafe(32)
    given = sorted(role.value for role in roles)
    made = Invite.objects.create(
        organisation=organisation,
        email=email,
        roles=given,
        secret_hash=hash_of(secret),
        made_by=by,
        expires_at=timezone.now() + timedelta(days=DAYS_TO_ACCEPT),
    )
    subject = f"invite:{made.pk}"
    record(by=by, organisation=organisation, action="member_invited", subject=subject, roles=given)
    return secret


@transaction.atomic
def withdraw_invite(*, invite: Invite, by: User) -> None:
    """The link leads nowhere any more."""
    subject = f"invite:{invite.pk}"
    record(by=by, organisation=invite.organisation, action="invite_withdrawn", subject=subject)
    invite.delete()


@transaction.atomic
def accept_as_new(*, invite: Invite, name: str, password: str) -> User:
    """Make the user of an invitation, or wake one that was deactivated.

    Raises:
        InviteUsedError: another request was faster.
    """
    _use(invite)
    user = user_with(invite.email) or User(email=invite.email)
    if user.pk:
        _forget_the_former_owner(user)
    user.name, user.is_active, user.password = name, True, make_password(password)
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=invite.email, defaults={"verified": True, "primary": True}
    )
    _join(invite, user)
    return user


def _forget_the_former_owner(user: User) -> None:
    """An address may have been somebody else's: her keys and whom she was go before it wakes."""
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    user.people.update(user=None)
    user.facilitators.update(user=None)


@transaction.atomic
def accept_as(*, invite: Invite, user: User) -> None:
    """Let somebody who has an account join.

    Raises:
        InviteUsedError: another request was faster.
    """
    _use(invite)
    _join(invite, user)


def _use(invite: Invite) -> None:
    unused = Invite.objects.filter(pk=invite.pk, used_at=None, expires_at__gt=timezone.now())
    if not unused.update(used_at=timezone.now()):
        raise InviteUsedError


def _join(invite: Invite, user: User) -> None:
    organisation = invite.organisation
    for role in invite.roles:
        Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    _link(organisation, user)
    record(
        by=user,
        organisation=organisation,
        action="member_joined",
        subject=f"user:{user.pk}",
        roles=invite.roles,
    )


def _link(organisation: Organisation, user: User) -> None:
    """A leader or facilitator is the one in the register who has the same address."""
    held = Membership.objects.filter(organisation=organisation, user=user)
    roles = set(held.values_list("role", flat=True))
    same = {"organisation": organisation, "email__iexact": user.email, "user": None}
    if Role.LEADER in roles:
        Person.objects.filter(**same, erased_at=None).update(user=user)
    if Role.FACILITATOR in roles:
        Facilitator.objects.filter(**same).update(user=user)


@transaction.atomic
def set_roles(*, organisation: Organisation, user: User, roles: Iterable[Role], by: User) -> None:
    """Give and take, so that the user has exactly these roles.

    Raises:
        LastAdministratorError: nobody else is administrator.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    wanted = set(roles)
    rows = Membership.objects.filter(organisation=organisation, user=user)
    held = {Role(role) for role in rows.values_list("role", flat=True)}
    given, taken = wanted - held, held - wanted
    if Role.ADMINISTRATOR in taken and not has_other_administrator(organisation, user):
        raise LastAdministratorError
    if not given and not taken:
        return
    rows.filter(role__in=taken).delete()
    Membership.objects.bulk_create(
        Membership(user=user, organisation=organisation, role=role) for role in given
    )
    _link(organisation, user)
    record(
        by=by,
        organisation=organisation,
        action="roles_changed",
        subject=f"user:{user.pk}",
        given=sorted(given),
        taken=sorted(taken),
    )


@transaction.atomic
def deactivate_member(*, organisation: Organisation, user: User, by: User) -> None:
    """Take all roles here; who has none elsewhere cannot log in any more.

    Raises:
        LastAdministratorError: nobody else is administrator.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    rows = Membership.objects.filter(organisation=organisation, user=user)
    is_administrator = rows.filter(role=Role.ADMINISTRATOR).exists()
    if is_administrator and not has_other_administrator(organisation, user):
        raise LastAdministratorError
    rows.delete()
    leaves = not Membership.objects.filter(user=user).exists()
    if leaves:
        User.objects.filter(pk=user.pk).update(is_active=False)
    record(
        by=by,
        organisation=organisation,
        action="member_deactivated",
        subject=f"user:{user.pk}",
        can_log_in=not leaves,
    )
