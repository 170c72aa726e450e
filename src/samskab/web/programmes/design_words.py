"""Settings, values and differences in the user's language."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samskab.common.errors import Fault
from samskab.common.money import oere_from_kr
from samskab.planner.folder.settings import MODULES, SettingPath, dotted
from samskab.telling.words.sentence import sentence
from samskab.web.notation import language, notation
from samskab.web.programmes.design.differences import Difference, Kind
from samskab.web.programmes.design.reading import PlacedFault, Settings
from samskab.web.programmes.design_queries import TABLES

LABELS: dict[tuple[str, ...], Promise] = {
    ("title",): _("Title"),
    ("first_day",): _("First day"),
    ("last_day",): _("Last day"),
    ("timezone",): _("Time zone"),
    ("closed",): _("Closed days"),
    ("hard_categories",): _("Calendar categories that nobody is taken from"),
    ("holidays",): _("Public holidays of"),
    ("organizer",): _("Who invites"),
    ("day", "am"): _("The morning"),
    ("day", "pm"): _("The afternoon"),
    ("rules", "max_away_per_unit"): _("Away from one unit at the same time, at most"),
    ("rules", "max_days_per_week"): _("Days of one leader in any seven days, at most"),
    ("rules", "keep_together"): _("Fixed cohorts"),
    ("rules", "parallel_sessions"): _("Sessions at the same time, at most"),
    ("rules", "max_displaced_hours"): _("Displaced hours of one leader, at most"),
    ("rules", "fair_hours"): _("Displaced hours of one leader that are fair"),
    ("prices", "tentative"): _("What a tentative hour weighs"),
    ("prices", "km"): _("One kilometre of road"),
    ("prices", "speed_kmh"): _("Speed on the road, km an hour"),
    ("prices", "unserved"): _("One leader who gets no seat in a module"),
    ("prices", "change"): _("One leader moved after publication"),
    ("prices", "unfair"): _("One displaced hour above the fair ones"),
    (MODULES, "title"): _("Title"),
    (MODULES, "format"): _("Held"),
    (MODULES, "half_days"): _("Length"),
    (MODULES, "group_min"): _("Smallest group"),
    (MODULES, "group_max"): _("Largest group"),
    (MODULES, "after"): _("Comes after"),
    (MODULES, "gap_days_min"): _("Days since those, at least"),
    (MODULES, "gap_days_max"): _("Days since those, at most"),
    (MODULES, "facilitators"): _("Facilitators in a session"),
    (MODULES, "materials"): _("Materials for one person"),
    (TABLES, "rooms"): _("Rooms"),
    (TABLES, "facilitators"): _("Facilitator"),
    (TABLES, "parties"): _("Pairs that attend together"),
    (TABLES, "apart"): _("Kept apart"),
    (TABLES, "open_day_price_oere"): _("One day of an open course"),
    (TABLES, "open_travel_hours"): _("Hours on the road for a day of an open course"),
}
AMOUNTS = frozenset({"km", "unserved", "change", "unfair", "materials"})
FORMATS = {"in_person": _("in person"), "online": _("online")}
LENGTHS = {1: _("half a day"), 2: _("a day"), 4: _("two days")}
KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")
WHOLE = _("the whole programme")


def label(path: SettingPath) -> str:
    """What a setting is called, without its module."""
    found = LABELS.get((path[0], path[2]) if path[0] == MODULES and path[2:] else path[:2])
    return str(found) if found else dotted(path)


def place(path: SettingPath, settings: Settings) -> str:
    """What a setting is called, with its module; of a module alone, that; of (), the whole."""
    if not path:
        return str(WHOLE)
    if path[0] != MODULES or path == (MODULES,):
        return label(path)
    title = settings.get((MODULES, path[1], "title"), path[1])
    module = gettext("Module “%(title)s”") % {"title": title}
    return f"{module}: {label(path)}" if path[2:] else module


def fault_words(placed: PlacedFault) -> str:
    """What the reader of folders has against a setting; keys go by what the page calls them."""
    values = {
        name: _key_words(said) if name in {"key", "name"} else said
        for name, said in placed.fault.values.items()
    }
    words = sentence(Fault(placed.fault.code, values), language())
    return KEY.sub(lambda match: _key_words(match[0]), words)


def _key_words(key: object) -> str:
    """A key of the text as the page calls it, in quotation marks; itself where it is none."""
    found = next((words for path, words in LABELS.items() if path[-1] == key), None)
    if found is None:
        return str(key)
    return f"»{found}«" if notation().is_danish else f"“{found}”"


def value(
    path: SettingPath, said: object, settings: Settings, names: Mapping[str, str] | None = None
) -> str:
    """A setting's value as people say it; a dash where there is none."""
    if said is None or said in ([], ""):
        return "–"
    words = _by_key(path[-1], said)
    return _plain(path, said, settings, names or {}) if words is None else words


