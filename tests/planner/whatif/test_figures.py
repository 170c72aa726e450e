from dataclasses import replace
from fractions import Fraction

from tests.planner.small import MODULE, busy, costed, plan, problem, session, with_busy

from samskab.common.busy import BusyKind
from samskab.planner.model.plan import Cost
from samskab.planner.whatif.figures import Figures, figures_of
from samskab.planner.whatif.verdict import Interval


def test_figures_when_meetings_give_way_are_those_of_all_people() -> None:
    meetings = (busy(4, "08:00", "09:30"), busy(4, "11:00", "13:00", BusyKind.TENTATIVE))
    of = problem([("p1", "m1"), ("p2", "m1"), ("p3", "m1")], people=with_busy(1, *meetings))
    made = costed(of, plan(session("s1", 4, ("p1", "p2")), left_out=[("p3", "m1")]))
    assert figures_of(of, made) == Figures(
        interval=Interval(0, 26_800_00),
        cost=Cost(facilitation=800_00, rooms=100_00, displacement=900_00, unserved=25_000_00),
        sessions=1,
        hours_away=Fraction(7),
        hours_displaced=Fraction(3, 2),
        unserved=1,
    )


def test_figures_when_a_session_takes_a_day_leave_the_lunch_hour_out() -> None:
    day = problem(modules=[replace(MODULE, half_days=2)])
    made = costed(day, plan(session("s1", 4, part="day")))
    assert figures_of(day, made).hours_away == Fraction(7)
