"""`windows.csv`: the lottery's rows beside those of others."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from samskab.cli.rollout.settings import RolloutSettings, WaveSetting
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.references import Known
from samskab.planner.folder.tables import Table, read_table
from samskab.planner.folder.windows import COLUMNS, FILE, read_windows
from samskab.planner.model.problem import Problem, Window


def windows_of(
    problem: Problem, settings: RolloutSettings, wave_of: Mapping[str, WaveSetting]
) -> tuple[Window, ...]:
    """What keeps each unit to its wave.

    The start module is taken within the wave's days, every other module not before its first:
    nobody is trained ahead of the lottery.
    """
    return tuple(_windows(problem, settings.start_module, wave_of))


def _windows(problem: Problem, start: str, wave_of: Mapping[str, WaveSetting]) -> Iterator[Window]:
    for unit, wave in wave_of.items():
        yield Window(unit, start, wave.first_day, wave.last_day)
        for module in problem.programme.modules:
            if module.id != start:
                yield Window(unit, module.id, wave.first_day)


def without(windows: Sequence[Window], own: Sequence[Window]) -> tuple[Window, ...] | None:
    """The windows of others; None where those of the lottery are not all there."""
    rest = list(windows)
    for window in own:
        if window not in rest:
            return None
        rest.remove(window)
    return tuple(rest)


def windows_csv(root: Path, own: Sequence[Window], new: Sequence[Window]) -> bytes:
    """The file with the lottery's rows replaced, in the dialect that stands there.

    Args:
        root: the folder; its `windows.csv`, where there is one, has been read without a fault.
        own: rows of an earlier lottery, which are left out.
        new: rows of this one.
    """
    table = read_table(root, FILE, COLUMNS, Findings(), optional=True)
    rows = _rows_of_others(table, root, own) if table else []
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter=";" if table and table.semicolons else ",", lineterminator="\n"
    )
    writer.writerow((*COLUMNS.required, *COLUMNS.optional))
    writer.writerows([*rows, *map(_row, new)])
    return text.getvalue().encode()


def _rows_of_others(table: Table, root: Path, own: Sequence[Window]) -> list[tuple[str, ...]]:
    """The rows as written; they are told apart by what they say, since Excel writes days anew."""
    names = (*COLUMNS.required, *COLUMNS.optional)
    indices = [table.columns.get(name) for name in names]
    left = list(own)
    rows: list[tuple[str, ...]] = []
    for record, window in zip(table.rows, read_windows(root, Known(), Findings()), strict=True):
        if window in left:
            left.remove(window)
            continue
        cells = record.texts
        rows.append(tuple("" if i is None or i >= len(cells) else cells[i] for i in indices))
    return rows


def _row(window: Window) -> tuple[str, ...]:
    days = (window.not_before, window.not_after)
    return (window.who, window.module, *("" if day is None else day.isoformat() for day in days))
