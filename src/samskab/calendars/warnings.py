"""Collects what could not be read, so that the rest can be."""

from collections import Counter

from samskab.calendars.codes import Code
from samskab.common.errors import Fault

MOST_WARNINGS_PER_CODE = 5


class Warnings:
    """The warnings of one file, in the order in which they are met.

    Past `MOST_WARNINGS_PER_CODE` those of a code are only counted, for every plan made from the
    calendar repeats them.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: list[Fault] = []
        self._count_of: Counter[Code] = Counter()

    def add(self, code: Code, line: int | None = None, **values: object) -> None:
        """Note one thing that could not be read."""
        self._count_of[code] += 1
        if self._count_of[code] <= MOST_WARNINGS_PER_CODE:
            self._told.append(Fault(code.value, values, self._file, line))

    def told(self) -> tuple[Fault, ...]:
        """All warnings, and one that counts those past the limit."""
        untold = self._count_of.total() - len(self._told)
        if not untold:
            return tuple(self._told)
        more = Fault(Code.MORE_WARNINGS.value, {"count": untold}, self._file)
        return (*self._told, more)
