"""A draft programme as text: written from a commission, judged by the reader of folders."""

import tomllib
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count

import tomlkit
from django.utils.translation import gettext as _

from samskab.common.errors import Fault
from samskab.common.mail import address_of
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.programme_toml import FILE, programme_of
from samskab.planner.folder.toml_places import places_of
from samskab.planner.model.programme import Format
from samskab.planner.model.programme import Programme as ReadProgramme
from samskab.telling.words.sentence import sentence
from samskab.web.accounts.models import User
from samskab.web.notation import language


@dataclass(frozen=True, slots=True)
class DraftModule:
    """A module as a provider drafts it.

    Attributes:
        half_days: 1, 2 (a day) or 4 (two days).
        after: numbers of the modules before it, counted from 1.
        id: that it has in the text already; empty for a new one.
    """

    title: str
    format: Format
    half_days: int
    group_min: int
    group_max: int
    after: tuple[int, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine makes of a text.

    Attributes:
        programme: not to be used where there are faults.
        module_lines: where each module of the text begins.
    """

    programme: ReadProgramme
    faults: tuple[Fault, ...]
    module_lines: tuple[int, ...]


def programme_text(
    title: str,
    first_day: date,
    last_day: date,
    organizer: str,
    modules: Sequence[DraftModule],
) -> str:
    """A `programme.toml`; its modules are m1, m2 and so on. No organizer: an empty text."""
    document = tomlkit.document()
    document["title"] = title
    document["first_day"] = first_day
    document["last_day"] = last_day
    document["holidays"] = "DK"
    if organizer:
        document["organizer"] = organizer
    return with_modules(tomlkit.dumps(document), modules)


def with_modules(text: str, modules: Sequence[DraftModule]) -> str:
    """A text with these modules in this order; what else it says of them, and of all, stays."""
    document = tomlkit.parse(text)
    old: dict[str, tomlkit.items.Table] = {
        str(table["id"]): table for table in document.get("modules", ())
    }
    ids = _ids(modules, old)
    tables = tomlkit.aot()
    for module_id, module in zip(ids, modules, strict=True):
        table = old.get(module_id, tomlkit.table())
        _fill(table, module_id, module, [ids[number - 1] for number in module.after])
        tables.append(table)
    document.pop("modules", None)
    document["modules"] = tables
    return tomlkit.dumps(document)


def _ids(modules: Sequence[DraftModule], old: Container[str]) -> list[str]:
    """Of each module: its own, else the first of m1, m2 and so on that is free."""
    kept = [module.id if module.id in old else "" for module in modules]
    free = (name for number in count(1) if (name := f"m{number}") not in old)
    return [own or next(free) for own in kept]


def _fill(
    table: tomlkit.items.Table, module_id: str, module: DraftModule, after: Sequence[str]
) -> None:
    table["id"] = module_id
    table["title"] = module.title
    table["format"] = module.format.value
    table["half_days"] = module.half_days
    table["group_min"] = module.group_min
    table["group_max"] = module.group_max
    table.pop("after", None)
    if after:
        table["after"] = list(after)


def organizer_of(user: User | None) -> str:
    """Who invites to the sessions: the one who asked, where mail can come from that address."""
    if user is None:
        return ""
    named = f"{user.name} <{user.email}>"
    address = address_of(named) if user.name else None
    if address is not None and address.mail == user.email:
        return named
    return user.email if address_of(user.email) else ""


def read_text(text: str) -> Reading:
    """Read a `programme.toml` that is valid TOML, as the reader of folders does."""
    findings = Findings()
    values = tomllib.loads(text, parse_float=Decimal)
    spots = {path: Spot(FILE, *place) for path, place in places_of(text).items()}
    document = Document(FILE, values, spots, findings)
    programme = programme_of(document).programme
    places = range(len(values.get("modules", ())))
    lines = tuple(document.spot(("modules", index)).line or 1 for index in places)
    return Reading(programme, tuple(findings.faults), lines)


def faults_in_words(reading: Reading) -> list[str]:
    """What is wrong, a sentence each, behind the number of the module that it is wrong in."""
    return [_in_words(fault, reading.module_lines) for fault in reading.faults]


def _in_words(fault: Fault, module_lines: tuple[int, ...]) -> str:
    words = sentence(Fault(fault.code, fault.values), language())
    number = sum(line <= (fault.line or 0) for line in module_lines)
    if not number:
        return words
    return _("Module %(number)s: %(words)s") % {"number": number, "words": words}


def drafted(programme: ReadProgramme) -> list[DraftModule]:
    """A programme's modules as they were drafted."""
    numbers = {module.id: number for number, module in enumerate(programme.modules, 1)}
    return [
        DraftModule(
            title=module.title,
            format=module.format,
            half_days=module.half_days,
            group_min=module.group_min,
            group_max=module.group_max,
            after=tuple(numbers[name] for name in module.after),
            id=module.id,
        )
        for module in programme.modules
    ]
