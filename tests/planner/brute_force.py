"""Every plan of a tiny problem, tried: the best one is the best there is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from tests.planner.plain_rules import PlainRules

from samskab.planner.check import check
from samskab.planner.model.plan import Plan, Session, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format, Module

Needed = tuple[str, str]
"""(person, module)."""


class TooManyPlansError(Exception):
    """The problem is not tiny: its plans could not be tried in the steps given."""


def optimum(problem: Problem, most_steps: int = 4_000) -> tuple[int, Plan]:
    """The least that a plan of a problem can cost, in øre, and a plan that costs it.

    Raises:
        AssertionError: the checker names a breach in a plan that keeps the plain rules, or sums
            its cost up otherwise.
        TooManyPlansError: the search has more branches than `most_steps`.
    """
    known = _TRIED.get(repr(problem))
    if known is None or (known.best is None and known.steps < most_steps):
        known = _TRIED[repr(problem)] = _tried(problem, most_steps)
    if known.best is None or known.steps > most_steps:
        raise TooManyPlansError
    return known.best


def costs_less(problem: Problem, oere: int, most_steps: int = 4_000) -> bool:
    """Whether some plan costs less than an amount: far quicker told than the optimum.

    Raises:
        AssertionError, TooManyPlansError: as `optimum`.
    """
    return BruteForce(problem, most_steps).has_below(oere)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying.

    Attributes:
        best: None where the steps did not suffice.
        steps: that it took.
    """

    best: tuple[int, Plan] | None
    steps: int


_TRIED: dict[str, Tried] = {}
"""By problem: many tests judge by the same ones, and trying them is most of what they cost."""


def _tried(problem: Problem, most_steps: int) -> Tried:
    trial = BruteForce(problem, most_steps)
    try:
        best = trial.best()
    except TooManyPlansError:
        return Tried(None, most_steps)
    return Tried(best, most_steps - trial.steps_left)


@dataclass(frozen=True, slots=True)
class Option:
    """A session that could be held, and what it costs but for unfairness."""

    session: Session
    needs: frozenset[Needed]
    oere: int


