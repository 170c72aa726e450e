"""`samskab busy` as its user types it."""

import json
from pathlib import Path

import pytest
from tests.calendars.writing import vcalendar, vevent
from typer.testing import CliRunner

from samskab.cli.main import app

PERIOD = ["--from", "2027-01-01", "--to", "2028-01-01"]


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    """A week with a meeting, a holiday over it, and an event without a start."""
    path = tmp_path / "leader.ics"
    path.write_bytes(
        vcalendar(
            vevent("DTSTART:20270104T090000", "DURATION:PT2H", uid="a"),
            vevent("DTSTART:20270104T110000", "DURATION:PT1H", uid="b"),
            vevent("DTSTART;VALUE=DATE:20270105", "CATEGORIES:Ferie", uid="c"),
            vevent("DTSTART:20270105T100000", "DURATION:PT1H", uid="d"),
            vevent("SUMMARY:never", uid="e"),
        )
    )
    return path


def test_list_of_spans_is_printed_when_asked_for_json(calendar: Path) -> None:
    result = CliRunner().invoke(app, ["busy", str(calendar), *PERIOD, "--json", "--lang", "en"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {"start": "2027-01-04T08:00:00Z", "end": "2027-01-04T11:00:00Z", "kind": "busy"},
        {"start": "2027-01-04T23:00:00Z", "end": "2027-01-05T23:00:00Z", "kind": "hard"},
    ]
    assert result.stderr == (
        "Note: leader.ics:23: A VEVENT without DTSTART is passed over; the rest is read.\n"
    )


def test_period_ends_before_its_last_day_when_given_by_dates(calendar: Path) -> None:
    period = ["--from", "2027-01-04", "--to", "2027-01-05"]
    result = CliRunner().invoke(app, ["busy", str(calendar), *period, "--json"])
    assert [span["kind"] for span in json.loads(result.stdout)] == ["busy"]


def test_floating_times_are_of_the_zone_when_one_is_given(calendar: Path) -> None:
    options = ["--from", "2027-01-04T00:00Z", "--to", "2027-01-05", "--timezone", "Asia/Tokyo"]
    result = CliRunner().invoke(app, ["busy", str(calendar), *options, "--json"])
    assert json.loads(result.stdout)[0]["start"] == "2027-01-04T00:00:00Z"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("da", ["Optaget tid: leader.ics", "04.01.2027", "09:00–12:00", "optaget", "hele dagen"]),
        ("en", ["Busy time: leader.ics", "2027-01-04", "09:00–12:00", "busy", "all day"]),
    ],
)
def test_table_is_in_the_users_language_when_not_asked_for_json(
    calendar: Path, lang: str, words: list[str]
) -> None:
    result = CliRunner().invoke(app, ["busy", str(calendar), *PERIOD, "--lang", lang])
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout


def test_it_says_so_when_there_is_no_busy_time(calendar: Path) -> None:
    options = ["--from", "2026-01-01", "--to", "2026-02-01", "--lang", "da"]
    result = CliRunner().invoke(app, ["busy", str(calendar), *options])
    assert result.stdout == "Ingen optaget tid i perioden.\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "leader.ics:1: Filen er tom: eksportér kalenderen igen."),
        (b"id;navn\n", "leader.ics:1: Filen er ikke en kalender"),
    ],
)
def test_one_sentence_and_a_fault_come_when_the_file_is_no_calendar(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "leader.ics"
    path.write_bytes(content)
    result = CliRunner().invoke(app, ["busy", str(path), *PERIOD, "--json", "--lang", "da"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(sentence)


@pytest.mark.parametrize(
    "options",
    [
        ["--from", "2027-02-30", "--to", "2027-03-01"],
        ["--from", "2027-02-01", "--to", "2027-02-01"],
        ["--from", "2027-02-01", "--to", "2027-03-01", "--timezone", "Europe/Atlantis"],
    ],
)
def test_options_are_refused_when_they_make_no_sense(calendar: Path, options: list[str]) -> None:
    result = CliRunner().invoke(app, ["busy", str(calendar), *options])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
