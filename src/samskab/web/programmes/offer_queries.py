"""What is read of inquiries and offers: a provider's own, or those sent to a municipality."""

from django.db.models import QuerySet
from django.http import Http404

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.programmes.models import Offer
from samskab.web.programmes.offer_enums import InquiryState


def inquiries_to(provider: Organisation) -> QuerySet[Inquiry]:
    """What a provider was asked, the latest first, with commission and own answer."""
    rows = Inquiry.objects.filter(provider=provider)
    related = ("commission__municipality", "commission__made_by", "provider", "offer__programme")
    return rows.select_related(*related).order_by("-id")


def inquiry_or_404(provider: Organisation, pk: int) -> Inquiry:
    """One of those.

    Raises:
        Http404: this provider was not asked that.
    """
    inquiry = inquiries_to(provider).filter(pk=pk).first()
    if inquiry is None:
        raise Http404
    return inquiry


def offer_of(inquiry: Inquiry) -> Offer | None:
    """What the provider answers or drafts; None before it begins."""
    return getattr(inquiry, "offer", None)


def state_of(inquiry: Inquiry) -> InquiryState:
    """Where an inquiry stands."""
    commission, offer = inquiry.commission, offer_of(inquiry)
    if commission.state == CommissionState.WITHDRAWN:
        return InquiryState.WITHDRAWN
    if inquiry.declined_at:
        return InquiryState.DECLINED
    if commission.state == CommissionState.CHOSEN:
        is_chosen = commission.chosen_id == inquiry.pk
        return InquiryState.CHOSEN if is_chosen else InquiryState.NOT_CHOSEN
    if offer is None:
        return InquiryState.OPEN
    return InquiryState.SENT if offer.sent_at else InquiryState.DRAFT


def sent_offers(commission: Commission) -> QuerySet[Offer]:
    """The answers that a municipality sees, by provider, with their programmes."""
    rows = Offer.objects.filter(inquiry__commission=commission, sent_at__isnull=False)
    rows = rows.select_related("inquiry__provider", "programme")
    return rows.order_by("inquiry__provider__name", "id")


def silent_inquiries(commission: Commission) -> QuerySet[Inquiry]:
    """Who declined, or has not answered."""
    rows = commission.inquiries.exclude(offer__sent_at__isnull=False)
    return rows.select_related("provider").order_by("provider__name", "id")
