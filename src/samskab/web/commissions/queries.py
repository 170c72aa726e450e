"""What is read of commissions, from the side of the municipality whose they are."""

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation
from samskab.web.commissions.models import Commission, Inquiry

WANTED_TEXTS = ("change", "service_result", "budget_result", "measurement", "audience")
ANSWERED = Q(inquiries__offer__sent_at__isnull=False) | Q(inquiries__declined_at__isnull=False)


def commissions_of(municipality: Organisation) -> QuerySet[Commission]:
    """A municipality's own, the latest first."""
    return Commission.objects.filter(municipality=municipality)


def commissions_listed(municipality: Organisation) -> QuerySet[Commission]:
    """The same, with `asked_count`, and `answered_count` of those who said yes or no."""
    counted = commissions_of(municipality).annotate(
        asked_count=Count("inquiries"), answered_count=Count("inquiries", filter=ANSWERED)
    )
    return counted.order_by("-id")


def commission_or_404(municipality: Organisation, pk: int) -> Commission:
    """One of a municipality's own.

    Raises:
        Http404: it has none of this number.
    """
    rows = commissions_of(municipality).select_related(
        "municipality", "made_by", "chosen__provider", "chosen__offer"
    )
    commission = rows.filter(pk=pk).first()
    if commission is None:
        raise Http404
    return commission


def inquiries_of(commission: Commission) -> QuerySet[Inquiry]:
    """Who was asked, by name, with `answered_at`: when an offer came."""
    rows = commission.inquiries.select_related("provider")
    return rows.annotate(answered_at=F("offer__sent_at")).order_by("provider__name", "id")


def askable_providers(commission: Commission) -> QuerySet[Organisation]:
    """Providers that were not asked yet, by name."""
    providers = Organisation.objects.filter(kind=OrganisationKind.PROVIDER)
    return providers.exclude(inquiries__commission=commission)


def missing_answers(commission: Commission) -> list[str]:
    """Names of the fields that must be filled in before anybody is asked."""
    return [name for name in WANTED_TEXTS if not getattr(commission, name).strip()]
