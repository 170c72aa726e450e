"""Power cases in other words than those of the reference file, with published answers."""

from pathlib import Path

import pytest

from samskab.cli.evidence_cases.power import understands
from samskab.cli.evidence_cases.runner import verdict_on

# Harrison, Chen and Wang (2020), the output printed in illustrative_example.pdf.
HARRISON: dict[str, object] = {
    "I": 96,
    "T": 5,
    "n": 40,
    "p0": 0.08,
    "p1": 0.064,
    "tail": "one",
    "note": "time effect logit(p0) in period 1, logit(p0)-0.15 afterwards",
}
WEDGE: dict[str, object] = {
    "sequences": [1, 1, 1, 1, 1],
    "effect": 1,
    "sigma": 2,
    "tau": 0.33,
    "n": 10,
}
# SWSamp, HH.binary's example.
SWSAMP: dict[str, object] = {"n": 20, "p1": 0.26, "OR": 0.55, "rho": 0.2, "tail": "one"}
SWDPWR: dict[str, object] = {
    "design": "8 clusters: 4x[0,1,1],4x[0,0,1]",
    "K": 24,
    "outcome": "gaussian",
}


def power_in(inputs: dict[str, object], source: str = "") -> object:
    case = {"id": "x", "inputs": inputs, "expected": {"power": None}, "source": source}
    verdict = verdict_on("power", case, Path())
    assert verdict.error is None
    assert isinstance(verdict.got, dict)
    return verdict.got["power"]


@pytest.mark.parametrize(
    ("inputs", "power"),
    [
        (HARRISON | {"link": "identity", "rho": 0.1, "time": "none"}, 0.982436),
        (HARRISON | {"link": "identity", "rho": 0.1}, 0.7096853),
        (HARRISON | {"link": "logit", "alpha_within": 0.1, "decay": 0.56}, 0.264653),
        (HARRISON | {"link": "logit", "rho1": 0.1, "rho2": 0.02, "rho3": 0.08}, 0.2484286),
        (WEDGE | {"incomplete": 3}, 0.7467444346724),  # SteppedPower, ?glsPower
        (SWSAMP | {"sequences": [2] * 5}, 0.65745234796),
        (SWSAMP | {"I": 10, "J": 5}, 0.65745234796),
        (
            SWDPWR
            | {"model": "marginal", "p_start": 0.1, "p_end0": 0.2, "p_end1": 0.4, "sigma2": 0.095}
            | {"alpha0": 0.03, "alpha1": 0.015, "alpha2": 0.2},
            0.965,
        ),
    ],
)
def test_power_when_a_published_example_is_worded_otherwise(
    inputs: dict[str, object], power: float
) -> None:
    assert power_in(inputs) == pytest.approx(power, abs=5e-4 if power == 0.965 else 1e-6)


@pytest.mark.parametrize(
    "words",
    ["crossover 3+3, 2+2 periods", "crossover 2+2 periods, 3+3 clusters", "crossover 3+3, 2+2"],
)
def test_power_when_a_crossover_is_in_words(words: str) -> None:
    rows: dict[str, object] = {"design": "6 clusters: 3x[1,1,0,0], 3x[0,0,1,1]"}
    rest: dict[str, object] = {"effect": 1, "sigma": 2, "tau": 0.33, "n": 10}
    assert power_in(rest | {"dsn": words}) == pytest.approx(power_in(rest | rows))


def test_power_when_shares_are_those_of_steppedpower_takes_each_cells_variance() -> None:
    inputs: dict[str, object] = {
        "outcome": "binomial",
        "sequences": [4] * 3,
        "mu0": 0.5,
        "mu1": 0.2,
        "n": 9,
    }
    inputs |= {"tau": 0.1}
    assert power_in(inputs, "SteppedPower") != pytest.approx(power_in(inputs, "swCRTdesign"))


def test_answer_when_no_effect_is_given_has_no_power() -> None:
    case = {"inputs": {name: value for name, value in WEDGE.items() if name != "effect"}}
    verdict = verdict_on("power", case | {"expected": {"power": 0.05}, "tolerance": 1}, Path())
    assert verdict.got == {}
    assert not verdict.ok


@pytest.mark.parametrize("inputs", ["words", {}, {"data": "x.csv"}, None])
def test_understands_when_a_case_is_of_another_kind(inputs: object) -> None:
    assert not understands({"inputs": inputs})
