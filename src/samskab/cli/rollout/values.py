"""Values of `rollout.toml` that no programme has: choices, yes or no, signed numbers."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from samskab.planner.folder.limits import LARGEST, Limits
from samskab.planner.folder.section import Section, Value
from samskab.telling.rollout_codes import RolloutFileCode

Choice = TypeVar("Choice", bound=StrEnum)
SIGNED = Limits(-LARGEST)


def truth(value: Value) -> bool:
    """Yes or no; a fault where it is neither."""
    if isinstance(value.content, bool):
        return value.content
    _fault(value, RolloutFileCode.TRUTH_WANTED, name=value.name)
    return False


def choice(kinds: type[Choice]) -> Callable[[Value], Choice]:
    """Reads one of an enumeration's words."""

    def read(value: Value) -> Choice:
        text = value.text()
        known = [kind.value for kind in kinds]
        if text in known:
            return kinds(text)
        values = {"name": value.name, "text": text, "known": known}
        _fault(value, RolloutFileCode.CHOICE_UNKNOWN, **values)
        return next(iter(kinds))

    return read


def decimal(limits: Limits = SIGNED) -> Callable[[Value], float]:
    """Reads a number within limits."""
    return lambda value: float(value.number(limits))


def share(*, with_zero: bool, with_one: bool) -> Callable[[Value], float]:
    """Reads a number from 0 to 1, its ends included or not."""

    def read(value: Value) -> float:
        number = value.number(SIGNED)
        low = number > 0 or (with_zero and number == 0)
        high = number < 1 or (with_one and number == 1)
        if not (low and high):
            _fault(value, RolloutFileCode.SHARE_OUTSIDE, name=value.name, number=number)
            return 0.5
        return float(number)

    return read


def signed_oere(value: Value) -> int:
    """An amount in kr that may be below zero, in øre."""
    return int((value.number(SIGNED) * 100).to_integral_value())


def seed(value: Value) -> str:
    """The text that decides: any text, or a whole number."""
    if isinstance(value.content, int) and not isinstance(value.content, bool):
        return str(value.content)
    return value.text()


def weight(section: Section, key: str) -> float:
    """How much a covariate counts, above 0."""
    return section.required(key, decimal(Limits(Decimal(0), above=True)), 1.0)


def part(top: Section, key: str) -> Section:
    """A table of the file, without keys where the file lacks it."""
    return top.optional(key, Value.section, Section({}, (key,), top.document))


def parts(top: Section, key: str) -> tuple[Section, ...]:
    """The tables of a list of them."""
    return tuple(value.section() for value in top.optional(key, Value.elements, ()))


def _fault(value: Value, code: RolloutFileCode, **values: object) -> None:
    value.document.findings.fault(code, value.spot, **values)
