"""What differs between two revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from samskab.planner.folder.settings import MODULES, SettingPath
from samskab.web.programmes.design.reading import Settings, same


class Kind(StrEnum):
    """What happened to a setting or a module."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes:
        path: of a setting; (MODULES, id) for a whole module.
        old, new: values; for a module that moved, its place counted from 1; for one that came or
            went, its title.
    """

    kind: Kind
    path: SettingPath
    old: Any
    new: Any


def differences(old: Settings, new: Settings) -> tuple[Difference, ...]:
    """What differs: settings of the whole first, then modules in the order of the new text."""
    before, after = old.get((MODULES,), ()), new.get((MODULES,), ())
    found = [*_settings(old, new, lambda path: path[0] != MODULES)]
    found += [
        Difference(Kind.REMOVED, (MODULES, one), _title(old, one), None)
        for one in before
        if one not in after
    ]
    moved = _moved([one for one in before if one in after], [one for one in after if one in before])
    for place, module in enumerate(after, 1):
        if module not in before:
            found.append(Difference(Kind.ADDED, (MODULES, module), None, _title(new, module)))
        elif module in moved:
            found.append(Difference(Kind.MOVED, (MODULES, module), before.index(module) + 1, place))
        found += _settings(old, new, lambda path, of=module: path[:2] == (MODULES, of))
    return tuple(found)


def _settings(old: Settings, new: Settings, wanted: Any) -> Iterator[Difference]:  # noqa: ANN401
    gone = set(old.get((MODULES,), ())) - set(new.get((MODULES,), ()))
    for path in dict.fromkeys((*new, *old)):
        before, after = old.get(path), new.get(path)
        if path == (MODULES,) or not wanted(path) or (path[1:2] and path[1] in gone):
            continue
        if not same(before, after):
            yield Difference(Kind.CHANGED, path, before, after)


def _title(settings: Settings, module: str) -> str:
    return str(settings.get((MODULES, module, "title"), module))


def _moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """As few modules as explain the new order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    stayed = [after[m.b + i] for m in matcher.get_matching_blocks() for i in range(m.size)]
    return frozenset(after) - frozenset(stayed)
