"""What people answer, wherever they do it: in a calendar program, by a link, or on their page."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.invitations.enums import Answer, DeclineState
from samskab.web.invitations.models import Decline, Entry
from samskab.web.plans.models import PlannedSession
from samskab.web.queue import ask_for

UNSETTLED = (DeclineState.OPEN, DeclineState.MOVING, DeclineState.LEAVING)


class Taken(StrEnum):
    """What became of an answer."""

    TAKEN = "taken"
    REPEATED = "repeated"
    STALE = "stale"
    PAST = "past"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer.

    Attributes:
        stamp: when it was given, as its giver dates it.
        sequence: of what it answers; None: of what stands.
        way: mail, link or page, for the account.
    """

    answer: Answer
    stamp: datetime
    way: str
    sequence: int | None = None


@transaction.atomic
def answer_entry(*, entry: Entry, given: Given, by: User | None, site: str = "") -> Taken:
    """Store an answer, unless it answers what does not stand any more.

    Args:
        entry: what is answered.
        given: the answer.
        by: who is logged in, if anybody.
        site: how addresses of pages begin, for what a decline may lead to.
    """
    row = Entry.objects.select_for_update().get(pk=entry.pk)
    refusal = _refusal(row, given)
    if refusal is not None:
        return refusal
    if row.answer == given.answer:
        return Taken.REPEATED
    row.answer, row.answered_at = given.answer, timezone.now()
    row.answer_stamp = given.stamp
    row.save(update_fields=["answer", "answered_at", "answer_stamp"])
    _settle_or_ask(row, site)
    record(
        by=by,
        organisation=row.programme.municipality,
        action="invitation_answered",
        subject=f"entry:{row.pk}",
        answer=row.answer,
        way=given.way,
        sequence=row.sequence,
    )
    return Taken.TAKEN


def _refusal(row: Entry, given: Given) -> Taken | None:
    if given.sequence is not None and given.sequence != row.sequence:
        return Taken.STALE
    if row.answer_stamp is not None and given.stamp < row.answer_stamp:
        return Taken.STALE
    if row.is_cancelled:
        return Taken.CANCELLED
    return Taken.PAST if row.end <= timezone.now() else None


def _settle_or_ask(row: Entry, site: str) -> None:
    """A decline is a question to the consultant; another answer takes it back."""
    open_ones = Decline.objects.filter(entry=row, state=DeclineState.OPEN)
    if row.answer != Answer.DECLINED:
        open_ones.update(state=DeclineState.WITHDRAWN, settled_at=timezone.now())
    elif not Decline.objects.filter(entry=row, state__in=UNSETTLED).exists():
        session = PlannedSession.objects.filter(
            plan__programme=row.programme, plan__standing=True,
            module=row.module, seats__person=row.person,
        ).first()  # fmt: skip
        decline = Decline.objects.create(
            entry=row,
            sequence=row.sequence,
            session=session.key if session else "",
            start=row.start,
            site=site,
        )
        ask_for("samskab.web.invitations.jobs.suggest", decline.pk)
