from collections.abc import Sequence
from dataclasses import replace

from tests.planner.small import MODULE, breaches, problem, session

from samskab.planner.model.plan import Session
from samskab.planner.model.programme import Rules

MODULES = [replace(MODULE, id=f"m{number}") for number in (1, 2, 3)]
BOTH = [("p1", "m1"), ("p2", "m1"), ("p1", "m2"), ("p2", "m2")]
TRACK = Rules(keep_together=(("m1", "m2"),))


def judged(
    *sessions: Session,
    needs: Sequence[tuple[str, str]] = BOTH,
    rules: Rules = TRACK,
    left_out: Sequence[tuple[str, str]] = (),
) -> set[str]:
    cohort = problem(needs, modules=MODULES, rules=rules)
    return breaches(cohort, *sessions, left_out=left_out)


FIRST = session("s1", 4, ["p1", "p2"])


def second(id_: str, day: int, *people: str) -> Session:
    return session(id_, day, people, module="m2")


def test_a_cohort_when_it_stays_together() -> None:
    assert judged(FIRST, second("s2", 11, "p2", "p1")) == set()


def test_a_cohort_when_it_parts() -> None:
    parted = (second("s2", 11, "p1"), second("s3", 12, "p2"))
    assert judged(FIRST, *parted) == {"keep_together:parted"}
    assert judged(FIRST, *parted, rules=Rules()) == set()


def test_a_cohort_when_one_of_it_is_left_out_or_all_are() -> None:
    out = [("p1", "m2"), ("p2", "m2")]
    assert judged(FIRST, second("s2", 11, "p1"), left_out=out[1:]) == {"keep_together:parted"}
    assert judged(FIRST, left_out=out) == set()


def test_two_cohorts_when_they_meet_in_a_later_module() -> None:
    apart = (session("s1", 4, ["p1"]), session("s2", 5, ["p2"]))
    assert judged(*apart, second("s3", 11, "p1", "p2")) == {"keep_together:parted"}


def test_a_cohort_when_one_of_it_needs_the_first_module_only() -> None:
    assert judged(FIRST, second("s2", 11, "p1"), needs=BOTH[:3]) == set()


def test_a_cohort_when_the_module_is_of_no_track() -> None:
    needs = [*BOTH, ("p1", "m3"), ("p2", "m3")]
    late = [session("s3", 14, ["p1"], module="m3"), session("s4", 15, ["p2"], module="m3")]
    assert judged(FIRST, second("s2", 11, "p1", "p2"), *late, needs=needs) == set()


def test_a_track_of_three_when_two_meet_who_do_not_share_the_module_between() -> None:
    rules = Rules(keep_together=(("m1", "m2", "m3"),))
    needs = [("p1", "m1"), ("p2", "m1"), ("p1", "m2"), ("p1", "m3"), ("p2", "m3")]
    third = session("s3", 14, ["p1", "p2"], module="m3")
    assert judged(FIRST, second("s2", 11, "p1"), third, needs=needs, rules=rules) == set()
