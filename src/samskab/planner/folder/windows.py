"""`windows.csv`: when a person or a unit may take a module."""

from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.references import Known
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, read_table
from samskab.planner.model.problem import Window

FILE = "windows.csv"
COLUMNS = Columns(required=("who", "module"), optional=("not_before", "not_after"))


def read_windows(root: Path, known: Known, findings: Findings) -> tuple[Window, ...]:
    """The windows, none where there is no table; where two name the same, both hold."""
    table = read_table(root, FILE, COLUMNS, findings, optional=True)
    return tuple(_window(row, known) for row in rows_of(table, findings))


def _window(row: Row, known: Known) -> Window:
    window = Window(
        who=row.required("who"),
        module=row.required("module"),
        not_before=row.day_or_none("not_before"),
        not_after=row.day_or_none("not_after"),
    )
    known.has_who(window.who, row.at("who"), row.findings)
    known.has_module(window.module, row.at("module"), row.findings)
    if window.not_before and window.not_after and window.not_before > window.not_after:
        row.findings.fault(
            Code.WINDOW_BACKWARDS,
            row.at("not_after"),
            not_before=window.not_before,
            not_after=window.not_after,
        )
    return window
