"""What a provider answers, and which answer a municipality chooses."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.commissions.actions import CommissionClosedError, locked, subject
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.mail import tell
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.programmes.design_queries import tables_of
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Offer, Programme, Revision
from samskab.web.programmes.offer_queries import offer_of, sent_offers

CHOOSERS = (Role.CONSULTANT, Role.TOP_MANAGEMENT)


class InquiryClosedError(Exception):
    """The provider's answer is sent, or it declined: nothing of it can be changed."""


class DraftChangedError(Exception):
    """A colleague has changed the draft since it was opened."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a provider would answer; `text` was read by the engine without a fault.

    Attributes:
        base: the revision that was changed into it; 0 where there was none.
    """

    text: str
    price_oere: int
    message: str
    base: int = 0


@transaction.atomic
def store_offer(*, inquiry: Inquiry, draft: Draft, by: User) -> Offer:
    """Write the answer down; only the provider sees it until it is sent.

    Raises:
        CommissionClosedError: a provider is chosen, or the commission was withdrawn.
        InquiryClosedError: the answer is sent, or the provider declined.
        DraftChangedError: it is no longer the revision that was changed.
    """
    held = _answerable(inquiry)
    offer = offer_of(held) or Offer(inquiry=held)
    programme = _drafted_programme(held, offer, draft)
    is_new_text = programme.text != draft.text
    if is_new_text:
        programme.text = draft.text
        programme.revision = draft.base + 1
        programme.save()
        Revision.objects.create(
            programme=programme,
            number=programme.revision,
            text=draft.text,
            tables=tables_of(programme),
            made_by=by,
            made_for=held.provider,
        )
    offer.programme = programme
    offer.price_oere, offer.message = draft.price_oere, draft.message
    offer.save()
    _record(held.provider, by, "offer_drafted", held)
    return offer


def _drafted_programme(inquiry: Inquiry, offer: Offer, draft: Draft) -> Programme:
    """The draft's programme, held where there is one."""
    if offer.pk is None:
        programme = _new_programme(inquiry.commission, inquiry)
        programme.revision = 0
    else:
        programme = Programme.objects.select_for_update().get(pk=offer.programme_id)
    if programme.revision != draft.base:
        raise DraftChangedError
    return programme


def _new_programme(commission: Commission, inquiry: Inquiry) -> Programme:
    return Programme(
        municipality=commission.municipality,
        provider=inquiry.provider,
        commission=commission,
        title=commission.title,
        first_day=commission.first_day,
        last_day=commission.last_day,
        state=ProgrammeState.DRAFT,
    )


@transaction.atomic
def send_offer(*, inquiry: Inquiry, by: User, site: str) -> None:
    """Show the answer to the municipality; it is not changed afterwards.

    `site` is the address of the front page, for links in mail.

    Raises:
        CommissionClosedError: a provider is chosen, or the commission was withdrawn.
        InquiryClosedError: it is sent already, there is none, or the provider declined.
    """
    held = _answerable(inquiry)
    offer = offer_of(held)
    if offer is None:
        raise InquiryClosedError
    offer.sent_at = timezone.now()
    offer.save(update_fields=["sent_at"])
    _record(held.provider, by, "offer_sent", held, price_oere=offer.price_oere)
    _tell_municipality(held, "answered", site)


@transaction.atomic
def decline(*, inquiry: Inquiry, reason: str, by: User, site: str) -> None:
    """Say no, and why; the municipality reads it.

    Raises:
        CommissionClosedError: a provider is chosen, or the commission was withdrawn.
        InquiryClosedError: the answer is sent, or the provider declined already.
    """
    held = _answerable(inquiry)
    held.declined_at, held.decline_reason = timezone.now(), reason
    held.save(update_fields=["declined_at", "decline_reason"])
    _record(held.provider, by, "inquiry_declined", held)
    _tell_municipality(held, "declined", site)


@transaction.atomic
def choose(*, commission: Commission, offer: Offer, reason: str, by: User, site: str) -> None:
    """Choose one answer and say why; its programme is from now on designed together.

    The row of the commission changes only where nobody has chosen before: of two who choose at
    the same time, the database lets one through.

    Raises:
        CommissionClosedError: an answer was chosen already, or the commission was withdrawn.
    """
    chosen = sent_offers(commission).get(pk=offer.pk)
    changed = Commission.objects.filter(pk=commission.pk, state=CommissionState.ASKED).update(
        state=CommissionState.CHOSEN,
        chosen=chosen.inquiry_id,
        reason=reason,
        chosen_at=timezone.now(),
    )
    if not changed:
        raise CommissionClosedError
    others = sent_offers(commission).exclude(pk=chosen.pk)
    Programme.objects.filter(pk=chosen.programme_id).update(state=ProgrammeState.SHARED)
    Programme.objects.filter(offer__in=others).update(state=ProgrammeState.ENDED)
    facts = {"offer": chosen.pk, "provider": chosen.inquiry.provider_id}
    place = commission.municipality
    record(by=by, organisation=place, action="offer_chosen", subject=subject(commission), **facts)
    _tell_providers(commission, chosen.inquiry, site)


def _answerable(inquiry: Inquiry) -> Inquiry:
    """The inquiry as it stands, with its commission held until the transaction ends."""
    commission = locked(inquiry.commission, CommissionState.ASKED)
    held = Inquiry.objects.select_related("provider", "offer__programme").get(pk=inquiry.pk)
    held.commission = commission
    offer = offer_of(held)
    if held.declined_at or (offer is not None and offer.sent_at):
        raise InquiryClosedError
    return held


def _record(place: Organisation, by: User, action: str, inquiry: Inquiry, **facts: object) -> None:
    record(by=by, organisation=place, action=action, subject=f"inquiry:{inquiry.pk}", **facts)


def _tell_municipality(inquiry: Inquiry, notice: str, site: str) -> None:
    commission = inquiry.commission
    where = {"slug": commission.municipality.slug, "pk": commission.pk}
    link = site.rstrip("/") + reverse("offers", kwargs=where)
    facts = {"inquiry": inquiry, "link": link}
    tell(commission.municipality, CHOOSERS, f"programmes/mail/{notice}.txt", facts)


def _tell_providers(commission: Commission, chosen: Inquiry, site: str) -> None:
    """The one that was chosen, and the others, who learn neither which nor why."""
    asked = commission.inquiries.filter(declined_at__isnull=True).select_related("provider")
    for inquiry in asked:
        where = {"slug": inquiry.provider.slug, "pk": inquiry.pk}
        link = site.rstrip("/") + reverse("inquiry", kwargs=where)
        notice = "chosen" if inquiry.pk == chosen.pk else "not_chosen"
        facts = {"commission": commission, "link": link}
        tell(inquiry.provider, (Role.PROVIDER,), f"programmes/mail/{notice}.txt", facts)
