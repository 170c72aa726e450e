"""A programme of two weeks that the tests of rules bend: three people, one room, one facilitator.

Monday 4 to Friday 15 January 2027 in Copenhagen (UTC+1); Wednesday the 6th is closed. Everything
a plan of it can cost is a round number that is worked out by hand in the tests.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from samskab.common.busy import Busy, BusyKind
from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Facilitator, Need, Person, Problem, Room
from samskab.planner.model.programme import Format, Module, Programme, Rules
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.registry import WORDS

ZONE = ZoneInfo("Europe/Copenhagen")
MODULE = Module("m1", "Trust", Format.IN_PERSON, half_days=1, group_min=1, group_max=3)
PROGRAMME = Programme(
    title="Small",
    first_day=date(2027, 1, 4),
    last_day=date(2027, 1, 15),
    modules=(MODULE,),
    closed={date(2027, 1, 6): "closed"},
)
PEOPLE = tuple(
    Person(id=id_, name=name, unit=unit, hourly_value_oere=60_000)
    for id_, name, unit in (("p1", "Ada", "u1"), ("p2", "Bo", "u1"), ("p3", "Eva", "u2"))
)
FACILITATOR = Facilitator("f1", "Finn", frozenset({"m1", "m2", "m3"}), fee_per_half_day_oere=800_00)
ROOM = Room("r1", "Hall", place="h", capacity=10, price_per_half_day_oere=100_00)


def at(day: int, clock: str, month: int = 1) -> datetime:
    """A clock time of a day of 2027, in Copenhagen."""
    return datetime.combine(date(2027, month, day), time.fromisoformat(clock), ZONE)


def busy(day: int, start: str, end: str, kind: BusyKind = BusyKind.BUSY) -> Busy:
    return Busy(at(day, start), at(day, end), kind)


def session(
    id_: str, day: int, people: Sequence[str] = ("p1",), *, part: str = "am", **other: Any
) -> Session:
    """One of module m1 in r1 with f1, in the morning, the afternoon or the whole "day"."""
    start = at(day, "12:30" if part == "pm" else "08:30")
    end = at(day, "12:00" if part == "am" else "16:00")
    one = Session(id_, "m1", start, end, "r1", ("f1",), tuple(people))
    return replace(one, **other)


def problem(
    needs: Sequence[tuple[str, str]] = (("p1", "m1"),),
    *,
    modules: Sequence[Module] = (MODULE,),
    rules: Rules | None = None,
    **other: Any,
) -> Problem:
    programme = replace(PROGRAMME, modules=tuple(modules), rules=rules or Rules())
    whole = Problem(
        programme,
        PEOPLE,
        tuple(Need(person, module) for person, module in needs),
        facilitators=(FACILITATOR,),
        rooms=(ROOM,),
    )
    return replace(whole, **other)


def with_busy(number: int, *spans: Busy) -> tuple[Person, ...]:
    """The people, of whom number 1, 2 or 3 has busy time."""
    people = list(PEOPLE)
    people[number - 1] = replace(people[number - 1], busy=spans)
    return tuple(people)


def plan(*sessions: Session, left_out: Sequence[tuple[str, str]] = ()) -> Plan:
    unserved = tuple(Unserved(person, module, "no_time") for person, module in left_out)
    return Plan(tuple(sessions), unserved, Cost())


def costed(of: Problem, one: Plan) -> Plan:
    """The same plan, claiming the cost that it has."""
    return replace(one, cost=cost_of(PlanView(of, one)))


def breaches(of: Problem, *sessions: Session, left_out: Sequence[tuple[str, str]] = ()) -> set[str]:
    """ "rule:case" of all breaches of a plan that claims the cost it has.

    Each of them has the values that its sentences are filled with.
    """
    found = check(of, costed(of, plan(*sessions, left_out=left_out)))
    for breach in found:
        for words in WORDS[breach.rule][breach.case].values():
            assert words.format_map(breach.values)
    return {f"{breach.rule}:{breach.case}" for breach in found}
