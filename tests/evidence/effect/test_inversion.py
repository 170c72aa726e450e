"""The exact interval beside p-values taken one supposed effect at a time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samskab.evidence.effect.inversion import Lines, Tail, interval, p_value

WHOLE = st.integers(-6, 6)


def plain_p(lines: Lines, tail: Tail, theta: float) -> float:
    drawn = lines.drawn_a - theta * lines.drawn_b
    count = 0
    for a, b in zip(lines.a, lines.b, strict=True):
        other = a - theta * b
        if tail is Tail.BOTH:
            count += abs(other) >= abs(drawn) - 1e-9
        elif tail is Tail.GREATER:
            count += other >= drawn - 1e-9
        else:
            count += other <= drawn + 1e-9
    return (count + lines.one_more) / (len(lines.a) + lines.one_more)


@st.composite
def some_lines(draw: st.DrawFn) -> Lines:
    pairs = draw(st.lists(st.tuples(WHOLE, WHOLE), min_size=3, max_size=12))
    drawn = (draw(WHOLE), draw(st.integers(1, 6)))
    one_more = draw(st.booleans())
    pairs += [] if one_more else [drawn]
    a, b = np.array(pairs, dtype=np.float64).T
    return Lines(a, b, float(drawn[0]), float(drawn[1]), one_more)


@settings(max_examples=250, deadline=None)
@given(some_lines(), st.sampled_from(Tail), st.sampled_from([0.05, 0.2, 0.34, 0.5]))
def test_interval_when_effects_are_tried_one_by_one_holds_those_not_rejected(
    lines: Lines, tail: Tail, level: float
) -> None:
    low, high = interval(lines, tail, level)
    tried = np.linspace(-20, 20, 401)
    kept = [theta for theta in tried if plain_p(lines, tail, theta) > level]
    assert all(low - 1e-6 <= theta <= high + 1e-6 for theta in kept)
    for end, inward in ((low, 1.0), (high, -1.0)):
        if np.isfinite(end):
            near = [plain_p(lines, tail, end + inward * step) for step in (0.0, 1e-7)]
            assert max(near) > level or end == lines.drawn_a / lines.drawn_b
            assert plain_p(lines, tail, end - inward * 1e-6) <= level


@settings(max_examples=300, deadline=None)
@given(some_lines(), st.sampled_from(Tail), st.integers(-20, 20))
def test_p_value_when_it_is_counted_one_by_one(lines: Lines, tail: Tail, theta: int) -> None:
    assert p_value(lines, tail, theta) == plain_p(lines, tail, theta)


def test_p_value_when_the_reference_is_a_sample_counts_the_drawn_one_too() -> None:
    lines = Lines(np.array([0.0, 1.0, -3.0]), np.zeros(3), 2.0, 1.0, one_more=True)
    assert p_value(lines, Tail.BOTH) == 0.5
    assert p_value(lines, Tail.GREATER) == 0.25
    assert p_value(lines, Tail.LESS) == 1.0


@pytest.mark.parametrize("tail", Tail)
def test_interval_when_there_are_too_few_allocations_has_no_end(tail: Tail) -> None:
    lines = Lines(np.array([1.0, 0.5]), np.array([1.0, 0.2]), 1.0, 1.0, one_more=False)
    assert interval(lines, tail, 0.05) == (-np.inf, np.inf)
