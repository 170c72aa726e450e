"""Merging against minute-by-minute counting."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samskab.calendars.spans import difference, heaviest, union
from samskab.common.busy import Busy, BusyKind

ORIGIN = datetime(2027, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
EDGES = st.integers(0, 40)


def moment(minute: int) -> datetime:
    return ORIGIN + minute * MINUTE


SPAN = st.tuples(EDGES, EDGES).map(sorted).map(lambda edges: (moment(edges[0]), moment(edges[1])))
SPANS = st.lists(SPAN, max_size=8)
BUSY = st.lists(
    st.builds(lambda span, kind: Busy(span[0], span[1], kind), SPAN, st.sampled_from(BusyKind)),
    max_size=8,
)


def minutes(spans: Iterable[tuple[datetime, datetime]]) -> set[int]:
    """The minutes that spans cover."""
    return {minute for minute in range(40) for start, end in spans if start <= moment(minute) < end}


def is_tidy(spans: list[tuple[datetime, datetime]]) -> bool:
    """Sorted, none empty, and a gap between any two."""
    edges = [edge for span in spans for edge in span]
    return all(first < second for first, second in pairwise(edges))


@given(spans=SPANS)
def test_union_covers_the_same_minutes_when_spans_overlap(
    spans: list[tuple[datetime, datetime]],
) -> None:
    merged = union(spans)
    assert minutes(merged) == minutes(spans)
    assert is_tidy(merged)


@given(spans=SPANS, removed=SPANS)
def test_difference_covers_what_is_left_when_spans_are_removed(
    spans: list[tuple[datetime, datetime]], removed: list[tuple[datetime, datetime]]
) -> None:
    left = difference(union(spans), union(removed))
    assert minutes(left) == minutes(spans) - minutes(removed)
    assert is_tidy(left)


@given(busy=BUSY)
def test_each_minute_is_of_its_heaviest_kind_when_events_overlap(busy: list[Busy]) -> None:
    result = heaviest(busy)
    weights = list(BusyKind)
    for minute in range(40):
        kinds = [span.kind for span in busy if span.start <= moment(minute) < span.end]
        found = [span.kind for span in result if span.start <= moment(minute) < span.end]
        assert found == sorted(set(kinds), key=weights.index)[:1]
    assert list(result) == sorted(result)


@given(busy=BUSY)
def test_spans_of_one_kind_never_touch_when_merged(busy: list[Busy]) -> None:
    for kind in BusyKind:
        assert is_tidy([(span.start, span.end) for span in heaviest(busy) if span.kind is kind])
