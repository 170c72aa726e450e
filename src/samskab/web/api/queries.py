"""What is read of keys."""

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation, User
from samskab.web.api.models import Token
from samskab.web.commissions.models import Commission
from samskab.web.members.queries import hash_of


def commissions_seen(organisation: Organisation) -> QuerySet[Commission]:
    """A municipality's own; a provider's: those that it was asked about."""
    if organisation.kind == OrganisationKind.PROVIDER:
        return Commission.objects.filter(inquiries__provider=organisation)
    return Commission.objects.filter(municipality=organisation)


def tokens_in_use(organisation: Organisation, owner: User | None) -> QuerySet[Token]:
    """Those not revoked: of one owner, or of everybody."""
    rows = Token.objects.filter(organisation=organisation, revoked_at=None)
    if owner is not None:
        rows = rows.filter(owner=owner)
    return rows.select_related("owner")


def token_or_404(organisation: Organisation, owner: User | None, pk: int) -> Token:
    """One of `tokens_in_use`.

    Raises:
        Http404: there is none.
    """
    token = tokens_in_use(organisation, owner).filter(pk=pk).first()
    if token is None:
        raise Http404
    return token


def token_of(secret: str) -> Token | None:
    """The key that opens now: not revoked, not expired, of somebody who can log in."""
    rows = Token.objects.filter(secret_hash=hash_of(secret), revoked_at=None)
    rows = rows.filter(expires_at__gt=timezone.now(), owner__is_active=True)
    return rows.select_related("owner", "organisation").first()
