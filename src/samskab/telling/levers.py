"""Levers as rows: what each changes, in words, and what it saves."""

from collections.abc import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from samskab.common.money import OERE_PER_KR
from samskab.planner.levers.lever import (
    FacilitatorDay,
    FacilitatorWeek,
    FreedFromPair,
    GroupSeat,
    Lever,
    LongerByAWeek,
    Meeting,
    RoomSeat,
    Shorter,
    UnitLimit,
)
from samskab.planner.levers.pull import Levers, Pulled
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.whatif.figures import Figures, figures_of
from samskab.telling.language import Language
from samskab.telling.notation import MINUS, PLUS, Notation, one_stop
from samskab.telling.words.levers import CHANGES, LENGTHS, SAID
from samskab.telling.words.printable import printable

LEVER_COLUMNS = ("number", "change", "found", "most", "displaced", "proven")


def lever_notes(levers: Levers, shown: Sequence[Pulled], language: Language) -> tuple[str, ...]:
    """What the levers are held against, and what the table's figures mean."""
    words, figures = SAID[language], Notation(language)
    without = words["without"].format(
        total=figures.kr(levers.plan.cost.total),
        bound=figures.kr_at_least(levers.plan.bound),
        weighed=levers.weighed,
        pulled=len(levers.pulled),
    )
    notes = (one_stop(without), words["legend"])
    by_bound = all(one.weighed.by_bound for one in shown)
    return notes if by_bound else (*notes, words["estimated"])


def lever_rows(
    shown: Sequence[Pulled], without: Plan, problem: Problem, language: Language
) -> Iterator[tuple[str, ...]]:
    """A row for each lever, under `LEVER_COLUMNS`."""
    words, base = SAID[language], figures_of(problem, without)
    for number, pulled in enumerate(shown, start=1):
        mark = "" if pulled.weighed.by_bound else words["estimate"]
        change = f"{in_words(pulled.weighed.lever, problem, language)}{mark}"
        cells = _cells(pulled, base, language)
        yield str(number), change, *cells, words["yes" if pulled.proven else "no"]


def _cells(pulled: Pulled, base: Figures, language: Language) -> tuple[str, str, str]:
    """Kroner found, rounded down; kroner at most, rounded up; hours displaced, more or fewer."""
    words, notation = SAID[language], Notation(language)
    found = words["nothing"]
    hours = "0"
    if pulled.found_oere > 0:
        found = notation.number(pulled.found_oere // OERE_PER_KR)
        by = figures_of(pulled.problem, pulled.plan).hours_displaced - base.hours_displaced
        if by:
            hours = f"{MINUS if by < 0 else PLUS}{notation.number(abs(by), 1)}"
    most = notation.number(-(-max(pulled.most_oere, 0) // OERE_PER_KR))
    return found, most, hours


def in_words(lever: Lever, problem: Problem, language: Language) -> str:
    """What a lever changes, whatever the folder's names hold."""
    words = CHANGES[language][lever.kind].format(**_values(lever, problem, language))
    return printable(words)


def _values(lever: Lever, problem: Problem, language: Language) -> Mapping[str, object]:
    match lever:
        case FacilitatorDay() | FacilitatorWeek():
            return _of_facilitator(lever, problem, language)
        case GroupSeat() | Shorter() | RoomSeat():
            return _of_size(lever, problem, language)
        case Meeting():
            return _of_meeting(lever, problem, language)
        case FreedFromPair(party, person):
            people = next(one.people for one in problem.parties if one.id == party)
            names = _names(problem)
            others = ", ".join(names[one] for one in people if one != person)
            return {"name": names[person], "others": others}
        case UnitLimit(unit):
            return {"name": unit}
        case LongerByAWeek():
            return {"day": Notation(language).day(lever.of(problem).programme.last_day)}


def _of_facilitator(
    lever: FacilitatorDay | FacilitatorWeek, problem: Problem, language: Language
) -> Mapping[str, object]:
    found = next(one for one in problem.facilitators if one.id == lever.facilitator)
    if isinstance(lever, FacilitatorDay):
        return {"name": found.name, "day": Notation(language).short_day(lever.day)}
    before = found.max_days_per_week or 0
    return {"name": found.name, "count": before + 1, "before": before}


def _of_size(
    lever: GroupSeat | Shorter | RoomSeat, problem: Problem, language: Language
) -> Mapping[str, object]:
    if isinstance(lever, RoomSeat):
        room = next(one for one in problem.rooms if one.id == lever.room)
        return {"name": room.name, "count": room.capacity + 1, "before": room.capacity}
    module = next(one for one in problem.programme.modules if one.id == lever.module)
    if isinstance(lever, GroupSeat):
        most = module.group_max
        return {"name": module.title, "count": most + 1, "before": most}
    lengths = LENGTHS[language]
    short, long = lengths[module.half_days // 2], lengths[module.half_days]
    return {"name": module.title, "short": short, "long": long}


def _of_meeting(lever: Meeting, problem: Problem, language: Language) -> Mapping[str, object]:
    zone = ZoneInfo(problem.programme.timezone)
    name = _names(problem)[lever.people[0]]
    others = len(lever.people) - 1
    if others:
        name = SAID[language]["more_people"].format(name=name, count=others)
    start, end = lever.span.start.astimezone(zone), lever.span.end.astimezone(zone)
    return {"name": name, "span": Notation(language).span(start, end)}


def _names(problem: Problem) -> dict[str, str]:
    return {person.id: person.name for person in problem.people}
