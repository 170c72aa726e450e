from tests.planner.small import breaches, problem, session

from samskab.planner.model.problem import Party

NEEDS = [("p1", "m1"), ("p2", "m1")]
PAIR = (Party("top", ("p1", "p2")),)


def test_a_party_when_it_is_in_one_session_or_all_left_out() -> None:
    pair = problem(NEEDS, parties=PAIR)
    assert breaches(pair, session("s1", 4, ["p1", "p2"])) == set()
    assert breaches(pair, left_out=NEEDS) == set()


def test_a_party_when_it_is_in_two_sessions() -> None:
    pair = problem(NEEDS, parties=PAIR)
    assert breaches(pair, session("s1", 4), session("s2", 5, ["p2"])) == {"together:parted"}


def test_a_party_when_one_of_it_is_left_out() -> None:
    pair = problem(NEEDS, parties=PAIR)
    for here, out in (("p1", "p2"), ("p2", "p1")):
        assert breaches(pair, session("s1", 4, [here]), left_out=[(out, "m1")]) == {
            "together:parted"
        }


def test_a_party_when_one_of_it_does_not_need_the_module() -> None:
    assert breaches(problem(parties=PAIR), session("s1", 4)) == set()


def test_a_party_of_three_when_two_need_the_module() -> None:
    three = problem(NEEDS, parties=(Party("top", ("p1", "p3", "p2")),))
    assert breaches(three, session("s1", 4, ["p1", "p2"])) == set()
    assert breaches(three, session("s1", 4), session("s2", 5, ["p2"])) == {"together:parted"}
