"""Broken roll-outs, each refused for what is wrong with it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.rollout.plain import small_rollout

from samskab.common.errors import InputError
from samskab.evidence.rollout.counting import count_allowed
from samskab.evidence.rollout.model import Covariate, Rollout, exact_sizes


def closed(rows: slice | int, columns: slice | int) -> Callable[[Rollout], Rollout]:
    def close(rollout: Rollout) -> Rollout:
        allowed = rollout.allowed.copy()
        allowed[rows, columns] = False
        return replace(rollout, allowed=allowed)

    return close


def covariate(values: list[float], weight: float = 1.0) -> Callable[[Rollout], Rollout]:
    return lambda sound: replace(sound, covariates=(Covariate("x", np.array(values), weight),))


BROKEN: dict[str, tuple[Callable[[Rollout], Rollout], list[str]]] = {
    "one unit": (
        lambda _: exact_sizes(["u"], ["w1", "w2"], [[1, 1]], (1, 0)),
        ["rollout_one_unit"],
    ),
    "one wave": (lambda _: exact_sizes("ab", ["w"], [[1], [1]], (2,)), ["rollout_one_wave"]),
    "table": (lambda sound: replace(sound, allowed=sound.allowed.T), ["rollout_shape"]),
    "sizes": (lambda sound: replace(sound, least=(2, 2)), ["rollout_shape"]),
    "unit twice": (
        lambda sound: replace(sound, clusters=("u1", *sound.clusters[:-1])),
        ["rollout_unit_twice"],
    ),
    "wave twice": (
        lambda sound: replace(sound, waves=("w1", "w1", "w2")),
        ["rollout_wave_twice"],
    ),
    "empty wave": (closed(slice(None), 1), ["rollout_wave_without_units"]),
    "homeless unit": (closed(3, slice(None)), ["rollout_unit_without_waves"]),
    "negative size": (lambda sound: replace(sound, least=(-1, 2, 2)), ["rollout_wave_sizes"]),
    "least above most": (
        lambda sound: replace(sound, least=(3, 1, 1)),
        ["rollout_wave_sizes"],
    ),
    "few can start": (closed(slice(1), 0), []),
    "too few can start": (closed(slice(4), 0), []),
    "hardly any can start": (closed(slice(5), 0), ["rollout_wave_too_few_units"]),
    "places short": (
        lambda sound: replace(sound, least=(1, 1, 1), most=(1, 2, 2)),
        ["rollout_too_few_places"],
    ),
    "places over": (
        lambda sound: replace(sound, least=(2, 2, 3), most=(3, 3, 3)),
        ["rollout_too_many_places"],
    ),
    "stranger": (lambda sound: replace(sound, together=(("u1", "x"),)), ["rollout_group_unknown"]),
    "no common wave": (
        lambda sound: closed(1, 0)(replace(sound, together=(("u2", "u5"),))),
        ["rollout_group_no_common_wave"],
    ),
    "group too large": (
        lambda sound: replace(sound, together=(("u1", "u4", "u6"),)),
        ["rollout_group_no_common_wave"],
    ),
    "short covariate": (covariate([1.0, 2.0]), ["rollout_covariate_length"]),
    "no number": (covariate([1, 2, np.nan, 4, 5, np.inf]), ["rollout_covariate_not_a_number"]),
    "flat": (covariate([2.0] * 6), ["rollout_covariate_never_varies"]),
    "weightless": (covariate([1, 2, 3, 4, 5, 6], 0.0), ["rollout_covariate_weight"]),
    "weight no number": (
        covariate([1, 2, 3, 4, 5, 6], float("nan")),
        ["rollout_covariate_weight"],
    ),
    "two at once": (
        lambda sound: covariate([2.0] * 6)(replace(sound, together=(("u1", "x"),))),
        ["rollout_group_unknown", "rollout_covariate_never_varies"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_rollout_when_it_is_broken_is_refused(name: str) -> None:
    breaking, codes = BROKEN[name]
    rollout = breaking(small_rollout())
    if not codes:
        count_allowed(rollout)
        return
    with pytest.raises(InputError) as refusal:
        count_allowed(rollout)
    assert [fault.code for fault in refusal.value.faults] == codes
