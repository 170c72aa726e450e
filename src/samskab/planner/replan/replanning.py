"""Planning again around a published plan: what broke is mended, and nothing else moves."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from samskab.planner.bound import prove
from samskab.planner.check import check
from samskab.planner.model.plan import Plan
from samskab.planner.outcome import plan_of
from samskab.planner.progress import Progress
from samskab.planner.replan.account import Account
from samskab.planner.replan.mending import Mended, mend
from samskab.planner.replan.naming import named
from samskab.planner.replan.old_sessions import old_sessions
from samskab.planner.replan.publication import Publication
from samskab.planner.replan.result import Replanned
from samskab.planner.replan.verdict import judge
from samskab.planner.rules.breach import Breach
from samskab.planner.search.solution import Placed, Solution, cost_of
from samskab.planner.timetable import build_timetable

MENDING_SHARE = 0.8
"""Of the time at most; some of what is left of it goes to the bound."""
BOUND_SECONDS = 3.0
"""After which it rises slowly: nobody who waits to tell the moved should wait for it."""


class NoTimeError(RuntimeError):
    """No plan that keeps the pinned sessions was found in the time."""


def replan(
    publication: Publication,
    *,
    seconds: float,
    bound_seconds: float = BOUND_SECONDS,
    tell: Callable[[Progress], None],
) -> Replanned:
    """Change as little of a published plan as the folder as it is now allows.

    First as few needs as can be are left out, but for those that the published plan left out too:
    they are seated where that moves nobody. Then as few people as can be are moved or dropped,
    then as few sessions as can be get other leaders, and then the rest of the cost counts.

    Args:
        publication: the published plan beside the folder.
        seconds: wall-clock time for all of it.
        bound_seconds: of these, for the bound of the new plan's cost at most.
        tell: called with each step forward.

    Raises:
        NoTimeError: there was no time to find any plan.
    """
    return _Replanning(publication, seconds, bound_seconds, tell).run()


class _Replanning:
    """One published plan to be mended in some time."""

    def __init__(
        self,
        publication: Publication,
        seconds: float,
        bound_seconds: float,
        tell: Callable[[Progress], None],
    ) -> None:
        self.publication, self.tell = publication, tell
        self.seconds, self.bound_seconds = seconds, bound_seconds
        self.began = monotonic()
        self.timetable = build_timetable(publication.problem)

    def run(self) -> Replanned:
        """Mend, prove, account."""
        self.tell(Progress(0.0, "mending"))
        mended = self._mended()
        mending_seconds = monotonic() - self.began
        plan = self._plan(mended.sessions)
        total = plan.cost.total
        self.tell(Progress(mending_seconds, "proving", total, None, len(plan.unserved)))
        bound = min(self._bound(mended.lost), total)
        plan = replace(plan, bound=bound, seconds=monotonic() - self.began)
        account = Account(self.publication, judge(self.publication), plan)
        self.tell(Progress(plan.seconds, "done", total, bound, len(plan.unserved)))
        return Replanned(
            problem=self.publication.problem,
            plan=plan,
            broken=account.broken(),
            moves=account.moves(),
            new_seats=tuple(account.new_seats()),
            other_leaders=tuple(account.other_leaders()),
            excused=self.publication.excused,
            moves_at_least=mended.changed_at_least,
            fewest=mended.fewest,
            left_out=mended.left_out,
            left_out_at_least=mended.left_out_at_least,
            mending_seconds=mending_seconds,
        )

    def _mended(self) -> Mended:
        timetable, published = self.timetable, self.publication.published
        left_out = {(one.person, one.module) for one in self.publication.plan.unserved}
        claims = frozenset(
            (p, m)
            for m, table in enumerate(timetable.modules)
            for p, person in enumerate(timetable.problem.people)
            if table.needs[p] and (person.id, table.module.id) not in left_out
        )
        today = published.today or timetable.problem.programme.first_day
        mended = mend(
            timetable,
            old_sessions(timetable, published),
            claims,
            first_day=today.toordinal(),
            accept=lambda sessions: not self._breaches(self._plan(sessions)),
            until=self.began + self.seconds * MENDING_SHARE,
        )
        if mended is None:
            message = "no plan that keeps the pinned sessions was found in the time"
            raise NoTimeError(message)
        return mended

    def _plan(self, sessions: tuple[Placed, ...]) -> Plan:
        solution = Solution(sessions, cost_of(self.timetable, sessions).total)
        seed = self.publication.plan.seed  # nothing is drawn anew
        plan = plan_of(self.timetable, solution, bound_oere=0, seconds=0.0, seed=seed)
        published = self.publication.published
        today = published.today or self.timetable.problem.programme.first_day
        return named(plan, published, today)

    def _breaches(self, plan: Plan) -> list[Breach]:
        """What the independent checker finds, but for what sessions already held break anyhow."""
        found = check(self.publication.problem, plan)
        return [breach for breach in found if breach not in self.publication.excused]

    def _bound(self, lost_seats: int) -> int:
        """Øre that no plan costs less than: without changes, and those that there must be.

        What is proven of all plans that keep the rules says nothing of facts that do not.
        """
        changes = lost_seats * self.timetable.problem.programme.prices.change_oere
        if self.publication.excused:
            return changes
        until = min(self.began + self.seconds, monotonic() + self.bound_seconds)
        proven = prove(self.timetable, stop=lambda: monotonic() >= until)
        return changes + max((one for one in proven if isinstance(one, int)), default=0)
