"""A table of a TOML document, asked for its keys by kind.

As in a row of a CSV table, what is wrong is noted and answered with a stand-in.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from samskab.common.money import oere_from_kr
from samskab.planner.folder.codes import Code
from samskab.planner.folder.days import day_of
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.limits import ANY_AMOUNT, Limits
from samskab.planner.folder.toml_places import KeyPath

Element = TypeVar("Element")
Default = TypeVar("Default")
MOST_DECIMALS = 20


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a document, which may be of any kind.

    Attributes:
        name: the key that it stands under, as the user knows it.
    """

    content: Any
    name: str
    path: KeyPath
    document: Document

    @property
    def spot(self) -> Spot:
        """Where the value's key, or the list element, stands."""
        return self.document.spot(self.path)

    def fault(self, code: Code, **values: object) -> None:
        """Note what is wrong with the value."""
        self.document.findings.fault(code, self.spot, **values)

    def text(self) -> str:
        """A text, without the spaces around it; empty, and a fault, where it is none."""
        if isinstance(self.content, str):
            return self.content.strip()
        self.fault(Code.TEXT_WANTED, name=self.name)
        return ""

    def day(self) -> date | None:
        """A day, written as one or as a text; None, and a fault, where it is none."""
        if isinstance(self.content, date) and not isinstance(self.content, datetime):
            is_told = self.content == date.min  # the document's stand-in for a day that is none
            return None if is_told else self.content
        day = day_of(self.content) if isinstance(self.content, str) else Code.DAY_WRONG
        if isinstance(day, date):
            return day
        self.fault(day, name=self.name, text=str(self.content))
        return None

    def clock(self) -> time | None:
        """A clock time, written as one or as a text such as 08:30; None where it is none."""
        if isinstance(self.content, time):
            return self.content
        try:
            clock = time.fromisoformat(str(self.content))
        except ValueError:
            return None
        return None if clock.tzinfo else clock

    def number(self, limits: Limits = ANY_AMOUNT) -> Decimal:
        """An exact number within limits; the least of them, and a fault, where it is none."""
        number = self.content
        is_number = isinstance(number, int | Decimal) and not isinstance(number, bool)
        number = Decimal(number) if is_number else Decimal("NaN")
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < -MOST_DECIMALS:
            self.fault(Code.NUMBER_WRONG, name=self.name, text=str(self.content))
            return limits.least
        holds = limits.hold(number, self.name, self.spot, self.document.findings)
        return number if holds else limits.least

    def whole(self, limits: Limits = ANY_AMOUNT) -> int:
        """A whole number within limits, written without a decimal point."""
        if isinstance(self.content, Decimal):
            self.fault(Code.WHOLE_WRONG, name=self.name, text=str(self.content))
            return int(limits.least)
        return int(self.number(limits))

    def elements(self) -> tuple["Value", ...]:
        """The elements of a list; none, and a fault, where it is none."""
        if isinstance(self.content, list):
            return tuple(
                Value(element, self.name, (*self.path, index), self.document)
                for index, element in enumerate(self.content)
            )
        self.fault(Code.LIST_WANTED, name=self.name)
        return ()

    def section(self) -> "Section":
        """The keys of a table; none, and a fault, where it is none."""
        if isinstance(self.content, dict):
            return Section(self.content, self.path, self.document)
        self.fault(Code.TABLE_WANTED, name=self.name)
        return Section({}, self.path, self.document)


@dataclass(frozen=True, slots=True)
class Section:
    """The keys of one table of a document."""

    keys: Mapping[str, Any]
    path: KeyPath
    document: Document

    @property
    def findings(self) -> Findings:
        """Where faults go."""
        return self.document.findings

    def get(self, key: str) -> Value | None:
        """The value of a key, None where it is not there."""
        if key not in self.keys:
            return None
        return Value(self.keys[key], key, (*self.path, key), self.document)

    def required(
        self, key: str, read: Callable[[Value], Element], stand_in: Default
    ) -> Element | Default:
        """The value of a key, read; a fault, and the stand-in, where it is not there."""
        value = self.get(key)
        if value is None:
            self.findings.fault(Code.KEY_MISSING, self.spot(key), key=key)
            return stand_in
        return read(value)

    def optional(
        self, key: str, read: Callable[[Value], Element], default: Default
    ) -> Element | Default:
        """The value of a key, read; the default where it is not there."""
        value = self.get(key)
        return default if value is None else read(value)

    def spot(self, key: str) -> Spot:
        """Where a key stands, else its table."""
        return self.document.spot((*self.path, key))

    def warn_of_unknown(self, known: Collection[str]) -> None:
        """Warn of each key that the planning problem does not have."""
        for key in self.keys:
            if key not in known:
                self.findings.warn(Code.KEY_UNKNOWN, self.spot(key), key=key)


def filled(value: Value) -> str:
    """A text that says something; a fault where it is empty."""
    text = value.text()
    if not text and isinstance(value.content, str):
        value.fault(Code.KEY_MISSING, key=value.name)
    return text


def oere(value: Value) -> int:
    """An amount in kr, of zero or more, in øre."""
    return oere_from_kr(value.number())


def fraction(limits: Limits = ANY_AMOUNT) -> Callable[[Value], Fraction]:
    """Reads an exact number within limits."""
    return lambda value: Fraction(value.number(limits))


def whole(limits: Limits = ANY_AMOUNT) -> Callable[[Value], int]:
    """Reads a whole number within limits."""
    return lambda value: value.whole(limits)


def texts(value: Value) -> tuple[str, ...]:
    """A list of texts, empty ones left out."""
    return tuple(text for element in value.elements() if (text := element.text()))
