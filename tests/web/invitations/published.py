"""A municipality whose programme is planned by hand, and a worker that does its jobs here."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.core.management import call_command
from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Cost, Session, Unserved
from samskab.planner.model.plan import Plan as Answer
from samskab.planner.plan_view import PlanView
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.invitations.actions.preparations import confirm_publication, prepare_publication
from samskab.web.invitations.models import Entry, Preparation
from samskab.web.invitations.plan_by_hand import store_plan_by_hand
from samskab.web.plans.models import Plan
from samskab.web.plans.problem import problem_to_plan

SITE = "https://samskab.fjordby.example"
TEXT = """\
title = "Digital ledelse"
first_day = 2027-01-11
last_day = 2027-04-30
holidays = "DK"
organizer = "HR i Fjordby <hr@fjordby.example>"

[[modules]]
id = "m1"
title = "Fælles retning"
format = "in_person"
half_days = 4
group_min = 1
group_max = 12

[[modules]]
id = "m2"
title = "Data i praksis"
format = "online"
half_days = 1
group_min = 1
group_max = 12
after = ["m1"]
gap_days_min = 7
"""
PEOPLE = ("p1", "p2", "p3", "p4")


def two_days(key: str, first: str, people: tuple[str, ...]) -> Session:
    """Two days in the room, from half past eight to four."""
    start = datetime.fromisoformat(f"{first}T08:30:00+01:00")
    end = start.replace(day=start.day + 1, hour=16, minute=0)
    return Session(key, "m1", start, end, "r1", ("f1",), people)


def online_morning(key: str, day: str, people: tuple[str, ...], zone: str = "+02:00") -> Session:
    """A morning online; in April summer time has begun."""
    start = datetime.fromisoformat(f"{day}T08:30:00{zone}")
    return Session(key, "m2", start, start.replace(hour=12, minute=0), None, ("f1",), people)


FIRST = (
    two_days("s1", "2027-02-02", ("p1", "p2")),
    two_days("s2", "2027-02-09", ("p3", "p4")),
    online_morning("s3", "2027-04-06", PEOPLE),
)


@dataclass(frozen=True)
class House:
    """A world with a planned programme."""

    world: World
    consultant: User

    def plan(self, *sessions: Session, left_out: tuple[tuple[str, str], ...] = ()) -> Plan:
        """A plan of these sessions, as rows, with its true cost."""
        problem = problem_to_plan(self.world.programme)
        unserved = tuple(Unserved(one, module, "no_open_date") for one, module in left_out)
        answer = Answer(sessions or FIRST, unserved, Cost())
        answer = replace(answer, cost=cost_of(PlanView(problem, answer)))
        before = Plan.objects.filter(programme=self.world.programme, standing=True).first()
        return store_plan_by_hand(
            programme=self.world.programme, problem=problem, plan=answer, mends=before
        )

    def prepare(self, plan: Plan) -> Preparation:
        """Worked out by a worker."""
        made = prepare_publication(plan=plan, by=self.consultant, site=SITE)
        work()
        made.refresh_from_db()
        return made

    def publish(self, plan: Plan) -> Preparation:
        """Worked out, confirmed and published, and all mail sent that can be."""
        made = self.prepare(plan)
        assert confirm_publication(preparation=made, by=self.consultant), made.refusals
        work()
        made.refresh_from_db()
        return made

    def entry(self, person: str, module: str = "m1") -> Entry:
        return Entry.objects.get(person__key=person, module=module)


def house(text: str = TEXT, **person: object) -> House:
    """The world of tests, its programme in sessions that one can move between."""
    world = make_world()
    world.programme.text = text
    world.programme.save()
    consultant = fjordby.member(world.municipality, Role.CONSULTANT)
    for name, value in person.items():
        setattr(world.person, name, value)
    world.person.save()
    return House(world, consultant)


def work() -> None:
    """Do all jobs that wait, as a worker does them, in this process.

    Needs `django_db(transaction=True)`: jobs are asked for when a transaction has ended.
    """
    call_command("db_worker", "--queue-name", "*", "--batch", "--interval", "0", verbosity=0)
