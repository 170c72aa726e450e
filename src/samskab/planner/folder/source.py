"""The text of one file of the folder: inside it, of sane size, and UTF-8."""

import codecs
import os
from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot

MEGABYTE = 1_000_000
MOST_MEGABYTES = 20


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, stays in the folder."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a ring of links
        return False


def is_there(path: Path) -> bool:
    """Whether a path names a regular file that can be looked up."""
    try:
        return path.is_file()
    except OSError:  # a name longer than the file system has
        return False


def read_text(root: Path, name: str, findings: Findings, *, optional: bool = False) -> str | None:
    """The text of `root/name` without its byte order mark, None where there is none to read.

    Args:
        root: the folder.
        name: of the file, relative to it.
        findings: where faults go.
        optional: a missing file is no fault.
    """
    path = root / name
    if not os.path.lexists(path):
        if not optional:
            findings.fault(Code.FILE_MISSING, Spot(name, 1, 1))
        return None
    if not is_inside(path, root):
        findings.fault(Code.FILE_OUTSIDE, Spot(name, 1, 1))
        return None
    content = _content(path, name, findings)
    return None if content is None else decoded(content, name, findings)


def _content(path: Path, name: str, findings: Findings) -> bytes | None:
    if not is_there(path):
        findings.fault(Code.FILE_UNREADABLE, Spot(name, 1, 1))
        return None
    try:
        with path.open("rb") as file:
            content = file.read(MOST_MEGABYTES * MEGABYTE + 1)
    except OSError:
        findings.fault(Code.FILE_UNREADABLE, Spot(name, 1, 1))
        return None
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        findings.fault(Code.FILE_TOO_LARGE, Spot(name, 1, 1), most_megabytes=MOST_MEGABYTES)
        return None
    return content


def decoded(content: bytes, name: str, findings: Findings) -> str | None:
    """UTF-8 text of a file's bytes; None, and a fault at the first bad byte, where it is not."""
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        findings.fault(Code.FILE_EMPTY, Spot(name, 1, 1))
        return None
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        findings.fault(Code.NOT_UTF8, Spot(name, 1, 1))
        return None
    if content.startswith(codecs.BOM_UTF8):
        findings.fault(Code.BYTE_ORDER_MARK, Spot(name, 1, 1))
        content = content.removeprefix(codecs.BOM_UTF8)
    return _strict_text(content, name, findings)


def _strict_text(content: bytes, name: str, findings: Findings) -> str | None:
    nul = content.find(b"\0")
    if nul >= 0:
        findings.fault(Code.FILE_BINARY, _spot_of_byte(content, nul, name))
        return None
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        findings.fault(Code.NOT_UTF8, _spot_of_byte(content, error.start, name))
        return None


def _spot_of_byte(content: bytes, offset: int, name: str) -> Spot:
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    return Spot(name, line, column)
