"""The JSON of a plan file, value by value, and what can be wrong with it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from samskab.common.errors import Fault, InputError
from samskab.common.money import OERE_PER_KR

MOST_MEGABYTES = 50
LARGEST_KR = Decimal(10**13)
STAND_IN_TIME = datetime.fromisoformat("2000-01-01T00:00:00+00:00")

Element = TypeVar("Element")


class PlanCode(StrEnum):
    """What can be wrong with a plan file; the last two are claims that its own figures deny."""

    FILE_UNREADABLE = "plan_file_unreadable"
    FILE_TOO_LARGE = "plan_file_too_large"
    NOT_UTF8 = "plan_not_utf8"
    NOT_JSON = "plan_not_json"
    FORMAT_UNKNOWN = "plan_format_unknown"
    KEY_MISSING = "plan_key_missing"
    OBJECT_WANTED = "plan_object_wanted"
    LIST_WANTED = "plan_list_wanted"
    TEXT_WANTED = "plan_text_wanted"
    TIME_WANTED = "plan_time_wanted"
    NUMBER_WANTED = "plan_number_wanted"
    AMOUNT_WANTED = "plan_amount_wanted"
    WHOLE_WANTED = "plan_whole_wanted"
    TOTAL_WRONG = "plan_total_wrong"
    GAP_WRONG = "plan_gap_wrong"


def json_content(path: Path) -> object:
    """What a file says, its decimals exact.

    Raises:
        InputError: it cannot be read, or is no JSON.
    """
    file = path.name
    try:
        with path.open("rb") as opened:
            raw = opened.read(MOST_MEGABYTES * 1_000_000 + 1)
    except OSError as error:
        raise InputError([Fault(PlanCode.FILE_UNREADABLE.value, {}, file)]) from error
    if len(raw) > MOST_MEGABYTES * 1_000_000:
        values = {"most_megabytes": MOST_MEGABYTES}
        raise InputError([Fault(PlanCode.FILE_TOO_LARGE.value, values, file)])
    try:
        return json.loads(raw.decode(), parse_float=Decimal)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(PlanCode.NOT_UTF8.value, {}, file, line)]) from error
    except json.JSONDecodeError as error:
        place = (error.lineno, error.colno)
        raise InputError([Fault(PlanCode.NOT_JSON.value, {}, file, *place)]) from error
    except (RecursionError, ValueError) as error:  # nesting, or digits, without end
        raise InputError([Fault(PlanCode.NOT_JSON.value, {}, file, 1, 1)]) from error


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file; `path` is its name in faults, such as sessions[3].start.

    What is wrong is noted and answered with a stand-in, so that all of it is told at once.
    """

    content: Any
    path: str
    file: str
    faults: list[Fault]

    def fault(self, code: PlanCode, **values: object) -> None:
        """Note that the value is not as it should be."""
        self.faults.append(Fault(code.value, {"path": self.path or "{}", **values}, self.file))

    def key(self, key: str, read: "Callable[[Node], Element]", stand_in: Element) -> Element:
        """The value of one of its keys, read."""
        if not isinstance(self.content, Mapping):
            return stand_in
        if key not in self.content:
            self.fault(PlanCode.KEY_MISSING, key=key)
            return stand_in
        path = f"{self.path}.{key}" if self.path else key
        return read(Node(self.content[key], path, self.file, self.faults))

    def object(self) -> "Node":
        """Itself, which should have keys."""
        if not isinstance(self.content, Mapping):
            self.fault(PlanCode.OBJECT_WANTED)
        return self

    def each(self, read: "Callable[[Node], Element]") -> tuple[Element, ...]:
        """The elements of a list, read."""
        if not isinstance(self.content, list):
            self.fault(PlanCode.LIST_WANTED)
            return ()
        return tuple(
            read(Node(element, f"{self.path}[{index}]", self.file, self.faults))
            for index, element in enumerate(self.content)
        )

    def text(self) -> str:
        """A text."""
        if isinstance(self.content, str):
            return self.content
        self.fault(PlanCode.TEXT_WANTED)
        return ""

    def text_or_none(self) -> str | None:
        """A text, or null."""
        return None if self.content is None else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return self.each(Node.text)

    def time(self) -> datetime:
        """A time with its offset from UTC."""
        try:
            time = datetime.fromisoformat(self.content)
            time.astimezone(UTC)
        except (TypeError, ValueError, OverflowError):  # the last: before year 1 in UTC
            time = datetime.min  # noqa: DTZ901  (without an offset, so a fault below)
        if time.tzinfo:
            return time
        self.fault(PlanCode.TIME_WANTED)
        return STAND_IN_TIME

    def number(self) -> Decimal:
        """A number, exactly as it stands there."""
        is_number = isinstance(self.content, int | Decimal) and not isinstance(self.content, bool)
        if is_number and abs(self.content) < LARGEST_KR:
            return Decimal(self.content)
        self.fault(PlanCode.NUMBER_WANTED)
        return Decimal(0)

    def whole(self) -> int:
        """A whole number."""
        if isinstance(self.content, int) and not isinstance(self.content, bool):
            return self.content
        self.fault(PlanCode.WHOLE_WANTED)
        return 0

    def oere(self) -> int:
        """An amount in kr with no more than two decimals, in øre."""
        oere = self.number() * OERE_PER_KR
        if oere == int(oere):
            return int(oere)
        self.fault(PlanCode.AMOUNT_WANTED)
        return 0
