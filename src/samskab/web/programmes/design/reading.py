"""A programme's text, read as the reader of folders reads `programme.toml`, and as settings."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from samskab.common.errors import Fault
from samskab.planner.folder.codes import Code
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.programme_toml import FILE, programme_of
from samskab.planner.folder.settings import ID, MODULES, SECTIONS, SettingPath
from samskab.planner.folder.toml_places import KeyPath, places_of
from samskab.planner.model.programme import Programme as Frame

Settings: TypeAlias = Mapping[SettingPath, Any]
"""What a text says, setting by setting; its modules' ids, in their order, under (MODULES,)."""

TOP: SettingPath = ()
BEFORE_READING = (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class PlacedFault:
    """A fault of a text and the setting it stands at; TOP where it stands at none."""

    path: SettingPath
    fault: Fault


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says.

    Attributes:
        frame: for the engine; None where the text has faults.
        settings: as far as the text can be read.
        warnings: of keys that nobody knows.
    """

    text: str
    frame: Frame | None
    settings: Settings
    faults: tuple[PlacedFault, ...]
    warnings: tuple[PlacedFault, ...]

    @property
    def modules(self) -> tuple[str, ...]:
        """Ids of the modules, in their order."""
        return tuple(self.settings.get((MODULES,), ()))

    def title_of(self, module: str) -> str:
        """The title of a module, its id where it has none."""
        return str(self.settings.get((MODULES, module, "title"), module))


def read(text: str) -> Reading:
    """Read a text; what is wrong with it is told, not raised."""
    try:
        values = tomllib.loads(text, parse_float=Decimal)
        places = places_of(text)
    except BEFORE_READING:
        broken = PlacedFault(TOP, Fault(Code.TOML_BROKEN.value))
        return Reading(text, None, {}, (broken,), ())
    spots = {path: Spot(FILE, *place) for path, place in places.items()}
    findings = Findings()
    frame = programme_of(Document(FILE, values, spots, findings)).programme
    where = {(spot.line, spot.column): path for path, spot in spots.items()}
    faults = tuple(_placed(fault, where, values) for fault in findings.faults)
    return Reading(
        text,
        None if faults else frame,
        settings_of(values),
        faults,
        tuple(_placed(fault, where, values) for fault in findings.warnings),
    )


def settings_of(values: Mapping[str, Any]) -> Settings:
    """Every setting of a document's values; a module without an id is left out."""
    found: dict[SettingPath, Any] = {}
    for key, value in values.items():
        if key in SECTIONS and isinstance(value, dict):
            found |= {(key, inner): one for inner, one in value.items()}
        elif key == MODULES and isinstance(value, list):
            modules = [
                one for one in value if isinstance(one, dict) and isinstance(one.get(ID), str)
            ]
            found[MODULES,] = tuple(one[ID].strip() for one in modules)
            for one in modules:
                found |= {(key, one[ID].strip(), k): v for k, v in one.items() if k != ID}
        else:
            found[key,] = value
    return found


def same(one: object, other: object) -> bool:
    """Whether two values say the same; 1 and 1.0 do not: one person, and all of them."""
    return _canonical(one) == _canonical(other)


def _canonical(value: object) -> object:
    if isinstance(value, Decimal):
        return "decimal", value.normalize()
    if isinstance(value, list | tuple):
        return [_canonical(one) for one in value]
    if isinstance(value, dict):
        return {key: _canonical(one) for key, one in value.items()}
    return type(value).__name__, value


def _placed(
    fault: Fault, where: Mapping[tuple[int | None, int | None], KeyPath], values: Mapping[str, Any]
) -> PlacedFault:
    path = where.get((fault.line, fault.column), ())
    if fault.code == Code.KEY_MISSING and fault.values["key"] not in path:
        path = (*path, str(fault.values["key"]))
    bare = Fault(fault.code, fault.values)  # lines and columns are no matter of a page
    return PlacedFault(_setting_at(path, values), bare)


def _setting_at(path: KeyPath, values: Mapping[str, Any]) -> SettingPath:
    """The setting that a place in a document belongs to."""
    match path:
        case ("modules", int() as index, *rest):
            module = values[MODULES][index]
            name = module.get(ID) if isinstance(module, dict) else None
            return (MODULES, str(name or ""), *(str(part) for part in rest[:1]))
        case (str() as section, key, *_) if section in SECTIONS:
            return section, str(key)
        case (key, *_):
            return (str(key),)
        case _:
            return TOP
