from dataclasses import replace

import pytest
from tests.planner.small import PEOPLE, breaches, problem, session

NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]
ALL = session("s1", 4, ["p1", "p2", "p3"])


@pytest.mark.parametrize("pair", [("p1", "p2"), ("p2", "p1"), ("p1", "u2"), ("u1", "u2")])
def test_people_and_units_when_they_share_a_session(pair: tuple[str, str]) -> None:
    assert breaches(problem(NEEDS, apart=(pair,)), ALL) == {"apart:shared"}


def test_people_and_units_when_they_share_none() -> None:
    kept = problem(NEEDS, apart=(("p1", "p3"), ("u1", "u2")))
    assert breaches(kept, session("s1", 4, ["p1", "p2"]), session("s2", 5, ["p3"])) == set()


def test_two_of_one_unit_when_their_unit_is_kept_apart_from_another() -> None:
    units = problem(NEEDS[:2], apart=(("u1", "u2"),))
    assert breaches(units, session("s1", 4, ["p1", "p2"])) == set()


def test_a_person_when_kept_apart_from_her_own_unit() -> None:
    own = problem(NEEDS, apart=(("p1", "u1"),))
    assert breaches(own, session("s1", 4, ["p1", "p3"]), session("s2", 5, ["p2"])) == set()
    assert breaches(own, ALL) == {"apart:shared"}


def test_an_id_when_a_person_and_a_unit_have_it_means_the_person() -> None:
    people = tuple(replace(person, unit="p3") for person in PEOPLE)
    kept = problem(NEEDS, people=people, apart=(("p1", "p3"),))
    assert breaches(kept, session("s1", 4, ["p1", "p2"]), session("s2", 5, ["p3"])) == set()
