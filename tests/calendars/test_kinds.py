"""How busy an event makes its owner, first rule that fits (planning problem, Time)."""

from dataclasses import replace

import pytest
from tests.calendars.writing import YEAR, read, shown, vevent


def kinds(*lines: str, hard_categories: tuple[str, ...] = YEAR.hard_categories) -> list[str]:
    event = vevent("DTSTART:20270104T090000", "DTEND:20270104T100000", *lines)
    window = replace(YEAR, hard_categories=hard_categories)
    return [span.kind.value for span in read(event, window=window).busy]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((), ["busy"]),
        (("TRANSP:OPAQUE", "STATUS:CONFIRMED"), ["busy"]),
        (("TRANSP:TRANSPARENT",), []),
        (("transp:transparent",), []),
        (("STATUS:CANCELLED",), []),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), []),
        (("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",), []),
        (("X-MICROSOFT-CDO-BUSYSTATUS:BUSY",), ["busy"]),
        (("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",), ["tentative"]),
        (("STATUS:TENTATIVE",), ["tentative"]),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), ["hard"]),
        (("X-SAMSKAB-HARD:TRUE",), ["hard"]),
        (("X-SAMSKAB-HARD:FALSE",), ["busy"]),
        (("CATEGORIES:Ferie",), ["hard"]),
        (("CATEGORIES:Rejse,FRAVÆR",), ["hard"]),
        (("CATEGORIES:Rejse", "CATEGORIES;LANGUAGE=en:vacation"), ["hard"]),
        (("CATEGORIES:Ferieplanlægning",), ["busy"]),
        # The first that fits: free before hard, hard before tentative.
        (("TRANSP:TRANSPARENT", "CATEGORIES:Ferie"), []),
        (("STATUS:TENTATIVE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"), ["hard"]),
    ],
)
def test_kind_is_the_first_that_fits_when_an_event_says_several(
    lines: tuple[str, ...], kind: list[str]
) -> None:
    assert kinds(*lines) == kind


def test_categories_are_hard_when_the_programme_names_them() -> None:
    assert kinds("CATEGORIES:Kursus", hard_categories=("kursus",)) == ["hard"]
    assert kinds("CATEGORIES:Ferie", hard_categories=("kursus",)) == ["busy"]


def test_category_with_a_comma_is_one_when_the_comma_is_escaped() -> None:
    assert kinds(r"CATEGORIES:Ferie\, måske", hard_categories=("Ferie, måske",)) == ["hard"]


def test_heaviest_counts_once_when_events_overlap() -> None:
    reading = read(
        vevent("DTSTART:20270104T080000", "DTEND:20270104T120000", "STATUS:TENTATIVE", uid="a"),
        vevent("DTSTART:20270104T090000", "DTEND:20270104T110000", uid="b"),
        vevent("DTSTART:20270104T100000", "DTEND:20270104T130000", "X-SAMSKAB-HARD:TRUE", uid="c"),
    )
    assert shown(reading) == [
        "2027-01-04 08:00–09:00 tentative",
        "2027-01-04 09:00–10:00 busy",
        "2027-01-04 10:00–13:00 hard",
    ]


def test_busy_time_is_cut_when_an_event_reaches_over_the_window() -> None:
    reading = read(
        vevent("DTSTART;VALUE=DATE:20261220", "DTEND;VALUE=DATE:20270103", uid="a"),
        vevent("DTSTART:20271231T230000", "DTEND:20280101T010000", uid="b"),
        vevent("DTSTART:20280101T000000", "DTEND:20280101T010000", uid="c"),
    )
    assert (reading.busy[0].start, reading.busy[-1].end) == (YEAR.start, YEAR.end)
    assert len(reading.busy) == 2
