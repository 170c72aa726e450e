"""Every fault of a folder is told at once, with the file, line and column where it is."""

from pathlib import Path
from time import process_time

import pytest
from tests.planner.folder.bad_folder import BadFolder
from tests.planner.folder.bad_folders import BAD_FOLDERS
from tests.planner.folder.sound_folder import write_folder

from samskab.common.errors import Fault
from samskab.planner.folder import Code, read_folder

MADE_BY_THE_FILE_SYSTEM = {
    Code.FOLDER_MISSING,
    Code.FILE_OUTSIDE,
    Code.FILE_UNREADABLE,
    Code.FILE_TOO_LARGE,
}


def placed(faults: tuple[Fault, ...]) -> list[tuple[str, str | None, int | None, int | None]]:
    return [(fault.code, fault.file, fault.line, fault.column) for fault in faults]


@pytest.mark.parametrize("bad", BAD_FOLDERS, ids=lambda bad: bad.what)
def test_faults_when_the_folder_has(bad: BadFolder, tmp_path: Path) -> None:
    reading = read_folder(write_folder(tmp_path, bad.changes))
    assert sorted(placed(reading.faults), key=str) == sorted(bad.faults, key=str)
    assert placed(reading.warnings) == list(bad.warnings)
    assert (reading.problem is None) == bool(bad.faults)


def test_folder_when_nothing_is_wrong(tmp_path: Path) -> None:
    reading = read_folder(write_folder(tmp_path))
    assert (reading.faults, reading.warnings) == ((), ())


def test_codes_when_all_bad_folders_are_read() -> None:
    raised = {code for bad in BAD_FOLDERS for code, *_ in (*bad.faults, *bad.warnings)}
    assert raised | MADE_BY_THE_FILE_SYSTEM == set(Code)


def test_faults_when_every_file_has_one(tmp_path: Path) -> None:
    changes = {
        "people.csv": "id,name,unit,hourly_value\np1,A,U,x\np1,B,U,4\n",
        "needs.csv": "person,module\np1,m9\n",
        "rooms.csv": "id,name,place,capacity,price_per_half_day\nr1,R,b,0,1\n",
        "facilitators.csv": None,
    }
    reading = read_folder(write_folder(tmp_path, changes))
    assert placed(reading.faults) == [
        (Code.NUMBER_WRONG, "people.csv", 2, 8),
        (Code.ID_TWICE, "people.csv", 3, 1),
        (Code.FILE_MISSING, "facilitators.csv", 1, 1),
        (Code.MODULE_UNKNOWN, "needs.csv", 2, 4),
        (Code.NUMBER_TOO_SMALL, "rooms.csv", 2, 8),
    ]


def test_faults_when_people_cannot_be_read(tmp_path: Path) -> None:
    """Nobody is told that each person of needs.csv is unknown."""
    reading = read_folder(write_folder(tmp_path, {"people.csv": None}))
    assert placed(reading.faults) == [(Code.FILE_MISSING, "people.csv", 1, 1)]


@pytest.mark.parametrize(
    ("after", "rings"),
    [
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, ["aba", "cdc"]),
        ({"a": "", "b": "c", "c": "ab"}, ["bcb"]),
        ({"a": "bc", "b": "a", "c": "a"}, ["aba", "aca"]),
    ],
    ids=["two apart", "entered behind its first module", "two that share a module"],
)
def test_faults_when_modules_wait_in_rings(
    after: dict[str, str], rings: list[str], tmp_path: Path
) -> None:
    """Each ring begins with its module that the file has first, at that module's `after`."""
    module = '[[modules]]\nid = "{}"\ntitle = "T"\nformat = "online"\nhalf_days = 1\n'
    groups = "group_min = 1\ngroup_max = 9\nafter = {}\n"
    programme = 'title = "T"\nfirst_day = 2027-02-01\nlast_day = 2027-02-02\n'
    for id_, names in after.items():
        programme += module.format(id_) + groups.format(list(names))
    changes = {
        "programme.toml": programme,
        "needs.csv": "person,module\np1,a\n",
        "facilitators.csv": "id,name,modules,fee_per_half_day\n",
    }
    faults = read_folder(write_folder(tmp_path, changes)).faults
    assert [fault.values["modules"] for fault in faults] == [list(ring) for ring in rings]
    lines = [11 + 8 * list(after).index(ring[0]) for ring in rings]
    assert placed(faults) == [(Code.AFTER_CYCLE, "programme.toml", line, 1) for line in lines]


