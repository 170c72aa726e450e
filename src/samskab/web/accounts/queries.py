"""What is read of users and organisations."""

from django.db.models import QuerySet

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User


def organisations_of(user: User) -> QuerySet[Organisation]:
    """Those in which the user has a role."""
    return Organisation.objects.filter(memberships__user=user).distinct()


def organisation_of(user: User, slug: str) -> Organisation | None:
    """The one of this short name, where the user has a role in it."""
    return organisations_of(user).filter(slug=slug).first()


def roles_in(user: User, organisation: Organisation) -> frozenset[Role]:
    """What the user is in an organisation."""
    rows = Membership.objects.filter(user=user, organisation=organisation)
    return frozenset(Role(role) for role in rows.values_list("role", flat=True))
