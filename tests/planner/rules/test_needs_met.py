from tests.planner.small import breaches, problem, session


def test_a_need_when_it_is_met_or_left_out() -> None:
    two = problem(needs=[("p1", "m1"), ("p2", "m1")])
    assert breaches(two, session("s1", 4), left_out=[("p2", "m1")]) == set()


def test_a_need_when_the_plan_forgets_it() -> None:
    assert breaches(problem()) == {"needs_met:missing"}


def test_a_need_when_it_is_met_in_two_sessions() -> None:
    assert breaches(problem(), session("s1", 4), session("s2", 5)) == {"needs_met:twice"}


def test_a_need_when_the_session_names_the_person_twice() -> None:
    assert breaches(problem(), session("s1", 4, ["p1", "p1"])) == {"needs_met:twice"}


def test_a_need_when_it_is_met_and_left_out() -> None:
    assert breaches(problem(), session("s1", 4), left_out=[("p1", "m1")]) == {"needs_met:both"}


def test_a_need_when_it_is_left_out_twice() -> None:
    left_out = [("p1", "m1"), ("p1", "m1")]
    assert breaches(problem(), left_out=left_out) == {"needs_met:unserved_twice"}


def test_a_seat_when_nobody_needs_it() -> None:
    assert breaches(problem(), session("s1", 4, ["p1", "p2"])) == {"needs_met:not_needed"}
