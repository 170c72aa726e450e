"""When a programme cannot be changed, and what to do then."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Offer, Programme

EDITORS = frozenset({Role.CONSULTANT, Role.PROVIDER})
TALKERS = EDITORS | {Role.TOP_MANAGEMENT}
SIGNERS = {
    OrganisationKind.MUNICIPALITY: frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT}),
    OrganisationKind.PROVIDER: frozenset({Role.PROVIDER}),
}
SIGNED = _(
    "This programme is signed by both sides, and what was signed must stay what it is. "
    "Ask to open it again on the programme's own page: it takes both sides."
)
ENDED = _(
    "This programme has ended, so that nothing in it can be changed any more. "
    "Start a new programme, or ask the consultant."
)
DRAFT_OF_OTHERS = _(
    "This is the provider's offer, and only the provider can change it until you have chosen it. "
    "Write a comment, or choose the offer first."
)
OFFER_SENT = _(
    "The offer has been sent, and the municipality must be able to choose what it was shown. "
    "Wait for its answer, or write to it in a comment."
)


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who acts for one of the two."""

    user: User
    organisation: Organisation


def refusal(programme: Programme, organisation: Organisation) -> Promise | None:
    """Why an organisation cannot change a programme now, and what to do; None where it can."""
    if programme.state == ProgrammeState.SIGNED:
        return SIGNED
    if programme.state == ProgrammeState.ENDED:
        return ENDED
    if programme.state == ProgrammeState.DRAFT and programme.provider_id is not None:
        if organisation.pk != programme.provider_id:
            return DRAFT_OF_OTHERS
        if Offer.objects.filter(programme=programme, sent_at__isnull=False).exists():
            return OFFER_SENT
    return None


def sides_of(programme: Programme) -> tuple[Organisation, ...]:
    """Those who must agree: the municipality, and the provider where there is one."""
    if programme.provider is None:
        return (programme.municipality,)
    return programme.municipality, programme.provider


def audited_at(programme: Programme) -> Organisation:
    """Whose account a change belongs to: a draft is its provider's own."""
    if programme.state == ProgrammeState.DRAFT and programme.provider is not None:
        return programme.provider
    return programme.municipality
