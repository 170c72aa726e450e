"""A plan as files, and its programme's folder beside it."""

import gzip
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import FileResponse, HttpResponse
from django.utils.text import slugify

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.plans.enums import PlanFileName
from samskab.web.plans.models import Plan
from samskab.web.plans.queries import file_or_404
from samskab.web.plans.views.asked import PLANNERS, figures
from samskab.web.plans.views.results import shown_plan
from samskab.web.programmes.folder import write_folder

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAN_FILE = "plan.json"


@for_roles(*PLANNERS)
def plan_json(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """The plan as `samskab check` reads it."""
    found = shown_plan(visit, programme, plan, whole=True)
    return _attached(found.text.encode(), "application/json", PLAN_FILE)


@for_roles(*PLANNERS)
def plan_workbook(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """The plan in sheets."""
    return _drawn(shown_plan(visit, programme, plan), PlanFileName.WORKBOOK, XLSX)


@for_roles(*PLANNERS)
def plan_report(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """The plan as one page; attached, since its own styles are not for this site."""
    return _drawn(shown_plan(visit, programme, plan), PlanFileName.REPORT, "text/html")


@for_roles(*PLANNERS)
def plan_folder(visit: Visit, programme: int, plan: int) -> FileResponse:
    """The programme folder as it is now, with the plan in it: `samskab check` judges them."""
    found = shown_plan(visit, programme, plan, whole=True)
    name = slugify(found.programme.title) or "programme"
    packed = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    with tempfile.TemporaryDirectory(prefix="samskab-") as scratch:
        root = Path(scratch) / name
        write_folder(found.programme, root)
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for path in sorted(root.rglob("*")):
                archive.write(path, path.relative_to(root.parent))
            archive.writestr(f"{name}/plan/{PLAN_FILE}", found.text)
    packed.seek(0)
    return FileResponse(
        packed, as_attachment=True, filename=f"{name}.zip", content_type="application/zip"
    )


def _drawn(plan: Plan, name: PlanFileName, kind: str) -> HttpResponse:
    stored = file_or_404(plan, name, figures().language.value)
    return _attached(gzip.decompress(stored.content), kind, name.value)


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
