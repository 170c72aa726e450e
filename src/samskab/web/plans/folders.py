"""A programme folder with the plan that goes along."""

from pathlib import Path

from samskab.telling.plan_files import PLAN
from samskab.web.plans.models import Plan
from samskab.web.plans.queries import current_plan
from samskab.web.programmes.folder import write_folder
from samskab.web.programmes.models import Programme

PLAN_PATH = f"plan/{PLAN}"
"""Where `samskab plan` puts it too."""


def plan_to_show(programme: Programme) -> Plan | None:
    """The plan that stands in people's calendars; before one does, the one to go on with."""
    standing = Plan.objects.filter(programme=programme, standing=True).first()
    return standing or current_plan(programme)


def export_programme(programme: Programme, root: Path) -> Plan | None:
    """Write a programme's folder, its plan in it, for `samskab check` to judge.

    Returns:
        The plan that went along; None where there is none.

    Raises:
        InputError: something stands there.
        OSError: it cannot be written; nothing was.
    """
    plan = plan_to_show(programme)
    write_folder(programme, root, {PLAN_PATH: plan.text.encode()} if plan else None)
    return plan
