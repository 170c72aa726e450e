"""Names that the tables of a folder know, and the check that others name only those."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Placed


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by what they name.

    A kind whose own file could not be read is None: every name of it passes, since its fault is
    already told.
    """

    modules: frozenset[str] | None = None
    people: frozenset[str] | None = None
    units: frozenset[str] | None = None

    def has_module(self, module: str, where: Placed, findings: Findings) -> bool:
        """Whether `programme.toml` has the module; a fault where it has not."""
        if not module or self.modules is None or module in self.modules:
            return bool(module)
        findings.fault(Code.MODULE_UNKNOWN, where, module=module)
        return False

    def has_person(self, person: str, where: Placed, findings: Findings) -> bool:
        """Whether `people.csv` has the person; a fault where it has not."""
        if not person or self.people is None or person in self.people:
            return bool(person)
        findings.fault(Code.PERSON_UNKNOWN, where, person=person)
        return False

    def has_who(self, who: str, where: Placed, findings: Findings) -> bool:
        """Whether a name is a person's or a unit's, and not both; a fault where it is not."""
        if not who or self.people is None or self.units is None:
            return bool(who)
        is_person, is_unit = who in self.people, who in self.units
        if is_person != is_unit:
            return True
        findings.fault(Code.WHO_AMBIGUOUS if is_person else Code.WHO_UNKNOWN, where, who=who)
        return False


class Once:
    """Keeps keys from being used twice: names the line of their first use."""

    def __init__(self, code: StrEnum, findings: Findings) -> None:
        self._code = code
        self._findings = findings
        self._first: dict[Hashable, Placed] = {}

    def take(self, key: Hashable, where: Placed, **values: object) -> bool:
        """Whether a key is there and new; a fault that names its first line where it is not new."""
        if not key:
            return False
        first = self._first.setdefault(key, where)
        if first is where:
            return True
        self._findings.fault(self._code, where, first_line=first.spot.line, **values)
        return False
