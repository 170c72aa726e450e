"""How full calendars are, by role."""

from collections import defaultdict

import numpy as np
import pytest

from samskab.planner.synthetic.contents import Contents, invent
from samskab.planner.synthetic.meeting import Show
from samskab.planner.synthetic.municipality import Leader, Role
from samskab.planner.synthetic.settings import Settings

CASES = [(300, 26, 6, 0), (300, 26, 6, 1), (300, 39, 8, 2)]


@pytest.fixture(scope="module", params=CASES, ids=str)
def municipality(request: pytest.FixtureRequest) -> Contents:
    leaders, weeks, modules, seed = request.param
    return invent(Settings(leaders, weeks, modules, seed))


def touched(contents: Contents, leader: Leader, *kinds: Show) -> float:
    """Share of open half-days that a meeting of these kinds overlaps, half-day by half-day."""
    half_days = contents.diaries.half_days
    spans = [
        span
        for meeting in contents.diaries.meetings[leader.person.id]
        if meeting.show in kinds
        for span in meeting.times()
    ]
    starts = np.array([start for start, _ in spans], dtype="datetime64[m]")
    ends = np.array([end for _, end in spans], dtype="datetime64[m]")
    hit = [
        bool(np.any((starts < np.datetime64(closes)) & (ends > np.datetime64(opens))))
        for opens, closes in zip(half_days.starts, half_days.ends, strict=True)
    ]
    return sum(hit) / len(hit)


def shares_by_role(contents: Contents, *kinds: Show) -> dict[Role, list[float]]:
    shares = defaultdict(list)
    for leader in contents.municipality.leaders:
        shares[leader.role].append(touched(contents, leader, *kinds))
    return shares


def test_shares_touched_when_roles_are_compared(municipality: Contents) -> None:
    shares = shares_by_role(municipality, Show.BUSY, Show.TENTATIVE, Show.HARD)
    means = {role: float(np.mean(values)) for role, values in shares.items()}
    assert means[Role.UNIT_LEADER] == pytest.approx(0.35, abs=0.02)
    assert means[Role.CHIEF] == pytest.approx(0.60, abs=0.03)
    assert means[Role.DIRECTOR] == pytest.approx(0.80, abs=0.05)
    top = (means[Role.MAYOR] + means[Role.MUNICIPAL_DIRECTOR]) / 2
    assert 0.78 < top < 0.95


def test_hard_time_when_it_must_leave_room_for_a_plan(municipality: Contents) -> None:
    shares = shares_by_role(municipality, Show.HARD)
    assert 0.02 < float(np.mean(shares[Role.UNIT_LEADER])) < 0.06
    assert max(max(values) for values in shares.values()) < 0.25


def test_tentative_meetings_when_all_are_counted(municipality: Contents) -> None:
    kinds = [
        meeting.show
        for leader in municipality.municipality.leaders
        for meeting in municipality.diaries.meetings[leader.person.id]
        if meeting.show.takes_time
        for _ in meeting.times()
    ]
    assert 0.15 < kinds.count(Show.TENTATIVE) / len(kinds) < 0.20


def test_busy_leaders_when_a_year_of_events_is_counted(municipality: Contents) -> None:
    diaries, settings = municipality.diaries, municipality.settings
    first, last = diaries.half_days.starts[0], diaries.half_days.ends[-1]
    for leader in municipality.municipality.with_role(Role.DIRECTOR):
        meetings = diaries.meetings[leader.person.id]
        starts = [start for meeting in meetings for start, _ in meeting.times()]
        count = sum(first <= start < last for start in starts)
        assert 400 < count * 52 / settings.weeks < 800


def test_half_days_when_colleagues_are_compared_with_strangers(municipality: Contents) -> None:
    """Unit meetings make a unit's calendars alike."""
    units = [
        unit for name, unit in municipality.municipality.units().items() if name != "Direktionen"
    ]
    touches = {
        leader.person.id: municipality.diaries.touched(leader.person.id).astype(float)
        for leader in municipality.municipality.leaders
    }

    def likeness(pairs: list[tuple[Leader, Leader]]) -> float:
        both = [np.corrcoef(touches[a.person.id], touches[b.person.id])[0, 1] for a, b in pairs]
        return float(np.mean(both))

    colleagues = [(unit[1], unit[2]) for unit in units]
    order = np.arange(len(units))
    strangers = [(units[a][1], units[b][1]) for a, b in zip(order, np.roll(order, 1), strict=True)]
    assert likeness(colleagues) > likeness(strangers) + 0.05
