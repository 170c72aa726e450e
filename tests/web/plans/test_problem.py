"""Who is taken by the plans of other programmes."""

from datetime import UTC, datetime

import pytest
from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.common.busy import Busy, BusyKind
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.plans.problem import problem_to_plan
from samskab.web.programmes.models import Programme

pytestmark = pytest.mark.django_db
START, END = datetime(2027, 2, 2, 8, tzinfo=UTC), datetime(2027, 2, 2, 11, tzinfo=UTC)


def plan_with_a_session(world: World, programme: Programme, *, standing: bool) -> None:
    plan = Plan.objects.create(
        programme=programme,
        revision=1,
        text="{}",
        total_oere=0,
        bound_oere=0,
        unserved_count=0,
        standing=standing,
    )
    session = PlannedSession.objects.create(
        plan=plan, key="s1", module="m1", title="Andet", start=START, end=END, room=world.room
    )
    session.facilitators.add(world.facilitator)
    Seat.objects.create(session=session, person=world.person)


def test_problem_to_plan_beside_another_programmes_standing_plan() -> None:
    world = make_world()
    plan_with_a_session(world, fjordby.programme(world.municipality), standing=True)
    problem = problem_to_plan(world.programme)
    taken = (Busy(START, END, BusyKind.HARD),)
    assert {person.id: person.busy for person in problem.people} == {
        "p1": taken,
        "p2": (),
        "p3": (),
        "p4": (),
    }
    assert [one.busy for one in problem.facilitators] == [taken]
    assert [one.busy for one in problem.rooms] == [taken]


def test_problem_to_plan_beside_its_own_plan_and_drafts() -> None:
    world = make_world()
    plan_with_a_session(world, world.programme, standing=True)
    plan_with_a_session(world, fjordby.programme(world.municipality), standing=False)
    problem = problem_to_plan(world.programme)
    assert not [one.id for one in problem.people if one.busy]
    assert not [one.id for one in problem.facilitators if one.busy]
    assert not [one.id for one in problem.rooms if one.busy]
