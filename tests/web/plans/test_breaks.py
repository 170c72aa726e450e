"""Which sessions calendars break, and which they do not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web import fjordby
from tests.web.plans.pages import plan_of
from tests.web.world import World, make_world

from samskab.web.people.models import BusySpan, Calendar
from samskab.web.plans.models import PlannedSession, Seat
from samskab.web.plans.queries import breaks_of

pytestmark = pytest.mark.django_db
BEFORE = datetime(2027, 1, 1, tzinfo=UTC)
START = datetime(2027, 1, 19, 7, 30, tzinfo=UTC)
"""Of the session of `plan_of`, which fills a day: 8.30 to 12 and 12.30 to 16 in Copenhagen."""


def busy(world: World, owner: object, start: datetime, minutes: int, kind: str) -> None:
    calendar = Calendar.objects.create(
        organisation=world.municipality, name="a.ics", source="file", state="whole"
    )
    type(owner).objects.filter(pk=owner.pk).update(calendar=calendar)  # type: ignore[attr-defined]
    end = start + timedelta(minutes=minutes)
    BusySpan.objects.create(calendar=calendar, start=start, end=end, kind=kind)


@pytest.mark.parametrize(
    ("kind", "after_minutes", "minutes", "is_broken"),
    [
        ("hard", 0, 30, True),
        ("hard", -60, 60, False),
        ("hard", 7 * 60 + 30, 60, False),
        ("hard", 3 * 60 + 30, 30, False),
        ("hard", 3 * 60 + 30, 31, True),
        ("busy", 0, 30, False),
        ("tentative", 0, 30, False),
    ],
)
def test_a_participant_breaks_a_session_by_hard_time_only(
    kind: str, after_minutes: int, minutes: int, *, is_broken: bool
) -> None:
    world = make_world()
    plan = plan_of(world)
    busy(world, world.person, START + timedelta(minutes=after_minutes), minutes, kind)
    found = breaks_of(plan, BEFORE)
    assert [one.name for one in found] == ([world.person.name] if is_broken else [])


@pytest.mark.parametrize("who", ["facilitator", "room"])
def test_facilitator_and_room_break_a_session_by_any_time(who: str) -> None:
    world = make_world()
    plan = plan_of(world)
    owner = getattr(world, who)
    busy(world, owner, START, 30, "tentative")
    assert [(one.name, one.key) for one in breaks_of(plan, BEFORE)] == [(owner.name, owner.pk)]


def test_somebody_elses_hard_time_breaks_nothing() -> None:
    world = make_world()
    plan = plan_of(world)
    busy(world, fjordby.person(world.municipality, "p9"), START, 30, "hard")
    assert breaks_of(plan, BEFORE) == ()


def test_a_session_that_has_begun_is_not_broken() -> None:
    world = make_world()
    plan = plan_of(world)
    busy(world, world.person, START, 30, "hard")
    assert breaks_of(plan, START) == ()


def test_a_standing_plan_of_another_programme_breaks_a_session() -> None:
    world = make_world()
    plan = plan_of(world)
    other = fjordby.programme(world.municipality)
    standing = other.plans.create(
        revision=1, text="{}", total_oere=0, bound_oere=0, unserved_count=0, standing=True
    )
    session = PlannedSession.objects.create(
        plan=standing,
        key="s",
        module="m1",
        title="Andet",
        start=START,
        end=START + timedelta(hours=1),
    )
    Seat.objects.create(session=session, person=world.person)
    assert [one.name for one in breaks_of(plan, BEFORE)] == [world.person.name]


def test_breaks_are_found_in_as_many_queries_for_three_sessions_as_for_one() -> None:
    world = make_world()
    plan = plan_of(world)
    busy(world, world.person, START, 30, "hard")
    counts = []
    for number in (2, 3):
        with CaptureQueriesContext(connection) as queries:
            breaks_of(plan, BEFORE)
        counts.append(len(queries))
        PlannedSession.objects.create(
            plan=plan,
            key=f"m1-{number}",
            module="m1",
            title="x",
            start=START,
            end=START + timedelta(hours=3),
        )
    assert counts == [8, 8]
