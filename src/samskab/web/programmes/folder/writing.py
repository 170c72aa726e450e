"""A programme as a folder on disk: whole or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from samskab.common.errors import Fault, InputError
from samskab.planner.folder.calendar_paths import FOLDER
from samskab.planner.folder.programme_toml import FILE
from samskab.web.people.models import Calendar
from samskab.web.programmes.folder.busy import spans_by_calendar
from samskab.web.programmes.folder.calendars import calendar_bytes, file_names
from samskab.web.programmes.folder.tables import (
    Owner,
    facilitators_of,
    people_of,
    rooms_of,
    tables_of,
)
from samskab.web.programmes.models import Programme


def write_folder(
    programme: Programme, root: Path, beside: Mapping[str, bytes] | None = None
) -> None:
    """Write the complete programme folder.

    Args:
        programme: the programme.
        root: where; it is not there yet, or is empty. Its parents are made.
        beside: path -> content of more files, such as those of a plan.

    Raises:
        InputError: `export_not_empty`: something stands there.
        OSError: it cannot be written; nothing was.
    """
    root = root.resolve()
    if root.is_file() or (root.is_dir() and any(root.iterdir())):
        raise InputError([Fault("export_not_empty", {"path": str(root)})])
    root.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{root.name}.", dir=root.parent))
    try:
        draft = scratch / "new"
        draft.mkdir()
        _write(programme, draft)
        for name, content in (beside or {}).items():
            _put(draft / name, content)
        draft.rename(root)
    finally:
        shutil.rmtree(scratch)


def _write(programme: Programme, folder: Path) -> None:
    owners: list[Owner] = [*people_of(programme), *facilitators_of(programme), *rooms_of(programme)]
    keys = {owner.calendar_id for owner in owners if owner.calendar_id}
    calendars = list(Calendar.objects.filter(pk__in=keys).order_by("pk"))
    names = file_names(calendars)
    for file in programme.files.all():
        _put(folder / file.name, bytes(file.content))
    _put(folder / FILE, programme.text.encode())
    for name, text in tables_of(programme, names):
        _put(folder / name, text.encode())
    spans = spans_by_calendar(keys)
    (folder / FOLDER).mkdir(exist_ok=True)
    for calendar in calendars:
        content = calendar_bytes(calendar, spans.get(calendar.pk, ()))
        _put(folder / FOLDER / names[calendar.pk], content)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
