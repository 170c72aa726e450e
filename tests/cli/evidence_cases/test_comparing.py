"""When an answer agrees with what is expected."""

import pytest

from samskab.cli.evidence_cases.comparing import agrees, outline

NAN = float("nan")


@pytest.mark.parametrize(
    ("expected", "got", "agree"),
    [
        (1.0, 1.0 + 1e-7, True),
        (1.0, 1.0 + 1e-5, False),
        (1, 1.0, True),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1, "b": 2}, {"a": 1}, False),
        ([1, 2], (1, 2), True),
        ([1, 2], [1], False),
        ([1, 2], [2, 1], False),
        ([0.5], 0.5, True),
        (0.5, [0.5], True),
        ([{"a": [1, {"b": 2}]}], [{"a": [1, {"b": 2.1}]}], False),
        ("x", "x", True),
        ("x", "y", False),
        ("1", 1, False),
        (True, 1, False),
        (NAN, NAN, True),
        (NAN, 1.0, False),
        (1.0, NAN, False),
        (1.0, None, False),
        ({"a": 1}, 1, False),
        ({}, [], False),
        ([], {}, False),
        (float("inf"), float("inf"), True),
    ],
)
def test_agrees_when_shapes_and_numbers_differ(expected: object, got: object, agree: bool) -> None:  # noqa: FBT001
    assert agrees(expected, got, 1e-6) is agree


def test_outline_when_values_are_taken_out() -> None:
    whole = {"power": 0.8, "rows": [{"type": "late", "w": [1, 2]}]}
    assert outline(whole) == {"power": None, "rows": [{"type": None, "w": [None, None]}]}
