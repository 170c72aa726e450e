"""How long further periods would last."""

from collections.abc import Sequence
from fractions import Fraction

from samskab.cli.rollout.settings import PeriodSetting

DAYS_PER_MONTH = Fraction(487, 16)


def months_of(count: int, periods: Sequence[PeriodSetting]) -> Fraction:
    """Months of so many further periods, each as long as those there are, with what is between."""
    days = (periods[-1].last_day - periods[0].first_day).days + 1
    return Fraction(days * count, len(periods)) / DAYS_PER_MONTH
