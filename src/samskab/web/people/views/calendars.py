"""Calendars: connected by their owners, watched over by the consultant."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskab.common.errors import InputError
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.people.actions.calendars import (
    ask_for_fetch,
    disconnect_calendar,
    subscribe_calendar,
    upload_calendar,
)
from samskab.web.people.actions.reminders import remind
from samskab.web.people.enums import Care
from samskab.web.people.fetching.words import kept_words, words_of
from samskab.web.people.forms import CalendarFileForm, FeedForm
from samskab.web.people.jobs import fetch_feed, send_reminder
from samskab.web.people.models import Calendar, Facilitator, Person, Room
from samskab.web.people.queries import (
    Owner,
    cares,
    facilitators_of,
    found,
    one_or_404,
    owned_by,
    people_of,
    rooms_of,
    to_remind,
    with_reminders,
)
from samskab.web.people.views.paging import page_of, query_without_page
from samskab.web.people.views.roles import EDITORS, EDITORS_OF_RESOURCES, OWNERS, READERS

PERSON = "person"
KINDS: dict[str, Callable[[Organisation], QuerySet[Any]]] = {
    PERSON: people_of,
    "underviser": facilitators_of,
    "lokale": rooms_of,
}
MAY_CONNECT = (*EDITORS_OF_RESOURCES, *OWNERS)


@dataclass(frozen=True, slots=True)
class Card:
    """One owner's calendar as a page shows it."""

    owner: Owner
    kind: str
    faults: list[tuple[int | None, str]]
    file_form: CalendarFileForm
    feed_form: FeedForm

    @property
    def calendar(self) -> Calendar | None:
        """What is connected."""
        return self.owner.calendar

    @property
    def feed_host(self) -> str:
        """The server of a feed; the rest of its address is a secret."""
        return (urlsplit(self.calendar.feed_url).hostname or "") if self.calendar else ""

    @property
    def is_waiting(self) -> bool:
        """Whether a job is about to read the feed."""
        return bool(getattr(self.owner, "care", "") == Care.WAITING)


def _kind_of(owner: Owner) -> str:
    if isinstance(owner, Person):
        return PERSON
    return "underviser" if isinstance(owner, Facilitator) else "lokale"


def _card(
    owner: Owner, file_form: CalendarFileForm | None = None, feed_form: FeedForm | None = None
) -> Card:
    faults = kept_words(owner.calendar.faults) if owner.calendar else []
    kind = _kind_of(owner)
    return Card(
        owner,
        kind,
        faults,
        file_form or CalendarFileForm(prefix=f"{kind}{owner.pk}"),
        feed_form or FeedForm(prefix=f"{kind}{owner.pk}"),
    )


def _owner(visit: Visit, kind: str, pk: int) -> Owner:
    """One whose calendar the user may connect: anybody's, her provider's, or her own.

    Raises:
        Http404: there is none.
    """
    if kind not in KINDS:
        raise Http404
    owner: Owner = one_or_404(KINDS[kind](visit.organisation), pk)
    is_own = not isinstance(owner, Room) and owner.user_id == visit.user.pk
    is_for_provider = visit.may(Role.PROVIDER) and kind != PERSON
    if not (visit.may(*EDITORS) or is_for_provider or is_own):
        raise Http404
    return owner


def _page(visit: Visit, cards: list[Card], title: str) -> HttpResponse:
    context = {"visit": visit, "cards": cards, "title": title, "months": 36}
    return render(visit.request, "people/calendar.html", context)


def _back(visit: Visit, owner: Owner) -> HttpResponseBase:
    slug = visit.organisation.slug
    if not isinstance(owner, Room) and owner.user_id == visit.user.pk:
        return redirect("my_calendar", slug=slug)
    return redirect("calendar", slug=slug, kind=_kind_of(owner), pk=owner.pk)


@for_roles(*OWNERS)
def my_calendar(visit: Visit) -> HttpResponse:
    """The user's own calendars."""
    owners = owned_by(visit.user, visit.organisation)
    return _page(visit, [_card(owner) for owner in owners], _("My calendar"))


@for_roles(*MAY_CONNECT)
def calendar(visit: Visit, kind: str, pk: int) -> HttpResponse:
    """The calendar of a person, a facilitator or a room."""
    owner = _owner(visit, kind, pk)
    return _page(visit, [_card(owner)], _("The calendar of %(name)s") % {"name": owner})


