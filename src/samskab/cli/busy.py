"""`samskab busy`: what one calendar says of its owner's time."""

import json
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from samskab.telling.language import Language, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samskab.calendars import CalendarReading, ReadingWindow
    from samskab.common.busy import Busy

_WORDS = {
    Language.DANISH: {
        "title": "Optaget tid: {file}",
        "day": "Dag",
        "time": "Tid",
        "kind": "Slags",
        "hard": "fast",
        "busy": "optaget",
        "tentative": "foreløbig",
        "none": "Ingen optaget tid i perioden.",
        "backwards": "--to skal ligge efter --from.",
        "whole_day": "hele dagen",
    },
    Language.ENGLISH: {
        "title": "Busy time: {file}",
        "day": "Day",
        "time": "Time",
        "kind": "Kind",
        "hard": "hard",
        "busy": "busy",
        "tentative": "tentative",
        "none": "No busy time in the period.",
        "backwards": "--to must be after --from.",
        "whole_day": "all day",
    },
}


def busy(
    file: Annotated[Path, typer.Argument(help="A calendar, .ics.")],
    first: Annotated[
        str, typer.Option("--from", help="Where to begin: 2027-01-01, or 2027-01-01T08:00+01:00.")
    ],
    last: Annotated[str, typer.Option("--to", help="Where to end; that day is not included.")],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a list of start, end and kind, in UTC.")
    ] = False,
    timezone: Annotated[
        str, typer.Option(help="Zone of dates, of floating times and of all-day events.")
    ] = "Europe/Copenhagen",
    lang: Annotated[Language | None, typer.Option(help="Language of the messages.")] = None,
) -> None:
    """Print when a calendar's owner is busy, and how busy.

    Where events overlap the heaviest kind counts: hard, busy, tentative. Of what cannot be read
    a note is printed on standard error, and the rest is read all the same.
    """
    from samskab.calendars import ReadingWindow, read_calendars
    from samskab.cli.failure import fail, warn
    from samskab.common.errors import InputError

    language = language_of(lang)
    zone = _zone(timezone)
    window = ReadingWindow(_moment(first, zone, "--from"), _moment(last, zone, "--to"), timezone)
    if window.end <= window.start:
        raise typer.BadParameter(_WORDS[language]["backwards"])
    reading = read_calendars({file.name: file}, window)[file.name]
    if isinstance(reading, InputError):
        fail(reading, language)
    warn(reading.warnings, language)
    if as_json:
        typer.echo(_as_json(reading))
    else:
        _print_table(reading, window, file.name, language)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise typer.BadParameter(name, param_hint="--timezone") from None


def _moment(text: str, zone: ZoneInfo, option: str) -> datetime:
    """A date's midnight or a time, in the zone where it names none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(text, param_hint=option) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _as_json(reading: "CalendarReading") -> str:
    """Merged within a kind, as `CalendarReading` has it."""
    return json.dumps(
        [
            {"start": _iso(span.start), "end": _iso(span.end), "kind": span.kind.value}
            for span in reading.busy
        ],
        indent=1,
    )


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _print_table(
    reading: "CalendarReading", window: "ReadingWindow", name: str, language: Language
) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    words = _WORDS[language]
    console = Console()
    if not reading.busy:
        console.print(words["none"])
        return
    table = Table(title=escape(words["title"].format(file=name)))
    for heading in ("day", "time", "kind"):
        table.add_column(words[heading])
    days = _by_day(reading.busy, ZoneInfo(window.timezone))
    for day, spans in groupby(days, key=lambda each: each[0]):
        shown = day.strftime("%d.%m.%Y") if language is Language.DANISH else day.isoformat()
        for _, start, end, kind in spans:
            table.add_row(shown, _clock(start, end, words["whole_day"]), words[kind])
            shown = ""
    console.print(table)


def _clock(start: time, end: time, whole_day: str) -> str:
    if start == end == time():
        return whole_day
    return f"{start:%H:%M}–{end:%H:%M}"


def _by_day(busy: "Iterable[Busy]", zone: ZoneInfo) -> "Iterator[tuple[date, time, time, str]]":
    """Spans cut at the zone's midnights, as a reader of a table expects them."""
    for span in busy:
        start, end = span.start.astimezone(zone), span.end.astimezone(zone)
        while start.date() < end.date():
            yield start.date(), start.time(), time(), span.kind.value
            start = datetime.combine(date.fromordinal(start.toordinal() + 1), time(), zone)
        if start < end:
            yield start.date(), start.time(), end.time(), span.kind.value
