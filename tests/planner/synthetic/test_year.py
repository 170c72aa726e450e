from datetime import date
from itertools import pairwise

import holidays
import numpy as np
import pytest

from samskab.planner.synthetic.year import easter_sunday, public_holidays, school_holidays

# U.S. Naval Observatory, "The Date of Easter": early and late ones among them.
EASTERS = [date(2008, 3, 23), date(2011, 4, 24), date(2027, 3, 28), date(2038, 4, 25)]


@pytest.mark.parametrize("easter", EASTERS)
def test_easter_sunday_when_published(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


@pytest.mark.parametrize("year", range(2024, 2045))
def test_public_holidays_when_compared_with_the_holidays_package(year: int) -> None:
    assert public_holidays(year) == set(holidays.country_holidays("DK", years=year))


def test_school_holidays_when_another_municipality_sets_them() -> None:
    winters = set()
    for seed in range(8):
        closures = school_holidays(2027, np.random.default_rng(seed))
        assert [closure.why for closure in closures] == [
            "Vinterferie",
            "Påskeferie",
            "Sommerferie",
            "Efterårsferie",
            "Juleferie",
        ]
        assert all(before.last < after.first for before, after in pairwise(closures))
        winters.add(closures[0].first.isocalendar().week)
    assert winters == {7, 8}


def test_school_holidays_when_easter_week_is_bridged() -> None:
    easter = school_holidays(2027, np.random.default_rng(0))[1]
    assert easter.days() == (date(2027, 3, 22), date(2027, 3, 23), date(2027, 3, 24))
