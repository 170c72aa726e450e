"""A folder that is broken on purpose, and what must be said of it.

Lines and columns of the cases are counted by hand from the texts of `sound_folder`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.planner.folder.sound_folder import FILES, PEOPLE, edited

from samskab.planner.folder import Code

Found = tuple[Code, str, int | None, int | None]


@dataclass(frozen=True)
class BadFolder:
    """What is changed in the sound folder, and every fault and warning that must come of it."""

    what: str
    changes: Mapping[str, str | bytes | None]
    faults: tuple[Found, ...] = ()
    warnings: tuple[Found, ...] = ()


def at(code: Code, file: str, line: int | None, column: int | None = 1) -> tuple[Found, ...]:
    return ((code, file, line, column),)


def added(file: str, line: str) -> dict[str, str]:
    """The sound folder's file with a line more."""
    return {file: f"{FILES[file]}{line}\n"}


def in_programme(line: str, where: str = "last_day = 2027-03-26\n") -> dict[str, str]:
    """The sound programme with a line more, which is line 4 unless `where` is elsewhere."""
    return edited("programme.toml", where, f"{where}{line}\n")


THREE_MODULES = in_programme('after = ["m3"]', "group_max = 12\n")["programme.toml"] + (
    '\n[[modules]]\nid = "m3"\ntitle = "Slut"\nformat = "online"\nhalf_days = 1\n'
    'group_min = 1\ngroup_max = 9\nafter = ["m2"]\n'
)
DANISH_PEOPLE = PEOPLE.replace(",", ";")
