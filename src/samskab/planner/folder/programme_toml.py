"""`programme.toml`: the frame of a plan."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from samskab.common.mail import Address, address_of
from samskab.planner.folder.closed_days import Horizon, read_closed_days
from samskab.planner.folder.codes import Code
from samskab.planner.folder.document import Document, read_document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.modules import known_modules, module_sections, read_modules
from samskab.planner.folder.prices import read_prices
from samskab.planner.folder.references import Known
from samskab.planner.folder.rules import read_rules
from samskab.planner.folder.section import Section, Value, filled, texts
from samskab.planner.model.programme import Programme

FILE = "programme.toml"
KEYS = (
    "title",
    "first_day",
    "last_day",
    "timezone",
    "day",
    "closed",
    "hard_categories",
    "holidays",
    "organizer",
    "rules",
    "prices",
    "modules",
)
DAY_KEYS = ("am", "pm")
STAND_IN = Programme("", date(2000, 1, 3), date(2000, 1, 3), ())
MOST_YEARS = 10
DAYS_PER_YEAR = 366


@dataclass(frozen=True, slots=True)
class ProgrammeReading:
    """A programme, and what the other tables' checks need of its file.

    Attributes:
        has_horizon: whether the days and the time zone are the folder's own, without a fault.
        known: the modules' ids.
        group_min_spots: where each module of the programme, in its order, has its `group_min`.
        document: what it was read from.
    """

    programme: Programme
    has_horizon: bool
    known: Known
    group_min_spots: tuple[Spot, ...]
    document: Document


def read_programme(root: Path, findings: Findings) -> ProgrammeReading | None:
    """The programme; None where its file cannot be read."""
    document = read_document(root, FILE, findings)
    return None if document is None else programme_of(document)


def programme_of(document: Document) -> ProgrammeReading:
    """The programme that a document describes; its faults go to the document's findings."""
    findings = document.findings
    top = Section(document.values, (), document)
    top.warn_of_unknown(KEYS)
    title = top.required("title", filled, "")
    timezone = top.optional("timezone", _timezone, STAND_IN.timezone)
    horizon = _horizon(top)
    morning, afternoon = _day_parts(_part(top, "day"))
    sections = module_sections(top)
    known = known_modules(sections) if "modules" in top.keys else Known()
    modules = read_modules(sections, known, findings)
    programme = Programme(
        title=title,
        first_day=(horizon or STAND_IN).first_day,
        last_day=(horizon or STAND_IN).last_day,
        modules=modules,
        timezone=timezone or STAND_IN.timezone,
        morning=morning,
        afternoon=afternoon,
        closed=read_closed_days(top, horizon or Horizon(STAND_IN.first_day, STAND_IN.last_day)),
        hard_categories=top.optional("hard_categories", texts, STAND_IN.hard_categories),
        rules=read_rules(_part(top, "rules"), known),
        prices=read_prices(_part(top, "prices")),
        organizer=top.optional("organizer", _address, None),
    )
    spots = tuple(section.spot("group_min") for section in sections)
    return ProgrammeReading(programme, bool(horizon and timezone), known, spots, document)


def _part(top: Section, key: str) -> Section:
    """A table of the file, without keys where the file lacks it."""
    return top.optional(key, Value.section, Section({}, (key,), top.document))


def _timezone(value: Value) -> str:
    """The name of a time zone; empty, and a fault, where there is none of that name."""
    name = value.text()
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        value.fault(Code.TIMEZONE_UNKNOWN, text=name)
        return ""
    return name


def _address(value: Value) -> Address | None:
    """A mailbox that can invite; None, and a fault, where it is none."""
    text = value.text()
    address = address_of(text)
    if address is None and isinstance(value.content, str):
        value.fault(Code.ADDRESS_WRONG, name=value.name, text=text)
    return address


def _horizon(top: Section) -> Horizon | None:
    first = top.required("first_day", Value.day, None)
    last = top.required("last_day", Value.day, None)
    if first is None or last is None:
        return None
    if last < first:
        top.findings.fault(
            Code.HORIZON_BACKWARDS, top.spot("last_day"), first_day=first, last_day=last
        )
        return None
    if (last - first).days > MOST_YEARS * DAYS_PER_YEAR:
        top.findings.fault(Code.HORIZON_TOO_LONG, top.spot("last_day"), most_years=MOST_YEARS)
        return None
    return Horizon(first, last)


def _day_parts(day: Section) -> tuple[tuple[time, time], tuple[time, time]]:
    day.warn_of_unknown(DAY_KEYS)
    morning = day.optional("am", _clocks, STAND_IN.morning)
    afternoon = day.optional("pm", _clocks, STAND_IN.afternoon)
    if morning and afternoon and morning[1] > afternoon[0]:
        day.findings.fault(
            Code.DAY_PARTS_OVERLAP, day.spot("pm"), am_to=morning[1], pm_from=afternoon[0]
        )
    return morning or STAND_IN.morning, afternoon or STAND_IN.afternoon


def _clocks(value: Value) -> tuple[time, time] | None:
    """Two clock times, the earlier first; None, and a fault, where there are none."""
    clocks = [element.clock() for element in value.elements()]
    match clocks:
        case [time() as start, time() as end] if start < end:
            return start, end
    value.fault(Code.CLOCKS_WANTED, name=value.name)
    return None
