"""Days on which nothing is held: public holidays, and what the folder closes itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import holidays

from samskab.planner.folder.codes import Code
from samskab.planner.folder.section import Section, Value

KEYS = ("from", "to", "why")
DEFAULT_HOLIDAYS = "DK"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days of a programme, the first and the last included."""

    first_day: date
    last_day: date


def read_closed_days(root: Section, horizon: Horizon) -> dict[date, str]:
    """Each closed day of the horizon and why, in order; what the folder says of a day wins."""
    country = root.optional("holidays", Value.text, DEFAULT_HOLIDAYS)
    closed = _public_holidays(country, horizon, root)
    value = root.get("closed")
    for element in value.elements() if value else ():
        for day, why in _closure(element, horizon):
            closed[day] = why or closed.get(day, "")
    return dict(sorted(closed.items()))


def _public_holidays(country: str, horizon: Horizon, root: Section) -> dict[date, str]:
    """Holidays of a country (DK), or of a part of one (DE-BY); none where the text is empty."""
    if not country:
        return {}
    code, _, part = country.partition("-")
    years = range(horizon.first_day.year, horizon.last_day.year + 1)
    try:
        country_days = _calendar_of(code.upper(), part.upper() or None, years)
    except NotImplementedError:
        root.findings.fault(Code.HOLIDAYS_UNKNOWN, root.spot("holidays"), text=country)
        return {}
    return {day: why for day, why in country_days.items() if _is_within(day, horizon)}


def _calendar_of(code: str, part: str | None, years: range) -> Mapping[date, str]:
    """Holidays under their own country's names, whatever language the machine speaks."""
    language = holidays.country_holidays(code, part).default_language
    days: Mapping[date, str] = holidays.country_holidays(code, part, years, language=language)
    return days


def _is_within(day: date, horizon: Horizon) -> bool:
    return horizon.first_day <= day <= horizon.last_day


def _closure(value: Value, horizon: Horizon) -> Iterator[tuple[date, str]]:
    """The days that one element of `closed` closes."""
    if not isinstance(value.content, dict):
        day = value.day()
        if day and _is_within(day, horizon):
            yield day, ""
        return
    section = value.section()
    section.warn_of_unknown(KEYS)
    first = section.required("from", Value.day, None)
    last = section.optional("to", Value.day, first)
    why = section.optional("why", Value.text, "")
    if first is None or last is None:
        return
    if last < first:
        value.fault(Code.CLOSED_BACKWARDS, first=first, last=last)
    day, end = max(first, horizon.first_day), min(last, horizon.last_day)
    while day <= end:
        yield day, why
        day += timedelta(days=1)
