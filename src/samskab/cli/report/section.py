"""A part of the report that stands there only where it was asked for."""

from dataclasses import dataclass

from samskab.cli.report.charts import Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it says, and a table.

    Attributes:
        name: its anchor in the page.
        title: its heading.
        lead: sentences above the table.
        table: None where the sentences say it all.
        notes: sentences below.
    """

    name: str
    title: str
    lead: tuple[str, ...]
    table: Table | None = None
    notes: tuple[str, ...] = ()
