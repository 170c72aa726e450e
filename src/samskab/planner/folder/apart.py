"""`apart.csv`: two people, or two units, that must not share a session."""

from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.references import Known
from samskab.planner.folder.rows import rows_of
from samskab.planner.folder.tables import Columns, read_table

FILE = "apart.csv"
COLUMNS = Columns(required=("a", "b"))


def read_apart(root: Path, known: Known, findings: Findings) -> tuple[tuple[str, str], ...]:
    """The pairs, none where there is no table; a pair told twice counts once."""
    pairs: dict[tuple[str, str], None] = {}
    table = read_table(root, FILE, COLUMNS, findings, optional=True)
    for row in rows_of(table, findings):
        a, b = row.required("a"), row.required("b")
        has_a = known.has_who(a, row.at("a"), findings)
        has_b = known.has_who(b, row.at("b"), findings)
        if not (has_a and has_b):
            continue
        if a == b:
            findings.fault(Code.APART_FROM_ITSELF, row.at("b"), who=a)
        elif known.people is not None and (a in known.people) != (b in known.people):
            findings.fault(Code.APART_MIXED, row.at("a"), a=a, b=b)
        elif (b, a) not in pairs:
            pairs[a, b] = None
    return tuple(pairs)
