"""Changes a programme's text and nothing else of it: comments and order stay.

A text is cut before the header of each table, a comment right above it included; tomlkit changes
the one block that a setting stands in. So a comment follows its table when modules change places.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import tomlkit
from tomlkit.items import Array

from samskab.planner.folder.settings import ID, MODULES, SECTIONS, SettingPath
from samskab.planner.folder.toml_places import KeyPath, places_of
from samskab.web.programmes.design.reading import same, settings_of


@dataclass(frozen=True, slots=True)
class _Block:
    """A table of a text, with its comment, its header and the empty lines behind it."""

    path: KeyPath
    body: str
    tail: str

    @property
    def text(self) -> str:
        return self.body + self.tail


def changed(text: str, changes: Mapping[SettingPath, Any]) -> str:
    """A valid text with settings changed; None takes a key out, an unknown module is added last.

    Args:
        text: a valid programme.toml.
        changes: setting -> its new value; (MODULES,) -> the modules' ids, those that the text has,
            in their new order.
    """
    order = changes.get((MODULES,))
    for path, value in changes.items():
        if path != (MODULES,):
            text = _with_setting(text, path, value)
    return reordered(text, order) if order is not None else text


def reordered(text: str, modules: Sequence[str]) -> str:
    """A text with its modules in another order; ids that it lacks are passed over."""
    old = _modules_of(text)
    order = [module for module in modules if module in old]
    order += [module for module in old if module not in order]
    blocks = _blocks(text)
    places = [index for index, block in enumerate(blocks) if block.path[:1] == (MODULES,)]
    if not places:  # an inline list of tables
        document: Any = tomlkit.parse(text)
        copy: Any = tomlkit.parse(text)
        listed = {one[ID].strip(): one for one in copy[MODULES]}
        for index, module in enumerate(order):
            document[MODULES][index] = listed[module]
        return tomlkit.dumps(document)
    bodies = {module: blocks[place].body for module, place in zip(old, places, strict=True)}
    for module, place in zip(order, places, strict=True):
        blocks[place] = replace(blocks[place], body=bodies[module])
    return _joined(blocks)


def without_module(text: str, module: str) -> str:
    """A text without one of its modules, and without its name in what others say of it."""
    values = settings_of(tomllib.loads(text, parse_float=Decimal))
    for path, value in values.items():
        if path[-1] == "after" and module in value:
            text = _with_setting(text, path, [one for one in value if one != module] or None)
        if path == ("rules", "keep_together"):
            tracks = [[one for one in track if one != module] for track in value]
            kept = [track for track in tracks if len(track) > 1]
            text = text if same(kept, value) else _with_setting(text, path, kept or None)
    blocks, index = _blocks(text), _modules_of(text).index(module)
    if any(block.path == (MODULES, index) for block in blocks):
        return _joined([block for block in blocks if block.path != (MODULES, index)])
    document: Any = tomlkit.parse(text)
    del document[MODULES][index]
    return tomlkit.dumps(document)


def toml_of(value: object) -> str:
    """A value as TOML writes it; empty for None."""
    return "" if value is None else str(tomlkit.item(_item(value)).as_string())


def value_of(toml: str) -> Any:  # noqa: ANN401 (whatever TOML can say)
    """The value that `toml_of` wrote; None for an empty text."""
    return tomllib.loads(f"value = {toml}", parse_float=Decimal)["value"] if toml else None


def _with_setting(text: str, path: SettingPath, value: object) -> str:
    blocks = _blocks(text)
    if path[0] == MODULES and path[1] not in _modules_of(text):
        blocks = _with_module(blocks, path[1])
        text = _joined(blocks)
    index = _modules_of(text).index(path[1]) if path[0] == MODULES else 0
    table: KeyPath = (MODULES, index) if path[0] == MODULES else path[:-1]
    place = next((at for at, block in enumerate(blocks) if block.path == table), 0)
    document: Any = tomlkit.parse(blocks[place].body + "\n")
    if place:
        inside = document[MODULES][0] if path[0] == MODULES else document[table[0]]
    elif path[0] in SECTIONS and path[0] not in document:
        if value is not None:
            blocks.append(_Block(table, f"\n[{path[0]}]\n{path[-1]} = {toml_of(value)}", "\n"))
        return _joined(blocks)
    else:
        inside = _within(document, table)
    _put(inside, path[-1], value)
    body = tomlkit.dumps(document).rstrip("\n")
    blocks[place] = replace(blocks[place], body=body)
    return _joined(blocks)


def _within(document: Any, table: KeyPath) -> Any:  # noqa: ANN401 (tomlkit's items)
    for part in table:
        document = document[part]
    return document


def _put(table: Any, key: str, value: object) -> None:  # noqa: ANN401 (tomlkit's items)
    if value is None:
        table.pop(key, None)
    elif isinstance(value, list) and isinstance(table.get(key), Array):
        _change_list(table, key, value)
    elif key not in table or not same(_plain(table[key]), value):
        table[key] = _item(value)


def _change_list(table: Any, key: str, wanted: list[Any]) -> None:  # noqa: ANN401
    """Elements that go are taken out and new ones put last, so that comments between them stay."""
    array = table[key]
    old = [_plain(one) for one in array]
    kept = [one for one in old if any(same(one, other) for other in wanted)]
    new = [one for one in wanted if not any(same(one, other) for other in old)]
    if not same([*kept, *new], wanted):
        table[key] = _item(wanted)
        return
    for index in reversed(range(len(old))):
        if not any(same(old[index], other) for other in wanted):
            del array[index]
    for one in new:
        array.append(_item(one))


def _plain(item: Any) -> Any:  # noqa: ANN401
    """The value of one of tomlkit's items, decimals exact."""
    return value_of(item.as_string() if hasattr(item, "as_string") else str(item))


