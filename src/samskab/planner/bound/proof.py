"""Ever higher lower bounds, each proven on its own, and now and then what their prices advise."""

from collections.abc import Callable, Iterator

import numpy as np

from samskab.planner.bound.ascent import Ascent
from samskab.planner.bound.certificate import Certificate, certify
from samskab.planner.bound.relaxation import Relaxation, relax
from samskab.planner.guidance import Guidance, Reals
from samskab.planner.timetable import Timetable

STEPS_PER_PROOF = 40
MOST_STEPS = 20_000
"""Far beyond what is seen to raise the bound still."""
STEPS_TO_ADVICE = (40, 160, 640, 2560)
STEPS_OF_ADVICE = 160


def prove(timetable: Timetable, *, stop: Callable[[], bool]) -> Iterator[int | Guidance]:
    """Yield rising lower bounds, in øre, on the cost of every plan; and guidance.

    The same in the same order whenever it runs; only how much depends on `stop`.

    Args:
        timetable: the problem.
        stop: asked between steps; True ends the ascent.
    """
    relaxation = relax(timetable)
    if not relaxation.offers or not relaxation.blocks.sizes.size:
        yield 0
        return
    ascent = Ascent(relaxation)
    best = -1
    while ascent.steps < MOST_STEPS:
        if ascent.steps % STEPS_PER_PROOF == 0:
            for proven in proven_by(relaxation, ascent):
                if isinstance(proven, Guidance) or proven > best:
                    yield proven
                    best = proven if isinstance(proven, int) else best
        if stop():
            return
        ascent.climb()


def proven_by(relaxation: Relaxation, ascent: Ascent) -> Iterator[int | Guidance]:
    """What an ascent proves where it stands, and, at some of its steps, what it advises."""
    certificate = _certify(relaxation, ascent)
    yield certificate.bound_oere
    if ascent.steps in STEPS_TO_ADVICE:
        turn = STEPS_TO_ADVICE.index(ascent.steps)
        yield _guidance(relaxation, certificate, ascent.weight, turn)


def advise(timetable: Timetable, steps: int = STEPS_OF_ADVICE) -> Guidance | None:
    """The guidance after some steps, for a search alone; None where nothing is to be planned."""
    relaxation = relax(timetable)
    if not relaxation.offers or not relaxation.blocks.sizes.size:
        return None
    ascent = Ascent(relaxation)
    for _ in range(steps):
        ascent.climb()
    return _guidance(relaxation, _certify(relaxation, ascent), ascent.weight, turn=0)


def _certify(relaxation: Relaxation, ascent: Ascent) -> Certificate:
    return certify(relaxation, ascent.shares, list(ascent.rebates), ascent.tolls)


def _guidance(
    relaxation: Relaxation, certificate: Certificate, weight: list[Reals], turn: int
) -> Guidance:
    """Each person of a block answers for an equal part of what it pays."""
    block = relaxation.blocks.of_person
    part = (1 / relaxation.blocks.sizes[block]).astype(np.float32)
    return Guidance(
        weight=tuple(one.copy() for one in weight),
        ahead=tuple(ahead[:, block].astype(np.float32) * part for ahead in certificate.paths.ahead),
        turn=turn,
    )