class BruteForce:
    """Takes need after need and tries every session that could meet it, then leaving it out.

    A branch ends where the plain rules say no, or where it costs too much already: unfairness only
    grows, and the needs still to be met cost at least what they would if none of the sessions that
    go with those held so far stood in the way of another.
    """

    def __init__(self, problem: Problem, most_steps: int) -> None:
        self.problem = problem
        self.plain = PlainRules(problem)
        self.steps_left = most_steps
        self.unserved_oere = problem.programme.prices.unserved_oere
        self.needs: tuple[Needed, ...] = tuple((one.person, one.module) for one in problem.needs)
        self.options = sorted(self._all_options(), key=lambda option: option.oere)
        self.of_group: dict[frozenset[Needed], int] = defaultdict(int)
        for number, option in enumerate(self.options):
            self.of_group[option.needs] |= 1 << number
        self.going_with = cache(self._going_with)
        self._best_oere = self.unserved_oere * len(self.needs)
        self._best: tuple[Session, ...] = ()

    def best(self) -> tuple[int, Plan]:
        """The optimum and its plan, which the checker has passed."""
        self._explore_all()
        return self._best_oere, self._checked()

    def has_below(self, oere: int) -> bool:
        """Whether a plan costs less than an amount; what costs as much is not looked at."""
        if self._best_oere >= oere:
            self._best_oere = oere
            self._explore_all()
            if self._best_oere < oere:
                self._checked()
        return self._best_oere < oere

    def _checked(self) -> Plan:
        plan = self._plan(self._best)
        breaches = check(self.problem, plan)
        assert not breaches, breaches
        assert plan.cost.total == self._best_oere
        return plan

    def _explore_all(self) -> None:
        self._explore(frozenset(self.needs), (), frozenset(), (1 << len(self.options)) - 1)

    def _all_options(self) -> Iterator[Option]:
        for module in self.problem.programme.modules:
            for session in possible_sessions(self.plain, module):
                needs = frozenset((person, module.id) for person in session.people)
                cost = self.plain.cost([session], 0)
                yield Option(session, needs, cost.total - cost.unfairness)

    def _explore(
        self,
        unmet: frozenset[Needed],
        held: tuple[Option, ...],
        left_out: frozenset[Needed],
        going: int,
    ) -> None:
        """Meet the first need that is unmet, in every way.

        Args:
            going: the options (a bit each) that go with each of those held and left out.
        """
        self.steps_left -= 1
        if self.steps_left < 0:
            raise TooManyPlansError
        sessions = [option.session for option in held]
        oere = self.plain.cost(sessions, len(left_out)).total
        if oere + self._least_oere(unmet, going) >= self._best_oere:
            return
        if not unmet:
            self._best_oere, self._best = oere, tuple(sessions)
            return
        first = next(need for need in self.needs if need in unmet)
        for number in _bits(going):
            option = self.options[number]
            if first in option.needs and self.plain.stand_all([*sessions, option.session]):
                still = going & self.going_with(number)
                self._explore(unmet - option.needs, (*held, option), left_out, still)
        if not any(self.plain.builds_on(one, *first) for one in sessions):
            self._explore(unmet - {first}, held, left_out | {first}, going & self._without(first))

    def _going_with(self, number: int) -> int:
        """The options that can be held beside one."""
        one = self.options[number]
        going = 0
        for other_number, other in enumerate(self.options):
            pair = (one.session, other.session)
            if (
                not one.needs & other.needs
                and self.plain.stand_together(*pair)
                and self.plain.stand_all(pair)
            ):
                going |= 1 << other_number
        return going

    def _without(self, need: Needed) -> int:
        """The options that can be held where a need is left out."""
        return sum(
            1 << number
            for number, option in enumerate(self.options)
            if need not in option.needs and not self.plain.builds_on(option.session, *need)
        )

    def _least_oere(self, unmet: frozenset[Needed], going: int) -> int:
        """What needs cost at least, each group of them in its cheapest session of those going."""
        cheapest = {
            group: self.options[_lowest(options & going)].oere
            for group, options in self.of_group.items()
            if options & going
        }

        @cache
        def least(rest: frozenset[Needed]) -> int:
            if not rest:
                return 0
            first = min(rest)
            ways = (
                oere + least(rest - group)
                for group, oere in cheapest.items()
                if first in group and group <= rest
            )
            return min([self.unserved_oere + least(rest - {first}), *ways])

        modules = {module for _, module in unmet}
        return sum(least(frozenset(need for need in unmet if need[1] == m)) for m in modules)

    def _plan(self, sessions: tuple[Session, ...]) -> Plan:
        named = tuple(replace(one, id=f"s{n}") for n, one in enumerate(sessions, start=1))
        served = {(person, one.module) for one in sessions for person in one.people}
        left_out = [need for need in self.needs if need not in served]
        unserved = tuple(Unserved(person, module, "no_time") for person, module in left_out)
        return Plan(named, unserved, self.plain.cost(named, len(left_out)))


def possible_sessions(plain: PlainRules, module: Module) -> Iterator[Session]:
    """Every session of a module that keeps the rules by itself."""
    for people in _groups(plain, module):
        for session in _sessions_of(plain, module, people):
            if plain.stands_alone(session) and plain.stand_all([session]):
                yield session


def _groups(plain: PlainRules, module: Module) -> Iterator[tuple[str, ...]]:
    needing = [person for person in plain.people if (person, module.id) in plain.needs]
    for size in range(module.group_min, module.group_max + 1):
        yield from combinations(needing, size)


def _sessions_of(plain: PlainRules, module: Module, people: tuple[str, ...]) -> Iterator[Session]:
    rooms = list(plain.rooms) if module.format is Format.IN_PERSON else [None]
    for first in plain.grid.starts(module.half_days):
        start = plain.grid.half_days[first].start
        end = plain.grid.half_days[first + module.half_days - 1].end
        for room in rooms:
            for leaders in combinations(plain.facilitators, module.facilitators):
                yield Session("", module.id, start, end, room, leaders, people)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield _lowest(mask)
        mask &= mask - 1


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1
