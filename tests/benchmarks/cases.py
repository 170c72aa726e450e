"""What our planner is measured on, and what is aimed at: seed 1 of generate, two cores."""

from dataclasses import dataclass

from tests.benchmarks.folders import Generated


@dataclass(frozen=True, slots=True)
class Aim:
    """A proven gap at a time."""

    seconds: int
    gap: float


@dataclass(frozen=True, slots=True)
class Case:
    """A folder, how long it is planned, and its aims.

    Attributes:
        complete_within: seconds to a plan that leaves nobody out.
        aims: read from one run's curve; the last is at its end.
        most_gib: of memory; None where nothing is aimed at.
    """

    folder: Generated
    complete_within: float
    aims: tuple[Aim, ...]
    most_gib: float | None = None

    @property
    def seconds(self) -> int:
        """How long it is planned."""
        return max(aim.seconds for aim in self.aims)


CASES = (
    Case(Generated(60, 13, 4), 1, (Aim(60, 0.05), Aim(300, 0.02))),
    Case(Generated(300, 26, 6), 5, (Aim(60, 0.03), Aim(300, 0.01))),
    Case(Generated(300, 26, 6, cohorts=True), 20, (Aim(300, 0.08),)),
    Case(Generated(1_000, 39, 8), 60, (Aim(300, 0.05),), most_gib=4),
    Case(Generated(5_000, 52, 8), 600, (Aim(1_800, 0.10),), most_gib=8),
)
AGAINST_RIVALS = (
    Generated(60, 13, 4),
    Generated(300, 26, 6),
    Generated(300, 26, 6, cohorts=True),
)
RIVALS_SECONDS = 60
