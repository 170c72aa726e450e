"""The sections of an organisation's pages, in the order of the ring, and who sees each."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import OrganisationKind, Role

PLANNERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.PROVIDER, Role.AUDITOR})
DECIDERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.AUDITOR})
ANSWERERS = frozenset({Role.PROVIDER, Role.AUDITOR})
TAUGHT = frozenset({Role.LEADER, Role.FACILITATOR})
SENDERS = frozenset({Role.CONSULTANT, Role.AUDITOR})
HOUSE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
MUNICIPALITIES = frozenset({OrganisationKind.MUNICIPALITY})
PROVIDERS = frozenset({OrganisationKind.PROVIDER})


@dataclass(frozen=True, slots=True)
class Entry:
    """One section.

    Attributes:
        page: name of its first page's address.
        kinds: of organisations that have it.
        more: names of other pages that belong to it, whose addresses are beside the first's.
    """

    page: str
    label: Promise
    roles: frozenset[Role]
    kinds: frozenset[OrganisationKind] = frozenset(OrganisationKind)
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section as a page shows it."""

    address: str
    label: Promise
    is_here: bool


ENTRIES = (
    Entry("overview", _("Overview"), DECIDERS, MUNICIPALITIES),
    Entry("my_page", _("My page"), TAUGHT),
    Entry("my_calendar", _("My calendar"), TAUGHT | {Role.TOP_MANAGEMENT}),
    Entry("commissions", _("Commissions"), DECIDERS, MUNICIPALITIES),
    Entry("inquiries", _("Inquiries"), ANSWERERS, PROVIDERS),
    Entry("programmes", _("Programmes"), PLANNERS),
    Entry("plans", _("Plans"), DECIDERS, MUNICIPALITIES),
    Entry("plans", _("Plans"), frozenset({Role.PROVIDER}), PROVIDERS),
    Entry("publications", _("Invitations"), SENDERS, MUNICIPALITIES),
    Entry("people", _("People"), DECIDERS, MUNICIPALITIES, ("units", "pairs")),
    Entry("calendars", _("Calendars"), DECIDERS, MUNICIPALITIES),
    Entry("facilitators", _("Facilitators and rooms"), PLANNERS, more=("rooms", "places")),
    Entry("members", _("Members"), HOUSE),
    Entry("audit", _("Audit log"), HOUSE),
    Entry("personal_data", _("Personal data"), frozenset({Role.ADMINISTRATOR})),
    Entry("api_tokens", _("API"), PLANNERS | HOUSE),
)


def sections(slug: str, kind: str, roles: frozenset[Role], path: str) -> Iterator[Section]:
    """What somebody with these roles sees; the longest address that the path begins with is here.

    Args:
        slug: of the organisation.
        kind: of the organisation.
        roles: of the user there.
        path: of the page that is shown.
    """
    seen = [entry for entry in ENTRIES if entry.roles & roles and kind in entry.kinds]
    addresses = [
        [reverse(page, kwargs={"slug": slug}) for page in (entry.page, *entry.more)]
        for entry in seen
    ]
    every = (address for own in addresses for address in own if path.startswith(address))
    here = max(every, key=len, default="")
    for entry, own in zip(seen, addresses, strict=True):
        yield Section(own[0], entry.label, here in own)
