"""What it costs to share displaced hours better: plans of one problem under several settings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.fairness.inequality import Spread, spread
from samskab.planner.fairness.loads import Load, loads_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView

CAPS = (Fraction(3, 4), Fraction(1, 2))
"""Parts of the worst-off person's hours that are tried as `max_displaced_hours`."""

DEARER = (1, 4)
"""How many times an hour's worth is tried as `unfair`."""

STEP_HOURS = Fraction(1, 2)
STEP_OERE = 50_00


@dataclass(frozen=True, slots=True)
class Setting:
    """How hard a plan must share: fields of `Rules` and `Prices`, in their units."""

    max_displaced_hours: Fraction | None = None
    fair_hours: Fraction | None = None
    unfair_oere: int = 0

    @property
    def has_price(self) -> bool:
        """Whether hours above the fair ones cost anything."""
        return self.fair_hours is not None and self.unfair_oere > 0

    def on(self, problem: Problem) -> Problem:
        """The problem with this setting in place of its own."""
        programme = problem.programme
        rules = replace(
            programme.rules,
            max_displaced_hours=self.max_displaced_hours,
            fair_hours=self.fair_hours,
        )
        prices = replace(programme.prices, unfair_oere=self.unfair_oere)
        return replace(problem, programme=replace(programme, rules=rules, prices=prices))


NO_SETTING = Setting()


@dataclass(frozen=True, slots=True)
class Wishes:
    """Settings that somebody wants to see; nothing has a few chosen by the plan that is there.

    Attributes:
        caps: values of `max_displaced_hours`.
        unfair_oere: values of `unfair`, in øre an hour.
        fair_hours: above which that is paid.
    """

    caps: tuple[Fraction, ...] = ()
    unfair_oere: tuple[int, ...] = ()
    fair_hours: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """The cheapest plan found under a setting, and what is proven of the setting's price.

    Costs leave the price of unfairness out: that is how points can be compared.

    Attributes:
        plan: a plan of the problem with the setting, with its cost and its bound there.
        cost_oere: of the plan, without unfairness.
        least_oere: no plan that the setting allows costs less, without unfairness. A price on
            unfair hours allows every plan: it is the bound without any setting then.
        hours: how displaced hours are spread over people.
        left_out: needs without a seat.
        on_curve: no other point is at least as cheap and at least as good for the worst-off tenth,
            and better in one of both.
    """

    setting: Setting
    plan: Plan
    cost_oere: int
    least_oere: int
    hours: Spread
    left_out: int
    on_curve: bool = True


@dataclass(frozen=True, slots=True)
class Price:
    """What a setting costs more than none, in øre: proven, by the best plan of each.

    Attributes:
        at_least, at_most: the ends of what is possible.
    """

    at_least: int
    at_most: int

    @property
    def is_told_apart(self) -> bool:
        """Whether the bounds prove that it costs anything at all."""
        return self.at_least > 0


def setting_of(problem: Problem) -> Setting:
    """A problem's own setting; fair hours without a price are none."""
    rules, prices = problem.programme.rules, problem.programme.prices
    own = Setting(rules.max_displaced_hours, rules.fair_hours, prices.unfair_oere)
    return own if own.has_price else Setting(rules.max_displaced_hours)


def settings_to_try(problem: Problem, loads: Sequence[Load], wishes: Wishes) -> tuple[Setting, ...]:
    """No setting, the folder's own, and those wished for, each once.

    Where nothing is wished for: the worst-off person's hours are capped at three quarters and at a
    half of what they are, and hours above the fair ones cost the mean worth of an hour, and four
    times that. Fair are the hours wished for, else the folder's, else the mean, rounded up.

    Args:
        problem: of a plan that is there.
        loads: of the plan's people, at least one.
        wishes: what somebody wants to see.
    """
    hours = spread([load.displaced_hours for load in loads])
    assert hours is not None
    caps, unfair = wishes.caps, wishes.unfair_oere
    if not caps and not unfair:
        caps = tuple(_up(part * hours.most, STEP_HOURS) for part in CAPS)
        worth = _mean_worth_oere(problem, loads)
        unfair = tuple(int(_up(times * worth, Fraction(STEP_OERE))) for times in DEARER)
    fair_hours = wishes.fair_hours
    if fair_hours is None:
        fair_hours = problem.programme.rules.fair_hours
    if fair_hours is None:
        fair_hours = _up(hours.mean, STEP_HOURS)
    priced = (Setting(None, fair_hours, oere) for oere in unfair if oere)
    tried = (NO_SETTING, setting_of(problem), *map(Setting, caps), *priced)
    return tuple(dict.fromkeys(tried))


