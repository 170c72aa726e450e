from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.planner.small import at, busy, problem, session, with_busy
from tests.telling.report.drawn_plan import draw_report

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.telling.report.figures import Figures, Spent, sum_of

HOUR = 3600


def spent_of(calendar: tuple[Busy, ...], one: Session) -> Spent:
    """What one session takes from the calendar of p1."""
    plan = Plan((one,), (), Cost())
    return Figures(problem(people=with_busy(1, *calendar)), plan).spent


def test_spent_when_meetings_reach_over_both_edges() -> None:
    calendar = (busy(4, "08:00", "09:00"), busy(4, "11:30", "13:00", BusyKind.TENTATIVE))

    spent = spent_of(calendar, session("s", 4))

    assert spent == Spent(free=5 * HOUR // 2, tentative=HOUR // 2, busy=HOUR // 2)


def test_spent_when_a_meeting_fills_only_the_lunch_between_half_days() -> None:
    spent = spent_of((busy(4, "12:00", "12:30"),), session("s", 4, part="day"))

    assert spent == Spent(free=7 * HOUR)


def test_spent_when_the_session_lasts_two_days_leaves_the_night_out() -> None:
    two_days = session("s", 4, part="day", end=at(5, "16:00"))

    spent = spent_of((busy(4, "15:00", "23:00"), busy(5, "00:00", "08:30")), two_days)

    assert spent == Spent(free=13 * HOUR, busy=HOUR)


spans = st.lists(
    st.tuples(
        st.integers(0, 200), st.integers(1, 40), st.sampled_from(list(BusyKind))
    ),
    max_size=12,
)  # fmt: skip


@given(spans)
@settings(max_examples=60, deadline=None)
def test_spent_equals_a_count_minute_by_minute(gaps: list[tuple[int, int, BusyKind]]) -> None:
    """Gap before, length and kind of each span in turn, in units of five minutes."""
    calendar, moment = [], at(4, "00:00")
    for gap, length, kind in gaps:
        start = moment + timedelta(minutes=5 * gap)
        moment = start + timedelta(minutes=5 * length)
        calendar.append(Busy(start, moment, kind))
    counted = dict.fromkeys([*BusyKind, None], 0)
    for clock, minutes in (("08:30", 210), ("12:30", 210)):
        for minute in range(minutes):
            now = at(4, clock) + timedelta(minutes=minute)
            kinds = [one.kind for one in calendar if one.start <= now < one.end]
            counted[kinds[0] if kinds else None] += 60

    spent = spent_of(tuple(calendar), session("s", 4, part="day"))

    assert spent == Spent(
        free=counted[None],
        tentative=counted[BusyKind.TENTATIVE],
        busy=counted[BusyKind.BUSY],
        hard=counted[BusyKind.HARD],
    )


def test_values_of_attendances_add_up_to_the_displacement_that_the_checker_finds() -> None:
    report = draw_report()

    attendances = Figures(report.problem, report.plan).attendances

    weight = report.problem.programme.prices.tentative
    assert sum(one.value_oere(weight) for one in attendances) == report.plan.cost.displacement
    assert report.plan.cost.displacement > 0


def test_value_when_half_an_oere_is_left_rounds_up() -> None:
    people = with_busy(1, busy(4, "09:00", "10:00", BusyKind.TENTATIVE))
    one_oere_an_hour = (replace(people[0], hourly_value_oere=1), *people[1:])
    figures = Figures(problem(people=one_oere_an_hour), Plan((session("s", 4),), (), Cost()))

    assert figures.attendances[0].value_oere(Fraction(1, 2)) == 1


def test_sum_when_there_is_nothing() -> None:
    assert sum_of(()) == Spent()
