"""What one user has to come to, as a leader and as a facilitator."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from samskab.telling.notation import danish_order
from samskab.web.accounts.models import Organisation, User
from samskab.web.invitations.enums import DeclineState
from samskab.web.invitations.models import Decline, Entry
from samskab.web.people.models import Facilitator, Person, Place, Room
from samskab.web.plans.models import PlannedSession, Seat


@dataclass(frozen=True, slots=True)
class Meeting:
    """Something that a leader comes to.

    Attributes:
        others: names of those who take part with her.
        is_looked_into: she cannot come, and the consultant is looking for another day.
    """

    entry: Entry
    where: str
    facilitators: tuple[str, ...]
    others: tuple[str, ...]
    is_looked_into: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A session that a facilitator leads."""

    session: PlannedSession
    where: str
    people: tuple[Person, ...]
    with_others: tuple[str, ...]


def leaders_of(user: User, organisation: Organisation) -> QuerySet[Person]:
    """The user as a leader of an organisation, with calendar and feed."""
    rows = Person.objects.filter(organisation=organisation, user=user, erased_at=None)
    return rows.select_related("calendar", "feed", "unit")


def facilitators_of(user: User, organisation: Organisation) -> QuerySet[Facilitator]:
    """The user as a facilitator of an organisation, with feed."""
    rows = Facilitator.objects.filter(organisation=organisation, user=user)
    return rows.select_related("calendar", "feed")


def entry_or_404(user: User, organisation: Organisation, pk: int) -> Entry:
    """An entry in the user's own calendar.

    Raises:
        Http404: there is none.
    """
    own = Entry.objects.filter(person__in=leaders_of(user, organisation).values("pk"))
    entry = own.filter(pk=pk).first()
    if entry is None:
        raise Http404
    return entry


def meetings_of(people: Iterable[Person]) -> list[Meeting]:
    """What is ahead of them, the next first; what is cancelled too, until it would have been."""
    keys = [one.pk for one in people]
    entries = Entry.objects.filter(person__in=keys, end__gt=timezone.now())
    rows = list(entries.select_related("programme").order_by("start", "id"))
    seats = _seats(keys) if rows else {}
    places = _places(seats.values())
    asked = set(
        Decline.objects.filter(
            entry__in=rows,
            state__in=[DeclineState.OPEN, DeclineState.MOVING, DeclineState.LEAVING],
        ).values_list("entry_id", flat=True)
    )
    return [
        _meeting(
            row,
            seats.get((row.programme_id, row.person_id, row.module)),
            places,
            is_looked_into=row.pk in asked,
        )
        for row in rows
    ]


def _seats(people: list[int]) -> dict[tuple[int, int, str], PlannedSession]:
    """Sessions ahead that stand, by programme, person and module."""
    rows = (
        Seat.objects.filter(
            person__in=people, session__plan__standing=True, session__end__gt=timezone.now()
        )
        .select_related("session__plan", "session__room")
        .prefetch_related(
            "session__facilitators",
            Prefetch("session__seats", Seat.objects.select_related("person")),
        )
    )
    return {
        (row.session.plan.programme_id, row.person_id, row.session.module): row.session
        for row in rows
    }


def _meeting(
    entry: Entry,
    session: PlannedSession | None,
    places: dict[tuple[int, str], str],
    *,
    is_looked_into: bool,
) -> Meeting:
    if session is None or entry.is_cancelled:
        return Meeting(entry, "", (), (), is_looked_into)
    names = (seat.person.name for seat in session.seats.all() if seat.person_id != entry.person_id)
    return Meeting(
        entry,
        where_is(session.room, places),
        tuple(one.name for one in session.facilitators.all()),
        tuple(sorted(names, key=danish_order)),
        is_looked_into,
    )


def groups_of(facilitators: Iterable[Facilitator]) -> list[Group]:
    """Sessions that stand and are ahead, the next first, with everybody in them."""
    keys = {one.pk for one in facilitators}
    seats = Seat.objects.select_related("person__unit")
    rows = list(
        PlannedSession.objects.filter(
            plan__standing=True, facilitators__in=keys, end__gt=timezone.now()
        )
        .distinct()
        .select_related("room", "plan__programme")
        .prefetch_related("facilitators", Prefetch("seats", seats))
        .order_by("start", "id")
    )
    places = _places(rows)
    return [_group(row, keys, places) for row in rows]


def _group(session: PlannedSession, own: set[int], places: dict[tuple[int, str], str]) -> Group:
    people = sorted((s.person for s in session.seats.all()), key=lambda one: danish_order(one.name))
    others = tuple(one.name for one in session.facilitators.all() if one.pk not in own)
    return Group(session, where_is(session.room, places), tuple(people), others)


def _places(sessions: Iterable[PlannedSession]) -> dict[tuple[int, str], str]:
    """Names of the places of sessions' rooms, by organisation and key."""
    rooms = [one.room for one in sessions if one.room is not None]
    if not rooms:
        return {}
    rows = Place.objects.filter(
        organisation__in={one.organisation_id for one in rooms},
        key__in={one.place for one in rooms},
    )
    return {(row.organisation_id, row.key): row.name for row in rows}


def where_is(room: Room | None, places: dict[tuple[int, str], str]) -> str:
    """Room and place; empty where it is online."""
    if room is None:
        return ""
    place = places.get((room.organisation_id, room.place), "")
    return f"{room.name}, {place}" if place and place != room.name else room.name


def session_of(entry: Entry) -> PlannedSession | None:
    """The session that stands for an entry, with its room."""
    rows = PlannedSession.objects.filter(
        plan__programme=entry.programme_id, plan__standing=True, module=entry.module
    )
    return rows.filter(seats__person=entry.person_id).select_related("room").first()


def entry_by_link(link: str) -> Entry | None:
    """What a secret link answers; None where it leads nowhere."""
    rows = Entry.objects.select_related("person", "programme__municipality")
    return rows.filter(link=link, person__erased_at=None).first()
