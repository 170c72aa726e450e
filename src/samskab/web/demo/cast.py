"""Who is in the demo: organisations, and a user for every role."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.models import Membership, Organisation, User

PASSWORD = "fjordby-er-opfundet"  # noqa: S105  (it is printed, and opens nothing but the demo)
MUNICIPALITY, PROVIDER, SECOND_PROVIDER = "fjordby", "laerkilde", "nordlys"


@dataclass(frozen=True, slots=True)
class Part:
    """A user of the demo.

    Attributes:
        roles: what she is in her organisation.
    """

    organisation: str
    name: str
    login: str
    roles: tuple[Role, ...]

    @property
    def email(self) -> str:
        """Under `.example`, which is nobody's (RFC 2606)."""
        return f"{self.login}@{self.organisation}.example"


CONSULTANT = Part(MUNICIPALITY, "Karen Holm", "konsulent", (Role.CONSULTANT,))
MAYOR = Part(MUNICIPALITY, "Borgmesteren", "borgmester", (Role.TOP_MANAGEMENT, Role.LEADER))
DIRECTOR = Part(MUNICIPALITY, "Kommunaldirektøren", "direktoer", (Role.TOP_MANAGEMENT, Role.LEADER))
LEADER = Part(MUNICIPALITY, "Lederen", "leder", (Role.LEADER,))
SELLER = Part(PROVIDER, "Lars Kilde", "konsulent", (Role.PROVIDER,))
TEACHER = Part(PROVIDER, "Underviseren", "underviser", (Role.FACILITATOR,))
RIVAL = Part(SECOND_PROVIDER, "Nora Lys", "konsulent", (Role.PROVIDER, Role.ADMINISTRATOR))
CAST = (
    CONSULTANT,
    MAYOR,
    DIRECTOR,
    LEADER,
    Part(MUNICIPALITY, "Rigmor Revision", "revisor", (Role.AUDITOR,)),
    Part(MUNICIPALITY, "Adam Admin", "administrator", (Role.ADMINISTRATOR,)),
    SELLER,
    TEACHER,
    Part(PROVIDER, "Lone Drift", "administrator", (Role.ADMINISTRATOR,)),
    RIVAL,
)
NAMES = {
    MUNICIPALITY: ("Fjordby Kommune (syntetisk)", OrganisationKind.MUNICIPALITY),
    PROVIDER: ("Lærkilde (syntetisk)", OrganisationKind.PROVIDER),
    SECOND_PROVIDER: ("Nordlys Kurser (syntetisk)", OrganisationKind.PROVIDER),
}


def found_organisations() -> dict[str, Organisation]:
    """The organisations, by their short names."""
    return {
        slug: Organisation.objects.create(slug=slug, name=name, kind=kind)
        for slug, (name, kind) in NAMES.items()
    }


def hire() -> dict[Part, User]:
    """The users; they have no role yet, so that nobody is mailed what is only made up."""
    password = make_password(PASSWORD)
    return {
        part: User.objects.create(email=part.email, name=part.name, password=password)
        for part in CAST
    }


def give_roles(users: dict[Part, User], organisations: dict[str, Organisation]) -> None:
    """Everybody's roles."""
    Membership.objects.bulk_create(
        Membership(user=user, organisation=organisations[part.organisation], role=role)
        for part, user in users.items()
        for role in part.roles
    )
