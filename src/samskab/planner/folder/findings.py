"""Collects what is wrong with a folder, so that all of it is told at once."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from samskab.common.errors import Fault
from samskab.planner.folder.codes import Code

MOST_FAULTS_PER_FILE = 100


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file; line and column count characters from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    @property
    def spot(self) -> "Spot":
        """Itself."""
        return self


class Placed(Protocol):
    """Whatever stands somewhere in a file; where exactly is looked up for a fault only."""

    @property
    def spot(self) -> Spot:
        """Where it stands."""


class Findings:
    """Faults and warnings in the order in which they are met.

    Past `MOST_FAULTS_PER_FILE` a file's faults are counted as one: a file of nonsense must not
    fill the screen, nor memory.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self._faults_of: Counter[str] = Counter()

    def fault(self, code: StrEnum, where: Placed, **values: object) -> None:
        """Note what keeps the folder from being used."""
        spot = where.spot
        self._faults_of[spot.file] += 1
        count = self._faults_of[spot.file]
        if count <= MOST_FAULTS_PER_FILE:
            self.faults.append(Fault(code.value, values, spot.file, spot.line, spot.column))
        elif count == MOST_FAULTS_PER_FILE + 1:
            most = {"faults": MOST_FAULTS_PER_FILE}
            code = Code.FAULTS_TOO_MANY
            self.faults.append(Fault(code.value, most, spot.file, spot.line, spot.column))

    def warn(self, code: StrEnum, where: Placed, **values: object) -> None:
        """Note what the user should know, and read on."""
        spot = where.spot
        self.warnings.append(Fault(code.value, values, spot.file, spot.line, spot.column))

    def has_faults(self, file: str) -> bool:
        """Whether a file has had a fault so far."""
        return self._faults_of[file] > 0

    def is_full(self, file: str) -> bool:
        """Whether a file has had its share of faults: reading more of it tells nobody anything."""
        return self._faults_of[file] > MOST_FAULTS_PER_FILE
