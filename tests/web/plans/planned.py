"""Jobs to test with, done in this process, and plans made by the real planner."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.people.models import BusySpan, Calendar
from samskab.web.plans.actions import start_job
from samskab.web.plans.enums import JobKind
from samskab.web.plans.jobs import work
from samskab.web.plans.models import Job, Plan
from samskab.web.programmes.models import Need, Participant

SOON = {"seconds": 20, "seed": 0}
"""The problem of `World` is small: it is solved long before."""


def asked_job(world: World, kind: JobKind = JobKind.PLAN, **asked: object) -> Job:
    return start_job(programme=world.programme, kind=kind, asked=SOON | asked, by=None)


def done_job(world: World, kind: JobKind = JobKind.PLAN, **asked: object) -> Job:
    """A job that has been worked on to its end, in this process."""
    job = asked_job(world, kind, **asked)
    work(job.pk)
    job.refresh_from_db()
    return job


def planned_world() -> tuple[World, Plan]:
    """The world with a plan of its programme."""
    world = make_world()
    done_job(world)
    return world, Plan.objects.get()


def consultant(world: World) -> User:
    return fjordby.member(world.municipality, Role.CONSULTANT)


def hard_world(people: int = 40) -> World:
    """The world with a problem that is not solved within seconds: everybody has other meetings."""
    world = make_world()
    chance = Random(0)
    days = [datetime(2027, 1, 11, 7, 30, tzinfo=UTC) + timedelta(days=n) for n in range(75)]
    for number in range(people):
        calendar = Calendar.objects.create(
            organisation=world.municipality, name=f"{number}.ics", source="file", state="whole"
        )
        leader = fjordby.person(
            world.municipality, f"x{number}", unit=f"Enhed {number % 9}", calendar=calendar
        )
        participant = Participant.objects.create(programme=world.programme, person=leader)
        for module in ("m1", "m2"):
            Need.objects.create(participant=participant, module=module)
        BusySpan.objects.bulk_create(
            BusySpan(calendar=calendar, start=start, end=start + timedelta(hours=3), kind="busy")
            for day in days
            for start in (day, day + timedelta(hours=4, minutes=15))
            if chance.random() < 0.6
        )
    return world


def descendants(pid: int) -> Iterator[int]:
    """Processes that a process began, and those that they began."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            child = int(path.parent.name)
            yield child
            yield from descendants(child)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
