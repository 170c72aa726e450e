"""Sets of half-open spans of time."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from samskab.common.busy import Busy, BusyKind

Spans = list[tuple[datetime, datetime]]


def union(spans: Iterable[tuple[datetime, datetime]]) -> Spans:
    """Sorted, without overlaps, adjacent ones merged; empty ones vanish."""
    merged: Spans = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            if end > merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def difference(spans: Sequence[tuple[datetime, datetime]], removed: Spans) -> Spans:
    """What of `spans` lies outside `removed`; both are unions."""
    left: Spans = []
    first = 0
    for start, end in spans:
        while first < len(removed) and removed[first][1] <= start:
            first += 1
        rest = start
        for index in range(first, len(removed)):
            gap_start, gap_end = removed[index]
            if gap_start >= end:
                break
            if gap_start > rest:
                left.append((rest, gap_start))
            rest = max(rest, gap_end)
        if rest < end:
            left.append((rest, end))
    return left


def clip(
    spans: Iterable[tuple[datetime, datetime]], start: datetime, end: datetime
) -> Iterable[tuple[datetime, datetime]]:
    """The parts of spans that lie in [start, end)."""
    for span_start, span_end in spans:
        if span_end > start and span_start < end:
            yield max(span_start, start), min(span_end, end)


def heaviest(busy: Iterable[Busy]) -> tuple[Busy, ...]:
    """Busy time without overlaps: where kinds meet the heaviest counts, once."""
    of_kind: dict[BusyKind, Spans] = {kind: [] for kind in BusyKind}
    for span in busy:
        of_kind[span.kind].append((span.start, span.end))
    taken: Spans = []
    result: list[Busy] = []
    for kind in BusyKind:
        spans = union(of_kind[kind])
        result.extend(Busy(start, end, kind) for start, end in difference(spans, taken))
        taken = union([*taken, *spans])
    return tuple(sorted(result))
