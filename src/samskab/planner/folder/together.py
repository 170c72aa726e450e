"""`together.csv`: parties, whose people attend the same sessions."""

from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Placed
from samskab.planner.folder.references import Known, Once
from samskab.planner.folder.rows import rows_of
from samskab.planner.folder.tables import Columns, Table, read_table
from samskab.planner.model.problem import Party

FILE = "together.csv"
COLUMNS = Columns(required=("party", "person"))


def read_parties(root: Path, known: Known, findings: Findings) -> tuple[Party, ...]:
    """The parties, none where there is no file."""
    return parties_of(read_table(root, FILE, COLUMNS, findings, optional=True), known, findings)


def parties_of(table: Table | None, known: Known, findings: Findings) -> tuple[Party, ...]:
    """The parties of a table, none where there is no table."""
    people: dict[str, list[str]] = {}
    first_spots: dict[str, Placed] = {}
    rows_of_party: dict[str, int] = {}
    members = Once(Code.PARTY_PERSON_TWICE, findings)
    for row in rows_of(table, findings):
        party, person = row.required("party"), row.required("person")
        first_spots.setdefault(party, row.at("party"))
        rows_of_party[party] = rows_of_party.get(party, 0) + 1
        if not known.has_person(person, row.at("person"), findings) or not party:
            continue
        if members.take((party, person), row.at("person"), party=party, person=person):
            people.setdefault(party, []).append(person)
    for party, rows in rows_of_party.items():
        if rows == 1 and party:
            findings.fault(Code.PARTY_OF_ONE, first_spots[party], party=party)
    return tuple(Party(party, tuple(members)) for party, members in people.items())
