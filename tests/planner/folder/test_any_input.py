"""Whatever a folder holds, reading it ends in a problem or in faults that have a place."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.planner.folder.sound_folder import FILES, write_folder

from samskab.planner.folder import read_folder
from samskab.planner.folder.records import LINE_END

TABLES = ["programme.toml", "people.csv", "needs.csv", "facilitators.csv", "rooms.csv"]
OPTIONAL = {
    "places.csv": "id,name,lat,lon\na,A,56,10\nb,B,56.1,10.1\n",
    "travel.csv": "place_from,place_to,cost\na,b,100\n",
    "together.csv": "party,person\npar,p1\npar,p2\n",
    "apart.csv": "a,b\np1,p3\nSkole,Park\n",
    "windows.csv": "who,module,not_before,not_after\nSkole,m1,2027-02-02,\n",
}
SOUND = {name: FILES[name] for name in TABLES} | OPTIONAL
PIECES = st.sampled_from(list(',;"\n\r\t =[]{}#-.x1æ')) | st.sampled_from(
    ["\r\n", '"""', "id", "p1", "m1", "1e9", "2027-02-30", "true", "nan", "[[modules]]", "[rules]"]
)


def read(changes: dict[str, str | bytes]) -> None:
    with TemporaryDirectory() as folder:
        reading = read_folder(write_folder(Path(folder), {**OPTIONAL, **changes}))
    assert (reading.problem is None) == bool(reading.faults)
    for fault in (*reading.faults, *reading.warnings):
        assert fault.file in SOUND
        content = changes.get(fault.file, SOUND[fault.file])
        text = content if isinstance(content, str) else content.decode("latin-1")
        lines = LINE_END.split(text)
        assert fault.line
        assert fault.column
        assert fault.line <= len(lines)
        assert fault.column <= len(lines[fault.line - 1]) + 1


@given(
    file=st.sampled_from(list(SOUND)),
    where=st.floats(0, 1),
    cut=st.integers(0, 6),
    pieces=st.lists(PIECES, max_size=4),
)
@settings(max_examples=200, deadline=None)
def test_folder_when_a_file_is_edited_anywhere(
    file: str, where: float, cut: int, pieces: list[str]
) -> None:
    text = SOUND[file]
    start = int(where * len(text))
    read({file: text[:start] + "".join(pieces) + text[start + cut :]})


@given(file=st.sampled_from(list(SOUND)), content=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_folder_when_a_file_is_any_bytes(file: str, content: bytes) -> None:
    read({file: content})


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_tables_when_lines_end_in_each_way(line_end: str, tmp_path: Path) -> None:
    changes = {name: SOUND[name].replace("\n", line_end) for name in SOUND if "csv" in name}
    reading = read_folder(write_folder(tmp_path, changes))
    assert reading.problem
    assert reading.problem.windows[0].module == "m1"
    people = changes["people.csv"] + f"{line_end}{line_end}p9,Person 9,Park,x,,"
    reading = read_folder(write_folder(tmp_path, {**changes, "people.csv": people}))
    assert [(fault.line, fault.column) for fault in reading.faults] == [(7, 18)]


def test_reference_page_when_columns_and_keys_are_looked_up() -> None:
    """Each column of the tables here and each key that is read has its place on the page."""
    page = (Path(__file__).parents[3] / "docs/reference/programme-folder.md").read_text("utf-8")
    headers = [SOUND[name].split("\n", 1)[0].split(",") for name in SOUND if "csv" in name]
    columns = {column for header in headers for column in header}
    columns |= {"email", "role", "max_days_per_week", "calendar"}
    keys = {line.split(" = ")[0] for line in SOUND["programme.toml"].split("\n") if " = " in line}
    keys |= {
        "timezone",
        "holidays",
        "closed",
        "hard_categories",
        "organizer",
        "am",
        "pm",
        "gap_days_max",
    }
    keys |= {"facilitators", "materials", "max_away_per_unit", "max_days_per_week"}
    keys |= {"keep_together", "parallel_sessions", "max_displaced_hours", "fair_hours"}
    keys |= {"tentative", "km", "speed_kmh", "unserved", "change", "unfair"}
    assert {name for name in columns | keys if f"`{name}`" not in page} == set()


def test_a_day_that_does_not_exist_behind_a_lone_return_is_placed_in_its_line() -> None:
    read({"programme.toml": "\r2027-02-30" + str(SOUND["programme.toml"])})
