from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskab.web.programmes.estimate import Load, OpenCourse, Teacher, VenueOffer, estimate

DAY = Fraction(7)
OPEN = OpenCourse(450_000, Fraction(3))
VENUES = (VenueOffer(30, 90_000), VenueOffer(12, 60_000), VenueOffer(8, 10_000))
TEACHERS = (Teacher(frozenset({"m1", "m2"}), 900_000), Teacher(frozenset({"m1"}), 700_000))


def load(people: int, **more: object) -> Load:
    values: dict[str, object] = {
        "module": "m1",
        "title": "Retning",
        "people": people,
        "hourly_values_oere": people * 41_250,
        "half_days": 2,
        "group_max": 12,
    }
    return Load(**(values | more))  # type: ignore[arg-type]


def test_a_day_in_person_is_counted_by_hand() -> None:
    one = estimate([load(25, materials_oere=15_050)], VENUES, TEACHERS, DAY, OPEN)
    # 25 people in 3 sessions of at most 9: the room for 12 is the cheapest that holds them
    (module,) = one.modules
    assert (module.sessions, module.group) == (3, 9)
    assert module.facilitation_oere == 3 * 2 * 700_000
    assert module.rooms_oere == 3 * 2 * 60_000
    assert module.materials_oere == 376_250
    assert one.price_oere == 4_200_000 + 360_000 + 376_250
    assert one.leader_hours == 175
    assert one.leader_hours_oere == 25 * 7 * 41_250
    assert one.open_oere == 25 * 450_000
    assert one.open_hours == 25 * 10
    assert one.open_hours_oere == 25 * 10 * 41_250
    assert one.saved_oere == (11_250_000 + 10_312_500) - (4_936_250 + 7_218_750)


@pytest.mark.parametrize(
    ("people", "group_max", "sessions"), [(0, 12, 0), (1, 12, 1), (12, 12, 1), (13, 12, 2)]
)
def test_sessions_are_as_few_as_hold_everybody(people: int, group_max: int, sessions: int) -> None:
    one = estimate([load(people, group_max=group_max)], VENUES, TEACHERS, DAY, OPEN)
    assert one.sessions == sessions


def test_a_half_day_of_an_open_course_costs_half_a_day_and_a_whole_journey() -> None:
    one = estimate([load(1, half_days=1)], VENUES, TEACHERS, DAY, OPEN)
    assert one.open_oere == 225_000
    assert one.open_hours == Fraction(13, 2)
    assert one.leader_hours == Fraction(7, 2)


def test_two_days_of_an_open_course_are_two_journeys() -> None:
    one = estimate([load(1, half_days=4)], VENUES, TEACHERS, DAY, OPEN)
    assert one.open_hours == 20


def test_an_online_module_needs_no_room() -> None:
    one = estimate([load(10, is_in_person=False)], (), TEACHERS, DAY, OPEN)
    assert one.rooms_oere == 0
    assert one.is_whole


def test_a_room_is_unknown_when_none_holds_the_group() -> None:
    one = estimate([load(24)], VENUES[2:], TEACHERS, DAY, OPEN)
    assert one.modules[0].rooms_oere is None
    assert not one.is_whole
    assert one.price_oere == one.facilitation_oere


def test_facilitation_is_unknown_when_too_few_can_lead() -> None:
    one = estimate([load(24, module="m2", facilitators=2)], VENUES, TEACHERS, DAY, OPEN)
    assert one.modules[0].facilitation_oere is None


def test_two_who_lead_are_the_two_cheapest() -> None:
    one = estimate([load(12, facilitators=2)], VENUES, TEACHERS, DAY, OPEN)
    assert one.facilitation_oere == 2 * 1_600_000


def test_a_module_that_leads_itself_costs_no_facilitation() -> None:
    one = estimate([load(12, facilitators=0)], VENUES, (), DAY, OPEN)
    assert one.facilitation_oere == 0
    assert one.is_whole


def test_half_an_oere_is_rounded_upwards() -> None:
    course = OpenCourse(333, Fraction("2.5"))
    one = estimate(
        [load(1, half_days=1, hourly_values_oere=1)], VENUES, TEACHERS, Fraction(7), course
    )
    assert one.open_oere == 167  # 166.5
    assert one.leader_hours_oere == 4  # 3.5
    assert one.open_hours_oere == 6


@given(st.integers(0, 400), st.integers(1, 60), st.sampled_from([1, 2, 4]))
def test_everybody_has_a_seat_and_no_session_is_spare(people: int, most: int, half: int) -> None:
    one = estimate([load(people, group_max=most, half_days=half)], VENUES, TEACHERS, DAY, OPEN)
    (module,) = one.modules
    assert people <= module.sessions * module.group <= module.sessions * most
    assert (module.sessions - 1) * most < people or people == 0
