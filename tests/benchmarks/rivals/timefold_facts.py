"""The planning problem as plain facts for Timefold, and its answer as sessions again.

Its sessions begin on the dates and in the rooms of the first-fit plan, with some to spare: empty
sessions all fit everywhere, so its construction heuristic would put each of them on the first date.
Whom it seats, who leads, and where all of it moves to are its own; or it begins from the whole of
the first-fit plan, people and facilitators too.
"""

from collections import defaultdict
from fractions import Fraction
from typing import Any

import numpy as np
from tests.benchmarks.rivals.first_fit import first_fit
from tests.benchmarks.rivals.timefold_pairs import beside

from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import ONLINE, Placed, Solution, cost_of, in_order
from samskab.planner.timetable import SECONDS_PER_HOUR, Timetable

NO_LIMIT = -1
IN_VAIN = 90
"""Per cent of the price of leaving somebody out that a seat in a group too small still costs: it is
left out of the plan that is read, but groups gather one by one."""
EVERY_DAY = 7
SPARE = 4
"""One session to spare for so many of the first-fit plan's, and one more."""

Facts = dict[str, Any]
Answer = dict[str, Any]


class TimefoldFacts:
    """The facts of a problem, and what they stand for.

    Attributes:
        facts: for a JSON file.
        sessions: (group, module) of each session in the facts.
        members: by seat, its people.
    """

    def __init__(self, timetable: Timetable, *, from_plan: bool) -> None:
        self.timetable = timetable
        self.tracks = _tracks(timetable)
        self.members: list[list[int]] = []
        self.groups: list[int] = []
        self.sessions: list[tuple[int, int, int | None, int | None]] = []
        self.begin: list[int | None] = []
        self.leads: list[int | None] = []
        track_of_seat = self._seat_people()
        self._spread_sessions(track_of_seat)
        self.facts: Facts = {
            **_rules(timetable),
            **_resources(timetable),
            "groups": self.groups,
            "seats": track_of_seat,
            "sessions": self.sessions,
            "needs": self._needs(track_of_seat),
            "apart": self._apart(track_of_seat),
            "from_plan": from_plan,
            "begin": self.begin if from_plan else [None] * len(self.begin),
            "leads": self.leads if from_plan else [None] * len(self.leads),
        }

    def solution(self, answer: Answer) -> Solution:
        """The plan of an answer, without groups too small and what builds on them."""
        timetable = self.timetable
        people_of_group: dict[int, list[int]] = defaultdict(list)
        for seat, group in enumerate(answer["seats"]):
            if group is not None:
                people_of_group[group].extend(self.members[seat])
        leads_of_session: dict[int, list[int]] = defaultdict(list)
        asked = [
            number
            for number, (_, module, _, _) in enumerate(self.sessions)
            for _ in range(timetable.modules[module].module.facilitators)
        ]
        for number, facilitator in zip(asked, answer["leads"], strict=True):
            leads_of_session[number].append(facilitator)
        held: dict[int, list[Placed]] = defaultdict(list)
        for number, place in enumerate(answer["sessions"]):
            group, module = self.sessions[number][:2]
            if place is not None:
                people = [p for p in people_of_group[group] if timetable.modules[module].needs[p]]
                leads = tuple(sorted(leads_of_session[number]))
                start, room = place
                held[module].append(Placed(module, start, room, leads, tuple(sorted(people))))
        sessions = in_order(timetable, _dissolved(timetable, held))
        return Solution(sessions, cost_of(timetable, sessions).total)

    def _seat_people(self) -> list[int]:
        """Make the seats; the track of each."""
        parties = Parties(self.timetable)
        tracks = []
        for number, track in enumerate(self.tracks):
            tied: list[set[int]] = []
            for module in track:
                people = np.flatnonzero(self.timetable.modules[module].needs).tolist()
                for block in parties.blocks(module, people):
                    meeting = [t for t in tied if t & set(block.people)]
                    tied = [t for t in tied if t not in meeting]
                    tied.append(set(block.people).union(*meeting))
            self.members += [sorted(one) for one in tied]
            tracks += [number] * len(tied)
        return tracks

    def _spread_sessions(self, track_of_seat: list[int]) -> None:
        """Groups and sessions like those of the first-fit plan, and some to spare."""
        placed = first_fit(self.timetable).sessions
        for number, track in enumerate(self.tracks):
            group_of: dict[int, int] = {}
            first = len(self.groups)
            for session in (s for s in placed if s.module in track):
                known = {group_of[p] for p in session.people if p in group_of}
                if known:
                    group = known.pop()
                else:
                    group = len(self.groups)
                    self.groups.append(number)
                group_of.update(dict.fromkeys(session.people, group))
                room = None if session.room == ONLINE else session.room
                self.sessions.append((group, session.module, session.start, room))
                self.leads += session.facilitators
            self._spare_sessions(number, track, first)
            seats = [m for m, t in zip(self.members, track_of_seat, strict=True) if t == number]
            self.begin += [group_of.get(people[0]) for people in seats]

    def _spare_sessions(self, number: int, track: tuple[int, ...], first: int) -> None:
        self.groups += [number] * ((len(self.groups) - first) // SPARE + 1)
        have = {(group, module) for group, module, _, _ in self.sessions}
        for group in range(first, len(self.groups)):
            for module in (module for module in track if (group, module) not in have):
                self.sessions.append((group, module, None, None))
                self.leads += [None] * self.timetable.modules[module].module.facilitators

    def _needs(self, track_of_seat: list[int]) -> list[list[Any]]:
        needs = []
        for seat, people in enumerate(self.members):
            for module in self.tracks[track_of_seat[seat]]:
                table = self.timetable.modules[module]
                travel = self.timetable.travel[table.days - 1]
                for person in (p for p in people if table.needs[p]):
                    costs = (
                        self.timetable.problem.programme.prices.unserved_oere,
                        table.open[person].tolist(),
                        (table.displacement[person] + table.module.materials_oere).tolist(),
                        travel[person].tolist() if table.in_person else [0],
                    )
                    needs.append([person, seat, module, *costs])
        return needs

    def _apart(self, track_of_seat: list[int]) -> list[tuple[int, int]]:
        seats_of: dict[int, list[int]] = defaultdict(list)
        for seat, people in enumerate(self.members):
            for person in people:
                seats_of[person].append(seat)
        return sorted(
            {
                (min(one, other), max(one, other))
                for person, avoided in enumerate(self.timetable.apart)
                for met in avoided
                for one in seats_of[person]
                for other in seats_of[met]
                if track_of_seat[one] == track_of_seat[other]
            }
        )


def _tracks(timetable: Timetable) -> list[tuple[int, ...]]:
    """Modules whose people stay together, and every other module by itself; `after` kept."""
    joined: list[set[int]] = [{module} for module in timetable.order]
    for track in timetable.tracks:
        meeting = [one for one in joined if one & set(track)]
        joined = [one for one in joined if one not in meeting]
        joined.append(set().union(*meeting))
    place = {module: i for i, module in enumerate(timetable.order)}
    tracks = [tuple(sorted(one, key=place.__getitem__)) for one in joined]
    return sorted(tracks, key=lambda track: place[track[0]])


def _rules(timetable: Timetable) -> Facts:
    rules, tables = timetable.problem.programme.rules, timetable.modules
    needs = np.array([table.needs for table in tables], dtype=np.int64)
    before = [needs * needs[list(earlier)].sum(axis=0) for earlier in timetable.comes_after]
    displaced = timetable.displaced_units // timetable.units_per_second
    return {
        "modules": [
            {
                "half_days": table.module.half_days,
                "group_min": table.module.group_min,
                "in_vain": timetable.problem.programme.prices.unserved_oere * IN_VAIN // 100,
            }
            for table in tables
        ],
        "group_max": [table.module.group_max for table in tables],
        "starts": [_starts(timetable, module) for module in range(len(tables))],
        "units": timetable.away_limit.tolist(),
        "days_per_week": rules.max_days_per_week,
        "people": [
            (int(unit), [int(of[m, person]) for m, of in enumerate(before)], seconds)
            for person, (unit, seconds) in enumerate(
                zip(timetable.unit_of, displaced.tolist(), strict=True)
            )
        ],
        "limits": {
            "parallel": NO_LIMIT if rules.parallel_sessions is None else rules.parallel_sessions,
            "displaced": _seconds(rules.max_displaced_hours),
            "fair": _seconds(rules.fair_hours),
            "unfair_per_hour": timetable.problem.programme.prices.unfair_oere,
        },
    }


def _seconds(hours: Fraction | None) -> int:
    return NO_LIMIT if hours is None else int(hours * SECONDS_PER_HOUR)


def _starts(timetable: Timetable, module: int) -> list[tuple[int, list[int], list[list[int]]]]:
    """Each start's first half-day, its days, and how it goes with every other start."""
    table = timetable.modules[module]
    rows = [beside(timetable, module, other) for other in range(len(timetable.modules))]
    return [
        (int(start), [*range(int(first), int(last) + 1)], [row[s].tolist() for row in rows])
        for s, (start, first, last) in enumerate(
            zip(table.starts, table.first_day, table.last_day, strict=True)
        )
    ]


def _resources(timetable: Timetable) -> Facts:
    problem, tables = timetable.problem, timetable.modules
    return {
        "rooms": [
            {
                "place": int(timetable.room_place[r]),
                "price": room.price_per_half_day_oere,
                "seats": [min(room.capacity, table.module.group_max) for table in tables],
                "free": [table.rooms[r].tolist() for table in tables],
            }
            for r, room in enumerate(problem.rooms)
        ],
        "rooms_of_module": [np.flatnonzero(t.rooms.any(axis=1)).tolist() for t in tables],
        "facilitators": [
            {
                "fee": one.fee_per_half_day_oere,
                "days_per_week": one.max_days_per_week or EVERY_DAY,
                "free": [table.facilitators[f].tolist() for table in tables],
            }
            for f, one in enumerate(problem.facilitators)
        ],
        "facilitators_of_module": [
            np.flatnonzero(t.facilitators.any(axis=1)).tolist() for t in tables
        ],
        "leads_of_module": [table.module.facilitators for table in tables],
    }


def _dissolved(timetable: Timetable, held: dict[int, list[Placed]]) -> list[Placed]:
    """Sessions of enough people each, who have taken what comes before."""
    kept: list[Placed] = []
    seated: dict[int, set[int]] = {}
    for module in timetable.order:
        table = timetable.modules[module]
        sessions = []
        for placed in held[module]:
            people = tuple(
                person
                for person in placed.people
                if all(
                    person in seated[before] or not timetable.modules[before].needs[person]
                    for before in timetable.comes_after[module]
                )
            )
            if len(people) >= table.module.group_min:
                sessions.append(
                    Placed(module, placed.start, placed.room, placed.facilitators, people)
                )
        kept += sessions
        seated[module] = {person for placed in sessions for person in placed.people}
    return kept