def _by_key(key: str, said: object) -> str | None:
    """The words of values whose key says how they are written; None for any other."""
    match key, said:
        case "format", str():
            return str(FORMATS.get(said, said))
        case "half_days", int():
            return str(LENGTHS.get(said, said))
        case "open_day_price_oere", int():
            return notation().kr_to_the_oere(said)
        case _, int() | Decimal() if key in AMOUNTS:
            return notation().kr_to_the_oere(oere_from_kr(Decimal(said)))
        case "max_away_per_unit", Decimal():
            return gettext("%(share)s of the unit") % {"share": notation().percent(Fraction(said))}
        case _:
            return None


def _plain(path: SettingPath, said: Any, settings: Settings, names: Mapping[str, str]) -> str:  # noqa: ANN401
    if isinstance(said, date):
        return notation().day(said)
    if isinstance(said, Decimal):
        text = f"{said.normalize():f}"
        return text.replace(".", ",") if notation().is_danish else text
    if isinstance(said, dict):
        return _span(said)
    if isinstance(said, list | tuple):
        between = " – " if path[0] == "day" else "; " if _is_nested(said) else ", "
        inner = [_plain((*path, ""), one, settings, names) for one in said]
        return between.join(inner)
    text = str(said)
    if path[0] in {MODULES, TABLES} or path[:2] == ("rules", "keep_together"):
        title = settings.get((MODULES, text, "title"))
        name = names.get(text) if path[0] == TABLES else None
        return name or (str(title) if title and path[-1] != "title" else _gone(text))
    return text


def _gone(text: str) -> str:
    """An id whose row is no longer there, or a person who was erased."""
    kind, sign, pk = text.partition(":")
    known = kind in {"room", "facilitator", "party", "person"} and sign and pk.isdecimal()
    return gettext("(no longer there)") if known else text


def _is_nested(said: list[Any] | tuple[Any, ...]) -> bool:
    return any(isinstance(one, list | dict) for one in said)


def _span(said: Mapping[str, Any]) -> str:
    first, last = said.get("from"), said.get("to")
    days = [
        notation().day(day) if isinstance(day, date) else str(day) for day in (first, last) if day
    ]
    why = f" ({said['why']})" if said.get("why") else ""
    return " – ".join(dict.fromkeys(days)) + why


def summary(settings: Settings, module: str) -> str:
    """A module in a line: in person, a day, 8 to 16 people."""

    def said(key: str) -> str:
        return value((MODULES, module, key), settings.get((MODULES, module, key)), settings)

    groups = gettext("groups of %(least)s to %(most)s") % {
        "least": said("group_min"),
        "most": said("group_max"),
    }
    return f"{said('format')}, {said('half_days')}, {groups}"


def order_words(settings: Settings, module: str) -> str:
    """What a module comes after, and how long: nothing where it comes after none."""
    after = settings.get((MODULES, module, "after"))
    if not after:
        return ""
    words = gettext("after %(modules)s") % {
        "modules": value((MODULES, module, "after"), after, settings)
    }
    least = settings.get((MODULES, module, "gap_days_min"))
    most = settings.get((MODULES, module, "gap_days_max"))
    if least:
        words += ", " + ngettext("%(n)s day later at least", "%(n)s days later at least", least) % {
            "n": least
        }
    if most is not None:
        words += ", " + ngettext("%(n)s day later at most", "%(n)s days later at most", most) % {
            "n": most
        }
    return words


KINDS = {
    Kind.ADDED: _("Module added"),
    Kind.REMOVED: _("Module taken out"),
    Kind.MOVED: _("Module moved"),
}


def difference_place(
    one: Difference, old: Settings, new: Settings, names: Mapping[str, str]
) -> str:
    """Where something differs."""
    if one.kind is not Kind.CHANGED:
        return str(KINDS[one.kind])
    if one.path[0] == TABLES and one.path[2:]:
        return f"{label(one.path)} {names.get(one.path[2], _gone(one.path[2]))}"
    settings = new if one.path[1:2] and one.path[1] in new.get((MODULES,), ()) else {**old, **new}
    return place(one.path, settings)


def difference_values(
    one: Difference, old: Settings, new: Settings, names: Mapping[str, str]
) -> tuple[str, str]:
    """What it was and what it is."""
    if one.kind is Kind.MOVED:
        title = str(new.get((MODULES, one.path[1], "title"), one.path[1]))
        return (
            str(format_lazy(gettext("{title}: number {place}"), title=title, place=one.old)),
            str(format_lazy(gettext("number {place}"), place=one.new)),
        )
    if one.kind is Kind.CHANGED:
        return value(one.path, one.old, old, names), value(one.path, one.new, new, names)
    return str(one.old or "–"), str(one.new or "–")
