"""What `rollout.toml` and `units.csv` say, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LEADERS = "leaders"
"""The covariate that needs no column: how many people of a unit take part."""


class OutcomeKind(StrEnum):
    """What an outcome is measured as."""

    CONTINUOUS = "continuous"
    BINARY = "binary"
    COUNT = "count"


class Estimand(StrEnum):
    """Which effect is the answer."""

    EXPOSURE_AVERAGE = "exposure_average"
    CONSTANT = "constant"


class EffectTest(StrEnum):
    """What the answer's p-value and interval come from."""

    PERMUTATION = "permutation"
    KENWARD_ROGER = "kenward_roger"


@dataclass(frozen=True, slots=True)
class WaveSetting:
    """A wave: its units take the start module within its days, both included.

    Attributes:
        units_min, units_max: how many units it takes; None: units / waves, rounded down and up.
    """

    id: str
    first_day: date
    last_day: date
    units_min: int | None = None
    units_max: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodSetting:
    """Days in which the outcome is measured once, both included."""

    id: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class OutcomeSetting:
    """What is measured.

    Attributes:
        unit: words, such as "points" or "days of absence".
        mean: without the programme: of the measure, the share (binary) or the count a person.
        sd: of one person's measurement; 0 for a share or a count, whose mean gives it.
        icc, cac: how alike people of one unit are, and how much of it lasts between periods.
        persons: measured per unit and period.
        smallest_relevant: the least effect that would matter, above 0, in the better direction.
        level: chance of a false alarm.
        oere_per_step: what one step of the outcome is worth a year and unit; None where unknown.
    """

    name: str
    kind: OutcomeKind
    unit: str
    higher_is_better: bool
    mean: float
    sd: float
    icc: float
    cac: float
    persons: int
    smallest_relevant: float
    level: float
    oere_per_step: int | None


@dataclass(frozen=True, slots=True)
class AnalysisSetting:
    """How the outcome is to be analysed; `subgroups` are columns of `units.csv`."""

    estimand: Estimand = Estimand.EXPOSURE_AVERAGE
    test: EffectTest = EffectTest.PERMUTATION
    subgroups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BenefitSetting:
    """A benefit with its three-point estimate, in øre a year.

    Attributes:
        from_year: the first year, 0 being that of the programme.
        taken_home: whether a budget is really lowered by it.
    """

    name: str
    pessimistic_oere: int
    probable_oere: int
    optimistic_oere: int
    from_year: int
    years: int
    taken_home: bool


@dataclass(frozen=True, slots=True)
class EconomicsSetting:
    """What the programme is weighed against, over how many years."""

    discount_rate: float = 0.035
    years: int = 5
    benefits: tuple[BenefitSetting, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of `units.csv`: column (in lower case) -> text, and number where it is balanced."""

    texts: Mapping[str, str]
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RolloutSettings:
    """A whole roll-out.

    Attributes:
        start_module: id of the module that a unit starts with.
        seed: the text that decides the lottery.
        draws: allocations drawn before the best balanced are kept.
        keep: share of them that is kept, above 0 and at most 1.
        together: groups of units that share a wave.
        balance: (column of `units.csv` or `leaders`, weight).
        outcome: None where the file does not say; the lottery needs none.
        periods: in order of time; worked out from the waves where the file has none.
        units: by name; none where there is no `units.csv`.
    """

    start_module: str
    seed: str
    draws: int
    keep: float
    together: tuple[tuple[str, ...], ...]
    waves: tuple[WaveSetting, ...]
    balance: tuple[tuple[str, float], ...]
    outcome: OutcomeSetting | None
    periods: tuple[PeriodSetting, ...]
    analysis: AnalysisSetting
    economics: EconomicsSetting
    units: Mapping[str, UnitRow]

    @property
    def start_periods(self) -> tuple[int, ...]:
        """(W,) the first period, from 0, that begins on or after each wave's last day; T if none.

        Before it a unit counts as not treated: it is still in training.
        """
        return tuple(
            next(
                (t for t, period in enumerate(self.periods) if period.first_day >= wave.last_day),
                len(self.periods),
            )
            for wave in self.waves
        )
