"""Arithmetic of a case file: numbers, and nothing that could do anything else."""

import math

import pytest

from samskab.cli.evidence_cases.expression import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (0.5, 0.5),
        ("3", 3.0),
        ("log(.6)", math.log(0.6)),
        ("abs(.4*log(.6))", -0.4 * math.log(0.6)),
        ("logit(.6)-logit(.4)", 2 * math.log(1.5)),
        ("sqrt(1/2.66)", (1 / 2.66) ** 0.5),
        ("-2^3 + +1", -7.0),
        ("expit(0)", 0.5),
    ],
)
def test_number_when_it_is_arithmetic(text: object, value: float) -> None:
    assert number(text) == pytest.approx(value)


def test_number_when_a_name_is_given() -> None:
    assert number("logit(p0)-0.15", {"p0": 0.5}) == pytest.approx(-0.15)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "p0",
        "(1).real",
        "log(1, 2)",
        "9**9**9",
        "1 if 1 else 2",
        "log(-1)",
        "1/0",
        "1 +",
        True,
        None,
        [1],
    ],
)
def test_number_when_it_is_none(text: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        number(text)
