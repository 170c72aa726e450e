"""What is read of the register: always of one organisation, never of those who were erased."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeVar

from django.db.models import (
    Case,
    CharField,
    Count,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.http import Http404
from django.utils import timezone

from samskab.web.accounts.models import Organisation, User
from samskab.web.people.enums import CalendarState, Care
from samskab.web.people.models import (
    Calendar,
    Facilitator,
    Party,
    Person,
    Place,
    Reminder,
    Room,
    Unit,
    Upload,
)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Cared(TypedDict):
    """What is said of a person besides her fields: a `Care`."""

    care: str


People: TypeAlias = "QuerySet[WithAnnotations[Person, Cared]]"
OLD_AFTER = timedelta(days=30)
DEEPEST_SHOWN = 6
Owner = Person | Facilitator | Room
Row = TypeVar("Row", bound=Model)


def people_of(organisation: Organisation) -> People:
    """All who are not erased, with their units, calendars and what these lack (`care`)."""
    rows = Person.objects.filter(organisation=organisation, erased_at__isnull=True)
    return rows.select_related("unit", "calendar").annotate(care=care(timezone.now()))


def found(people: People, words: str) -> People:
    """Those whose name, id, address, position or unit has each of some words in it."""
    wanted = [word.casefold() for word in words.split()]
    if not wanted:
        return people
    # SQLite's LIKE knows no Æ, Ø and Å in any case but their own, and its REGEXP is slower.
    columns = ("pk", "name", "key", "email", "role", "unit__name")
    said = people.order_by().values_list(*columns)
    keys = [
        pk
        for pk, *texts in said.iterator()
        if all(word in "\n".join(texts).casefold() for word in wanted)
    ]
    return people.filter(pk__in=keys)


def care(now: datetime) -> Case:
    """What an owner's calendar lacks, as `Care`; for rows that have a calendar."""
    return Case(
        When(calendar__isnull=True, then=Value(Care.MISSING)),
        When(calendar__state=CalendarState.FAILED, then=Value(Care.FAILED)),
        When(calendar__state=CalendarState.WAITING, then=Value(Care.WAITING)),
        When(
            Q(calendar__read_at__isnull=True) | Q(calendar__read_at__lt=now - OLD_AFTER),
            then=Value(Care.OLD),
        ),
        When(calendar__state=CalendarState.PARTLY, then=Value(Care.PARTLY)),
        default=Value(Care.FINE),
        output_field=CharField(),
    )


def cares(organisation: Organisation) -> dict[str, int]:
    """How many people there are of each `Care`."""
    rows = people_of(organisation).order_by().values_list("care").annotate(Count("id"))
    counts = dict(rows)
    return {value: counts.get(value, 0) for value in Care.values}


def with_reminders(people: People) -> People:
    """The same, each with the day of the last reminder (`reminded`)."""
    days = Reminder.objects.filter(person=OuterRef("pk")).order_by("-day").values("day")
    return people.annotate(reminded=Subquery(days[:1]))


def to_remind(organisation: Organisation) -> People:
    """Whose calendar needs them, who have an address, and were not reminded today."""
    today = timezone.localdate()
    rows = people_of(organisation).exclude(care__in=[Care.FINE, Care.WAITING]).exclude(email="")
    return rows.exclude(reminders__day=today)


def parties_of(organisation: Organisation) -> QuerySet[Party]:
    """Pairs with their people."""
    return Party.objects.filter(organisation=organisation).prefetch_related("people__unit")


@dataclass(frozen=True, slots=True)
class Branch:
    """One unit in the tree.

    Attributes:
        depth: 0 at the top.
        headcount: of its own people, without those of its parts.
    """

    pk: int
    name: str
    depth: int
    headcount: int

    @property
    def level(self) -> int:
        """As people count: 1 at the top."""
        return self.depth + 1

    @property
    def shown_depth(self) -> int:
        """How far it is moved in on the page."""
        return min(self.depth, DEEPEST_SHOWN)


def units_of(organisation: Organisation) -> list[Branch]:
    """Every unit, a parent before its parts."""
    living = Count("people", filter=Q(people__erased_at__isnull=True))
    rows = Unit.objects.filter(organisation=organisation).annotate(headcount=living)
    parts: dict[int | None, list[Any]] = {}
    for unit in rows.order_by("name"):
        parts.setdefault(unit.parent_id, []).append(unit)
    tree: list[Branch] = []
    waiting = [(unit, 0) for unit in reversed(parts.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        tree.append(Branch(unit.pk, unit.name, depth, unit.headcount))
        waiting += [(part, depth + 1) for part in reversed(parts.get(unit.pk, []))]
    return tree


def facilitators_of(organisation: Organisation) -> QuerySet[Facilitator]:
    """Those who teach, with their calendars."""
    rows = Facilitator.objects.filter(organisation=organisation).select_related("calendar")
    return rows.annotate(care=care(timezone.now()))


def rooms_of(organisation: Organisation) -> QuerySet[Room]:
    """Rooms with their calendars."""
    rows = Room.objects.filter(organisation=organisation).select_related("calendar")
    return rows.annotate(care=care(timezone.now()))


def places_of(organisation: Organisation) -> QuerySet[Place]:
    """Places by their keys."""
    return Place.objects.filter(organisation=organisation)


def owned_by(user: User, organisation: Organisation) -> list[Owner]:
    """Who the user is in the register: a person, a facilitator, both, or neither."""
    people = people_of(organisation).filter(user=user)
    return [*people, *facilitators_of(organisation).filter(user=user)]


def shares(calendar: Calendar) -> int:
    """How many have this calendar."""
    return calendar.people.count() + calendar.facilitators.count() + calendar.rooms.count()


def upload_of(organisation: Organisation, user: User, subject: str) -> Upload | None:
    """What the user uploaded and still has to confirm."""
    rows = Upload.objects.filter(organisation=organisation, by=user, subject=subject)
    return rows.select_related("organisation").first()


def one_or_404(rows: QuerySet[Row], pk: int) -> Row:
    """One of some rows.

    Raises:
        Http404: it is not among them.
    """
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
