"""Telling a plan: rows of everything that is told, in one transaction."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from secrets import token_hex, token_urlsafe

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from samskab.calendars.publication import Edition
from samskab.calendars.publication import Publication as Engine
from samskab.calendars.published_json import published_text
from samskab.calendars.writing import calendar_of, invitation
from samskab.telling.publication_files import messages
from samskab.web.audit.actions import record
from samskab.web.invitations.enums import Answer, PreparationState
from samskab.web.invitations.models import Entry, Feed, Message, Preparation, Publication, Shown
from samskab.web.invitations.wording import mail_words
from samskab.web.people.models import Facilitator, Person, Room
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme

PEOPLE = "people"
OWNERS = {PEOPLE: "person", "facilitators": "facilitator", "rooms": "room"}
_SECRET_BYTES = 24
_MESSAGE_ID_BYTES = 16


class OvertakenError(Exception):
    """Something else was published, or the question fell away, since this was worked out."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be told.

    Attributes:
        publication: the engine's.
        zone: of the programme, IANA.
    """

    publication: Engine
    zone: str


@transaction.atomic
def publish_plan(*, preparation: Preparation, telling: Telling) -> Publication | None:
    """Make a plan what stands: account, entries, mails and feeds; None where nothing is told.

    Args:
        preparation: confirmed.
        telling: worked out from what was published last.

    Raises:
        OvertakenError: it is not to be published so any more; nothing is changed.
    """
    programme = Programme.objects.select_for_update().get(pk=preparation.programme_id)
    _refuse_overtaken(preparation, telling)
    published = telling.publication.published
    publication = None
    if telling.publication.told:
        publication = Publication.objects.create(
            programme=programme,
            plan=preparation.plan,
            number=published.number,
            account=published_text(published),
            by=preparation.by,
        )
        entries = _store_entries(programme, telling)
        _store_messages(publication, telling, entries, preparation.site)
        _show(programme, telling)
    _let_stand(preparation.plan)
    rows = Preparation.objects.filter(pk=preparation.pk)
    rows.update(state=PreparationState.DONE, publication=publication, claimed_at=None)
    counts = Counter(told.change.value for told in telling.publication.told)
    record(
        by=preparation.by,
        organisation=programme.municipality,
        action="plan_published",
        subject=f"plan:{preparation.plan_id}",
        number=published.number,
        **counts,
    )
    return publication


def _refuse_overtaken(preparation: Preparation, telling: Telling) -> None:
    asked = Preparation.objects.filter(pk=preparation.pk, state=PreparationState.CONFIRMED)
    last = Publication.objects.filter(programme=preparation.programme).first()
    number = telling.publication.published.number
    base = number - 1 if telling.publication.told else number
    if not asked.exists() or (last.number if last else 0) != base:
        raise OvertakenError(preparation.pk)


def _let_stand(plan: Plan) -> None:
    standing = Plan.objects.filter(programme=plan.programme, standing=True)
    standing.exclude(pk=plan.pk).update(standing=False)
    Plan.objects.filter(pk=plan.pk).update(standing=True, published_at=timezone.now())


def _store_entries(programme: Programme, telling: Telling) -> dict[tuple[str, str], Entry]:
    """Bring every person's entries to what the account says; by her key and the module."""
    rows = Entry.objects.filter(programme=programme).select_related("person")
    known = {(row.person.key, row.module): row for row in rows}
    people = {row.key: row for row in Person.objects.filter(organisation=programme.municipality)}
    new, changed = [], []
    for key, module, edition in _editions(telling):
        entry = known.get((key, module))
        if entry is None and key in people:
            entry = Entry(
                programme=programme,
                person=people[key],
                module=module,
                link=token_urlsafe(_SECRET_BYTES),
            )
            new.append(entry)
            known[key, module] = entry
        elif entry is None or entry.sequence == edition.sequence:
            continue
        else:
            changed.append(entry)
        _fit(entry, edition)
    Entry.objects.bulk_create(new, batch_size=500)
    Entry.objects.bulk_update(changed, _TOLD_FIELDS, batch_size=200)
    return known


_TOLD_FIELDS = (
    "title", "uid", "sequence", "start", "end", "is_cancelled",
    "answer", "answered_at", "answer_stamp",
)  # fmt: skip


def _editions(telling: Telling) -> Iterator[tuple[str, str, Edition]]:
    for calendar in telling.publication.published.calendars.values():
        if calendar.holder.kind == PEOPLE:
            for module, edition in calendar.editions.items():
                yield calendar.holder.id, module, edition


