"""A folder and its calendars together: a problem with busy time, or everything that is wrong."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.planner.folder.sound_folder import CALENDAR, edited, write_folder

from samskab.cli.folder import calendar_cache, open_folder, reading_window
from samskab.common.busy import Busy, BusyKind
from samskab.common.errors import InputError
from samskab.planner.model.programme import Programme

NOT_A_CALENDAR = "id,name\n1,Kalender\n"
TWO_CALENDARS = edited("people.csv", "p2,Person 2,Skole,400,,", "p2,Person 2,Skole,400,,p2.ics")


def faults_of(folder: Path, cache: Path) -> list[tuple[str, str | None]]:
    with pytest.raises(InputError) as caught:
        open_folder(folder, cache)
    return [(fault.code, fault.file) for fault in caught.value.faults]


def test_problem_when_a_person_has_a_calendar(tmp_path: Path) -> None:
    opened = open_folder(write_folder(tmp_path / "folder"), tmp_path / "cache")
    start, end = datetime(2027, 2, 1, 8, tzinfo=UTC), datetime(2027, 2, 1, 9, tzinfo=UTC)
    assert [person.busy for person in opened.problem.people] == [
        (Busy(start, end, BusyKind.BUSY),),
        (),
        (),
    ]
    assert opened.warnings == ()


def test_busy_time_when_the_folder_names_its_own_hard_categories(tmp_path: Path) -> None:
    changes = edited("programme.toml", "last_day = 2027-03-26", "last_day = 2027-02-01")
    changes["programme.toml"] = 'hard_categories = ["Byråd"]\n' + changes["programme.toml"]
    changes["calendars/p1.ics"] = CALENDAR.replace("SUMMARY", "CATEGORIES:Byråd\nSUMMARY")
    opened = open_folder(write_folder(tmp_path / "folder", changes), tmp_path / "cache")
    assert [span.kind for span in opened.problem.people[0].busy] == [BusyKind.HARD]


def test_faults_when_tables_and_calendars_have_some(tmp_path: Path) -> None:
    changes = {
        **TWO_CALENDARS,
        "needs.csv": "person,module\np9,m1\n",
        "calendars/p1.ics": NOT_A_CALENDAR,
        "calendars/p2.ics": "",
    }
    folder = write_folder(tmp_path / "folder", changes)
    assert faults_of(folder, tmp_path / "cache") == [
        ("person_unknown", "needs.csv"),
        ("ics_not_a_calendar", "calendars/p1.ics"),
        ("ics_empty", "calendars/p2.ics"),
    ]


def test_faults_when_the_programme_has_no_days_to_read_calendars_in(tmp_path: Path) -> None:
    changes = {"programme.toml": "", "calendars/p1.ics": NOT_A_CALENDAR}
    folder = write_folder(tmp_path / "folder", changes)
    assert faults_of(folder, tmp_path / "cache") == [
        ("file_empty", "programme.toml"),
        ("ics_not_a_calendar", "calendars/p1.ics"),
    ]


def test_faults_when_only_a_calendar_has_one(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder", {"calendars/p1.ics": NOT_A_CALENDAR})
    assert faults_of(folder, tmp_path / "cache") == [("ics_not_a_calendar", "calendars/p1.ics")]


def test_warnings_when_table_and_calendar_have_one(tmp_path: Path) -> None:
    changes = {
        "calendars/p1.ics": CALENDAR.replace("20270201T090000Z", "om lidt"),
        "window.csv": "who,module\n",
    }
    opened = open_folder(write_folder(tmp_path / "folder", changes), tmp_path / "cache")
    assert [(w.code, w.file) for w in opened.warnings] == [
        ("file_unknown", "window.csv"),
        ("ics_property_broken", "calendars/p1.ics"),
    ]


def test_window_when_clocks_are_put_forward_in_it() -> None:
    programme = Programme("T", date(2027, 3, 1), date(2027, 3, 31), ())
    window = reading_window(programme)
    assert window.start == datetime(2027, 2, 28, 23, tzinfo=UTC)
    assert window.end == datetime(2027, 3, 31, 22, tzinfo=UTC)
    assert window.start.tzinfo == ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("variables", "cache"),
    [
        ({"XDG_CACHE_HOME": "/var/cache/kim"}, Path("/var/cache/kim/samskab/calendars")),
        ({"XDG_CACHE_HOME": "relative"}, Path.home() / ".cache/samskab/calendars"),
        ({"XDG_CACHE_HOME": ""}, Path.home() / ".cache/samskab/calendars"),
        ({}, Path.home() / ".cache/samskab/calendars"),
    ],
)
def test_cache_when_the_environment_says(variables: dict[str, str], cache: Path) -> None:
    assert calendar_cache(variables) == cache