def _item(value: object) -> Any:  # noqa: ANN401
    if isinstance(value, Decimal):
        return tomlkit.value(f"{value:f}" if "." in f"{value:f}" else f"{value:f}.0")
    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update({key: _item(one) for key, one in value.items()})
        return table
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        for one in value:
            array.append(_item(one))
        return array
    if isinstance(value, date):
        return tomlkit.value(value.isoformat())
    return tomlkit.item(value)


def _with_module(blocks: list[_Block], module: str) -> list[_Block]:
    """The blocks with one more module behind the last."""
    places = [index for index, block in enumerate(blocks) if block.path[:1] == (MODULES,)]
    if not places:
        document: Any = tomlkit.parse(blocks[0].text)
        table = tomlkit.inline_table()
        table.update({ID: module})
        if MODULES in document:
            document[MODULES].append(table)
            return [_Block((), tomlkit.dumps(document).rstrip("\n"), "\n"), *blocks[1:]]
    new = _Block((MODULES, len(places)), f"[[modules]]\nid = {toml_of(module)}", "\n")
    place = places[-1] if places else len(blocks) - 1
    last = blocks[place]
    before = replace(last, tail=last.tail if last.tail.count("\n") > 1 else "\n\n")
    return [*blocks[:place], before, replace(new, tail=last.tail or "\n"), *blocks[place + 1 :]]


def _modules_of(text: str) -> tuple[str, ...]:
    settings = settings_of(tomllib.loads(text, parse_float=Decimal))
    return tuple(settings.get((MODULES,), ()))


def _joined(blocks: Sequence[_Block]) -> str:
    return "".join(block.text for block in blocks)


def _blocks(text: str) -> list[_Block]:
    lines = re.findall(r"[^\n]*\n|[^\n]+$", text)
    values = tomllib.loads(text, parse_float=Decimal)
    starts: list[tuple[int, KeyPath]] = [(0, ())]
    for path, (line, column) in places_of(text).items():
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        if after.startswith("[") and not before.strip() and isinstance(_within(values, path), dict):
            starts.append((_with_comment(lines, line - 1), path))
    starts.sort(key=lambda start: start[0])
    ends = [*(start for start, _ in starts[1:]), len(lines)]
    return [
        _block(path, "".join(lines[start:end]))
        for (start, path), end in zip(starts, ends, strict=True)
    ]


def _with_comment(lines: Sequence[str], header: int) -> int:
    """The first line of the comment right above a header, else the header's own."""
    first = header
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def _block(path: KeyPath, text: str) -> _Block:
    body = text.rstrip("\n")
    return _Block(path, body, text[len(body) :] or "\n")
