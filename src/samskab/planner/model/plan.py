"""A plan: sessions, who is left out, what it costs, and how far from the best it can be."""

from dataclasses import dataclass, fields
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Session:
    """People who take one module together.

    Attributes:
        start, end: aware, in the programme's time zone: the start of its first half-day and the
            end of its last.
        room: None for an online session.
    """

    id: str
    module: str
    start: datetime
    end: datetime
    room: str | None
    facilitators: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unserved:
    """A need left out; `why` is a code of `samskab.planner.reasons`."""

    person: str
    module: str
    why: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What a plan costs, item by item, in øre."""

    facilitation: int = 0
    rooms: int = 0
    materials: int = 0
    travel: int = 0
    displacement: int = 0
    unfairness: int = 0
    unserved: int = 0
    changes: int = 0

    @property
    def total(self) -> int:
        """The sum of all items, in øre."""
        return sum(getattr(self, item.name) for item in fields(self))


@dataclass(frozen=True, slots=True)
class Plan:
    """What the planner answers.

    Attributes:
        bound: øre; no plan of the same problem costs less (proven).
        seconds: the wall-clock time that planning took.
    """

    sessions: tuple[Session, ...]
    unserved: tuple[Unserved, ...]
    cost: Cost
    bound: int = 0
    seconds: float = 0.0
    seed: int = 0

    @property
    def gap(self) -> float:
        """(total - bound) / total; 0 where the plan costs nothing."""
        return (self.cost.total - self.bound) / self.cost.total if self.cost.total else 0.0
