"""A small programme on both sides of the clock change, and a desk that publishes plans of it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.calendars.ical_js import read_with_ical_js
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.plan_json import plan_text

PROGRAMME = """
title = "Ledelse på Ærø"
first_day = 2027-02-01
last_day = 2027-04-30
[[modules]]
id = "m1"
title = "Fælles retning"
format = "in_person"
half_days = 4
group_min = 1
group_max = 9
[[modules]]
id = "m2"
title = "Samtaler"
format = "online"
half_days = 1
group_min = 1
group_max = 9
"""
FILES = {
    "programme.toml": PROGRAMME,
    "people.csv": (
        "id,name,email,unit,hourly_value\n"
        "ada,Ada Skov,ada@fjordby.example,u1,600\n"
        "Bo,Bo Åkjær,bo@fjordby.example,u1,600\n"
        "eva,Eva Sø,,u2,600\n"
    ),
    "needs.csv": "person,module\nada,m1\nada,m2\nBo,m1\neva,m1\n",
    "facilitators.csv": (
        "id,name,modules,fee_per_half_day\nf1,Finn Øst,m1 m2,1800\nf2,Fie Vest,m1 m2,1800\n"
    ),
    "rooms.csv": (
        "id,name,place,capacity,price_per_half_day\nr1,Sal 1,h,10,100\nr2,Sal 2,h,10,100\n"
    ),
    "places.csv": "id,name,lat,lon\nh,Rådhuset,55.5,9.7\n",
}
HR = ("--organizer", "HR <hr@fjordby.example>")


def of_m1(
    id_: str, day: int, people: Sequence[str], room: str = "r1", facilitator: str = "f1"
) -> Session:
    """Two days in February, from half past eight to four."""
    start = datetime.fromisoformat(f"2027-02-{day:02}T08:30:00+01:00")
    end = datetime.fromisoformat(f"2027-02-{day + 1:02}T16:00:00+01:00")
    return Session(id_, "m1", start, end, room, (facilitator,), tuple(people))


def of_m2(id_: str, day: int, people: Sequence[str], facilitator: str = "f1") -> Session:
    """A morning in April, online; summer time began on 28 March."""
    start, end = (
        datetime.fromisoformat(f"2027-04-{day:02}T{clock}:00+02:00") for clock in ("08:30", "12:00")
    )
    return Session(id_, "m2", start, end, None, (facilitator,), tuple(people))


def plan_of(*sessions: Session, left_out: Sequence[tuple[str, str]] = ()) -> Plan:
    unserved = tuple(Unserved(person, module, "no_time") for person, module in left_out)
    return Plan(sessions, unserved, Cost())


ALL = ("ada", "Bo", "eva")
FIRST = plan_of(of_m1("s1", 3, ALL), of_m2("s2", 6, ["ada"]))


@dataclass(frozen=True)
class Desk:
    """Where plans of one folder are published."""

    root: Path

    @property
    def out(self) -> Path:
        return self.root / "out"

    def write_folder(self, **changed: str) -> None:
        folder = self.root / "folder"
        folder.mkdir(exist_ok=True)
        for name, content in {**FILES, **changed}.items():
            (folder / name).write_text(content)

    def write_plan(self, plan: Plan, name: str = "plan.json") -> Path:
        """A plan of a known date, written as `samskab plan` does."""
        file = self.root / name
        file.write_text(plan_text(plan))
        os.utime(file, (1_800_000_000, 1_800_000_000))
        return file

    def publish(
        self, plan: Plan, *options: object, out: Path | None = None
    ) -> tuple[int, str, str]:
        """Exit code, output and errors."""
        if not (self.root / "folder").exists():
            self.write_folder()
        return self.run(self.write_plan(plan), *options, out=out)

    def run(self, plan: Path, *options: object, out: Path | None = None) -> tuple[int, str, str]:
        arguments = ["publish", self.root / "folder", plan, "--out", out or self.out, *options]
        environment = {"XDG_CACHE_HOME": str(self.root / "cache"), "SAMSKAB_LANG": "en"}
        result = CliRunner().invoke(app, list(map(str, arguments)), env=environment)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    def written(self) -> dict[str, bytes]:
        """Every file below the target, by its path there."""
        return {
            file.relative_to(self.out).as_posix(): file.read_bytes()
            for file in sorted(self.out.rglob("*"))
            if file.is_file()
        }

    def read(self, pattern: str) -> dict[str, dict[str, Any]]:
        """What ical.js reads in files below the target, by their paths there."""
        files = sorted(self.out.glob(pattern))
        names = [file.relative_to(self.out).as_posix() for file in files]
        return dict(zip(names, read_with_ical_js(files), strict=True))

    def told(self, number: int) -> dict[str, tuple[str, int, str]]:
        """Method, SEQUENCE and start of each invitation of a publication."""
        return {
            Path(name).name: (
                read["method"],
                read["events"][0]["sequence"],
                read["events"][0]["blocks"][0][0],
            )
            for name, read in self.read(f"invitations/{number:03}/*.ics").items()
        }
