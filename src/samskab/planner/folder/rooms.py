"""`rooms.csv`: where sessions are held in person."""

from pathlib import Path

from samskab.planner.folder.calendar_paths import calendar_of
from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.limits import AT_LEAST_ONE
from samskab.planner.folder.places import KnownPlaces
from samskab.planner.folder.references import Once
from samskab.planner.folder.roster import Roster
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, read_table
from samskab.planner.model.problem import Room

FILE = "rooms.csv"
COLUMNS = Columns(
    required=("id", "name", "place", "capacity", "price_per_half_day"),
    optional=("calendar",),
    numbers=frozenset({"price_per_half_day"}),
)


def read_rooms(root: Path, places: KnownPlaces, findings: Findings) -> Roster[Room]:
    """The rooms; none where the table cannot be read."""
    table = read_table(root, FILE, COLUMNS, findings)
    rooms: list[Room] = []
    calendars: dict[str, str] = {}
    ids = Once(Code.ID_TWICE, findings)
    for row in rows_of(table, findings):
        room = _room(row, places)
        if ids.take(room.id, row.at("id"), id=room.id):
            rooms.append(room)
        if calendar := calendar_of(row, root):
            calendars[room.id] = calendar
    return Roster(tuple(rooms), calendars)


def _room(row: Row, places: KnownPlaces) -> Room:
    return Room(
        id=row.required("id"),
        name=row.required("name"),
        place=places.place_of(row) or row.required("place"),
        capacity=row.whole("capacity", AT_LEAST_ONE),
        price_per_half_day_oere=row.oere("price_per_half_day"),
    )