def curve(
    problem: Problem,
    settings: Sequence[Setting],
    plan_with: Callable[[Problem], Plan],
    known: Plan | None = None,
) -> tuple[Point, ...]:
    """Plan under each setting; each point takes the best of all plans that are found.

    Args:
        problem: what to plan.
        settings: one a point; `NO_SETTING` must be among them, as all are measured against it.
        plan_with: makes a plan that keeps every rule, with a bound.
        known: a plan that is there already: taken where it is the best; what it claims to cost,
            and its bound, are not believed.
    """
    problems = [setting.on(problem) for setting in settings]
    plans = [plan_with(one) for one in problems]
    found = [*plans, known] if known else plans
    best = [_cheapest(one, own, found) for one, own in zip(problems, plans, strict=True)]
    floor = _floors(settings, best)
    points = [
        _point(setting, one, plan, floor(setting))
        for setting, one, plan in zip(settings, problems, best, strict=True)
    ]
    return tuple(replace(point, on_curve=not _is_beaten(point, points)) for point in points)


def price_of(point: Point, without: Point) -> Price:
    """What the setting of a point costs more than none, at least and at most, unfairness left out.

    The best plan without any setting costs from `without.least_oere` to `without.cost_oere`. The
    best with it costs `point.least_oere` at least, and no more than the plan that was found,
    unfairness included: else that one would be better.
    """
    at_least = max(0, point.least_oere - without.cost_oere)
    return Price(at_least, point.plan.cost.total - without.least_oere)


def _cheapest(problem: Problem, own: Plan, plans: Sequence[Plan]) -> Plan:
    """The cheapest of all plans that keep the rules of a problem, with the bound of its own."""

    def here() -> Iterator[Plan]:
        yield own
        for plan in plans:
            cost = cost_of(PlanView(problem, plan))
            if cost.total < own.cost.total:
                moved = replace(plan, cost=cost, bound=own.bound, seconds=own.seconds)
                if not check(problem, moved):
                    yield moved

    return min(here(), key=lambda plan: plan.cost.total)


def _floors(settings: Sequence[Setting], plans: Sequence[Plan]) -> Callable[[Setting], int]:
    """Setting -> the highest bound that holds for all of its plans, unfairness left out.

    What a setting allows, a looser cap allows too, so its bound holds here; a bound that counts a
    price on unfair hours says nothing of the other costs alone.
    """
    bounds = [
        (setting.max_displaced_hours, plan.bound)
        for setting, plan in zip(settings, plans, strict=True)
        if not setting.has_price
    ]

    def floor(setting: Setting) -> int:
        cap = setting.max_displaced_hours
        return max(
            bound for other, bound in bounds if other is None or (cap is not None and cap <= other)
        )

    return floor


def _point(setting: Setting, problem: Problem, plan: Plan, least_oere: int) -> Point:
    view = PlanView(problem, plan)
    hours = spread([load.displaced_hours for load in loads_of(view)])
    assert hours is not None
    return Point(
        setting=setting,
        plan=plan,
        cost_oere=plan.cost.total - plan.cost.unfairness,
        least_oere=least_oere,
        hours=hours,
        left_out=len(plan.unserved),
    )


def _is_beaten(point: Point, points: Sequence[Point]) -> bool:
    own = (point.cost_oere, point.hours.worst_tenth)
    return any(
        other.cost_oere <= own[0]
        and other.hours.worst_tenth <= own[1]
        and (other.cost_oere, other.hours.worst_tenth) != own
        for other in points
    )


def _mean_worth_oere(problem: Problem, loads: Sequence[Load]) -> Fraction:
    """Of an hour, over the people who have a load."""
    worth = {person.id: person.hourly_value_oere for person in problem.people}
    return Fraction(sum(worth[load.person] for load in loads), len(loads))


def _up(amount: Fraction, step: Fraction) -> Fraction:
    return ceil(amount / step) * step
