from tests.benchmarks.curves import Moment, at, complete_after, curve_of, thinned

from samskab.planner.progress import Progress

TOLD = (
    Progress(0.1, "first_plan"),
    Progress(0.5, "first_plan", bound_oere=50),
    Progress(0.6, "first_plan", bound_oere=50),
    Progress(1.0, "improving", 200, 50, 3),
    Progress(2.0, "improving", 120, 60, 0),
    Progress(3.0, "improving", 120, 60, 0),
    Progress(9.0, "done", 100, 90, 0),
)


def test_a_curve_keeps_the_moments_when_something_changed() -> None:
    seconds = [moment.seconds for moment in curve_of(TOLD)]
    assert seconds == [0.1, 0.5, 1.0, 2.0, 9.0]


def test_a_checkpoint_shows_what_was_known_when_it_lies_between_moments() -> None:
    curve = curve_of(TOLD)
    assert at(curve, 0.05) is None
    assert at(curve, 2.0) == Moment(2.0, 120, 60, 0)
    assert at(curve, 8.9) == Moment(2.0, 120, 60, 0)
    assert at(curve, 60.0) == Moment(9.0, 100, 90, 0)


def test_the_gap_is_the_share_of_the_plan_when_both_are_known() -> None:
    gaps = [moment.gap for moment in curve_of(TOLD)]
    assert gaps == [None, None, 0.75, 0.5, 0.1]


def test_a_plan_is_complete_when_nobody_is_left_out() -> None:
    assert complete_after(curve_of(TOLD)) == 2.0
    assert complete_after(curve_of(TOLD[:4])) is None


def test_a_long_curve_keeps_its_ends_when_it_is_thinned() -> None:
    curve = tuple(Moment(float(s), 1000 - s, s, 0) for s in range(1000))
    few = thinned(curve, most=100)
    assert len(few) <= 101
    assert (few[0], few[-1]) == (curve[0], curve[-1])
