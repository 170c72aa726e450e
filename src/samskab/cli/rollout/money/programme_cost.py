"""What the programme costs, as its plan says: what is paid, and the time taken from meetings."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samskab.common.errors import InputError
from samskab.planner.folder import read_folder
from samskab.planner.plan_fit import strangers
from samskab.planner.plan_json import read_stored_plan

PLAN = "plan/plan.json"
PAID = ("facilitation", "rooms", "materials", "travel")
TIME = ("displacement",)
"""The plan's other items (unfairness, unserved, changes) steer the planner: nobody pays them."""


@dataclass(frozen=True, slots=True)
class ProgrammeCost:
    """What a plan costs.

    Attributes:
        plan: the file, as its reader knows it.
        paid: item -> øre that leave the budget.
        time: item -> øre that working time is worth which meetings lose.
        left_out: needs that the plan does not meet: they cost nothing, and bring nothing.
    """

    plan: str
    paid: Mapping[str, int]
    time: Mapping[str, int]
    left_out: int

    @property
    def paid_oere(self) -> int:
        """What leaves the budget."""
        return sum(self.paid.values())

    @property
    def time_oere(self) -> int:
        """What working time is worth that meetings lose."""
        return sum(self.time.values())

    @property
    def total_oere(self) -> int:
        """All of it."""
        return self.paid_oere + self.time_oere


def cost_of_programme(root: Path, plan: Path | None) -> ProgrammeCost | None:
    """Read what the programme costs; None where no plan has been made.

    Args:
        root: the programme folder.
        plan: the plan's file; None: `plan/plan.json` of the folder, which need not be there.

    Raises:
        InputError: with every fault of a plan that cannot be read, that is of another folder, or
            whose total is not the sum of its items.
    """
    file = root / PLAN if plan is None else plan
    if plan is None and not file.is_file():
        return None
    name = PLAN if plan is None else file.name
    stored = read_stored_plan(file)
    faults = list(stored.false_claims(name))
    folder = read_folder(root)
    faults += folder.faults
    if folder.problem is not None:
        faults += strangers(folder.problem, stored.plan, name)
    if faults:
        raise InputError(faults)
    cost = stored.plan.cost
    return ProgrammeCost(
        plan=name,
        paid={item: getattr(cost, item) for item in PAID},
        time={item: getattr(cost, item) for item in TIME},
        left_out=len(stored.plan.unserved),
    )
