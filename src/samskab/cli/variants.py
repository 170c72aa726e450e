"""A programme folder and variants of it: every table is read once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from samskab.cli.folder import OpenedFolder, calendar_cache, reading_window, with_calendars
from samskab.common.errors import Fault, InputError
from samskab.planner.folder import FolderReading, read_folder
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


def open_with_variants(
    root: Path, texts: Sequence[str], files: Sequence[Path]
) -> tuple[OpenedFolder, tuple[OpenedVariant, ...]]:
    """A folder, and each variant that texts and then files make of it.

    Raises:
        InputError: with every fault of the folder, else with every fault of the variants.
    """
    folder = read_folder(root)
    opened = with_calendars(folder, root, calendar_cache())
    document = folder.document
    assert document is not None  # a folder without one has faults
    programmes: list[tuple[str, Programme]] = []
    faults: list[Fault] = []
    for variant, its_faults in _variants(texts, files, document):
        varied = vary(document, variant, opened.problem.rooms)
        faults += its_faults or varied.faults
        programmes.append((variant.name, varied.programme))
    if faults:
        raise InputError(faults)
    return opened, tuple(
        OpenedVariant(name, _with_programme(programme, opened, folder, root))
        for name, programme in programmes
    )


def with_a_week_more(root: Path, problem: Problem) -> Problem:
    """A folder's problem that knows the busy time and closed days of the week after its last day.

    Raises:
        InputError: with every fault; of a folder without any, that ten years are not enough.
    """
    last_day = problem.programme.last_day + WEEK
    _, (longer,) = open_with_variants(root, [f"last_day={last_day}"], [])
    closed = longer.problem.programme.closed
    return replace(longer.problem, programme=replace(problem.programme, closed=closed))


def _variants(
    texts: Sequence[str], files: Sequence[Path], document: Document
) -> Iterator[tuple[Variant, list[Fault]]]:
    for text in texts:
        findings = Findings()
        yield variant_of_text(text, document, findings), findings.faults
    for file in files:
        findings = Findings()
        yield variant_of_file(file, document, findings), findings.faults


def _with_programme(
    programme: Programme, opened: OpenedFolder, folder: FolderReading, root: Path
) -> Problem:
    """The problem with another programme; calendars are read again only for other days."""
    assert folder.problem is not None
    if reading_window(programme) == reading_window(opened.problem.programme):
        return replace(opened.problem, programme=programme)
    of_tables = replace(folder.problem, programme=programme)
    varied = replace(folder, problem=of_tables, programme=programme)
    return with_calendars(varied, root, calendar_cache()).problem
