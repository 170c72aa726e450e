"""`needs.csv`: who needs which module."""

from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.references import Known, Once
from samskab.planner.folder.rows import rows_of
from samskab.planner.folder.tables import Columns, Table, read_table
from samskab.planner.model.problem import Need

FILE = "needs.csv"
COLUMNS = Columns(required=("person", "module"))


def read_needs(root: Path, known: Known, findings: Findings) -> tuple[Need, ...]:
    """The needs; none where the table cannot be read."""
    return needs_of(read_table(root, FILE, COLUMNS, findings), known, findings)


def needs_of(table: Table | None, known: Known, findings: Findings) -> tuple[Need, ...]:
    """The needs of a table; none where there is no table."""
    needs: list[Need] = []
    pairs = Once(Code.NEED_TWICE, findings)
    for row in rows_of(table, findings):
        need = Need(row.required("person"), row.required("module"))
        has_person = known.has_person(need.person, row.at("person"), findings)
        has_module = known.has_module(need.module, row.at("module"), findings)
        if not (has_person and has_module):
            continue
        if pairs.take(need, row.at("person"), person=need.person, module=need.module):
            needs.append(need)
    return tuple(needs)
