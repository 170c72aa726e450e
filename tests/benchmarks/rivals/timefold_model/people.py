"""The rules about people, and what it is worth to meet a need."""

from tests.benchmarks.rivals.timefold_model.domain import Apart, Limits, Seat
from tests.benchmarks.rivals.timefold_model.itinerary import breaches, displaced_seconds
from tests.benchmarks.rivals.timefold_model.visits import visits
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
)

HARD, SOFT = HardSoftScore.ONE_HARD, HardSoftScore.ONE_SOFT


def met(f: ConstraintFactory) -> Constraint:
    """Every need met saves the price of leaving it out."""
    return visits(f).reward(SOFT, lambda need, seat, session: need.unserved).as_constraint("met")


def too_few(f: ConstraintFactory) -> Constraint:
    """No fewer than the module's group; were this hard, nobody could be the first to join one."""
    return (
        visits(f)
        .group_by(lambda need, seat, session: session, ConstraintCollectors.count_tri())
        .filter(lambda session, n: n < session.module.group_min)
        .penalize(SOFT, lambda session, n: session.module.in_vain * n)
        .as_constraint("too few")
    )


def far_too_few(f: ConstraintFactory) -> Constraint:
    """The same as a rule: for a plan that begins with whole groups."""
    return (
        visits(f)
        .group_by(lambda need, seat, session: session, ConstraintCollectors.count_tri())
        .filter(lambda session, n: n < session.module.group_min)
        .penalize(HARD, lambda session, n: session.module.group_min - n)
        .as_constraint("far too few")
    )


def too_many(f: ConstraintFactory) -> Constraint:
    """No more than the module's group, and than the room holds."""
    return (
        visits(f)
        .group_by(
            lambda need, seat, session: session,
            lambda need, seat, session: session.room.seats[session.module.index],
            ConstraintCollectors.count_tri(),
        )
        .filter(lambda session, seats, n: n > seats)
        .penalize(HARD, lambda session, seats, n: n - seats)
        .as_constraint("too many")
    )


def closed(f: ConstraintFactory) -> Constraint:
    """Hard time and windows."""
    return (
        visits(f)
        .filter(lambda need, seat, session: not need.open[session.start.index])
        .penalize(HARD)
        .as_constraint("closed")
    )


def own_dates(f: ConstraintFactory) -> Constraint:
    """A person is in one place at a time, keeps `after` with its gaps and her days per week."""
    return (
        visits(f)
        .group_by(
            lambda need, seat, session: need.person,
            ConstraintCollectors.to_list(lambda need, seat, session: session.start),
        )
        .penalize(HARD, breaches)
        .as_constraint("own dates")
    )


def too_displaced(f: ConstraintFactory) -> Constraint:
    """No more of a person's hours are displaced than the rule allows."""
    return (
        visits(f)
        .group_by(
            lambda need, seat, session: need.person,
            ConstraintCollectors.to_list(lambda need, seat, session: session.start),
        )
        .join(Limits)
        .filter(lambda person, starts, limits: displaced_seconds(person, starts) > limits.displaced)
        .penalize(HARD)
        .as_constraint("too displaced")
    )


def away_per_unit(f: ConstraintFactory) -> Constraint:
    """People of one unit away in the same half-day."""
    return (
        visits(f)
        .map(
            lambda need, seat, session: need.person.unit,
            lambda need, seat, session: session.start.half_days,
        )
        .flatten_last(lambda half_days: half_days)
        .group_by(
            lambda unit, half_day: unit,
            lambda unit, half_day: half_day,
            ConstraintCollectors.count_bi(),
        )
        .filter(lambda unit, half_day, n: n > unit.limit)
        .penalize(HARD, lambda unit, half_day, n: n - unit.limit)
        .as_constraint("away per unit")
    )


def apart(f: ConstraintFactory) -> Constraint:
    """People who must not meet are in other groups."""
    return (
        f.for_each(Apart)
        .join(Seat, Joiners.equal(lambda apart: apart.one, lambda seat: seat.id))
        .join(
            Seat,
            Joiners.equal(lambda apart, one: apart.other, lambda seat: seat.id),
            Joiners.equal(lambda apart, one: one.group, lambda seat: seat.group),
        )
        .penalize(HARD)
        .as_constraint("apart")
    )
