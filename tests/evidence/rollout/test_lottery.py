"""A lottery: what is kept, who is drawn, and that anyone can hold it again."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import chisquare
from tests.evidence.rollout.plain import counted, large_rollout, named, small_rollout

from samskab.common.errors import InputError
from samskab.evidence.rollout.advice import advice
from samskab.evidence.rollout.balance import balance_scores
from samskab.evidence.rollout.lottery import Terms, hold_lottery
from samskab.evidence.rollout.model import Covariate, exact_sizes
from samskab.evidence.rollout.record_json import record_from_json, record_to_json
from samskab.evidence.rollout.repetition import repeat

ALLOWED = counted(small_rollout())


def test_lottery_when_all_allocations_fit_keeps_the_best_of_all() -> None:
    drawn = hold_lottery(ALLOWED, Terms("1", keep_percent=25.0))
    assert drawn.record.complete
    assert drawn.record.number == drawn.record.allowed == ALLOWED.size
    everything = hold_lottery(ALLOWED, Terms("1"))
    scores = np.sort(balance_scores(small_rollout(), everything.kept))
    worst = scores[round(len(scores) * 0.25) - 1]
    assert drawn.record.cutoff == pytest.approx(worst)
    assert drawn.record.kept == len(drawn.kept) == np.count_nonzero(scores <= worst + 1e-9)
    assert (drawn.kept[drawn.position] == drawn.allocation).all()


def test_lottery_when_seeds_differ_draws_each_kept_allocation_alike() -> None:
    terms = Terms("", keep_percent=25.0)
    times = Counter(
        hold_lottery(ALLOWED, replace(terms, seed=f"{seed}")).position for seed in range(1500)
    )
    kept = hold_lottery(ALLOWED, terms).record.kept
    assert chisquare([times[position] for position in range(kept)]).pvalue > 1e-3


def test_lottery_when_there_are_more_than_are_drawn_takes_a_sample() -> None:
    covariate = Covariate("leaders", np.random.default_rng(2).normal(size=40))
    allowed = counted(replace(large_rollout(), covariates=(covariate,)))
    drawn = hold_lottery(allowed, Terms("fjordby", 500, 10.0))
    assert not drawn.record.complete
    assert drawn.record.number == 500
    assert drawn.record.kept == len(drawn.kept) == 50
    assert (np.apply_along_axis(np.bincount, 1, drawn.kept) == 5).all()
    assert drawn.scores.max() == drawn.record.cutoff


def test_record_when_it_is_repeated_is_confirmed() -> None:
    record = hold_lottery(ALLOWED, Terms("20-11-2026", keep_percent=25.0)).record
    read = record_from_json(record_to_json(record))
    assert read == record
    again = repeat(read, counted(small_rollout()))
    assert again.confirmed
    assert again.drawn is not None
    names = [small_rollout().waves[wave] for wave in again.drawn.allocation]
    assert [wave for _, wave in record.result] == names


def test_record_when_it_is_of_this_seed_is_the_same_on_every_machine() -> None:
    record = hold_lottery(ALLOWED, Terms("fjordby", keep_percent=25.0)).record
    assert record.inputs == "5c6ace78cbc1dfd97a0d7d953689a4ff512750e7a819a4f504a2b94af2a2646e"
    assert [wave for _, wave in record.result] == ["w1", "w2", "w2", "w1", "w3", "w3"]


def test_record_when_the_result_was_changed_is_not_confirmed() -> None:
    record = hold_lottery(ALLOWED, Terms("3")).record
    first, *rest = record.result
    others = {"w1", "w2", "w3"} - {first[1]}
    forged = replace(record, result=((first[0], min(others)), *rest))
    assert repeat(forged, ALLOWED).differs == ("result",)
    assert repeat(replace(record, allowed=record.allowed + 1), ALLOWED).differs == ("allowed",)
    assert repeat(replace(record, method="another"), ALLOWED).differs == ("method",)


def test_record_when_the_calendars_were_changed_is_of_other_inputs() -> None:
    record = hold_lottery(ALLOWED, Terms("3")).record
    allowed = small_rollout().allowed.copy()
    allowed[1, 2] = True
    again = repeat(record, counted(replace(small_rollout(), allowed=allowed)))
    assert again.differs == ("inputs",)
    assert again.drawn is None


@pytest.mark.parametrize("field", ["inputs", "allowed", "seed", "number", "complete", "result"])
def test_record_when_a_field_is_missing_or_broken_is_refused(field: str) -> None:
    content = json.loads(record_to_json(hold_lottery(ALLOWED, Terms("3")).record))
    for broken in ({k: v for k, v in content.items() if k != field}, content | {field: [1]}):
        with pytest.raises(InputError) as refusal:
            record_from_json(json.dumps(broken))
        assert [fault.values["field"] for fault in refusal.value.faults] == [field]


@pytest.mark.parametrize("text", ["", "[]", "{", "3"])
def test_record_when_it_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        record_from_json(text)
    assert refusal.value.faults[0].code == "rollout_record_unreadable"


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms("1", number=0), "rollout_number_drawn"),
        (Terms("1", keep_percent=0.0), "rollout_share_kept"),
        (Terms("1", keep_percent=float("nan")), "rollout_share_kept"),
    ],
)
def test_lottery_when_its_terms_are_unfair_is_refused(terms: Terms, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        hold_lottery(ALLOWED, terms)
    assert [fault.code for fault in refusal.value.faults] == [code]


def test_lottery_when_there_is_nothing_to_draw_is_refused() -> None:
    closed = np.array([[1, 1], [0, 1], [0, 1]], dtype=np.bool_)
    one = exact_sizes(named("u", 3), named("w", 2), closed, (1, 2))
    none = replace(one, together=(("u1", "u2"),))
    for rollout, code in ((one, "rollout_no_choice"), (none, "rollout_nothing_allowed")):
        with pytest.raises(InputError) as refusal:
            hold_lottery(counted(rollout), Terms("1"))
        assert [fault.code for fault in refusal.value.faults] == [code]


def test_advice_when_each_wave_takes_one_unit_tells_which_tests_hold() -> None:
    rollout = exact_sizes(named("u", 3), named("w", 3), np.ones((3, 3)), (1, 1, 1))
    said = advice(counted(rollout), counted(rollout).size)
    assert [fault.code for fault in said] == [
        "rollout_one_unit_per_wave",
        "rollout_smallest_p_above_level",
    ]
    assert said[0].values["size"] == 6
    assert advice(ALLOWED, ALLOWED.size) == ()
    assert [fault.code for fault in advice(ALLOWED, 14)] == ["rollout_smallest_p_above_level"]
