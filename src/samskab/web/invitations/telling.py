"""Preparations, worked out and published by a worker."""

import logging
from collections import Counter

from django.utils import timezone

from samskab.calendars.publication import Change
from samskab.common.errors import InputError
from samskab.web.invitations.actions.preparations import answer_preparation, record_refusal
from samskab.web.invitations.actions.publishing import OvertakenError, Telling, publish_plan
from samskab.web.invitations.enums import PreparationState
from samskab.web.invitations.models import Preparation
from samskab.web.invitations.preparing import Outlook, faults_in_words, outlook
from samskab.web.invitations.queries import work
from samskab.web.people.models import Person

logger = logging.getLogger(__name__)
PEOPLE = "people"


def work_out(number: int) -> None:
    """Answer what publishing a plan would tell.

    Args:
        number: of the preparation; it may have been answered or dropped meanwhile.
    """
    preparation = claimed(number, PreparationState.WORKING)
    if preparation is None:
        return
    found = _outlook(preparation)
    if isinstance(found, list):
        answer_preparation(preparation=preparation, state=PreparationState.REFUSED, refusals=found)
    elif found.refusals:
        _refuse(preparation, found)
    else:
        _offer(preparation, found, asked_again=False)


def publish_confirmed(number: int) -> bool:
    """Publish, if it still tells what was confirmed; whether something was published.

    Args:
        number: of the preparation.
    """
    preparation = claimed(number, PreparationState.CONFIRMED)
    if preparation is None:
        return False
    found = _outlook(preparation)
    if isinstance(found, list):
        answer_preparation(preparation=preparation, state=PreparationState.REFUSED, refusals=found)
    elif found.refusals:
        _refuse(preparation, found)
        record_refusal(preparation=preparation)
    elif preparation.digest and preparation.digest != found.digest:
        _offer(preparation, found, asked_again=True)
    else:
        return _publish(preparation, found)
    return False


def claimed(number: int, state: PreparationState) -> Preparation | None:
    """A preparation in a state, ours alone for as long as a claim holds; None where it is not."""
    rows = Preparation.objects.filter(work.free(), pk=number, state=state)
    if not rows.update(claimed_at=timezone.now()):
        return None
    return Preparation.objects.select_related("plan__programme__municipality").get(pk=number)


def _outlook(preparation: Preparation) -> Outlook | list[dict[str, str]]:
    """What would be told; sentences where the programme cannot be read."""
    try:
        return outlook(preparation.plan, timezone.now())
    except InputError as error:
        return list(faults_in_words(error.faults))


def _publish(preparation: Preparation, found: Outlook) -> bool:
    telling = Telling(found.publication, found.zone)
    try:
        return publish_plan(preparation=preparation, telling=telling) is not None
    except OvertakenError:
        logger.info("preparation %d was overtaken: it is worked out anew", preparation.pk)
        Preparation.objects.filter(pk=preparation.pk).update(claimed_at=None)
        return False


def _refuse(preparation: Preparation, found: Outlook) -> None:
    answer_preparation(
        preparation=preparation,
        state=PreparationState.REFUSED,
        refusals=found.refusals,
        notes=found.notes,
    )


def _offer(preparation: Preparation, found: Outlook, *, asked_again: bool) -> None:
    told = found.publication.told
    people = [one for one in told if one.holder.kind == PEOPLE]
    keys = {one.holder.id for one in people}
    home = preparation.programme.municipality_id
    rows = dict(Person.objects.filter(organisation=home, key__in=keys).values_list("key", "pk"))
    counts = Counter(one.change for one in people)
    answer_preparation(
        preparation=preparation,
        state=PreparationState.READY,
        told=[
            [
                rows.get(one.holder.id),
                one.edition.appointment.summary,
                one.change.value,
                one.edition.appointment.blocks[0].start.isoformat(),
                one.edition.appointment.is_invitation,
            ]
            for one in people
        ],
        counts={change.value: counts[change] for change in Change},
        notes=found.notes,
        refusals=[],
        digest=found.digest,
        asked_again=asked_again,
    )
