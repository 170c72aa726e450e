"""`plan.json`: a plan as a file of the form `samskab-plan/1`.

Amounts stand in it in kr with exactly two decimals, and are read back without a float between.
"""

import json
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from samskab.common.errors import Fault, InputError
from samskab.common.files import write_whole
from samskab.common.money import kr_from_oere
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.plan_node import STAND_IN_TIME, Node, PlanCode, json_content

FORMAT = "samskab-plan/1"
GAP_DECIMALS = 6
SECONDS_DECIMALS = 3


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
    content = json_content(path)
    faults: list[Fault] = []
    stored = _stored_plan(Node(content, "", path.name, faults))
    if faults:
        raise InputError(faults)
    return stored


def _stored_plan(root: Node) -> StoredPlan:
    root.object()
    form = root.key("format", Node.text, FORMAT)
    if form != FORMAT:
        root.fault(PlanCode.FORMAT_UNKNOWN, text=form, wanted=FORMAT)
    cost = root.key("cost", Node.object, Node({}, "cost", root.file, []))
    plan = Plan(
        sessions=root.key("sessions", lambda node: node.each(_session), ()),
        unserved=root.key("unserved", lambda node: node.each(_unserved), ()),
        cost=Cost(**{item.name: cost.key(item.name, Node.oere, 0) for item in fields(Cost)}),
        bound=root.key("bound", Node.oere, 0),
        seconds=float(root.key("seconds", Node.number, Decimal(0))),
        seed=root.key("seed", Node.whole, 0),
    )
    gap = root.key("gap", Node.number, Decimal(0))
    return StoredPlan(plan, cost.key("total", Node.oere, 0), gap)


def _session(node: Node) -> Session:
    node.object()
    return Session(
        id=node.key("id", Node.text, ""),
        module=node.key("module", Node.text, ""),
        start=node.key("start", Node.time, STAND_IN_TIME),
        end=node.key("end", Node.time, STAND_IN_TIME),
        room=node.key("room", Node.text_or_none, None),
        facilitators=node.key("facilitators", Node.texts, ()),
        people=node.key("people", Node.texts, ()),
    )


def _unserved(node: Node) -> Unserved:
    node.object()
    return Unserved(
        person=node.key("person", Node.text, ""),
        module=node.key("module", Node.text, ""),
        why=node.key("why", Node.text, ""),
    )
