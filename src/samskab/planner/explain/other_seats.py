"""Seats in the other sessions of a module, nobody but one person and her party moving."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.personal import PersonalFacts
from samskab.planner.explain.standing_plan import StandingPlan, more, together
from samskab.planner.explain.unit_limits import units_over
from samskab.planner.model.plan import Cost
from samskab.planner.model.problem import Problem
from samskab.planner.search.board import Board
from samskab.planner.search.solution import ONLINE, Placed, half_days_of, session_cost, unfair_oere


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in another session.

    Attributes:
        session: id of the session.
        more: øre above what the plan costs now, item by item; negative where it is less.
        more_for_her: the part of it that is hers: travel, displacement and unfairness.
    """

    session: str
    more: Cost
    more_for_her: Cost


@dataclass(frozen=True, slots=True)
class NoSeat:
    """A session that she cannot join, and every fact that forbids it."""

    session: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OtherSeats:
    """Where a person could take a module instead.

    Attributes:
        person, session: whose seat, and in which session she has it now.
        party: who must move with her.
        leaving: what forbids her, and her party, to leave the session at all.
        seats: where nothing forbids her to go, the cheapest for the whole plan first; only where
            nothing forbids her to leave.
        none: the other sessions of the module.
    """

    person: str
    session: str
    party: tuple[str, ...]
    leaving: tuple[Fact, ...]
    seats: tuple[Seat, ...]
    none: tuple[NoSeat, ...]


def calendars_that_matter(problem: Problem, person: str) -> frozenset[str]:
    """Whose busy time `other_seats` looks at: hers, and of whoever is in a party.

    Everybody else stays where she is, so that what is displaced of hers makes no difference.
    """
    return frozenset((person, *(one for party in problem.parties for one in party.people)))


def other_seats(plan: StandingPlan, person: str, session: str) -> OtherSeats:
    """Compare a person's seat with every other session of its module that the plan holds.

    Args:
        plan: it keeps every rule.
        person: id of a person in the session.
        session: id of the session.
    """
    return _Seats(plan, person, session).found()


class _Seats:
    def __init__(self, plan: StandingPlan, person: str, session: str) -> None:
        self.plan, self.id = plan, session
        self.her = plan.person[person]
        self.left = plan.placed[session]
        self.movers = sorted(plan.parties.whole(self.left.module, {self.her}))
        staying = tuple(one for one in self.left.people if one not in self.movers)
        self.stays = replace(self.left, people=staying)
        self.others = [(i, p) for i, p in plan.placed.items() if i != session]
        standing = [placed for _, placed in self.others]
        self.board = Board(plan.timetable, [*standing, self.stays] if staying else standing)
        self.personal = PersonalFacts(plan, self.board, self.left.module, self.movers)

    def found(self) -> OtherSeats:
        leaving = tuple(self._leaving())
        seats: list[Seat] = []
        none: list[NoSeat] = []
        for id_, placed in self.others:
            if placed.module == self.left.module:
                facts = self._facts(id_, placed)
                if facts:
                    none.append(NoSeat(id_, facts))
                elif not leaving:
                    seats.append(self._seat(id_, placed))
        seats.sort(key=lambda one: (one.more.total, one.session))
        party = self.plan.ids(one for one in self.movers if one != self.her)
        person = self.plan.problem.people[self.her].id
        return OtherSeats(person, self.id, party, leaving, tuple(seats), tuple(none))

    def _leaving(self) -> Iterator[Fact]:
        """Too few would stay; a session that all of its people leave is just not held."""
        least, stay = self.personal.table.module.group_min, len(self.stays.people)
        if 0 < stay < least:
            yield Fact(FactCode.TOO_FEW, sessions=(self.id,), count=stay, least=least)

    def _facts(self, id_: str, placed: Placed) -> tuple[Fact, ...]:
        return (
            *self.personal.at(placed.start),
            *self._full(id_, placed),
            *self._apart(id_, placed),
            *units_over(self.board, placed.module, placed.start, self.movers),
            *self._tracks(id_, placed),
        )

    def _full(self, id_: str, placed: Placed) -> Iterator[Fact]:
        most = self.personal.table.module.group_max
        if placed.room != ONLINE:
            most = min(most, self.plan.problem.rooms[placed.room].capacity)
        there = len(placed.people)
        if there + len(self.movers) > most:
            yield Fact(FactCode.FULL, sessions=(id_,), count=there, most=most)

    def _apart(self, id_: str, placed: Placed) -> Iterator[Fact]:
        for one in self.movers:
            others = sorted(self.plan.timetable.apart[one].intersection(placed.people))
            if others:
                people = self.plan.ids((one, *others))
                yield Fact(FactCode.APART, people=people, sessions=(id_,))

    def _tracks(self, id_: str, placed: Placed) -> Iterator[Fact]:
        """Other modules of a track that they would not share with whom they must."""
        names = self.plan.problem.programme.modules
        for track in self.plan.timetable.tracks:
            if placed.module in track:
                for module in track:
                    parted = self._parted(id_, placed, module)
                    if parted:
                        modules = (names[placed.module].id, names[module].id)
                        yield Fact(FactCode.TRACK, modules=modules, people=self.plan.ids(parted))

    def _parted(self, id_: str, placed: Placed, module: int) -> list[int]:
        """Whom they would meet in one of two modules but not in the other, though they need both.

        Those of the session who take the other module elsewhere; and those who take that one with
        them, but not this session.
        """
        if module == placed.module:
            return []
        needs = self.plan.timetable.modules[module].needs
        ours = {self._session_of(one, module) for one in self.movers if needs[one]}
        there = [one for one in placed.people if needs[one]]
        parted = {one for one in there if any(self._session_of(one, module) != s for s in ours)}
        with_us = {p for s in ours if s for p in self.plan.placed[s].people}
        needing = self.personal.table.needs
        parted |= {
            one
            for one in with_us.difference(self.movers)
            if needing[one] and self._session_of(one, placed.module) != id_
        }
        return sorted(parted)

    def _session_of(self, person: int, module: int) -> str | None:
        problem = self.plan.problem
        seat = self.plan.view.seat(problem.people[person].id, problem.programme.modules[module].id)
        return seat.id if seat else None

    def _seat(self, id_: str, placed: Placed) -> Seat:
        timetable = self.plan.timetable
        joined = replace(placed, people=tuple(sorted((*placed.people, *self.movers))))
        cost_of = timetable, self.stays
        stays = session_cost(*cost_of) if self.stays.people else Cost()
        sessions = together(
            [
                more(session_cost(timetable, self.left), stays),
                more(session_cost(timetable, placed), session_cost(timetable, joined)),
            ]
        )
        whole = replace(sessions, unfairness=self._unfair(placed, self.movers))
        return Seat(id_, whole, self._hers(placed))

    def _hers(self, placed: Placed) -> Cost:
        """What she herself bears more: no room and no facilitator is hers."""
        now, then = (
            session_cost(self.plan.timetable, replace(one, facilitators=(), people=(self.her,)))
            for one in (self.left, placed)
        )
        hers = replace(more(now, then), rooms=0, materials=0)
        return replace(hers, unfairness=self._unfair(placed, [self.her]))

    def _unfair(self, placed: Placed, people: list[int]) -> int:
        timetable = self.plan.timetable
        totals = []
        for one in (self.left, placed):
            half_days = half_days_of(timetable, one.module, one.start)
            units = timetable.displaced_units[people, half_days].sum(axis=1)
            held = self.board.displaced_units[people] + units
            totals.append(int(unfair_oere(timetable, held).sum()))
        return totals[1] - totals[0]
