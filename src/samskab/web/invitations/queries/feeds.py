"""Secret calendar addresses and what they show."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404

from samskab.calendars.writing import calendar_of
from samskab.web.accounts.models import Organisation
from samskab.web.invitations.models import Feed, Shown
from samskab.web.people.models import Facilitator, Person, Room

Owner = Person | Facilitator | Room


def feed_or_404(secret: str) -> Feed:
    """The feed of a secret.

    Raises:
        Http404: there is none, or it was renewed, or its owner's data is gone.
    """
    rows = Feed.objects.select_related("person", "facilitator", "room")
    feed = rows.filter(secret=secret).first()
    if feed is None or (feed.person is not None and feed.person.erased_at is not None):
        raise Http404
    return feed


def feed_text(feed: Feed) -> str:
    """The calendar: what every programme shows in it."""
    rows = Shown.objects.filter(
        person=feed.person_id, facilitator=feed.facilitator_id, room=feed.room_id
    )
    events = rows.exclude(events="").order_by("programme_id").values_list("events", flat=True)
    return _calendar(f"Samskab: {feed}", events)


def _calendar(name: str, events: Iterable[str]) -> str:
    empty = calendar_of(name, ()).decode()
    told = "".join(events)
    if not told:
        return empty
    return f"{empty[: empty.index('BEGIN:VTIMEZONE')]}{told}END:VCALENDAR\r\n"


def rooms_of(organisation: Organisation) -> QuerySet[Room]:
    """With their feeds."""
    return Room.objects.filter(organisation=organisation).select_related("feed")


def facilitators_of(organisation: Organisation) -> QuerySet[Facilitator]:
    """With their feeds."""
    return Facilitator.objects.filter(organisation=organisation).select_related("feed")


def owner_or_404(organisation: Organisation, kind: str, pk: int) -> Room | Facilitator:
    """A room or a facilitator of the organisation.

    Raises:
        Http404: there is none.
    """
    owner: Room | Facilitator | None = None
    if kind == "room":
        owner = Room.objects.filter(organisation=organisation, pk=pk).first()
    elif kind == "facilitator":
        owner = Facilitator.objects.filter(organisation=organisation, pk=pk).first()
    if owner is None:
        raise Http404
    return owner
