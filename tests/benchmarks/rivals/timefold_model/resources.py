"""The rules about rooms, facilitators and sessions at the same time."""

from tests.benchmarks.rivals.timefold_model.domain import Lead, Limits, Session
from tests.benchmarks.rivals.timefold_model.itinerary import days_beyond
from timefold.solver.score import (
    BiConstraintStream,
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
)

HARD = HardSoftScore.ONE_HARD


def led(f: ConstraintFactory) -> BiConstraintStream[Lead, Session]:
    """Each facilitator's place in a session that is held."""
    return f.for_each(Lead).join(
        Session, Joiners.equal(lambda lead: lead.session, lambda session: session)
    )


def room_taken(f: ConstraintFactory) -> Constraint:
    """A room is not used in any busy time of its own."""
    return (
        f.for_each(Session)
        .filter(lambda session: not session.room.free[session.module.index][session.start.index])
        .penalize(HARD)
        .as_constraint("room taken")
    )


def room_clash(f: ConstraintFactory) -> Constraint:
    """One session in a room at a time."""
    return (
        f.for_each_unique_pair(
            Session,
            Joiners.equal(lambda session: session.room),
            Joiners.overlapping(
                lambda session: session.start.first, lambda session: session.start.end
            ),
        )
        .filter(lambda one, other: one.room.index >= 0)
        .penalize(HARD)
        .as_constraint("room clash")
    )


def facilitator_taken(f: ConstraintFactory) -> Constraint:
    """A facilitator is not used in any busy time of their own."""
    return (
        led(f)
        .filter(
            lambda lead, session: (
                not lead.facilitator.free[session.module.index][session.start.index]
            )
        )
        .penalize(HARD)
        .as_constraint("facilitator taken")
    )


def facilitator_clash(f: ConstraintFactory) -> Constraint:
    """A facilitator leads one session at a time, and in one place of it."""
    return (
        led(f)
        .join(
            Lead,
            Joiners.equal(lambda lead, session: lead.facilitator, lambda other: other.facilitator),
            Joiners.less_than(lambda lead, session: lead.id, lambda other: other.id),
        )
        .join(
            Session,
            Joiners.equal(lambda lead, session, other: other.session, lambda session: session),
            Joiners.overlapping(
                lambda lead, session, other: session.start.first,
                lambda lead, session, other: session.start.end,
                lambda session: session.start.first,
                lambda session: session.start.end,
            ),
        )
        .penalize(HARD)
        .as_constraint("facilitator clash")
    )


def facilitator_week(f: ConstraintFactory) -> Constraint:
    """Days of an ISO week on which a facilitator leads."""
    return (
        led(f)
        .group_by(
            lambda lead, session: lead.facilitator,
            ConstraintCollectors.to_list(lambda lead, session: session.start),
        )
        .penalize(
            HARD,
            lambda facilitator, starts: days_beyond(starts, facilitator.days_per_week),
        )
        .as_constraint("facilitator week")
    )


def parallel(f: ConstraintFactory) -> Constraint:
    """Sessions at the same time."""
    return (
        f.for_each(Session)
        .join(Limits)
        .map(lambda session, limits: limits, lambda session, limits: session.start.half_days)
        .flatten_last(lambda half_days: half_days)
        .group_by(
            lambda limits, half_day: limits,
            lambda limits, half_day: half_day,
            ConstraintCollectors.count_bi(),
        )
        .filter(lambda limits, half_day, n: n > limits.parallel)
        .penalize(HARD, lambda limits, half_day, n: n - limits.parallel)
        .as_constraint("parallel")
    )
