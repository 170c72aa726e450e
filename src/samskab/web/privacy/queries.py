"""Whose data is held, and all of it."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from samskab.web.accounts.models import Organisation, User
from samskab.web.people.models import Calendar, Facilitator, Person
from samskab.web.programmes.models import Participant

FORM = "samskab-person/1"


def people_held(organisation: Organisation, search: str = "") -> QuerySet[Person]:
    """Leaders who are not erased, by name."""
    rows = Person.objects.filter(organisation=organisation, erased_at=None)
    if search:
        rows = rows.filter(Q(name__icontains=search) | Q(email__icontains=search))
    return rows.select_related("unit").order_by("name", "id")


def person_or_404(organisation: Organisation, pk: int) -> Person:
    """One of them.

    Raises:
        Http404: there is none.
    """
    person = people_held(organisation).filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def facilitators_held(organisation: Organisation, search: str = "") -> QuerySet[Facilitator]:
    """Facilitators who are not erased, by name."""
    rows = Facilitator.objects.filter(organisation=organisation)
    rows = rows.exclude(key__startswith="erased-f", email="", user=None, calendar=None)
    if search:
        rows = rows.filter(Q(name__icontains=search) | Q(email__icontains=search))
    return rows.order_by("name", "id")


def facilitator_or_404(organisation: Organisation, pk: int) -> Facilitator:
    """One of them.

    Raises:
        Http404: there is none.
    """
    facilitator = facilitators_held(organisation).filter(pk=pk).first()
    if facilitator is None:
        raise Http404
    return facilitator


def people_over_since(organisation: Organisation, last_day: date) -> QuerySet[Person]:
    """Who took part, and whose latest programme ended before a day."""
    own = Participant.objects.filter(person=OuterRef("pk"))
    later = own.filter(programme__last_day__gte=last_day)
    rows = Person.objects.filter(organisation=organisation, erased_at=None)
    return rows.filter(Exists(own), ~Exists(later))


def held_about(person: Person) -> dict[str, Any]:
    """Everything that is held about a leader; docs/reference/personal-data.md tells the keys."""
    return {
        "form": FORM,
        "person": _person(person),
        "calendar": _calendar(person.calendar),
        "pairs": list(person.parties.values_list("key", flat=True)),
        "programmes": _programmes(person),
        "sessions": _sessions(person),
        "invitations": _invitations(person),
        "user": _user(person.user),
    }


def held_about_facilitator(facilitator: Facilitator) -> dict[str, Any]:
    """Everything that is held about a facilitator."""
    return {
        "form": FORM,
        "facilitator": {
            "id": facilitator.key,
            "organisation": str(facilitator.organisation),
            "name": facilitator.name,
            "email": facilitator.email,
            "fee_per_half_day_oere": facilitator.fee_per_half_day_oere,
            "place": facilitator.place,
            "max_days_per_week": facilitator.max_days_per_week,
        },
        "calendar": _calendar(facilitator.calendar),
        "programmes": [
            {"title": row.programme.title, "modules": row.modules}
            for row in facilitator.engagements.select_related("programme")
        ],
        "sessions": [
            {"title": row.title, "start": row.start, "end": row.end}
            for row in facilitator.sessions.filter(plan__standing=True)
        ],
        "user": _user(facilitator.user),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.key,
        "organisation": str(person.organisation),
        "name": person.name,
        "email": person.email,
        "unit": person.unit.name,
        "position": person.role,
        "place": person.place,
        "hourly_value_oere": person.hourly_value_oere,
    }


def _calendar(calendar: Calendar | None) -> dict[str, Any] | None:
    if calendar is None:
        return None
    busy = calendar.busy.order_by("start").values("start", "end", "kind", "title")
    return {
        "name": calendar.name,
        "source": calendar.source,
        "feed_url": calendar.feed_url,
        "keeps_titles": calendar.keeps_titles,
        "read_at": calendar.read_at,
        "shared_with": calendar.people.count() + calendar.facilitators.count() - 1,
        "busy": list(busy),
    }


def _programmes(person: Person) -> list[dict[str, Any]]:
    rows = person.participations.select_related("programme").prefetch_related("needs")
    return [
        {
            "title": row.programme.title,
            "first_day": row.programme.first_day,
            "last_day": row.programme.last_day,
            "modules": sorted(need.module for need in row.needs.all()),
        }
        for row in rows
    ]


def _sessions(person: Person) -> list[dict[str, Any]]:
    seats = person.seats.select_related("session__plan__programme", "session__room")
    return [
        {
            "programme": seat.session.plan.programme.title,
            "title": seat.session.title,
            "start": seat.session.start,
            "end": seat.session.end,
            "room": seat.session.room.name if seat.session.room else None,
            "standing": seat.session.plan.standing,
        }
        for seat in seats.order_by("session__start", "id")
    ]


def _invitations(person: Person) -> list[dict[str, Any]]:
    rows = person.entries.select_related("programme").prefetch_related("messages")
    return [
        {
            "programme": entry.programme.title,
            "module": entry.module,
            "uid": entry.uid,
            "start": entry.start,
            "end": entry.end,
            "cancelled": entry.is_cancelled,
            "answer": entry.answer,
            "answered_at": entry.answered_at,
            "messages": [
                {"to": sent.recipient, "state": sent.state, "sent_at": sent.sent_at}
                for sent in entry.messages.all()
            ],
        }
        for entry in rows.order_by("start", "id")
    ]


def _user(user: User | None) -> dict[str, Any] | None:
    if user is None:
        return None
    memberships = user.memberships.select_related("organisation")
    return {
        "email": user.email,
        "name": user.name,
        "joined_at": user.date_joined,
        "last_login_at": user.last_login,
        "roles": [{"organisation": str(row.organisation), "role": row.role} for row in memberships],
    }


def held_about_user(user: User) -> dict[str, Any]:
    """Everything about whoever is logged in: the account, and who she is in registers."""
    return {
        "form": FORM,
        "user": _user(user),
        "people": [held_about(person) for person in user.people.all()],
        "facilitators": [held_about_facilitator(row) for row in user.facilitators.all()],
    }
