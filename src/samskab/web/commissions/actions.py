"""What a municipality does with its commissions."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.mail import tell
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.commissions.queries import missing_answers

OPEN_STATES = (CommissionState.DRAFT, CommissionState.ASKED)


class CommissionClosedError(Exception):
    """The commission is no longer where this can be done: somebody has gone on with it."""


class CommissionUnfinishedError(Exception):
    """Nobody can be asked before the commission says what it is about."""


@transaction.atomic
def store_draft(*, commission: Commission, by: User) -> None:
    """Write a commission down, or change it while nobody was asked.

    Raises:
        CommissionClosedError: providers were asked, or it was withdrawn.
    """
    is_new = commission.pk is None
    if is_new:
        commission.made_by = by
    else:
        locked(commission, CommissionState.DRAFT)
    commission.save()
    action = "commission_written" if is_new else "commission_changed"
    record(by=by, organisation=commission.municipality, action=action, subject=subject(commission))


@transaction.atomic
def ask_providers(
    *, commission: Commission, providers: Iterable[Organisation], by: User, site: str
) -> list[Inquiry]:
    """Ask them for an answer, each by itself; those asked already are not asked again.

    `site` is the address of the front page, for links in mail.

    Raises:
        CommissionClosedError: a provider is chosen, or the commission was withdrawn.
        CommissionUnfinishedError: something that providers must know is not written yet.
    """
    held = locked(commission, *OPEN_STATES)
    if missing_answers(held):
        raise CommissionUnfinishedError
    asked = []
    for provider in providers:
        inquiry, is_new = Inquiry.objects.get_or_create(commission=held, provider=provider)
        if is_new:
            asked.append(inquiry)
            _tell_asked(inquiry, site)
    if asked:
        held.state = CommissionState.ASKED
        held.save(update_fields=["state"])
        facts = {"providers": [inquiry.provider_id for inquiry in asked]}
        place = held.municipality
        record(by=by, organisation=place, action="providers_asked", subject=subject(held), **facts)
    return asked


@transaction.atomic
def withdraw(*, commission: Commission, by: User) -> None:
    """Ask for nothing any more; whoever was asked sees it.

    Raises:
        CommissionClosedError: a provider is chosen, or it was withdrawn already.
    """
    held = locked(commission, *OPEN_STATES)
    held.state = CommissionState.WITHDRAWN
    held.save(update_fields=["state"])
    told = held.inquiries.filter(declined_at__isnull=True).select_related("provider")
    for inquiry in told:
        tell(
            inquiry.provider,
            (Role.PROVIDER,),
            "commissions/mail/withdrawn.txt",
            {"commission": held},
        )
    place = held.municipality
    record(by=by, organisation=place, action="commission_withdrawn", subject=subject(held))


def locked(commission: Commission, *states: CommissionState) -> Commission:
    """The commission as it stands, held until the transaction ends.

    Raises:
        CommissionClosedError: it is in none of these states.
    """
    rows = Commission.objects.select_for_update(of=("self",)).select_related("municipality")
    held = rows.filter(pk=commission.pk, state__in=states).first()
    if held is None:
        raise CommissionClosedError
    return held


def subject(commission: Commission) -> str:
    """As the account names it."""
    return f"commission:{commission.pk}"


def _tell_asked(inquiry: Inquiry, site: str) -> None:
    where = {"slug": inquiry.provider.slug, "pk": inquiry.pk}
    link = site.rstrip("/") + reverse("inquiry", kwargs=where)
    facts = {"commission": inquiry.commission, "link": link}
    tell(inquiry.provider, (Role.PROVIDER,), "commissions/mail/asked.txt", facts)