def test_folder_when_there_is_none(tmp_path: Path) -> None:
    reading = read_folder(tmp_path / "ingen")
    assert placed(reading.faults) == [(Code.FOLDER_MISSING, str(tmp_path / "ingen"), None, None)]


def test_file_when_it_is_100_megabytes_of_nonsense(tmp_path: Path) -> None:
    write_folder(tmp_path)
    with (tmp_path / "people.csv").open("wb") as file:
        file.writelines(b"%d;" % number * 100_000 for number in range(1000, 1200))
    assert (tmp_path / "people.csv").stat().st_size == 100_000_000
    start = process_time()
    reading = read_folder(tmp_path)
    assert placed(reading.faults) == [(Code.FILE_TOO_LARGE, "people.csv", 1, 1)]
    assert process_time() - start < 1


def test_file_when_it_is_as_much_nonsense_as_is_read(tmp_path: Path) -> None:
    write_folder(tmp_path, {"people.csv": b"abc,\xc3\xa6\n" * 2_000_000})
    reading = read_folder(tmp_path)
    assert placed(reading.faults) == [(Code.HEADER_UNKNOWN, "people.csv", 1, 1)]


def test_file_when_it_is_a_folder(tmp_path: Path) -> None:
    write_folder(tmp_path, {"apart.csv/inside": "a,b\n"})
    assert placed(read_folder(tmp_path).faults) == [(Code.FILE_UNREADABLE, "apart.csv", 1, 1)]


def test_file_when_it_is_a_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n")
    folder = write_folder(tmp_path / "folder")
    (folder / "apart.csv").symlink_to(tmp_path / "secret.csv")
    assert placed(read_folder(folder).faults) == [(Code.FILE_OUTSIDE, "apart.csv", 1, 1)]


def test_calendar_when_it_is_a_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder")
    (folder / "calendars/p1.ics").rename(tmp_path / "p1.ics")
    (folder / "calendars/p1.ics").symlink_to("../../p1.ics")
    assert placed(read_folder(folder).faults) == [(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28)]


def test_calendar_when_its_folder_is_a_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "folder")
    (folder / "calendars").rename(tmp_path / "calendars")
    (folder / "calendars").symlink_to(tmp_path / "calendars")
    assert placed(read_folder(folder).faults) == [(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28)]


def test_calendar_when_links_go_in_a_ring(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"calendars/p1.ics": None, "calendars/p2.ics": "x"})
    (folder / "calendars/p1.ics").symlink_to("p1.ics")
    assert placed(read_folder(folder).faults) == [(Code.CALENDAR_OUTSIDE, "people.csv", 2, 28)]


def test_calendar_when_its_name_is_longer_than_names_are(tmp_path: Path) -> None:
    people = "id,name,unit,hourly_value,calendar\np1,A,U,4,{}\np2,B,U,4,\np3,C,U,4,\n"
    folder = write_folder(tmp_path, {"people.csv": people.format(5000 * "x")})
    assert placed(read_folder(folder).faults) == [(Code.CALENDAR_MISSING, "people.csv", 2, 10)]


@pytest.mark.parametrize(
    "text",
    ["x = " + 50_000 * "[", "x = " + 5_000 * "9", "x = " + 3_000 * "[" + 3_000 * "]"],
    ids=["brackets without end", "digits without end", "nesting"],
)
def test_programme_when_it_would_exhaust_its_reader(text: str, tmp_path: Path) -> None:
    reading = read_folder(write_folder(tmp_path, {"programme.toml": text}))
    assert placed(reading.faults) == [(Code.TOML_BROKEN, "programme.toml", 1, 1)]
