"""Every plan of a tiny problem, tried: how few people can be left out, and how few moved."""

from collections import Counter
from contextlib import suppress

from tests.planner.brute_force import BruteForce, Needed, Option, TooManyPlansError, _bits

from samskab.planner.model.plan import Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.published import Published

Aims = tuple[int, int]
"""Claims left out, seats changed."""


def fewest(problem: Problem, claims: set[Needed], most_steps: int = 20_000) -> Aims | None:
    """The least in both aims, the first weighing more; None where there are too many plans."""
    with suppress(TooManyPlansError):
        return _Fewest(problem, claims, most_steps).least()
    return None


class _Fewest(BruteForce):
    """The same options and rules, with other aims; pinned sessions are held first."""

    def __init__(self, problem: Problem, claims: set[Needed], most_steps: int) -> None:
        super().__init__(problem, most_steps)
        assert problem.published is not None
        self.published: Published = problem.published
        self.claims = claims
        self.seats: Counter[tuple[str, str]] = Counter()
        self.kept: Counter[tuple[str, str, object, object]] = Counter()
        for session in self.published.sessions:
            for person in set(session.people):
                self.seats[person, session.module] += 1
                self.kept[person, session.module, session.start, session.room] += 1
        self.least_found: Aims | None = None

    def least(self) -> Aims:
        pinned = tuple(option for option in self.options if self._is_pinned(option.session))
        asked = [s for s in self.published.sessions if s.id in self.published.pinned and s.people]
        assert len(pinned) == len(asked)
        going = sum(
            1 << number
            for number, option in enumerate(self.options)
            if option in pinned or self._may_start(option.session)
        )
        for option in pinned:
            going &= self.going_with(self.options.index(option)) | 1 << self.options.index(option)
        met = frozenset(need for option in pinned for need in option.needs)
        self._try(frozenset(self.needs) - met, pinned, frozenset(), going)
        assert self.least_found is not None
        gone = sum(count for need, count in self.seats.items() if need not in self.needs)
        return self.least_found[0], self.least_found[1] + gone

    def _is_pinned(self, session: Session) -> bool:
        needing = self.plain.needs
        return any(
            old.id in self.published.pinned
            and (old.module, old.start, old.room) == (session.module, session.start, session.room)
            and set(old.facilitators) == set(session.facilitators)
            and {p for p in old.people if (p, old.module) in needing} == set(session.people)
            for old in self.published.sessions
        )

    def _may_start(self, session: Session) -> bool:
        today = self.published.today
        return today is None or self.plain.days(session)[0] >= today

    def _try(
        self,
        unmet: frozenset[Needed],
        held: tuple[Option, ...],
        left_out: frozenset[Needed],
        going: int,
    ) -> None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise TooManyPlansError
        aims = self._aims(held, left_out)
        if self.least_found is not None and aims >= self.least_found:
            return
        if not unmet:
            self.least_found = aims
            return
        first = next(need for need in self.needs if need in unmet)
        sessions = [option.session for option in held]
        for number in _bits(going):
            option = self.options[number]
            if first in option.needs and self.plain.stand_all([*sessions, option.session]):
                still = going & self.going_with(number)
                self._try(unmet - option.needs, (*held, option), left_out, still)
        if not any(self.plain.builds_on(one, *first) for one in sessions):
            self._try(unmet - {first}, held, left_out | {first}, going & self._without(first))

    def _aims(self, held: tuple[Option, ...], left_out: frozenset[Needed]) -> Aims:
        changed = sum(self.seats[need] for need in left_out)
        for option in held:
            one = option.session
            for person in one.people:
                kept = self.kept[person, one.module, one.start, one.room]
                changed += self.seats[person, one.module] - kept
        return len(left_out & self.claims), changed
