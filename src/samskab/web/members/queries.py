"""What is read of members."""

import hashlib

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.members.models import Invite


def users_in(organisation: Organisation, search: str = "") -> QuerySet[User]:
    """Members by name, each with `held`: what she is in the organisation."""
    held = Prefetch(
        "memberships",
        Membership.objects.filter(organisation=organisation).order_by("role"),
        to_attr="held",
    )
    found = User.objects.filter(memberships__organisation=organisation)
    if search:
        found = found.filter(Q(name__icontains=search) | Q(email__icontains=search))
    return found.distinct().order_by("name", "email", "id").prefetch_related(held)


def member_or_404(organisation: Organisation, pk: int) -> User:
    """One of them.

    Raises:
        Http404: there is none.
    """
    user = users_in(organisation).filter(pk=pk).first()
    if user is None:
        raise Http404
    return user


def open_invites(organisation: Organisation) -> QuerySet[Invite]:
    """Those not used; also expired ones, which can be sent anew."""
    return Invite.objects.filter(organisation=organisation, used_at=None)


def invite_or_404(organisation: Organisation, pk: int) -> Invite:
    """One of `open_invites`.

    Raises:
        Http404: there is none.
    """
    invite = open_invites(organisation).filter(pk=pk).first()
    if invite is None:
        raise Http404
    return invite


def invite_of(secret: str) -> Invite | None:
    """The invitation of a link, where it can still be used."""
    rows = Invite.objects.filter(secret_hash=hash_of(secret), used_at=None)
    return rows.filter(expires_at__gt=timezone.now()).select_related("organisation").first()


def hash_of(secret: str) -> str:
    """What is kept of a secret: enough to know it again; it is too long to be guessed from that."""
    return hashlib.sha256(secret.encode()).hexdigest()


def user_with(email: str) -> User | None:
    """Who has this address."""
    return User.objects.filter(email__iexact=email).first()


def has_other_administrator(organisation: Organisation, user: User) -> bool:
    """Whether somebody else who can log in is administrator."""
    rows = Membership.objects.filter(
        organisation=organisation, role=Role.ADMINISTRATOR, user__is_active=True
    )
    return rows.exclude(user=user).exists()
