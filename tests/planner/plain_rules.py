"""The rules and prices once more, as plainly as planning-problem.md has them and as slowly.

Written without a look at the checker or the solver, so that a mistake in one of them is not a
mistake here. Sessions start in a half-day of the grid and last as long as their module. Busy time
begins and ends on whole 5 minutes.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import ceil

from samskab.common.busy import Busy, BusyKind
from samskab.common.money import half_up
from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format
from samskab.planner.model.travel import travel_oere_per_day

SLOT = timedelta(minutes=5)
SLOTS_PER_HOUR = 12
WEEK = timedelta(days=7)


class PlainRules:
    """Judges sessions alone, in pairs and all together: a plan keeps the rules when all three do.

    What stands alone, in pairs or all together is never mended by further sessions; so a search
    may give up as soon as one of them says no.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.rules = problem.programme.rules
        self.grid = Grid(problem.programme)
        self.modules = {module.id: module for module in problem.programme.modules}
        self.people = {person.id: person for person in problem.people}
        self.rooms = {room.id: room for room in problem.rooms}
        self.facilitators = {one.id: one for one in problem.facilitators}
        self.needs = {(need.person, need.module) for need in problem.needs}
        self.travel_per_day = travel_oere_per_day(problem)
        self.kinds = cache(self._kinds)
        self.hours = cache(self._hours)
        self.half_days = cache(self._half_days)
        self.days = cache(self._days)

    def keep(self, plan: Plan) -> bool:
        """Whether a plan keeps every rule. Its sessions start and end where they may."""
        seats = [(person, one.module) for one in plan.sessions for person in one.people]
        left_out = [(one.person, one.module) for one in plan.unserved]
        return (
            sorted(seats + left_out) == sorted(self.needs)
            and all(self.stands_alone(one) for one in plan.sessions)
            and all(self.stand_together(*pair) for pair in combinations(plan.sessions, 2))
            and self.stand_all(plan.sessions)
            and not any(self.builds_on(one, *need) for one in plan.sessions for need in left_out)
        )

    # -- when ---------------------------------------------------------------------------------

    def _half_days(self, session: Session) -> range:
        start = self.grid.index_of_start[session.start.astimezone(UTC)]
        return range(start, start + self.modules[session.module].half_days)

    def _days(self, session: Session) -> list[date]:
        return sorted({self.grid.half_days[index].day for index in self.half_days(session)})

    # -- alone --------------------------------------------------------------------------------

    def stands_alone(self, session: Session) -> bool:
        return (
            self._size_fits(session)
            and self._room_fits(session)
            and self._facilitators_fit(session)
            and all(self._may_attend(person, session) for person in session.people)
            and self._company_fits(session)
        )

    def _size_fits(self, session: Session) -> bool:
        module = self.modules[session.module]
        return module.group_min <= len(session.people) <= module.group_max

    def _room_fits(self, session: Session) -> bool:
        if self.modules[session.module].format is Format.ONLINE:
            return session.room is None
        if session.room is None:
            return False
        room = self.rooms[session.room]
        return len(session.people) <= room.capacity and self._free(room.busy, session)

    def _facilitators_fit(self, session: Session) -> bool:
        leaders = [self.facilitators[one] for one in session.facilitators]
        return len(leaders) == self.modules[session.module].facilitators and all(
            session.module in one.modules and self._free(one.busy, session) for one in leaders
        )

    def _free(self, busy: tuple[Busy, ...], session: Session) -> bool:
        return not any(self.kinds(busy, index) for index in self.half_days(session))

    def _may_attend(self, person: str, session: Session) -> bool:
        if (person, session.module) not in self.needs:
            return False
        busy = self.people[person].busy
        if any(BusyKind.HARD in self.kinds(busy, index) for index in self.half_days(session)):
            return False
        first, last = self.days(session)[0], self.days(session)[-1]
        return all(
            (window.not_before or first) <= first and last <= (window.not_after or last)
            for window in self.problem.windows
            if window.module == session.module and person in self._meant(window.who)
        )

    def _company_fits(self, session: Session) -> bool:
        for party in self.problem.parties:
            inside = [
                one in session.people for one in party.people if (one, session.module) in self.needs
            ]
            if any(inside) and not all(inside):
                return False
        return not any(
            {one, other} == {p, q}
            for p, q in combinations(session.people, 2)
            for a, b in self.problem.apart
            for one in self._meant(a)
            for other in self._meant(b)
        )

    def _meant(self, who: str) -> list[str]:
        unit = [person.id for person in self.problem.people if person.unit == who]
        return [who] if who in self.people else unit

    # -- in pairs -----------------------------------------------------------------------------

    def stand_together(self, one: Session, other: Session) -> bool:
        both = set(one.people) & set(other.people)
        if one.module == other.module and both:
            return False
        leading = set(one.facilitators) & set(other.facilitators)
        sharing = both or leading or (one.room is not None and one.room == other.room)
        if sharing and set(self.half_days(one)) & set(self.half_days(other)):
            return False
        return (
            (not both or (self._in_order(one, other) and self._in_order(other, one)))
            and self._cohort_kept(one, other)
            and self._cohort_kept(other, one)
        )

    def _in_order(self, earlier: Session, later: Session) -> bool:
        """For people of both: whether the later one's `after` holds, if it names the earlier."""
        module = self.modules[later.module]
        if earlier.module not in module.after:
            return True
        gap = (self.days(later)[0] - self.days(earlier)[-1]).days
        most = gap if module.gap_days_max is None else module.gap_days_max
        ends, starts = self.half_days(earlier)[-1], self.half_days(later)[0]
        return ends < starts and module.gap_days_min <= gap <= most

    def _cohort_kept(self, one: Session, other: Session) -> bool:
        """Whether all of `one` who need the other's module are in `other`, or none of them is."""
        needing = {person for person in one.people if (person, other.module) in self.needs}
        inside = needing & set(other.people)
        return inside in (set(), needing) or not any(
            one.module in track and other.module in track for track in self.rules.keep_together
        )

    # -- all together -------------------------------------------------------------------------

    def stand_all(self, sessions: Collection[Session]) -> bool:
        return (
            self._weeks_fit(sessions)
            and self._facilitator_weeks_fit(sessions)
            and self._half_days_fit(sessions)
            and self._hours_fit(sessions)
        )

    def _weeks_fit(self, sessions: Collection[Session]) -> bool:
        for person in {person for one in sessions for person in one.people}:
            days = {day for one in sessions if person in one.people for day in self.days(one)}
            for first in days:
                week = [day for day in days if first <= day < first + WEEK]
                if len(week) > self.rules.max_days_per_week:
                    return False
        return True

    def _facilitator_weeks_fit(self, sessions: Collection[Session]) -> bool:
        for one in self.problem.facilitators:
            if one.max_days_per_week is None:
                continue
            led = [session for session in sessions if one.id in session.facilitators]
            weeks = [day.isocalendar()[:2] for day in {d for held in led for d in self.days(held)}]
            if any(weeks.count(week) > one.max_days_per_week for week in weeks):
                return False
        return True

    def _half_days_fit(self, sessions: Collection[Session]) -> bool:
        for index in {index for one in sessions for index in self.half_days(one)}:
            held = [one for one in sessions if index in self.half_days(one)]
            if len(held) > (self.rules.parallel_sessions or len(held)):
                return False
            away = [self.people[person].unit for one in held for person in one.people]
            if any(away.count(unit) > self._most_away(unit) for unit in away):
                return False
        return True

    def _most_away(self, unit: str) -> int:
        limit = self.rules.max_away_per_unit
        more = sum(people for who, people in self.rules.more_away if who == unit)
        if limit is None or isinstance(limit, int):
            return len(self.people) if limit is None else limit + more
        return more + ceil(limit * sum(person.unit == unit for person in self.problem.people))

    def _hours_fit(self, sessions: Collection[Session]) -> bool:
        most = self.rules.max_displaced_hours
        return most is None or all(hours <= most for hours in self._hours_of_each(sessions))

    # -- left out -----------------------------------------------------------------------------

    def builds_on(self, session: Session, person: str, module: str) -> bool:
        """Whether a session forbids that somebody is left out of a module."""
        return person in session.people and module in self.modules[session.module].after

    # -- what it costs ------------------------------------------------------------------------

    def cost(self, sessions: Collection[Session], left_out: int) -> Cost:
        return Cost(
            facilitation=sum(
                self.facilitators[one].fee_per_half_day_oere
                for session in sessions
                for one in session.facilitators
                for _ in self.half_days(session)
            ),
            rooms=sum(
                self.rooms[session.room].price_per_half_day_oere
                for session in sessions
                for _ in self.half_days(session)
                if session.room
            ),
            materials=sum(
                self.modules[one.module].materials_oere for one in sessions for _ in one.people
            ),
            travel=sum(oere for one in sessions for oere in self._travel(one)),
            displacement=sum(
                half_up(self._displaced(person, one) * self.people[person].hourly_value_oere)
                for one in sessions
                for person in one.people
            ),
            unfairness=sum(self._unfair(hours) for hours in self._hours_of_each(sessions)),
            unserved=left_out * self.problem.programme.prices.unserved_oere,
        )

    def _travel(self, session: Session) -> Iterator[int]:
        if session.room is not None:
            for person in session.people:
                day = self.travel_per_day(self.people[person], self.rooms[session.room])
                yield half_up(day * len(self.days(session)))

    def _unfair(self, hours: Fraction) -> int:
        if self.rules.fair_hours is None or hours <= self.rules.fair_hours:
            return 0
        return half_up((hours - self.rules.fair_hours) * self.problem.programme.prices.unfair_oere)

    def _hours_of_each(self, sessions: Collection[Session]) -> Iterator[Fraction]:
        for person in self.people:
            hours = [self._displaced(person, one) for one in sessions if person in one.people]
            yield sum(hours, Fraction(0))

    def _displaced(self, person: str, session: Session) -> Fraction:
        busy = self.people[person].busy
        return sum((self.hours(busy, index) for index in self.half_days(session)), Fraction(0))

    def _hours(self, busy: tuple[Busy, ...], index: int) -> Fraction:
        tentative = self.problem.programme.prices.tentative
        weight = {BusyKind.BUSY: Fraction(1), BusyKind.TENTATIVE: tentative}
        spans = self._slots(busy, index)
        return sum((weight.get(kind, Fraction(0)) for kind in spans), Fraction(0)) / SLOTS_PER_HOUR

    def _kinds(self, busy: tuple[Busy, ...], index: int) -> frozenset[BusyKind]:
        return frozenset(self._slots(busy, index))

    def _slots(self, busy: tuple[Busy, ...], index: int) -> Iterator[BusyKind]:
        """The kind of each 5 minutes of a half-day that are busy; the spans do not overlap."""
        half_day = self.grid.half_days[index]
        moment, end = half_day.start.astimezone(UTC), half_day.end.astimezone(UTC)
        while moment < end:
            yield from (span.kind for span in busy if span.start <= moment < span.end)
            moment += SLOT