def _fit(entry: Entry, edition: Edition) -> None:
    """What the edition says; another time, or coming back, asks for a new answer."""
    blocks = edition.appointment.blocks
    times = blocks[0].start, blocks[-1].end
    if (entry.start, entry.end) != times or (entry.is_cancelled and not edition.is_cancelled):
        entry.answer, entry.answered_at, entry.answer_stamp = Answer.NONE, None, None
    entry.start, entry.end = times
    entry.title = edition.appointment.summary[:300]
    entry.uid, entry.sequence = edition.uid, edition.sequence
    entry.is_cancelled = edition.is_cancelled


def _store_messages(
    publication: Publication,
    telling: Telling,
    entries: dict[tuple[str, str], Entry],
    site: str,
) -> None:
    """A mail for whoever can be invited, with all that it is made of."""
    told = telling.publication.told
    names = {(one.edition.uid, one.edition.sequence): one for one in told}
    names |= {(one.withdrawn.uid, one.withdrawn.sequence): one for one in told if one.withdrawn}
    rows = []
    for message in messages(telling.publication):
        edition = message.edition
        one = names[edition.uid, edition.sequence]
        entry = entries.get((one.holder.id, one.name))
        if entry is None:
            continue
        row = _message(publication, entry, edition)
        link = f"{site}{reverse('answer', args=[entry.link])}"
        language = telling.publication.published.language
        row.subject, row.text = mail_words(edition, message.change, language, telling.zone, link)
        row.subject = row.subject[:400]
        rows.append(row)
    Message.objects.bulk_create(rows, batch_size=200)


def _message(publication: Publication, entry: Entry, edition: Edition) -> Message:
    organizer, attendee = edition.appointment.organizer, edition.appointment.attendee
    if organizer is None or attendee is None:
        raise ValueError(edition.uid)
    name = organizer.name.replace('"', "'").replace("\\", " ")
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return Message(
        entry=entry,
        publication=publication,
        method="CANCEL" if edition.is_cancelled else "REQUEST",
        sequence=edition.sequence,
        recipient=attendee.mail,
        sender=f'"{name}" <{organizer.mail}>' if name else organizer.mail,
        message_id=f"{token_hex(_MESSAGE_ID_BYTES)}@{domain}",
        content=invitation(edition).decode(),
    )


def _show(programme: Programme, telling: Telling) -> None:
    """What each calendar shows of the programme, where it changed."""
    owners = _owners(programme)
    rows = Shown.objects.filter(programme=programme)
    known = {(row.person_id, row.facilitator_id, row.room_id): row for row in rows}
    new: list[Shown] = []
    changed: list[Shown] = []
    for calendar in telling.publication.published.calendars.values():
        owner = owners.get(calendar.holder.key)
        if owner is None:
            continue
        row = Shown(programme=programme, **{f"{OWNERS[calendar.holder.kind]}_id": owner})
        row = known.get((row.person_id, row.facilitator_id, row.room_id), row)
        events = events_of(calendar.standing)
        if row.events != events:
            row.events = events
            (changed if row.pk else new).append(row)
    Shown.objects.bulk_create(new, batch_size=200)
    Shown.objects.bulk_update(changed, ["events"], batch_size=100)
    _give_addresses(new)


def _give_addresses(shown: Iterable[Shown]) -> None:
    """A secret calendar address for everybody who has none yet."""
    rows = [
        Feed(
            person_id=one.person_id,
            facilitator_id=one.facilitator_id,
            room_id=one.room_id,
            secret=token_urlsafe(_SECRET_BYTES),
        )
        for one in shown
    ]
    Feed.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)


def _owners(programme: Programme) -> dict[tuple[str, str], int]:
    """Row of whose calendar it is, by the engine's key: a facilitator may be the provider's."""
    sides = [programme.municipality_id, programme.provider_id]
    owners: dict[tuple[str, str], int] = {}
    people = Person.objects.filter(organisation=programme.municipality)
    owners |= {(PEOPLE, key): pk for key, pk in people.values_list("key", "pk")}
    for kind, model in (("facilitators", Facilitator), ("rooms", Room)):
        rows: Iterable[tuple[str, int]] = model.objects.filter(organisation__in=sides).values_list(
            "key", "pk"
        )
        owners |= {(kind, key): pk for key, pk in rows}
    engaged = programme.engagements.values_list("facilitator__key", "facilitator_id")
    owners |= {("facilitators", key): pk for key, pk in engaged}
    venues = programme.venues.values_list("room__key", "room_id")
    return owners | {("rooms", key): pk for key, pk in venues}


def events_of(editions: Iterable[Edition]) -> str:
    """The VEVENTs of what takes place."""
    standing = tuple(editions)
    if not standing:
        return ""
    text = calendar_of("", standing).decode()
    begin = text.index("BEGIN:VEVENT")
    return text[begin : text.rindex("END:VCALENDAR")]
