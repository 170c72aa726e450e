"""The calendar that a row names: a file of the folder `calendars`, and of nowhere else."""

import posixpath
import re
from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.rows import Row
from samskab.planner.folder.source import is_inside, is_there

FOLDER = "calendars"
ABSOLUTE = re.compile(r"/|[A-Za-z]:|~")


def calendar_of(row: Row, root: Path) -> str | None:
    r"""The path of a row's calendar relative to the folder; None where it names none it may read.

    `kim.ics`, `calendars/kim.ics` and Windows' `calendars\kim.ics` name the same file.
    """
    written = row.text("calendar")
    if not written:
        return None
    name = posixpath.normpath(written.replace("\\", "/")).removeprefix(f"{FOLDER}/")
    relative = f"{FOLDER}/{name}"
    leaves = ABSOLUTE.match(name) or name == ".." or name.startswith("../")
    if leaves or not is_inside(root / relative, root):
        row.findings.fault(Code.CALENDAR_OUTSIDE, row.at("calendar"), path=written)
        return None
    if not is_there(root / relative):
        row.findings.fault(Code.CALENDAR_MISSING, row.at("calendar"), path=relative)
        return None
    return relative
