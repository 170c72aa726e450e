from tests.benchmarks.pictures import picture_of


def test_a_picture_when_a_bound_is_nothing_leaves_it_out() -> None:
    curve = [[1.0, None, 0, 9], [2.0, 5_000_00, 0, 0], [60.0, 4_000_00, 3_000_00, 0]]
    drawn = picture_of({"ours": {"curve": curve, "plan_oere": 4_000_00}}).to_dict()
    (values,) = drawn["datasets"].values()
    assert {row["kr"] for row in values if row["line"] == "bound"} == {3.0}
