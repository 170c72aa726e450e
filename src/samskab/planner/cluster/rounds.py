"""Rounds: a few seconds of search or of proof, as tasks that can be done again anywhere.

A round carries all that it needs and changes nothing but its answer. So a machine that dies costs
the rounds it was at; no other machine holds anything that would be lost with it.
"""

import pickle
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

from samskab.planner.bound.ascent import Ascent, Height
from samskab.planner.bound.proof import STEPS_PER_PROOF, advise, proven_by
from samskab.planner.bound.relaxation import Relaxation, relax
from samskab.planner.engines import heard_once
from samskab.planner.guidance import Guidance
from samskab.planner.parcel import without_calendars, without_names
from samskab.planner.search.improve import Standing, search
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable

PLANS_AT_ONCE = 8
"""Timetables that a worker keeps unpacked, where it works for many plans in turn."""
QUICKLY = 1  # zlib's level: the network is faster than its better ones


@dataclass(frozen=True, slots=True)
class Proven:
    """What a round of proof gave.

    Attributes:
        bounds: in øre, one for every `STEPS_PER_PROOF` steps, in order; not all of them rise.
        height: where the next round goes on, packed; None where nothing is left to prove.
        guidance: the latest that its prices gave, if they gave any.
    """

    bounds: tuple[int, ...]
    height: bytes | None
    guidance: Guidance | None = None


def packed(timetable: Timetable) -> bytes:
    """A timetable as rounds carry it: without calendars, names and addresses."""
    return _packed(without_names(without_calendars(timetable)))


def search_round(
    parcel: bytes,
    standing: Standing | None,
    *,
    seed: int,
    number: int,
    steps: int | None,
    seconds: float,
    guidance: Guidance | None = None,
) -> Standing:
    """Go on with one of several searches.

    Args:
        parcel: the packed timetable.
        standing: where to go on from; None makes a first plan, however long that takes.
        seed: of every draw.
        number: which of the searches.
        steps: of the search at most, those of earlier rounds included; None means no limit.
        seconds: of the round at most, to the step; a dive is one step.
        guidance: if the search has not heard it yet; where steps are counted, it asks for its own.
    """
    until = monotonic() + seconds
    timetable = _timetable(parcel)
    if steps is not None and standing is not None and standing.steps == 0:
        guidance = advise(timetable)

    def enough(done: int) -> bool:
        return monotonic() >= until or (steps is not None and done >= steps)

    hear = heard_once(guidance)
    return _ended(
        search(timetable, seed=seed, stop=enough, number=number, begin=standing, hear=hear)
    )


def proof_round(parcel: bytes, height: bytes | None, *, steps: int, seconds: float) -> Proven:
    """Go on with the proof: however it is cut into rounds, the same bounds in the same order.

    Args:
        parcel: the packed timetable.
        height: where to go on from; None begins.
        steps: of this round at most; a multiple of `STEPS_PER_PROOF`.
        seconds: of the round at most, but for the last `STEPS_PER_PROOF` steps.
    """
    until = monotonic() + seconds
    relaxation = _relaxation(parcel)
    if not relaxation.offers or not relaxation.blocks.sizes.size:
        return Proven((0,), None)
    ascent = Ascent(relaxation)
    told: list[int | Guidance] = []
    if height is None:
        told += proven_by(relaxation, ascent)
    else:
        ascent.go_on_from(_opened(height))
    for _ in range(steps // STEPS_PER_PROOF):
        if monotonic() >= until:
            break
        for _ in range(STEPS_PER_PROOF):
            ascent.climb()
        told += proven_by(relaxation, ascent)
    bounds = tuple(one for one in told if isinstance(one, int))
    advice = [one for one in told if isinstance(one, Guidance)]
    return Proven(bounds, _packed(ascent.height), advice[-1] if advice else None)


def _ended(plans: Generator[Solution, None, Standing]) -> Standing:
    while True:
        try:
            next(plans)
        except StopIteration as end:
            standing: Standing = end.value
            return standing


def _packed(content: object) -> bytes:
    return zlib.compress(pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL), QUICKLY)


def _opened(parcel: bytes) -> Height:
    height: Height = pickle.loads(zlib.decompress(parcel))  # noqa: S301 (Dask itself unpickles)
    return height


@lru_cache(maxsize=PLANS_AT_ONCE)
def _timetable(parcel: bytes) -> Timetable:
    timetable: Timetable = pickle.loads(zlib.decompress(parcel))  # noqa: S301 (as above)
    return timetable


@lru_cache(maxsize=PLANS_AT_ONCE)
def _relaxation(parcel: bytes) -> Relaxation:
    return relax(_timetable(parcel))
