"""What is late, as sentences about single things, by kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.models import Inquiry
from samskab.web.notation import day_in_words
from samskab.web.overview.enums import LateKind
from samskab.web.overview.queries import BEGINS_SOON, CalendarCount, Progress
from samskab.web.programmes.enums import ProgrammeState

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Late:
    """One thing that is late.

    Attributes:
        address: of the page where something can be done about it; empty where there is none.
    """

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class LateGroup:
    """All that is late in one way.

    Attributes:
        count: of all of them.
        shown: the most urgent.
    """

    kind: LateKind
    count: int
    shown: tuple[Late, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


def late_groups(
    municipality: Organisation,
    progress: Sequence[Progress],
    inquiries: Sequence[Inquiry],
    calendars: CalendarCount,
    now: datetime,
) -> list[LateGroup]:
    """Each way of being late in which something is late."""
    soon = now.date() + BEGINS_SOON
    of_programmes = [
        _group(kind, [row for row in progress if is_late(row, soon)], tell, municipality)
        for kind, is_late, tell in PROGRAMMES
    ]
    asked = LateGroup(
        LateKind.UNANSWERED,
        len(inquiries),
        tuple(_unanswered(inquiry, municipality) for inquiry in inquiries[:MOST_SHOWN]),
    )
    unknown = calendars.missing + calendars.failed
    busy = LateGroup(LateKind.CALENDARS, unknown, tuple(_calendars(calendars)))
    return [group for group in (*of_programmes, asked, busy) if group.count]


def _group(
    kind: LateKind,
    rows: Sequence[Progress],
    tell: Callable[[Progress], str],
    municipality: Organisation,
) -> LateGroup:
    shown = tuple(
        Late(tell(row), _address("programme", municipality, row.programme.pk))
        for row in rows[:MOST_SHOWN]
    )
    return LateGroup(kind, len(rows), shown)


def _address(page: str, municipality: Organisation, pk: int) -> str:
    try:
        return reverse(page, kwargs={"slug": municipality.slug, "pk": pk})
    except NoReverseMatch:
        return ""


def _is_unsigned(row: Progress, soon: date) -> bool:
    return row.programme.state != ProgrammeState.SIGNED and row.begins_by(soon)


def _is_unplanned(row: Progress, soon: date) -> bool:
    return row.plan is None and row.begins_by(soon)


def _is_unpublished(row: Progress, soon: date) -> bool:
    is_told = row.plan is None or row.plan.standing or row.plan.published_at
    return (
        not is_told
        and row.figures.first_session is not None
        and row.figures.first_session.date() <= soon
    )


def _begins(row: Progress) -> str:
    facts = {"title": row.programme.title, "day": day_in_words(row.programme.first_day)}
    return _("%(title)s begins on %(day)s") % facts


def _sessions(row: Progress) -> str:
    first = day_in_words(row.figures.first_session) if row.figures.first_session else ""
    text = ngettext(
        "%(title)s: %(count)s session, on %(day)s",
        "%(title)s: %(count)s sessions, the first on %(day)s",
        row.figures.sessions,
    )
    return text % {"title": row.programme.title, "count": row.figures.sessions, "day": first}


PROGRAMMES = (
    (LateKind.UNSIGNED, _is_unsigned, _begins),
    (LateKind.UNPLANNED, _is_unplanned, _begins),
    (LateKind.UNPUBLISHED, _is_unpublished, _sessions),
)


def _unanswered(inquiry: Inquiry, municipality: Organisation) -> Late:
    facts = {
        "title": inquiry.commission.title,
        "provider": inquiry.provider.name,
        "day": day_in_words(inquiry.asked_at),
    }
    text = _("%(title)s: %(provider)s was asked on %(day)s") % facts
    return Late(text, _address("commission", municipality, inquiry.commission_id))


def _calendars(count: CalendarCount) -> Iterator[Late]:
    if count.missing:
        text = ngettext(
            "%(count)s leader has no calendar here: the plan may take her from a meeting",
            "%(count)s leaders have no calendar here: the plan may take them from meetings",
            count.missing,
        )
        yield Late(text % {"count": count.missing})
    if count.failed:
        text = ngettext(
            "%(count)s leader's calendar could not be read last time",
            "%(count)s leaders' calendars could not be read last time",
            count.failed,
        )
        yield Late(text % {"count": count.failed})
