"""The best plan ever found for each folder, by any method: no bound may lie above it."""

import csv
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "best_known.csv"
COLUMNS = ("case", "folder", "kr", "how")


class BoundTooHighError(AssertionError):
    """A lower bound lies above the cost of a plan that exists: it is no bound."""


@dataclass(frozen=True, slots=True)
class Best:
    """A plan that was found once.

    Attributes:
        folder: digest of its folder; of another folder by the same name it says nothing.
        how: the planner and its seconds.
    """

    folder: str
    oere: int
    how: str


class BestKnown:
    """The table, read and, where `keep` says so, written at each better plan."""

    def __init__(self, file: Path = FILE, *, keep: bool = True) -> None:
        self.file, self.keep = file, keep
        self._best = _read(file)

    def found(self, case: str, plan: Best) -> None:
        """Enter a plan where it is better, or the first of its folder."""
        known = self._best.get(case)
        if known is None or known.folder != plan.folder or plan.oere < known.oere:
            self._best[case] = plan
            if self.keep:
                self._write()

    def judge(self, case: str, folder: str, bound_oere: int, whose: str) -> None:
        """Hold a bound against the best plan of its folder.

        Raises:
            BoundTooHighError: the bound lies above it.
        """
        known = self._best.get(case)
        if known is not None and known.folder == folder and bound_oere > known.oere:
            message = (
                f"{case}: the bound of {whose}, {bound_oere / 100:.2f} kr, lies above a plan of "
                f"{known.oere / 100:.2f} kr ({known.how})"
            )
            raise BoundTooHighError(message)

    def _write(self) -> None:
        with self.file.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            for case, best in sorted(self._best.items()):
                writer.writerow((case, best.folder, f"{best.oere / 100:.2f}", best.how))


def _read(file: Path) -> dict[str, Best]:
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as opened:
        return {
            row["case"]: Best(row["folder"], round(float(row["kr"]) * 100), row["how"])
            for row in csv.DictReader(opened)
        }
