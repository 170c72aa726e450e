"""The Danish year: public holidays, and the school holidays that each municipality sets itself."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the municipality holds nothing, both included."""

    first: date
    last: date
    why: str

    def days(self) -> tuple[date, ...]:
        """Every day of it, weekends too."""
        return tuple(
            self.first + timedelta(days=d) for d in range((self.last - self.first).days + 1)
        )


def easter_sunday(year: int) -> date:
    """Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> frozenset[date]:
    """The Danish public holidays (without Store Bededag, abolished from 2024)."""
    moving = (-3, -2, 0, 1, 39, 49, 50)
    fixed = ((1, 1), (12, 25), (12, 26))
    return frozenset(easter_sunday(year) + timedelta(days=d) for d in moving) | frozenset(
        date(year, month, day) for month, day in fixed
    )


def school_holidays(year: int, chance: np.random.Generator) -> tuple[Closure, ...]:
    """One year's school holidays of one municipality, in order."""
    winter = int(chance.choice([7, 8]))
    summer_from, summer_to = ((28, 30), (28, 31), (29, 31))[int(chance.integers(3))]
    easter = easter_sunday(year)
    return (
        _weeks(year, winter, winter, "Vinterferie"),
        Closure(easter - timedelta(days=6), easter - timedelta(days=4), "Påskeferie"),
        _weeks(year, summer_from, summer_to, "Sommerferie"),
        _weeks(year, 42, 42, "Efterårsferie"),
        Closure(date(year, 12, 23), date(year, 12, 31), "Juleferie"),
    )


def _weeks(year: int, first: int, last: int, why: str) -> Closure:
    return Closure(date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 5), why)
