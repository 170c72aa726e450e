import pytest
from tests.planner.small import breaches, plan, problem, session

from samskab.planner.check import check
from samskab.planner.model.plan import Session


@pytest.mark.parametrize(
    ("unknown", "case"),
    [
        (session("s1", 4, module="m9"), "module"),
        (session("s1", 4, room="r9"), "room"),
        (session("s1", 4, facilitators=("f9",)), "facilitator"),
        (session("s1", 4, ["p1", "p9"]), "person"),
    ],
)
def test_an_id_when_the_folder_does_not_have_it(unknown: Session, case: str) -> None:
    assert {(b.rule, b.case) for b in check(problem(), plan(unknown))} == {("known_ids", case)}


def test_an_id_when_two_sessions_have_it() -> None:
    both = problem(needs=[("p1", "m1"), ("p2", "m1")])
    assert breaches(both, session("s1", 4), session("s1", 5, ["p2"])) == {"known_ids:session"}


def test_a_need_left_out_when_there_is_no_such_need() -> None:
    left_out = [("p2", "m1")]
    assert breaches(problem(), session("s1", 4), left_out=left_out) == {"known_ids:unserved"}
