"""Who is at which session that is held: what most constraints begin with."""

from tests.benchmarks.rivals.timefold_model.domain import Need, Seat, Session
from timefold.solver.score import ConstraintFactory, Joiners, TriConstraintStream


def visits(f: ConstraintFactory) -> TriConstraintStream[Need, Seat, Session]:
    """Each need with its seat and the session of the seat's group; none where it is not held."""
    return (
        f.for_each(Need)
        .join(Seat, Joiners.equal(lambda need: need.seat, lambda seat: seat.id))
        .join(
            Session,
            Joiners.equal(lambda need, seat: seat.group, lambda session: session.group),
            Joiners.equal(lambda need, seat: need.module, lambda session: session.module),
        )
    )
