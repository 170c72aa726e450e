"""`facilitators.csv`: who leads what, and for how much."""

from pathlib import Path

from samskab.planner.folder.calendar_paths import calendar_of
from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.places import KnownPlaces
from samskab.planner.folder.references import Known, Once
from samskab.planner.folder.roster import Roster
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, read_table
from samskab.planner.model.problem import Facilitator

FILE = "facilitators.csv"
COLUMNS = Columns(
    required=("id", "name", "modules", "fee_per_half_day"),
    optional=("calendar", "place", "max_days_per_week", "email"),
    numbers=frozenset({"fee_per_half_day"}),
)


def read_facilitators(
    root: Path, known: Known, places: KnownPlaces, findings: Findings
) -> Roster[Facilitator]:
    """The facilitators; none where the table cannot be read."""
    table = read_table(root, FILE, COLUMNS, findings)
    facilitators: list[Facilitator] = []
    calendars: dict[str, str] = {}
    ids = Once(Code.ID_TWICE, findings)
    for row in rows_of(table, findings):
        facilitator = _facilitator(row, known, places)
        if ids.take(facilitator.id, row.at("id"), id=facilitator.id):
            facilitators.append(facilitator)
        if calendar := calendar_of(row, root):
            calendars[facilitator.id] = calendar
    return Roster(tuple(facilitators), calendars)


def _facilitator(row: Row, known: Known, places: KnownPlaces) -> Facilitator:
    where = row.at("modules")
    modules = row.text("modules").split()
    return Facilitator(
        id=row.required("id"),
        name=row.required("name"),
        modules=frozenset(m for m in modules if known.has_module(m, where, row.findings)),
        fee_per_half_day_oere=row.oere("fee_per_half_day"),
        place=places.place_of(row),
        max_days_per_week=row.whole_or_none("max_days_per_week"),
        email=row.text("email"),
    )
