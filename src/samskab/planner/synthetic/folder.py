"""A synthetic municipality as a programme folder on disk: whole or not at all."""

import shutil
import tempfile
from pathlib import Path

from samskab.common.errors import Fault, InputError
from samskab.planner.synthetic.calendar_styles import busy_time_only, styles_by_owner
from samskab.planner.synthetic.contents import Contents, invent
from samskab.planner.synthetic.ics_events import calendar_in_style
from samskab.planner.synthetic.ics_freebusy import calendar_of_busy_time
from samskab.planner.synthetic.rollout import rollout_toml, units_csv
from samskab.planner.synthetic.settings import Settings, command_of
from samskab.planner.synthetic.tables import MARK, programme_toml, tables

README = """\
{name} is a synthetic municipality: no such place, nobody in it, none of these calendars is real.
Every name was put together at random, and every id begins with "synthetic".

This is a programme folder for `samskab plan`. It was made by
{command}
"""


def write_folder(out: Path, settings: Settings, *, replace: bool = False) -> Contents:
    """Invent a municipality and write it; what stood there stays until all of it is written.

    Args:
        out: the folder to make; its parents are made too.
        settings: what to invent.
        replace: whether a synthetic folder that stands there may be replaced.

    Raises:
        InputError: `out-is-a-file`, `out-is-not-empty` (without `replace`) or
            `out-is-not-synthetic` (with it), each with the value `path`.
    """
    _refuse_to_lose_anything(out, replace=replace)
    contents = invent(settings)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        _write(scratch / "new", contents)
        _swap(scratch / "new", out, aside=scratch / "old")
    finally:
        shutil.rmtree(scratch)
    return contents


def _swap(fresh: Path, out: Path, *, aside: Path) -> None:
    """Put a new folder where an old one may stand; the old one comes back where that fails."""
    if out.exists():
        out.rename(aside)
    try:
        fresh.rename(out)
    except BaseException:
        if aside.exists():
            aside.rename(out)
        raise


def _refuse_to_lose_anything(out: Path, *, replace: bool) -> None:
    code = None
    if out.exists() and not out.is_dir():
        code = "out-is-a-file"
    elif out.is_dir() and any(out.iterdir()):
        if not replace:
            code = "out-is-not-empty"
        elif not _is_synthetic(out):
            code = "out-is-not-synthetic"
    if code:
        raise InputError([Fault(code, {"path": str(out)})])


def _is_synthetic(folder: Path) -> bool:
    programme = folder / "programme.toml"
    return programme.is_file() and programme.read_bytes().startswith(MARK.encode())


def _write(folder: Path, contents: Contents) -> None:
    settings = contents.settings
    calendars = folder / "calendars"
    calendars.mkdir(parents=True)
    told = README.format(name=settings.name, command=command_of(settings))
    (folder / "README.txt").write_bytes(told.encode())
    (folder / "programme.toml").write_bytes(programme_toml(contents).encode())
    for name, text in tables(contents):
        (folder / name).write_bytes(text.encode())
    if settings.rollout:
        (folder / "rollout.toml").write_bytes(rollout_toml(contents, MARK).encode())
        (folder / "units.csv").write_bytes(units_csv(contents).encode())
    _write_calendars(calendars, contents)


def _write_calendars(folder: Path, contents: Contents) -> None:
    diaries, programme = contents.diaries.meetings, contents.programme
    styles = styles_by_owner(list(diaries), contents.settings)
    closed_books = busy_time_only(contents.municipality)
    names = {leader.person.id: leader.person.name for leader in contents.municipality.leaders}
    names |= {facilitator.id: facilitator.name for facilitator in contents.facilitators}
    names |= {room.id: room.name for room in contents.rooms}
    horizon = programme.first_day, programme.last_day
    for owner, meetings in diaries.items():
        if owner in closed_books:
            calendar = calendar_of_busy_time(names[owner], owner, meetings, horizon)
        else:
            calendar = calendar_in_style(names[owner], meetings, styles[owner])
        (folder / f"{owner}.ics").write_bytes(calendar)
