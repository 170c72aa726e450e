"""What is read of programmes: always from the side of one organisation."""

from django.db.models import Q, QuerySet
from django.http import Http404

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Programme


def programmes_of(organisation: Organisation) -> QuerySet[Programme]:
    """Those that an organisation may see: a draft only its provider, until its offer is sent."""
    if organisation.kind == OrganisationKind.PROVIDER:
        return Programme.objects.filter(provider=organisation)
    unseen = Q(state=ProgrammeState.DRAFT, provider__isnull=False, offer__sent_at__isnull=True)
    return Programme.objects.filter(municipality=organisation).exclude(unseen)


def programme_or_404(organisation: Organisation, pk: int) -> Programme:
    """One of `programmes_of`, with both organisations.

    Raises:
        Http404: there is none that this organisation may see.
    """
    rows = programmes_of(organisation).select_related("municipality", "provider")
    programme = rows.filter(pk=pk).first()
    if programme is None:
        raise Http404
    return programme
