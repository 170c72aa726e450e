"""A part of the report that stands there only where it was asked for."""

from dataclasses import dataclass

from samskab.telling.report.charts import Drawn, Table


@dataclass(frozen=True, slots=True)
class Part:
    """What can be unfolded below a section: a title, what it says, and a table."""

    title: str
    says: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what it says, and a table.

    Attributes:
        name: its anchor in the page.
        title: its heading.
        lead: sentences above the table.
        table: None where the sentences say it all, or the chart has it.
        notes: sentences below.
        points: a list below the lead.
        chart: with a table of its own.
        parts: to be unfolded, last.
    """

    name: str
    title: str
    lead: tuple[str, ...]
    table: Table | None = None
    notes: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    chart: Drawn | None = None
    parts: tuple[Part, ...] = ()
