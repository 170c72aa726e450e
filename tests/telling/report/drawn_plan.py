"""A synthetic programme and a plan for it, drawn with a seed: nobody here exists.

The plan is not the planner's and keeps no more rules than a report needs.
"""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from random import Random

from samskab.common.busy import Busy, BusyKind
from samskab.planner.costing import cost_of
from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Facilitator, Need, Person, Place, Problem, Room
from samskab.planner.model.programme import Format, Module, Prices, Programme
from samskab.planner.plan_view import PlanView
from samskab.planner.progress import Progress
from samskab.telling.report import ReportInput

FIRST_NAMES = ("Anna", "Bo", "Cecilie", "Dorte", "Erik", "Freja", "Øyvind", "Åse", "Ærø", "Ib")
LAST_NAMES = ("Prøve", "Eksempel", "Opdigtet", "Syntetisk", "Mønster", "Skitse", "Øvelse")
UNITS = (
    "Direktionen", "Børn og Unge", "Ældre og Sundhed", "Teknik og Miljø", "Kultur og Fritid",
    "Job og Ydelse", "Økonomi og HR", "Borgerservice",
)  # fmt: skip
TITLES = (
    "Det fælles billede", "At lede på tværs", "Data i ledelsen", "Fra plan til praksis",
    "Borgerens blik", "Økonomi der samler", "Forandring der varer", "Anker og årshjul",
)  # fmt: skip
GROUP = 20


def draw_report(people: int = 40, modules: int = 4, seed: int = 7, weeks: int = 26) -> ReportInput:
    """A report on a drawn plan in which nine needs of ten are met."""
    problem = draw_problem(people, modules, seed, weeks)
    sessions = tuple(_sessions(problem, Random(seed)))
    served = {(person, each.module) for each in sessions for person in each.people}
    unserved = tuple(
        Unserved(need.person, need.module, "too_few_for_a_group")
        for need in problem.needs
        if (need.person, need.module) not in served
    )
    cost = cost_of(PlanView(problem, Plan(sessions, unserved, Cost())))
    plan = Plan(sessions, unserved, cost, bound=cost.total * 957 // 1000, seconds=30.2, seed=seed)
    return ReportInput(
        problem,
        plan,
        warnings=(
            "prøve-17.ics: 2 af 214 begivenheder kunne ikke læses.",
            "people.csv: kolonnen »bil« bruges ikke.",
        ),
        history=tuple(_history(plan)),
    )


def draw_problem(people: int, modules: int, seed: int, weeks: int) -> Problem:
    """Everybody needs every module."""
    draw = Random(seed)
    first_day = date(2027, 1, 4)
    last_day = first_day + timedelta(weeks=weeks, days=-1)
    programme = Programme(
        title="Fælles om Fjordby (syntetisk)",
        first_day=first_day,
        last_day=last_day,
        modules=tuple(
            Module(
                id=f"m{number}",
                title=TITLES[number % len(TITLES)],
                format=Format.ONLINE if number % 4 == 3 else Format.IN_PERSON,
                half_days=(2, 1, 4, 1)[number % 4],
                group_min=10,
                group_max=GROUP + 2,
                facilitators=1 + number % 2,
                materials_oere=25_000,
            )
            for number in range(modules)
        ),
        closed={date(2027, 2, 15) + timedelta(days=d): "Vinterferie" for d in range(5)},
        prices=Prices(),
    )
    grid = Grid(programme)
    persons = tuple(_person(number, grid, draw) for number in range(people))
    needs = tuple(Need(one.id, module.id) for module in programme.modules for one in persons)
    facilitators = tuple(
        Facilitator(
            f"f{number}",
            f"Underviser {LAST_NAMES[number]}",
            frozenset(module.id for module in programme.modules),
            640_000,
        )
        for number in range(4)
    )
    rooms = (
        Room("r1", "Rådssalen", "town", 28, 90_000),
        Room("r2", "Havnehuset 2.13", "harbour", 24, 150_000),
    )
    places = (
        Place("town", "Fjordby Rådhus", 55.71, 9.53),
        Place("harbour", "Havnen", 55.70, 9.56),
    )
    return Problem(programme, persons, needs, facilitators, rooms, places)


def _person(number: int, grid: Grid, draw: Random) -> Person:
    name = f"{draw.choice(FIRST_NAMES)} {draw.choice(LAST_NAMES)} {number + 1}"
    busy = []
    for half_day in grid.half_days:
        if draw.random() < 0.4:
            start = half_day.start.astimezone(UTC) + timedelta(minutes=draw.randrange(0, 120, 15))
            end = start + timedelta(minutes=draw.choice((30, 45, 60, 90)))
            kind = draw.choices(list(BusyKind), (0, 8, 2))[0]
            busy.append(Busy(start, end, kind))
    return Person(
        id=f"p{number:04}",
        name=name,
        unit=UNITS[number % len(UNITS)] + (f" {number // 80 + 1}" if number >= 80 else ""),
        hourly_value_oere=draw.choice((45_000, 60_000, 90_000)),
        place=draw.choice(("town", "harbour", None)),
        role=draw.choice(("Afdelingsleder", "Teamleder", "Centerchef")),
        busy=tuple(busy),
    )


def _sessions(problem: Problem, draw: Random) -> Iterator[Session]:
    """Each module's people in batches, module after module; a late batch too small is left out."""
    grid = Grid(problem.programme)
    count = len(problem.programme.modules)
    for order, module in enumerate(problem.programme.modules):
        people = [person.id for person in problem.people]
        draw.shuffle(people)
        starts = grid.starts(module.half_days)
        part = len(starts) // count
        for number in range(0, len(people), GROUP):
            batch = people[number : number + GROUP]
            if order == count - 1 and number + GROUP >= len(people):
                batch = batch[: GROUP - 4]
            first = draw.choice(starts[order * part : (order + 1) * part])
            last = first + module.half_days - 1
            in_person = module.format is Format.IN_PERSON
            yield Session(
                id=f"{module.id}-{number // GROUP + 1}",
                module=module.id,
                start=grid.half_days[first].start,
                end=grid.half_days[last].end,
                room=draw.choice(("r1", "r2")) if in_person else None,
                facilitators=tuple(f"f{f}" for f in range(module.facilitators)),
                people=tuple(batch),
            )


def _history(plan: Plan) -> Iterator[Progress]:
    yield Progress(0.0, "reading")
    yield Progress(1.5, "first_plan", plan.cost.total * 14 // 10, None)
    for second in range(2, 30):
        fall = 0.8**second
        yield Progress(
            float(second),
            "improving" if second < 20 else "proving",
            int(plan.cost.total * (1 + 0.4 * fall)),
            int(plan.bound * (1 - 0.9 * fall)),
        )
    yield Progress(30.2, "done", plan.cost.total, plan.bound)
