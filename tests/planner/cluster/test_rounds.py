"""However search and proof are cut into rounds, they go the same way."""

import math
import pickle
import zlib

from samskab.planner.bound import prove
from samskab.planner.bound.proof import STEPS_PER_PROOF, advise
from samskab.planner.cluster.rounds import packed, proof_round, search_round
from samskab.planner.engines import heard_once
from samskab.planner.model.problem import Problem
from samskab.planner.search.improve import Standing, search
from samskab.planner.timetable import build_timetable

SECONDS = math.inf


def round_until(steps: int, parcel: bytes, standing: Standing | None) -> Standing:
    return search_round(parcel, standing, seed=3, number=0, steps=steps, seconds=SECONDS)


def test_a_search_when_cut_into_rounds_finds_what_it_finds_uncut(fjordby: Problem) -> None:
    timetable, steps = build_timetable(fjordby), 12
    parcel, advised = packed(timetable), heard_once(advise(timetable))
    whole = list(search(timetable, seed=3, stop=lambda done: done >= steps, hear=advised))
    standing: Standing | None = None
    for until in (0, 1, 5, 5, steps):
        standing, before = round_until(until, parcel, standing), standing
        again = round_until(until, parcel, before)
        assert (again.best, again.steps) == (standing.best, standing.steps)
    assert standing is not None
    assert standing.best == whole[-1]
    assert standing.best.total_oere < whole[0].total_oere
    assert standing.steps == steps


def test_a_round_of_search_when_time_is_up_makes_no_step(fjordby: Problem) -> None:
    parcel = packed(build_timetable(fjordby))
    first = search_round(parcel, None, seed=0, number=1, steps=None, seconds=0)
    assert first.steps == 0
    assert search_round(parcel, first, seed=0, number=1, steps=None, seconds=0).best == first.best


def test_the_proof_when_cut_into_rounds_proves_what_it_proves_uncut(fjordby: Problem) -> None:
    parcel, proofs = packed(build_timetable(fjordby)), 3
    countdown = iter(range(proofs * STEPS_PER_PROOF))
    told = list(prove(build_timetable(fjordby), stop=lambda: next(countdown, None) is None))
    whole = [proven for proven in told if isinstance(proven, int)]
    bounds: list[int] = []
    height = None
    for part in (1, 2):
        steps = part * STEPS_PER_PROOF
        proven = proof_round(parcel, height, steps=steps, seconds=SECONDS)
        again = proof_round(parcel, height, steps=steps, seconds=SECONDS)
        assert (again.bounds, again.height) == (proven.bounds, proven.height)
        bounds += proven.bounds
        height = proven.height
    assert len(bounds) == 1 + proofs
    rising = [bound for k, bound in enumerate(bounds) if bound > max(bounds[:k], default=-1)]
    assert rising == whole
    assert len(rising) > 2


def test_a_parcel_tells_no_name_no_address_and_no_calendar(fjordby: Problem) -> None:
    sent = zlib.decompress(packed(build_timetable(fjordby)))
    of_people = [word for person in fjordby.people for word in (person.name, person.email)]
    assert fjordby.programme.organizer
    named = [*of_people, fjordby.programme.organizer.mail]
    assert all(named)
    for word in named:
        assert word.encode() not in sent
    timetable = pickle.loads(sent)
    assert not any(person.busy for person in timetable.problem.people)
    assert timetable.needs == build_timetable(fjordby).needs
