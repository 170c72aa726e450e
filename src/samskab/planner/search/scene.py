"""A plan in the light of a step that is to improve it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import numpy as np

from samskab.planner.guidance import Guidance
from samskab.planner.search.board import Board
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, session_cost
from samskab.planner.timetable import Bools, Timetable


class Scene:
    """A plan to be improved, with what every kind asks of it.

    Attributes:
        reach: how large a neighbourhood should be, 1.0 being usual.
        guidance: what the bound's prices advise, if they do yet.
    """

    def __init__(
        self,
        timetable: Timetable,
        parties: Parties,
        sessions: tuple[Placed, ...],
        reach: float = 1.0,
        guidance: Guidance | None = None,
    ) -> None:
        self.timetable = timetable
        self.parties = parties
        self.sessions = sessions
        self.reach = reach
        self.guidance = guidance
        self.tracked = frozenset(module for track in timetable.tracks for module in track)
        seated = {(person, s.module) for s in sessions for person in s.people}
        self.unserved = [
            (int(person), module)
            for module, table in enumerate(timetable.modules)
            for person in np.flatnonzero(table.needs)
            if (int(person), module) not in seated
        ]

    def scaled(self, count: float) -> int:
        """A count of sessions, people or dates, as far as the reach goes; at least one."""
        return max(round(count * self.reach), 1)

    def drawn(self, low: int, high: int, chance: np.random.Generator) -> int:
        """A count from `low` to below `high`, scaled."""
        return self.scaled(int(chance.integers(low, high)))

    def days(self, placed: Placed) -> tuple[int, int]:
        """Ordinals of the first and the last day of a session."""
        table = self.timetable.modules[placed.module]
        return int(table.first_day[placed.start]), int(table.last_day[placed.start])

    def around(self, placed: Placed, others: Iterable[Placed]) -> list[Placed]:
        """Sessions by their distance in days from one, which comes first."""
        day = self.days(placed)[0]
        return sorted(others, key=lambda s: (s is not placed, abs(self.days(s)[0] - day)))

    def dear_session(self, chance: np.random.Generator, of: list[Placed]) -> Placed:
        """A session drawn with weight on what it costs a person."""
        price = np.array([session_cost(self.timetable, s).total / len(s.people) for s in of])
        return of[int(chance.choice(len(of), p=(price + 1) / (price + 1).sum()))]

    def dear_to_hold(self, chance: np.random.Generator, of: list[Placed]) -> Placed:
        """A session drawn with weight on what its room and facilitators cost above the least."""
        costs = [session_cost(self.timetable, s) for s in of]
        fixed = np.array([cost.facilitation + cost.rooms for cost in costs], dtype=np.float64)
        modules = np.array([s.module for s in of])
        least = np.array([fixed[modules == module].min() for module in modules])
        above = fixed - least + 0.1 * fixed + 1
        return of[int(chance.choice(len(of), p=above / above.sum()))]

    def needing(self, people: AbstractSet[int]) -> dict[int, set[int]]:
        """Module -> those of the people who need it."""
        return {
            module: {person for person in people if table.needs[person]}
            for module, table in enumerate(self.timetable.modules)
        }

    def left_out(self, module: int) -> set[int]:
        """Who needs a module and has no seat."""
        return {person for person, m in self.unserved if m == module}

    def without(self, needs: set[tuple[int, int]]) -> tuple[Board, list[Placed], Bools]:
        """The board without some people's seats, the sessions this empties, and what is decided."""
        deciding = np.zeros((len(self.timetable.problem.people), len(self.timetable.modules)), bool)
        for person, module in needs:
            deciding[person, module] = True
        standing, vacated = [], []
        for placed in self.sessions:
            people = tuple(p for p in placed.people if not deciding[p, placed.module])
            if people:
                standing.append(
                    Placed(placed.module, placed.start, placed.room, placed.facilitators, people)
                )
            else:
                vacated.append(placed)
        return Board(self.timetable, standing), vacated, deciding
