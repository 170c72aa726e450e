"""Content lines to components, each on its own: a broken one does not fail its calendar."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from samskab.calendars.codes import Code
from samskab.calendars.content import MOST_BYTES_PER_LINE, ContentLine, Decoder
from samskab.calendars.properties import Property, parse_property
from samskab.calendars.warnings import Warnings

_READ_COMPONENTS = frozenset(
    {"VCALENDAR", "VEVENT", "VFREEBUSY", "VAVAILABILITY", "AVAILABLE", "VTIMEZONE"}
    | {"STANDARD", "DAYLIGHT"}
)
_READ_PROPERTIES = frozenset(
    b"BEGIN END UID SEQUENCE DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE "
    b"RECURRENCE-ID STATUS TRANSP CATEGORIES X-MICROSOFT-CDO-BUSYSTATUS X-SAMSKAB-HARD FREEBUSY "
    b"BUSYTYPE PRIORITY TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION X-WR-TIMEZONE".split()
)
_NAME = re.compile(rb"\s*([A-Za-z0-9_.-]+)\s*[:;]")
_TOP_LEVEL = frozenset(
    {"VCALENDAR", "VEVENT", "VFREEBUSY", "VAVAILABILITY", "VTIMEZONE", "VTODO", "VJOURNAL"}
)
# Real calendars nest three deep; nonsense may go on for a million lines.
_DEEPEST = 20


@dataclass(slots=True)
class Component:
    """One component with what of it says when somebody is busy."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    children: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of a name, None where there is none."""
        found = self.properties.get(name)
        return found[0] if found else None

    def every(self, name: str) -> list[Property]:
        """All properties of a name, in the order of the file."""
        return self.properties.get(name, [])

    def text(self, name: str) -> str:
        """The value of the first property of a name in capitals, empty where there is none."""
        found = self.properties.get(name)
        return found[0].value.upper() if found else ""


class _Tree:
    """Builds the components of a file, whatever their nesting."""

    def __init__(self, warnings: Warnings) -> None:
        self.root = Component("", 0)
        self.warnings = warnings
        self.stack = [self.root]

    def begin(self, name: str, line: int) -> None:
        """Open a component, closing first what cannot hold it."""
        if name in _TOP_LEVEL:
            self._close_down_to({"", "VCALENDAR"} if name != "VCALENDAR" else {""})
        component = Component(name, line)
        if name in _READ_COMPONENTS and len(self.stack) <= _DEEPEST:
            self.stack[-1].children.append(component)
        self.stack.append(component)

    def end(self, name: str) -> None:
        """Close a component and what is open in it; an end without a beginning is no harm."""
        if name and any(each.name == name for each in self.stack[-_DEEPEST:]):
            while self.stack[-1].name != name:
                self._close_unclosed()
            self.stack.pop()

    def finish(self) -> None:
        """Close what the file leaves open."""
        self._close_down_to({""})

    def _close_down_to(self, names: set[str]) -> None:
        while self.stack[-1].name not in names:
            self._close_unclosed()

    def _close_unclosed(self) -> None:
        left = self.stack.pop()
        self.warnings.add(Code.COMPONENT_UNCLOSED, left.line, component=left.name)


def parse_components(lines: Iterable[ContentLine], warnings: Warnings) -> Component:
    """The components of a file under one nameless root.

    Properties without a bearing on busy time are passed over unread, so that no fault of theirs
    can matter.
    """
    tree = _Tree(warnings)
    decoder = Decoder(warnings)
    first_stray, strays = 0, 0
    for line in lines:
        match = _NAME.match(line.raw)
        if not match:
            first_stray = first_stray or line.number
            strays += 1
        elif match[1].upper() in _READ_PROPERTIES:
            _read_line(line, tree, decoder)
    tree.finish()
    if strays:
        warnings.add(Code.LINES_UNREADABLE, first_stray, count=strays)
    return tree.root


def _read_line(line: ContentLine, tree: _Tree, decoder: Decoder) -> None:
    if len(line.raw) > MOST_BYTES_PER_LINE:
        tree.warnings.add(Code.LINE_TOO_LONG, line.number, most=MOST_BYTES_PER_LINE)
        return
    found = parse_property(decoder.text(line), line.number)
    if found is None:
        tree.warnings.add(Code.LINES_UNREADABLE, line.number, count=1)
    elif found.name == "BEGIN":
        tree.begin(found.value.upper(), line.number)
    elif found.name == "END":
        tree.end(found.value.upper())
    elif tree.stack[-1].name in _READ_COMPONENTS:
        tree.stack[-1].properties.setdefault(found.name, []).append(found)
