"""Connecting calendars, and keeping of them only when their owners are busy."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from secrets import token_hex

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from samskab.calendars import CalendarReading, ReadingWindow, read_calendar
from samskab.common.busy import Busy
from samskab.common.errors import Fault
from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.people.enums import CalendarSource, CalendarState
from samskab.web.people.models import BusySpan, Calendar, Facilitator, Person
from samskab.web.people.queries import Owner, shares

BEFORE = timedelta(days=30)
AHEAD = timedelta(days=3 * 365)
OWN_UIDS = "samskab-"
MOST_FAULTS = 50


def window(now: datetime) -> ReadingWindow:
    """What of a calendar is read: a month back, three years ahead."""
    return ReadingWindow(now - BEFORE, now + AHEAD, settings.TIME_ZONE, own_uids=OWN_UIDS)


@transaction.atomic
def upload_calendar(*, owner: Owner, name: str, content: bytes, by: User) -> Calendar:
    """Keep the busy time of an .ics file.

    Args:
        owner: whose calendar it is.
        name: of the file, in faults.
        content: of the file.
        by: the user.

    Raises:
        InputError: it is no calendar; nothing is changed.
    """
    now = timezone.now()
    reading = read_calendar(content, name, window(now))
    calendar = _own_calendar(owner)
    calendar.source, calendar.feed_url = CalendarSource.FILE, ""
    _store(calendar, reading, now)
    _record(calendar, owner, by, "calendar_uploaded", spans=len(reading.busy))
    return calendar


@transaction.atomic
def subscribe_calendar(*, owner: Owner, address: str, by: User) -> Calendar:
    """Keep a feed's address, from which a job reads; busy time stays until it has.

    Args:
        owner: whose calendar it is.
        address: of the feed.
        by: the user.
    """
    calendar = _own_calendar(owner)
    calendar.source, calendar.feed_url = CalendarSource.FEED, address
    calendar.state, calendar.faults = CalendarState.WAITING, []
    calendar.save()
    _record(calendar, owner, by, "calendar_subscribed")
    return calendar


@transaction.atomic
def ask_for_fetch(*, owner: Owner, by: User) -> Calendar | None:
    """Note that a feed is to be read now; None where the owner has none."""
    calendar = owner.calendar
    if calendar is None or not calendar.feed_url:
        return None
    calendar.state = CalendarState.WAITING
    calendar.save(update_fields=["state"])
    _record(calendar, owner, by, "calendar_fetch_asked")
    return calendar


@transaction.atomic
def disconnect_calendar(*, owner: Owner, by: User) -> None:
    """Forget an owner's calendar; its busy time goes where nobody else has it."""
    calendar = owner.calendar
    if calendar is None:
        return
    _record(calendar, owner, by, "calendar_disconnected")
    owner.calendar = None
    owner.save(update_fields=["calendar"])
    if not shares(calendar):
        calendar.delete()


@transaction.atomic
def store_reading(*, calendar: Calendar, address: str, reading: CalendarReading) -> None:
    """Keep what a feed says, unless its owner has given another address meanwhile.

    Args:
        calendar: whose feed was read.
        address: what was read.
        reading: what it says.
    """
    current = _of_address(calendar, address)
    if current is not None and _store(current, reading, timezone.now()):
        record(
            by=None,
            organisation=current.organisation,
            action="calendar_read",
            subject=f"calendar:{current.pk}",
            spans=len(reading.busy),
        )


@transaction.atomic
def store_failure(*, calendar: Calendar, address: str, faults: Sequence[Fault]) -> None:
    """Note why a feed could not be read; what was read of it before is kept.

    Args:
        calendar: whose feed was read.
        address: what was read.
        faults: why.
    """
    current = _of_address(calendar, address)
    if current is None:
        return
    is_news = current.state != CalendarState.FAILED
    current.state, current.tried_at = CalendarState.FAILED, timezone.now()
    current.faults = _as_json(faults)
    current.save(update_fields=["state", "tried_at", "faults"])
    if is_news:
        record(
            by=None,
            organisation=current.organisation,
            action="calendar_failed",
            subject=f"calendar:{current.pk}",
            codes=[fault.code for fault in faults][:MOST_FAULTS],
        )


def _of_address(calendar: Calendar, address: str) -> Calendar | None:
    rows = Calendar.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.filter(pk=calendar.pk, feed_url=address).first()


def _own_calendar(owner: Owner) -> Calendar:
    """The owner's calendar, where nobody shares it; else a new one in its place."""
    if owner.calendar is not None and shares(owner.calendar) == 1:
        return Calendar.objects.select_for_update().get(pk=owner.calendar.pk)
    calendar = _calendar_named(owner, f"{_kind(owner)}-{owner.pk}.ics")
    owner.calendar = calendar
    owner.save(update_fields=["calendar"])
    return calendar


def _calendar_named(owner: Owner, name: str) -> Calendar:
    """A calendar of nobody else: a folder from another place may have brought one of this name."""
    found = Calendar.objects.filter(organisation=owner.organisation, name=name).first()
    if found is not None and not shares(found):
        return found
    return Calendar.objects.create(
        organisation=owner.organisation,
        name=f"{name.removesuffix('.ics')}-{token_hex(4)}.ics" if found else name,
        source=CalendarSource.FILE,
        state=CalendarState.WAITING,
    )


def _kind(owner: Owner) -> str:
    if isinstance(owner, Person):
        return "person"
    return "facilitator" if isinstance(owner, Facilitator) else "room"


def _store(calendar: Calendar, reading: CalendarReading, now: datetime) -> bool:
    """Keep a reading; whether the busy time is other than it was."""
    calendar.state = CalendarState.PARTLY if reading.warnings else CalendarState.WHOLE
    calendar.read_at = calendar.tried_at = now
    calendar.read_from = timezone.localdate(now - BEFORE)
    calendar.read_until = timezone.localdate(now + AHEAD)
    calendar.faults = _as_json(reading.warnings)
    calendar.save()
    rows = calendar.busy.order_by("start").values_list("start", "end", "kind")
    before = [(start, end, str(kind)) for start, end, kind in rows]
    if before == [(span.start, span.end, span.kind.value) for span in reading.busy]:
        return False
    calendar.busy.all().delete()
    BusySpan.objects.bulk_create(_spans(calendar, reading.busy), batch_size=1000)
    return True


def _spans(calendar: Calendar, busy: Sequence[Busy]) -> list[BusySpan]:
    return [
        BusySpan(calendar=calendar, start=span.start, end=span.end, kind=span.kind.value)
        for span in busy
    ]


def _as_json(faults: Sequence[Fault]) -> list[dict[str, object]]:
    """Codes, lines and what is said of them, but never what the calendar itself says."""
    return [
        {
            "code": fault.code,
            "values": {
                name: "…" if name == "value" else _plain(value)
                for name, value in fault.values.items()
            },
            "line": fault.line,
        }
        for fault in faults[:MOST_FAULTS]
    ]


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)


def _record(calendar: Calendar, owner: Owner, by: User, action: str, **facts: object) -> None:
    record(
        by=by,
        organisation=owner.organisation,
        action=action,
        subject=f"{_kind(owner)}:{owner.pk}",
        calendar=calendar.pk,
        **facts,
    )
