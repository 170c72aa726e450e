"""One session in indexes of a timetable."""

from dataclasses import dataclass

ONLINE = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """One session.

    Attributes:
        module: index into `Timetable.modules`.
        start: index into the module's starts.
        room: index of the room, `ONLINE` where there is none.
        facilitators, people: indices, ascending.
    """

    module: int
    start: int
    room: int
    facilitators: tuple[int, ...]
    people: tuple[int, ...]
