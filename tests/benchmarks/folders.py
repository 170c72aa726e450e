"""The programme folders that are measured: generated ones, and published instances."""

import csv
import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings

ROOT = Path(__file__).parents[2]
REFERENCE = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", ROOT.parent / "shared" / "data"))
WRITER = REFERENCE.parent / "tools" / "facility_folder.py"
SEED = 1


@dataclass(frozen=True, slots=True)
class Generated:
    """A synthetic municipality, seed 1."""

    leaders: int
    weeks: int
    modules: int
    cohorts: bool = False

    @property
    def name(self) -> str:
        """Leaders, weeks and modules."""
        return f"{self.leaders}/{self.weeks}/{self.modules}" + (" cohorts" if self.cohorts else "")

    def write(self, folder: Path) -> None:
        """Write the folder, as `samskab generate` does."""
        write_folder(
            folder,
            Settings(self.leaders, self.weeks, self.modules, SEED, cohorts=self.cohorts),
            replace=False,
        )


@dataclass(frozen=True, slots=True)
class Published:
    """A facility-location instance: `kind` is "holmberg" or "wlp"."""

    kind: str
    instance: str

    @property
    def name(self) -> str:
        """Kind and instance."""
        return f"{self.kind} {self.instance}"

    def write(self, folder: Path) -> None:
        """Write the folder by the tool that comes with the reference data."""
        source = REFERENCE / "planner" / self.kind / self.instance
        command = [sys.executable, str(WRITER), self.kind, str(source), str(folder)]
        subprocess.run(command, check=True)


Folder = Generated | Published


def lacks_reference(kind: str) -> str:
    """Why published instances of a kind cannot be written; empty where they can."""
    if WRITER.is_file() and (REFERENCE / "planner" / kind).is_dir():
        return ""
    return f"no published instances ({kind}) in the folder that SAMSKAB_REFERENCE_DATA names"


def published_figures(kind: str, table: str, column: str) -> dict[str, float]:
    """Instance -> figure, from a table of the reference data."""
    path = REFERENCE / "planner" / kind / table
    with path.open(encoding="utf-8", newline="") as file:
        return {row["instance"]: float(row[column]) for row in csv.DictReader(file)}


def digest_of(folder: Path) -> str:
    """Twelve hexadecimal digits that any change to a folder's files would change."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + content)
    return digest.hexdigest()[:12]
