"""A variant of a programme: settings that are laid over `programme.toml`, from a text or a file."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from samskab.planner.folder.codes import Code
from samskab.planner.folder.document import Document, read_document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.settings import (
    ID,
    MODULES,
    Setting,
    SettingCode,
    SettingPath,
    dotted,
    known_settings,
    module_ids,
    nearest,
)
from samskab.planner.folder.toml_places import KeyPath, tokens

KEY_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^."'\s]+))\s*(?:\.|$)""")
OPENING, CLOSING = "[{", "]}"


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """What is to be laid over a programme.

    Attributes:
        name: what the user wrote: the settings, or the name of their file.
    """

    name: str
    settings: tuple[Setting, ...]


def variant_of_text(text: str, document: Document, findings: Findings) -> Variant:
    """The settings of a text such as rules.max_away_per_unit=3,prices.unserved=30000.

    Values are those of TOML; what is none is taken as text, so that online need not be quoted. An
    empty value takes the setting out: its default holds.

    Args:
        text: one setting or several, separated by commas.
        document: of the programme, without a fault.
        findings: where faults go, their place the text.
    """
    spot = Spot(text)
    read: list[Setting] = []
    for piece in _pieces(text):
        name, sign, value = piece.partition("=")
        path = _path(name)
        if not sign or not path:
            findings.fault(SettingCode.WITHOUT_VALUE, spot, text=piece.strip())
        else:
            read += _leaves(path, _value(value.strip()), {(): spot}, document)
    return Variant(text, _sound(read, spot, document, findings))


def variant_of_file(path: Path, document: Document, findings: Findings) -> Variant:
    """The settings of a file that is a piece of `programme.toml`; its modules are known by id.

    Args:
        path: of the file.
        document: of the programme, without a fault.
        findings: where faults go.
    """
    if not os.path.lexists(path):
        findings.fault(SettingCode.FILE_MISSING, Spot(str(path)))
        return Variant(path.name, ())
    piece = read_document(path.parent, path.name, findings)
    if piece is None:
        return Variant(path.name, ())
    read: list[Setting] = []
    for key, value in piece.values.items():
        if key == MODULES and isinstance(value, list):
            read += _of_modules(value, piece, document)
        else:
            read += _leaves((key,), value, _spots_from(piece, (key,)), document)
    return Variant(path.name, _sound(read, Spot(path.name), document, findings))


def _pieces(text: str) -> Iterator[str]:
    """The parts of a text between the commas that stand in no list, table or quotation marks."""
    depth = since = 0
    for token in tokens(text):
        if token.kind == "sign":
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if token.text == "," and depth == 0:
                yield text[since : token.offset]
                since = token.offset + 1
    if text[since:].strip() or since:
        yield text[since:]


def _path(name: str) -> SettingPath:
    """The parts of a dotted name; none where it is no name."""
    parts: list[str] = []
    end = 0
    while end < len(name):
        match = KEY_PART.match(name, end)
        if match is None:
            return ()
        parts.append(next(part for part in match.groups() if part is not None))
        end = match.end()
    return tuple(parts)


def _value(text: str) -> Any:  # noqa: ANN401 (whatever TOML can say)
    if not text:
        return None
    try:
        read = tomllib.loads(f"value = {text}", parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, ArithmeticError):
        return text
    return read["value"] if len(read) == 1 else text


def _leaves(
    path: SettingPath, value: object, spots: Mapping[KeyPath, Spot], document: Document
) -> list[Setting]:
    """A table's settings, each of its own; one setting where a value is no table of them."""
    known = set(known_settings(document))
    is_section = any(one[: len(path)] == path and one != path for one in known)
    if not is_section or not isinstance(value, dict):
        return [Setting(path, value, spots)]
    return [
        setting
        for key, inner in value.items()
        for setting in _leaves((*path, key), inner, _below(spots, (key,)), document)
    ]


def _of_modules(listed: list[Any], piece: Document, document: Document) -> list[Setting]:
    """The settings of the modules of a file, each under its id."""
    read: list[Setting] = []
    for index, module in enumerate(listed):
        spots = _spots_from(piece, (MODULES, index))
        name = module.get(ID) if isinstance(module, dict) else None
        if not isinstance(name, str):
            piece.findings.fault(Code.KEY_MISSING, spots[()], key=ID)
            continue
        changed = {key: value for key, value in module.items() if key != ID}
        if name.strip() in module_ids(document):
            read += _leaves((MODULES, name.strip()), changed, spots, document)
        else:
            piece.findings.fault(Code.MODULE_UNKNOWN, _below(spots, (ID,))[()], module=name)
    return read


def _spots_from(piece: Document, path: KeyPath) -> dict[KeyPath, Spot]:
    return _below({(): piece.spot(path), **piece.spots}, path)


def _below(spots: Mapping[KeyPath, Spot], path: KeyPath) -> dict[KeyPath, Spot]:
    """The spots of what stands below a path, by the rest of theirs; where there is none, above."""
    rest = {key[len(path) :]: at for key, at in spots.items() if key[: len(path)] == path}
    return {(): spots[()], **rest}


def _sound(
    read: list[Setting], spot: Spot, document: Document, findings: Findings
) -> tuple[Setting, ...]:
    """Those that a programme could have, each once; a fault for any other, and for none at all."""
    known = set(known_settings(document))
    kept: dict[SettingPath, Setting] = {}
    for setting in read:
        path, where = setting.path, setting.spots[()]
        if path not in known:
            like = nearest(path, document)
            findings.fault(SettingCode.UNKNOWN, where, name=dotted(path), nearest=like)
        elif path in kept:
            findings.fault(SettingCode.TWICE, where, name=dotted(path))
        else:
            kept[path] = setting
    if not read and not findings.faults:
        findings.fault(SettingCode.NONE, spot)
    return tuple(kept.values())
