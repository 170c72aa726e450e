"""A TOML file of the folder, whose faults know their line and column."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from samskab.planner.folder.codes import Code
from samskab.planner.folder.days import day_of
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.source import read_text
from samskab.planner.folder.toml_places import KeyPath, day_literals, places_of

STAND_IN_DAY = date.min.isoformat()
LONE_RETURN = re.compile(r"\r(?!\n)")
TOML_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")


@dataclass(frozen=True, slots=True)
class Document:
    """What a TOML file says, and where it says it; decimals are exact."""

    file: str
    values: Mapping[str, Any]
    spots: Mapping[KeyPath, Spot]
    findings: Findings

    def spot(self, path: KeyPath) -> Spot:
        """Where a key or list element stands, else the table that it would stand in."""
        while path and path not in self.spots:
            path = path[:-1]
        return self.spots.get(path, Spot(self.file, 1, 1))


def read_document(root: Path, name: str, findings: Findings) -> Document | None:
    """The document in `root/name`; None where it cannot be read as TOML."""
    text = read_text(root, name, findings)
    if text is None:
        return None
    text = _without_impossible_days(text, name, findings)
    try:
        values = tomllib.loads(text, parse_float=Decimal)
        spots = {path: Spot(name, *place) for path, place in places_of(text).items()}
    except tomllib.TOMLDecodeError as error:
        findings.fault(Code.TOML_BROKEN, _spot_of(error, text, name))
        return None
    except (RecursionError, ValueError, ArithmeticError):  # nesting, or digits, without end
        findings.fault(Code.TOML_BROKEN, Spot(name, 1, 1))
        return None
    return Document(name, values, spots, findings)


def _without_impossible_days(text: str, name: str, findings: Findings) -> str:
    """The text with each day that does not exist noted and replaced: tomllib stops at the first."""
    if LONE_RETURN.search(text):
        return text  # no TOML wherever it stands: tomllib says so, and lines are not to be counted
    pieces: list[str] = []
    end = 0
    for token in day_literals(text):
        day = token.text[: len(STAND_IN_DAY)]
        if isinstance(day_of(day), Code) or day == STAND_IN_DAY:
            spot = Spot(name, token.line, token.column)
            findings.fault(Code.DAY_NOT_THERE, spot, text=day)
            pieces += [text[end : token.offset], STAND_IN_DAY]
            end = token.offset + len(day)
    return "".join([*pieces, text[end:]])


def _spot_of(error: tomllib.TOMLDecodeError, text: str, name: str) -> Spot:
    match = TOML_PLACE.search(str(error))
    if match:
        return Spot(name, int(match[1]), int(match[2]))
    lines = text.split("\n")
    return Spot(name, len(lines), len(lines[-1]) + 1)  # it broke off at its end
