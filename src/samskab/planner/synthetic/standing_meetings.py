"""What recurs in municipal calendars: management, committees, the council, one-to-ones, projects.

Most of it is shared, so the same people are busy in the same half-days: that is what makes a
unit's or a management's calendars alike.
"""

from collections.abc import Sequence
from datetime import time

import numpy as np

from samskab.planner.synthetic.diaries import Diaries
from samskab.planner.synthetic.meeting import Show
from samskab.planner.synthetic.municipality import TOP, Leader, Municipality, Role
from samskab.planner.synthetic.rhythm import FRIDAY, Rhythm, Slot, random_slot

DIRECTION = Slot(0, time(9), 150)
TOP_PAIR = Slot(0, time(8), 45)
FINANCE_COMMITTEE = Slot(2, time(13), 180)
COUNCIL = Slot(3, time(15, 30), 300)
COMMITTEE_CLOCK, COMMITTEE_MINUTES = time(14, 30), 210

ONE_TO_ONE_CLOCKS = (time(8, 30), time(9, 15), time(10), time(10, 45))
ONE_TO_ONES_PER_MORNING = 2 * len(ONE_TO_ONE_CLOCKS)
MOST_ONE_TO_ONES = 14

PROJECT_SIZE = 7
FOCUS, HOME_OFFICE = 0.15, 0.25
"""Parts of the leaders who block time tentatively, and who work from home on Fridays."""


def hold_standing_meetings(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    """Fill everybody's diary with the series she is part of."""
    _hold_top_meetings(municipality, rhythm, diaries)
    _hold_department_meetings(municipality, rhythm, diaries, chance)
    _hold_unit_meetings(municipality, rhythm, diaries, chance)
    _hold_one_to_ones(municipality, rhythm, diaries, chance)
    _hold_projects(municipality, rhythm, diaries, chance)
    _keep_own_habits(municipality, rhythm, diaries, chance)


def _ids(leaders: Sequence[Leader]) -> list[str]:
    return [leader.person.id for leader in leaders]


def _hold_top_meetings(municipality: Municipality, rhythm: Rhythm, diaries: Diaries) -> None:
    pair = _ids(municipality.with_role(Role.MAYOR, Role.MUNICIPAL_DIRECTOR))
    directors = _ids(municipality.with_role(Role.DIRECTOR))
    diaries.book(rhythm.weekly("top-pair", "Borgmester og direktør", TOP_PAIR), *pair)
    diaries.book(rhythm.weekly("direction", "Direktionsmøde", DIRECTION), pair[1], *directors)
    finance = rhythm.weekly("finance-committee", "Økonomiudvalg", FINANCE_COMMITTEE, every=2)
    diaries.book(finance, *pair, directors[-1])
    council = rhythm.monthly("council", "Byrådsmøde", COUNCIL, week=-1)
    diaries.book(council, *pair, *directors)


def _hold_department_meetings(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    for d, name in enumerate(municipality.departments):
        chiefs = [c for c in municipality.with_role(Role.CHIEF) if c.department == d]
        director = next(c for c in municipality.with_role(Role.DIRECTOR) if c.department == d)
        slot = random_slot(chance, minutes=150)
        weekly = rhythm.weekly(f"management-{d}", f"Chefmøde, {name}", slot)
        diaries.book(weekly, director.person.id, *_ids(chiefs))
        committee = Slot(int(chance.integers(1, 4)), COMMITTEE_CLOCK, COMMITTEE_MINUTES)
        monthly = rhythm.monthly(f"committee-{d}", f"Udvalg, {name}", committee, week=1 + d % 3)
        diaries.book(monthly, director.person.id, *_ids(chiefs[:2]))


def _hold_unit_meetings(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    for u, (unit, leaders) in enumerate(municipality.units().items()):
        if unit != TOP:
            slot = random_slot(chance, minutes=int(chance.choice([90, 120])))
            weekly = rhythm.weekly(f"unit-{u}", f"Ledermøde, {unit}", slot)
            diaries.book(weekly, *_ids(leaders))


def _hold_one_to_ones(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    """Every second week with one's manager, who has them in a row on a morning or two."""
    teams: dict[str, list[str]] = {}
    for leader in municipality.leaders:
        if leader.manager is not None:
            teams.setdefault(leader.manager, []).append(leader.person.id)
    for manager, team in teams.items():
        mornings = chance.permutation(5)
        for k, member in enumerate(team[:MOST_ONE_TO_ONES]):
            morning = int(mornings[k // ONE_TO_ONES_PER_MORNING])
            slot = Slot(morning, ONE_TO_ONE_CLOCKS[k % len(ONE_TO_ONE_CLOCKS)], 45)
            uid = f"one-to-one-{manager}-{k + 1}"
            diaries.book(rhythm.weekly(uid, "1:1", slot, every=2), manager, member)


def _hold_projects(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    """Groups across units: chiefs and directors every second week, unit leaders every fourth."""
    groups = (
        ("project", 2, municipality.with_role(Role.DIRECTOR, Role.CHIEF)),
        ("network", 4, municipality.with_role(Role.UNIT_LEADER)),
    )
    for kind, every, leaders in groups:
        ids = _ids(leaders)
        order = [ids[int(i)] for i in chance.permutation(len(ids))]
        for g in range(0, len(order), PROJECT_SIZE):
            slot = random_slot(chance, minutes=int(chance.choice([90, 120, 180])))
            title = "Projektgruppe" if kind == "project" else "Ledernetværk"
            diaries.book(
                rhythm.weekly(f"{kind}-{g // PROJECT_SIZE + 1}", title, slot, every),
                *order[g : g + PROJECT_SIZE],
            )


def _keep_own_habits(
    municipality: Municipality, rhythm: Rhythm, diaries: Diaries, chance: np.random.Generator
) -> None:
    for person in _ids(municipality.leaders):
        focus, home = chance.random(2)
        if focus < FOCUS:
            slot = random_slot(chance, minutes=120)
            series = rhythm.weekly(f"focus-{person}", "Fokustid", slot, show=Show.TENTATIVE)
            diaries.book(series, person)
        if home < HOME_OFFICE:
            uid = f"home-{person}"
            diaries.book(rhythm.all_day(uid, "Hjemmekontor", FRIDAY, Show.ELSEWHERE), person)
