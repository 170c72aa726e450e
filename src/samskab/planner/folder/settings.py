"""The settings of `programme.toml` by their names, such as rules.max_away_per_unit."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeAlias

from samskab.planner.folder import modules, prices, programme_toml, rules
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Spot
from samskab.planner.folder.toml_places import KeyPath

SettingPath: TypeAlias = tuple[str, ...]
"""(key,), (section, key) or ("modules", id, key)."""

SECTIONS = {
    "day": programme_toml.DAY_KEYS,
    "rules": rules.KEYS,
    "prices": prices.KEYS,
}
MODULES, ID = "modules", "id"
BARE = re.compile(r"[A-Za-z0-9_-]+")


class SettingCode(StrEnum):
    """What can be wrong with a setting itself; what its value may be, the folder's codes say."""

    UNKNOWN = "setting_unknown"
    WITHOUT_VALUE = "setting_without_value"
    TWICE = "setting_twice"
    NONE = "variant_without_settings"
    FILE_MISSING = "variant_file_missing"


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A value for one key of `programme.toml`.

    Attributes:
        value: as tomllib gives it, decimals exact; None takes the key out.
        spots: where it stands, (), and each element of it.
    """

    path: SettingPath
    value: Any
    spots: Mapping[KeyPath, Spot]


def known_settings(document: Document) -> Iterator[SettingPath]:
    """Every setting that a programme could have; the modules, and their ids, are its own."""
    for key in programme_toml.KEYS:
        if key in SECTIONS:
            yield from ((key, inner) for inner in SECTIONS[key])
        elif key == MODULES:
            for module in module_ids(document):
                yield from ((key, module, inner) for inner in modules.KEYS if inner != ID)
        else:
            yield (key,)


def module_ids(document: Document) -> tuple[str, ...]:
    """The ids of a document's modules, in its order; it has no faults."""
    return tuple(module[ID].strip() for module in document.values[MODULES])


def dotted(path: SettingPath) -> str:
    """A setting's name; a part of it that is no bare key of TOML stands in quotation marks."""
    return ".".join(
        part if BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in path
    )


def nearest(path: SettingPath, document: Document) -> str:
    """The name of the setting that is most like one that there is not; of two, the first."""
    names = [dotted(known) for known in known_settings(document)]
    wanted = dotted(path)
    return max(names, key=lambda name: SequenceMatcher(None, wanted, name).ratio())
