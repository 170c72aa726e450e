"""A programme's rows as the problem that the planner solves, judged by the reader of folders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from samskab.calendars.spans import heaviest
from samskab.calendars.window import ReadingWindow
from samskab.common.busy import Busy
from samskab.common.errors import InputError
from samskab.planner.folder import Calendars, FolderReading, read_folder, with_busy
from samskab.planner.folder.programme_toml import FILE
from samskab.planner.model.problem import Problem
from samskab.web.programmes.folder.busy import Spans, clipped, spans_by_calendar, window_of
from samskab.web.programmes.folder.tables import (
    NO_CALENDARS,
    Owner,
    facilitators_of,
    people_of,
    rooms_of,
    tables_of,
)
from samskab.web.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Busy time that no calendar tells, by the key of the row: of people, facilitators, rooms."""

    people: Mapping[int, Spans] = field(default_factory=dict)
    facilitators: Mapping[int, Spans] = field(default_factory=dict)
    rooms: Mapping[int, Spans] = field(default_factory=dict)


NOWHERE = Elsewhere()


def tables_read(programme: Programme) -> FolderReading:
    """What the reader of folders says of a programme: problem, warnings, faults; nobody is busy.

    Its document is what variants of the programme are made of.
    """
    with TemporaryDirectory(prefix="samskab-") as name:
        root = Path(name)
        (root / FILE).write_bytes(programme.text.encode())
        for table, text in tables_of(programme, NO_CALENDARS):
            (root / table).write_bytes(text.encode())
        return read_folder(root)


def problem_of(programme: Programme, elsewhere: Elsewhere = NOWHERE) -> Problem:
    """What the planner is asked: as the folder that `write_folder` writes would be read.

    Args:
        programme: the programme.
        elsewhere: what people, facilitators and rooms are busy with beside their calendars.

    Raises:
        InputError: with every fault of the programme's text and tables.
    """
    reading = tables_read(programme)
    if reading.problem is None:
        raise InputError(reading.faults)
    return with_busy_time(reading.problem, programme, elsewhere)


def with_busy_time(
    problem: Problem, programme: Programme, elsewhere: Elsewhere = NOWHERE
) -> Problem:
    """A problem of this programme, or of a variant of it, with everybody's busy time in it."""
    window = window_of(problem.programme)
    people, teachers = people_of(programme), facilitators_of(programme)
    rooms = rooms_of(programme)
    owners: list[Owner] = [*people, *teachers, *rooms]
    spans = spans_by_calendar({o.calendar_id for o in owners if o.calendar_id}, window)
    whole = _Busy(spans, window)
    kinds = {
        "people": whole.of(people, elsewhere.people),
        "facilitators": whole.of(teachers, elsewhere.facilitators),
        "rooms": whole.of(rooms, elsewhere.rooms),
    }
    paths = {kind: {key: f"{kind}/{key}" for key in busy} for kind, busy in kinds.items()}
    by_path = {paths[kind][key]: of for kind, busy in kinds.items() for key, of in busy.items()}
    calendars = Calendars(paths["people"], paths["facilitators"], paths["rooms"])
    return with_busy(problem, calendars, by_path)


class _Busy:
    """Joins calendars with what they do not tell; whoever shares a calendar shares the spans."""

    def __init__(self, spans: Mapping[int, Spans], window: ReadingWindow) -> None:
        self._window = window
        self._of_calendar = {calendar: heaviest(busy) for calendar, busy in spans.items()}

    def of(self, owners: Iterable[Owner], more: Mapping[int, Spans]) -> dict[str, Spans]:
        """Busy time of those who have any, by their keys in files."""
        joined = {owner.key: self._one(owner, more.get(owner.pk, ())) for owner in owners}
        return {key: busy for key, busy in joined.items() if busy}

    def _one(self, owner: Owner, more: tuple[Busy, ...]) -> Spans:
        own = self._of_calendar.get(owner.calendar_id or 0, ())
        return heaviest((*own, *clipped(more, self._window))) if more else own
