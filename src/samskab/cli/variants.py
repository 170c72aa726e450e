"""Variants of a programme folder, whose tables are not read again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from samskab.cli.folder import OpenedFolder, calendar_cache, reading_window, with_calendars
from samskab.common.errors import Fault, InputError
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.overlay import vary
from samskab.planner.folder.variant import Variant, variant_of_file, variant_of_text
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Programme

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OpenedVariant:
    """One variant of a folder.

    Attributes:
        name: what the user wrote.
    """

    name: str
    problem: Problem


def variants_of(
    opened: OpenedFolder, texts: Sequence[str], files: Sequence[Path]
) -> tuple[OpenedVariant, ...]:
    """Each variant that texts and then files make of a folder.

    Raises:
        InputError: with every fault of the variants.
    """
    document = opened.tables.document
    assert document is not None  # a folder without one has faults
    programmes: list[tuple[str, Programme]] = []
    faults: list[Fault] = []
    for variant, its_faults in _variants(texts, files, document):
        varied = vary(document, variant, opened.problem.rooms)
        faults += its_faults or varied.faults
        programmes.append((variant.name, varied.programme))
    if faults:
        raise InputError(faults)
    return tuple(
        OpenedVariant(name, _with_programme(programme, opened)) for name, programme in programmes
    )


def with_a_week_more(opened: OpenedFolder) -> Problem:
    """A folder's problem that knows the busy time and closed days of the week after its last day.

    Raises:
        InputError: with every fault; of a folder without any, that ten years are not enough.
    """
    programme = opened.problem.programme
    (longer,) = variants_of(opened, [f"last_day={programme.last_day + WEEK}"], [])
    closed = longer.problem.programme.closed
    return replace(longer.problem, programme=replace(programme, closed=closed))


def _variants(
    texts: Sequence[str], files: Sequence[Path], document: Document
) -> Iterator[tuple[Variant, list[Fault]]]:
    for text in texts:
        findings = Findings()
        yield variant_of_text(text, document, findings), findings.faults
    for file in files:
        findings = Findings()
        yield variant_of_file(file, document, findings), findings.faults


def _with_programme(programme: Programme, opened: OpenedFolder) -> Problem:
    """The problem with another programme; calendars are read again only for other days."""
    tables = opened.tables
    assert tables.problem is not None
    if reading_window(programme) == reading_window(opened.problem.programme):
        return replace(opened.problem, programme=programme)
    of_tables = replace(tables.problem, programme=programme)
    varied = replace(tables, problem=of_tables, programme=programme)
    return with_calendars(varied, opened.root, calendar_cache()).problem
