"""What a plan costs, in øre; for who is left out see `people.met`."""

from tests.benchmarks.rivals.timefold_model.domain import Limits, Session
from tests.benchmarks.rivals.timefold_model.itinerary import unfair_oere
from tests.benchmarks.rivals.timefold_model.resources import led
from tests.benchmarks.rivals.timefold_model.visits import visits
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
)

SOFT = HardSoftScore.ONE_SOFT


def attendance(f: ConstraintFactory) -> Constraint:
    """Displacement and materials, and travel to the room."""
    return (
        visits(f)
        .penalize(
            SOFT,
            lambda need, seat, session: (
                need.cost[session.start.index] + need.travel[session.room.place]
            ),
        )
        .as_constraint("attendance")
    )


def rent(f: ConstraintFactory) -> Constraint:
    """Rooms by the half-day."""
    return (
        f.for_each(Session)
        .penalize(SOFT, lambda session: session.room.price * session.module.half_days)
        .as_constraint("rent")
    )


def fees(f: ConstraintFactory) -> Constraint:
    """Facilitators by the half-day."""
    return (
        led(f)
        .penalize(SOFT, lambda lead, session: lead.facilitator.fee * session.module.half_days)
        .as_constraint("fees")
    )


def unfairness(f: ConstraintFactory) -> Constraint:
    """Displaced hours of a person above what is fair."""
    return (
        visits(f)
        .group_by(
            lambda need, seat, session: need.person,
            ConstraintCollectors.to_list(lambda need, seat, session: session.start),
        )
        .join(Limits)
        .penalize(SOFT, unfair_oere)
        .as_constraint("unfairness")
    )
