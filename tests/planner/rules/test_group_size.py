from dataclasses import replace

from tests.planner.small import MODULE, breaches, problem, session

PAIRS = replace(MODULE, group_min=2, group_max=2)
NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]


def test_a_group_when_it_has_just_enough_too_few_and_too_many() -> None:
    pairs = problem(NEEDS, modules=[PAIRS])
    two, one = session("s1", 4, ["p1", "p2"]), session("s2", 5, ["p3"])
    assert breaches(pairs, two, left_out=[("p3", "m1")]) == set()
    assert breaches(pairs, two, one) == {"group_size:too_few"}
    assert breaches(pairs, session("s1", 4, ["p1", "p2", "p3"])) == {"group_size:too_many"}


def test_a_group_when_nobody_is_in_it() -> None:
    assert breaches(problem(), session("s1", 4), session("s2", 5, [])) == {"group_size:too_few"}
