"""`plan.json`: a plan as a file of the form `samskab-plan/1`.

Amounts stand in it in kr with exactly two decimals, and are read back without a float between.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from samskab.common.errors import Fault, InputError
from samskab.common.files import write_whole
from samskab.common.money import OERE_PER_KR, kr_from_oere
from samskab.planner.model.plan import Cost, Plan, Session, Unserved

FORMAT = "samskab-plan/1"
GAP_DECIMALS = 6
SECONDS_DECIMALS = 3
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


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan, and what its file says beside it of what follows from it.

    Attributes:
        total: øre, as the file claims.
        gap: as the file claims.
    """

    plan: Plan
    total: int
    gap: Decimal

    def false_claims(self, file: str) -> tuple[Fault, ...]:
        """The claims that are not what the file's own items make them.

        Args:
            file: the file's name, for the faults.
        """
        faults = []
        if self.total != self.plan.cost.total:
            true_kr = kr_from_oere(self.plan.cost.total)
            kr = {"claimed_kr": kr_from_oere(self.total), "true_kr": true_kr}
            faults.append(Fault(PlanCode.TOTAL_WRONG.value, kr, file))
        true_gap = _rounded(self.plan.gap, GAP_DECIMALS)
        if abs(self.gap - true_gap) > Decimal(1).scaleb(-GAP_DECIMALS):
            gaps = {"claimed": self.gap, "true": true_gap}
            faults.append(Fault(PlanCode.GAP_WRONG.value, gaps, file))
        return tuple(faults)


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan whole, or leave what was there.

    Raises:
        OSError: the file cannot be written.
    """
    write_whole(path, plan_text(plan).encode())


def plan_text(plan: Plan) -> str:
    """The text of `plan.json`: a line for each session and each need left out."""
    sessions = [
        {
            "id": session.id,
            "module": session.module,
            "start": session.start.isoformat(),
            "end": session.end.isoformat(),
            "room": session.room,
            "facilitators": list(session.facilitators),
            "people": list(session.people),
        }
        for session in plan.sessions
    ]
    unserved = [
        {"person": need.person, "module": need.module, "why": need.why} for need in plan.unserved
    ]
    items = [(item.name, getattr(plan.cost, item.name)) for item in fields(Cost)]
    cost = ", ".join(
        f'"{name}": {_kr(oere)}' for name, oere in (*items, ("total", plan.cost.total))
    )
    return (
        f'{{"format": "{FORMAT}",\n'
        f' "sessions": {_lines(sessions)},\n'
        f' "unserved": {_lines(unserved)},\n'
        f' "cost": {{{cost}}},\n'
        f' "bound": {_kr(plan.bound)},\n'
        f' "gap": {_rounded(plan.gap, GAP_DECIMALS)},\n'
        f' "seconds": {_rounded(plan.seconds, SECONDS_DECIMALS)},\n'
        f' "seed": {plan.seed}}}\n'
    )


def _lines(objects: list[dict[str, Any]]) -> str:
    if not objects:
        return "[]"
    lines = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in objects)
    return f"[\n{lines}\n ]"


def _kr(oere: int) -> str:
    return f"{kr_from_oere(oere):.2f}"


def _rounded(number: float, decimals: int) -> Decimal:
    return Decimal(f"{number:.{decimals}f}")


def read_plan(path: Path) -> Plan:
    """The plan in a file; what the file claims as total and gap is not looked at.

    Raises:
        InputError: as `read_stored_plan`.
    """
    return read_stored_plan(path).plan


def read_stored_plan(path: Path) -> StoredPlan:
    """The plan in a file, beside the total and the gap that it claims.

    Raises:
        InputError: with every fault of a file that is not of the form.
    """
    content = _content(path)
    faults: list[Fault] = []
    stored = _stored_plan(_Node(content, "", path.name, faults))
    if faults:
        raise InputError(faults)
    return stored


def _content(path: Path) -> object:
    """What the file says, its decimals exact."""
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
class _Node:
    """A value of the file; `path` is its name in faults, such as sessions[3].start.

    What is wrong is noted and answered with a stand-in, so that all of it is told at once.
    """

    content: Any
    path: str
    file: str
    faults: list[Fault]

    def fault(self, code: PlanCode, **values: object) -> None:
        self.faults.append(Fault(code.value, {"path": self.path or "{}", **values}, self.file))

    def key(self, key: str, read: "Callable[[_Node], Element]", stand_in: Element) -> Element:
        """The value of one of its keys, read."""
        if not isinstance(self.content, Mapping):
            return stand_in
        if key not in self.content:
            self.fault(PlanCode.KEY_MISSING, key=key)
            return stand_in
        path = f"{self.path}.{key}" if self.path else key
        return read(_Node(self.content[key], path, self.file, self.faults))

    def object(self) -> "_Node":
        if not isinstance(self.content, Mapping):
            self.fault(PlanCode.OBJECT_WANTED)
        return self

    def each(self, read: "Callable[[_Node], Element]") -> tuple[Element, ...]:
        """The elements of a list, read."""
        if not isinstance(self.content, list):
            self.fault(PlanCode.LIST_WANTED)
            return ()
        return tuple(
            read(_Node(element, f"{self.path}[{index}]", self.file, self.faults))
            for index, element in enumerate(self.content)
        )

    def text(self) -> str:
        if isinstance(self.content, str):
            return self.content
        self.fault(PlanCode.TEXT_WANTED)
        return ""

    def text_or_none(self) -> str | None:
        return None if self.content is None else self.text()

    def texts(self) -> tuple[str, ...]:
        return self.each(_Node.text)

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
        is_number = isinstance(self.content, int | Decimal) and not isinstance(self.content, bool)
        if is_number and abs(self.content) < LARGEST_KR:
            return Decimal(self.content)
        self.fault(PlanCode.NUMBER_WANTED)
        return Decimal(0)

    def whole(self) -> int:
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


def _stored_plan(root: _Node) -> StoredPlan:
    root.object()
    form = root.key("format", _Node.text, FORMAT)
    if form != FORMAT:
        root.fault(PlanCode.FORMAT_UNKNOWN, text=form, wanted=FORMAT)
    cost = root.key("cost", _Node.object, _Node({}, "cost", root.file, []))
    plan = Plan(
        sessions=root.key("sessions", lambda node: node.each(_session), ()),
        unserved=root.key("unserved", lambda node: node.each(_unserved), ()),
        cost=Cost(**{item.name: cost.key(item.name, _Node.oere, 0) for item in fields(Cost)}),
        bound=root.key("bound", _Node.oere, 0),
        seconds=float(root.key("seconds", _Node.number, Decimal(0))),
        seed=root.key("seed", _Node.whole, 0),
    )
    gap = root.key("gap", _Node.number, Decimal(0))
    return StoredPlan(plan, cost.key("total", _Node.oere, 0), gap)


def _session(node: _Node) -> Session:
    node.object()
    return Session(
        id=node.key("id", _Node.text, ""),
        module=node.key("module", _Node.text, ""),
        start=node.key("start", _Node.time, STAND_IN_TIME),
        end=node.key("end", _Node.time, STAND_IN_TIME),
        room=node.key("room", _Node.text_or_none, None),
        facilitators=node.key("facilitators", _Node.texts, ()),
        people=node.key("people", _Node.texts, ()),
    )


def _unserved(node: _Node) -> Unserved:
    node.object()
    return Unserved(
        person=node.key("person", _Node.text, ""),
        module=node.key("module", _Node.text, ""),
        why=node.key("why", _Node.text, ""),
    )
