"""A draft programme as text: written from a commission, judged by the reader of folders."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
from samskab.web.commissions.notation import language


@dataclass(frozen=True, slots=True)
class DraftModule:
    """A module as a provider drafts it.

    Attributes:
        half_days: 1, 2 (a day) or 4 (two days).
        after: numbers of the modules before it, counted from 1.
    """

    title: str
    format: Format
    half_days: int
    group_min: int
    group_max: int
    after: tuple[int, ...] = ()


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
    tables = tomlkit.aot()
    for number, module in enumerate(modules, 1):
        tables.append(_table(f"m{number}", module))
    document["modules"] = tables
    return tomlkit.dumps(document)


def _table(module_id: str, module: DraftModule) -> tomlkit.items.Table:
    table = tomlkit.table()
    table["id"] = module_id
    table["title"] = module.title
    table["format"] = module.format.value
    table["half_days"] = module.half_days
    table["group_min"] = module.group_min
    table["group_max"] = module.group_max
    if module.after:
        table["after"] = [f"m{number}" for number in module.after]
    return table


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
    count = len(values.get("modules", ()))
    lines = tuple(document.spot(("modules", index)).line or 1 for index in range(count))
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
        )
        for module in programme.modules
    ]
