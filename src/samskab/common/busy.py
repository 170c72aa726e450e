"""Busy time: what calendars yield and the planner weighs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BusyKind(StrEnum):
    """How busy; where spans overlap the heaviest counts, in this order."""

    HARD = "hard"
    BUSY = "busy"
    TENTATIVE = "tentative"


@dataclass(frozen=True, slots=True, order=True)
class Busy:
    """One span of busy time, half-open [start, end), both aware and in UTC."""

    start: datetime
    end: datetime
    kind: BusyKind