@require_POST
@for_roles(*MAY_CONNECT)
def calendar_upload(visit: Visit, kind: str, pk: int) -> HttpResponseBase:
    """Take the busy time of a file."""
    owner = _owner(visit, kind, pk)
    form = CalendarFileForm(visit.request.POST, visit.request.FILES, prefix=f"{kind}{owner.pk}")
    if form.is_valid():
        name, content = form.cleaned_data["file"]
        try:
            read = upload_calendar(owner=owner, name=name, content=content, by=visit.user)
        except InputError as error:
            for fault in error.faults:
                form.add_error("file", words_of(fault))
        else:
            spans = read.busy.count()
            messages.success(
                visit.request,
                ngettext(
                    "The calendar is read: busy once.",
                    "The calendar is read: busy %(n)s times.",
                    spans,
                )
                % {"n": spans},
            )
            return _back(visit, owner)
    title = _("The calendar of %(name)s") % {"name": owner}
    return _page(visit, [_card(owner, file_form=form)], title)


@require_POST
@for_roles(*MAY_CONNECT)
def calendar_subscribe(visit: Visit, kind: str, pk: int) -> HttpResponseBase:
    """Read a feed, now and every night."""
    owner = _owner(visit, kind, pk)
    form = FeedForm(visit.request.POST, prefix=f"{kind}{owner.pk}")
    if not form.is_valid():
        title = _("The calendar of %(name)s") % {"name": owner}
        return _page(visit, [_card(owner, feed_form=form)], title)
    with transaction.atomic():
        address = form.cleaned_data["address"]
        kept = subscribe_calendar(owner=owner, address=address, by=visit.user)
        fetch_feed.enqueue(kept.pk)
    messages.info(visit.request, _("The address is kept; the calendar is being fetched."))
    return _back(visit, owner)


@require_POST
@for_roles(*MAY_CONNECT)
def calendar_fetch(visit: Visit, kind: str, pk: int) -> HttpResponseBase:
    """Read a feed again, now."""
    owner = _owner(visit, kind, pk)
    if visit.request.POST.get("fetch"):
        with transaction.atomic():
            kept = ask_for_fetch(owner=owner, by=visit.user)
            if kept is not None:
                fetch_feed.enqueue(kept.pk)
                messages.info(visit.request, _("The calendar is being fetched."))
    return _back(visit, owner)


@require_POST
@for_roles(*MAY_CONNECT)
def calendar_disconnect(visit: Visit, kind: str, pk: int) -> HttpResponseBase:
    """Forget a calendar and its busy time."""
    owner = _owner(visit, kind, pk)
    if visit.request.POST.get("disconnect"):
        disconnect_calendar(owner=owner, by=visit.user)
        messages.success(
            visit.request, _("The calendar is disconnected, and what it held is gone.")
        )
    return _back(visit, owner)


@for_roles(*READERS)
def calendars(visit: Visit) -> HttpResponse:
    """Whose calendar is missing, old or half readable."""
    care = visit.request.GET.get("kalender", "")
    rows = found(people_of(visit.organisation), visit.request.GET.get("q", ""))
    rows = rows.filter(care=care) if care in Care.values else rows.exclude(care=Care.FINE)
    counts = cares(visit.organisation)
    context = {
        "visit": visit,
        "page": page_of(with_reminders(rows), visit.request),
        "today": timezone.localdate(),
        "counts": [(value, label, counts[value]) for value, label in Care.choices],
        "care": care,
        "query": query_without_page(visit.request),
        "to_remind": to_remind(visit.organisation).count(),
        "may_edit": visit.may(*EDITORS),
    }
    return render(visit.request, "people/calendars.html", context)


@require_POST
@for_roles(*EDITORS)
def calendars_remind(visit: Visit) -> HttpResponseBase:
    """Ask by mail everybody whose calendar needs it, or one of them."""
    who = visit.request.POST.get("who", "")
    people = to_remind(visit.organisation)
    if who.isdecimal():
        people = people.filter(pk=int(who[:18]))
    elif who != "all":
        return redirect("calendars", slug=visit.organisation.slug)
    site = visit.request.build_absolute_uri("/")
    with transaction.atomic():
        reminders = remind(organisation=visit.organisation, people=people, by=visit.user)
        for reminder in reminders:
            send_reminder.enqueue(reminder.pk, site)
    count = len(reminders)
    messages.info(
        visit.request,
        ngettext("One mail is on its way.", "%(n)s mails are on their way.", count) % {"n": count}
        if count
        else _("Nobody was written to: each gets one mail a day at most, to the address kept."),
    )
    return redirect("calendars", slug=visit.organisation.slug)
