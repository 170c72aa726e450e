"""Every reference case put to the adaptor that understands it."""

import importlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from samskab.cli.evidence_cases.comparing import agrees, outline
from samskab.common.errors import Fault, InputError
from samskab.telling.evidence_cases_codes import CasesCode

SECTIONS = ("power", "design", "analysis", "dea")
ADAPTORS = ("power", "design", "staggered", "analysis", "dea")


class Adaptor(Protocol):
    """A module that turns one kind of case into a call of the engine."""

    def understands(self, case: Mapping[str, object]) -> bool:
        """Whether it can answer a case of its kind."""
        ...

    def answer(self, case: Mapping[str, object], data: Path) -> object:
        """The answer, in the structure of what is expected; `data`: folder of the case file."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one case went.

    Attributes:
        id: of the case.
        expected: what the case expects.
        got: what the engine answers; None where it could not.
        ok: whether they agree within the case's tolerance.
        error: why there is no answer.
    """

    id: str
    expected: object
    got: object
    ok: bool
    error: str | None = None


def read_cases(path: Path) -> list[tuple[str, Mapping[str, object]]]:
    """The cases of a file, each with its section.

    Raises:
        InputError: the file is missing, is no JSON, or holds no cases.
    """
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError([Fault(CasesCode.MISSING, {"path": str(path)})]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([Fault(CasesCode.UNREADABLE, {"path": str(path)})]) from error
    except json.JSONDecodeError as error:
        place = (path.name, error.lineno, error.colno)
        raise InputError([Fault(CasesCode.NO_JSON, {}, *place)]) from error
    if not isinstance(whole, dict):
        raise InputError([Fault(CasesCode.NONE, {}, path.name)])
    cases = [(section, case) for section in SECTIONS for case in _of_section(whole, section)]
    if not cases:
        raise InputError([Fault(CasesCode.NONE, {}, path.name)])
    return cases


def verdicts(path: Path) -> Iterator[Verdict]:
    """The verdict on each case of a file, in its order.

    Raises:
        InputError: as `read_cases`.
    """
    for section, case in read_cases(path):
        yield verdict_on(section, case, path.parent)


def verdict_on(section: str, case: Mapping[str, object], data: Path) -> Verdict:
    """The verdict on one case; an adaptor that fails is a case that is not ok.

    The adaptor is shown the names and lengths of what is expected, never its values.
    """
    expected, name = case.get("expected"), str(case.get("id"))
    shown = dict(case) | {"expected": outline(expected)}
    shown.pop("id", None)
    try:
        got = _adaptor(section, shown).answer(shown, data)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is this case's verdict
        return Verdict(name, expected, None, ok=False, error=f"{type(error).__name__}: {error}")
    tolerance = case.get("tolerance", 0.0)
    near = float(tolerance) if isinstance(tolerance, int | float) else 0.0
    return Verdict(name, expected, got, ok=agrees(expected, got, near))


def adaptors() -> list[tuple[str, Adaptor]]:
    """The adaptors that are there, by name."""
    package = __name__.rpartition(".")[0]
    return [
        (name, cast("Adaptor", importlib.import_module(f"{package}.{name}")))
        for name in ADAPTORS
        if importlib.util.find_spec(f"{package}.{name}") is not None
    ]


def _adaptor(section: str, case: Mapping[str, object]) -> Adaptor:
    fitting = sorted(adaptors(), key=lambda named: named[0] != section)
    for name, adaptor in fitting:
        of_section = name == section or (section == "analysis" and name == "staggered")
        if of_section and adaptor.understands(case):
            return adaptor
    message = f"no adaptor of {section} understands this case"
    raise LookupError(message)


def _of_section(whole: Mapping[str, object], section: str) -> list[Mapping[str, object]]:
    listed = whole.get(section, [])
    return [case for case in listed if isinstance(case, dict)] if isinstance(listed, list) else []
