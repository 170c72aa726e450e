"""Whether an answer is what a case expects, number by number."""

import math
from collections.abc import Mapping, Sequence


def agrees(expected: object, got: object, tolerance: float) -> bool:
    """Whether an answer holds everything that is expected, within a tolerance.

    It is absolute for numbers up to 1, and relative for greater ones.
    Mappings: each name that is expected must be there; further ones may be. Lists: as many, in
    order; a list of one and the one alone are the same. Texts and truths: equal. A number that is
    no number agrees with nothing but another such.
    """
    if isinstance(expected, Mapping):
        return isinstance(got, Mapping) and all(
            name in got and agrees(part, got[name], tolerance) for name, part in expected.items()
        )
    if _is_list(expected) or _is_list(got):
        ours, theirs = _listed(expected), _listed(got)
        return len(ours) == len(theirs) and all(
            agrees(part, other, tolerance) for part, other in zip(ours, theirs, strict=True)
        )
    if _is_number(expected) and _is_number(got):
        return _close(float(str(expected)), float(str(got)), tolerance)
    return type(expected) is type(got) and expected == got


def outline(expected: object) -> object:
    """The names and lengths of what is expected, without any of its values."""
    if isinstance(expected, Mapping):
        return {name: outline(part) for name, part in expected.items()}
    if _is_list(expected):
        return [outline(part) for part in _listed(expected)]
    return None


def _close(expected: float, got: float, tolerance: float) -> bool:
    if math.isnan(expected) or math.isnan(got):
        return math.isnan(expected) and math.isnan(got)
    return expected == got or abs(expected - got) <= tolerance * max(1.0, abs(expected))


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
