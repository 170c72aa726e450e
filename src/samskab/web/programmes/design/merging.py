"""What two sides changed at once, setting by setting, neither's work lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samskab.planner.folder.settings import MODULES, SettingPath
from samskab.web.programmes.design.reading import Settings, same

SETS = frozenset({"closed", "hard_categories", "after"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """One setting that both changed, differently.

    Attributes:
        is_gone: its module was taken out by the others.
    """

    path: SettingPath
    base: Any
    mine: Any
    theirs: Any
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be changed now, and what must be chosen first."""

    changes: Mapping[SettingPath, Any]
    conflicts: tuple[Conflict, ...]


def merge(base: Settings, now: Settings, mine: Settings) -> Merge:
    """Bring what I want onto what is there now.

    What only one side changed is taken; the same change twice is one. Lists whose order says
    nothing are merged element by element.

    Args:
        base: what I began with.
        now: what the others have made of it.
        mine: what I want of the settings that I could change; None takes one out.
    """
    changes: dict[SettingPath, Any] = {}
    conflicts: list[Conflict] = []
    for path, wanted in mine.items():
        old, theirs = base.get(path), now.get(path)
        is_gone = _is_gone(path, base, now)
        if same(wanted, old) or (same(wanted, theirs) and not is_gone):
            continue
        if is_gone:
            conflicts.append(Conflict(path, old, wanted, None, is_gone=True))
        elif same(theirs, old):
            changes[path] = wanted
        elif path[-1] in SETS:
            both = together(old or (), theirs or (), wanted or ())
            if not same(both or None, theirs):
                changes[path] = both or None
        else:
            conflicts.append(Conflict(path, old, wanted, theirs))
    return Merge(changes, tuple(conflicts))


def together(base: Sequence[Any], theirs: Sequence[Any], mine: Sequence[Any]) -> list[Any]:
    """A list with what either side took out taken out, and what either put in put in."""
    kept = [one for one in theirs if _has(mine, one) or not _has(base, one)]
    return kept + [one for one in mine if not _has(base, one) and not _has(kept, one)]


def moved(base: Sequence[str], now: Sequence[str], module: str, by: int) -> list[str]:
    """The order of now with a module moved past the one it stood beside in base.

    Where it stands on that side already, or either is gone, nothing moves: twice the same is once.

    Args:
        base: the order that I saw.
        now: the order that there is.
        module: its id.
        by: -1 for earlier, 1 for later.
    """
    order = list(now)
    goal = list(base).index(module) + by if module in base else -1
    if not 0 <= goal < len(base) or module not in order or base[goal] not in order:
        return order
    here, there = order.index(module), order.index(base[goal])
    if (here < there) == (by < 0):
        return order
    order.remove(module)
    order.insert(there, module)
    return order


def _has(values: Sequence[Any], value: object) -> bool:
    return any(same(one, value) for one in values)


def _is_gone(path: SettingPath, base: Settings, now: Settings) -> bool:
    return (
        path[0] == MODULES
        and path[1] in base.get((MODULES,), ())
        and path[1] not in now.get((MODULES,), ())
    )
