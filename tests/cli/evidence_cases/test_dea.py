"""Published efficiencies: every case of data envelopment analysis, within its own tolerance."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from samskab.cli.evidence_cases.dea import answer, understands

ROOT = Path(__file__).resolve().parents[3]
EVIDENCE = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", ROOT.parent / "shared/data")) / "evidence"
COELLI, TONE = "data/deaR_Coelli_1998.csv", "data/deaR_Tone2001.csv"
POWER = "data/deaR_Power_plants.csv"


def cases() -> list[dict[str, object]]:
    file = EVIDENCE / "cases.json"
    return json.loads(file.read_text("utf-8"))["dea"] if file.exists() else []


@pytest.fixture(autouse=True)
def _has_data() -> None:
    if not (EVIDENCE / "cases.json").exists():
        pytest.skip(f"{EVIDENCE} is not there: set SAMSKAB_REFERENCE_DATA")


def same(got: object, expected: object, tolerance: float) -> bool:
    if isinstance(expected, Mapping):
        assert isinstance(got, Mapping)
        return all(same(got[key], value, tolerance) for key, value in expected.items())
    if isinstance(expected, list):
        assert isinstance(got, list)
        pairs = zip(got, expected, strict=True)
        return all(same(one, other, tolerance) for one, other in pairs)
    if isinstance(expected, str) or expected is None:
        return got == expected
    return bool(got == pytest.approx(expected, abs=tolerance))


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["id"]))
def test_answer_when_a_case_is_published_is_what_was_published(case: dict[str, object]) -> None:
    assert understands(case)
    assert same(answer(case, EVIDENCE), case["expected"], float(str(case["tolerance"])))


@pytest.mark.parametrize(
    ("data", "inputs", "printed"),
    [
        # Tone (2002), p. 38: super-efficiency of six power plants
        (POWER, "super-efficiency, io crs", (1.0283, 2.4167, 1.3125, 1.625, 2.4026, 1.0628)),
        # Seiford and Zhu (1999): under variable returns some have no number
        (POWER, "super-efficiency, io vrs", (1.0804, 3.0, 1.3571, None, 2.775, None)),
        # Coelli et al. (1998), p. 166
        (COELLI, "cost efficiency crs", (0.353, 0.857, 0.750, 0.667, 1.0)),
        (COELLI, "input1,input2 -> output; oo crs", (2.0, 1.0, 1.2, 1.4, 1.0)),
        (TONE, "SBM input-oriented crs", (0.8485, 0.7197, 1.0, 1.0, 1.0)),
    ],
)
def test_answer_when_another_model_is_asked_for_is_as_printed(
    data: str, inputs: str, printed: tuple[float | None, ...]
) -> None:
    case = {"data": data, "inputs": inputs}
    assert understands(case)
    got = answer(case, EVIDENCE)
    assert isinstance(got, dict)
    for value, known in zip(got.values(), printed, strict=True):
        assert value is None if known is None else value == pytest.approx(known, abs=6e-4)


def test_answer_when_bad_outputs_are_translated_counts_them_as_few() -> None:
    case = {
        "data": "data/deaR_Hua_Bian_2007.csv",
        "inputs": "2 inputs 3 outputs, third output undesirable; oo vrs; vtrans 1500",
    }
    without = {**case, "inputs": "D-Input1,D-Input2 -> D-Output1,D-Output2; oo vrs"}
    counted, ignored = answer(case, EVIDENCE), answer(without, EVIDENCE)
    assert isinstance(counted, dict)
    assert isinstance(ignored, dict)
    assert all(counted[unit] <= ignored[unit] + 1e-7 for unit in counted)
    assert counted != ignored


@pytest.mark.parametrize(
    "inputs", ["CRT: 6 steps, power of the exchangeable model", "permutation test", "KR df"]
)
def test_understands_when_a_case_is_of_something_else_says_no(inputs: str) -> None:
    assert not understands({"data": "data/some.csv", "inputs": inputs})
