"""`people.csv`: the leaders."""

from pathlib import Path

from samskab.planner.folder.calendar_paths import calendar_of
from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.places import KnownPlaces
from samskab.planner.folder.references import Once
from samskab.planner.folder.roster import Roster
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, Table
from samskab.planner.model.problem import Person

FILE = "people.csv"
COLUMNS = Columns(
    required=("id", "name", "unit", "hourly_value"),
    optional=("email", "role", "place", "calendar"),
    numbers=frozenset({"hourly_value"}),
)


def read_people(
    table: Table | None, root: Path, places: KnownPlaces, findings: Findings
) -> Roster[Person]:
    """The people; none where the table could not be read."""
    people: list[Person] = []
    calendars: dict[str, str] = {}
    ids = Once(Code.ID_TWICE, findings)
    for row in rows_of(table, findings):
        person = _person(row, places)
        if ids.take(person.id, row.at("id"), id=person.id):
            people.append(person)
        if calendar := calendar_of(row, root):
            calendars[person.id] = calendar
    return Roster(tuple(people), calendars)


def _person(row: Row, places: KnownPlaces) -> Person:
    return Person(
        id=row.required("id"),
        name=row.required("name"),
        unit=row.required("unit"),
        hourly_value_oere=row.oere("hourly_value"),
        email=row.text("email"),
        role=row.text("role"),
        place=places.place_of(row),
    )
