from tests.benchmarks.pictures import picture_of


def test_a_picture_when_a_bound_is_nothing_leaves_it_out() -> None:
    ours = {"curve": [[1.0, 5_000_00, 0, 0], [60.0, 4_000_00, 3_000_00, 0]], "plan_oere": 4_000_00}
    rival = {"curve": [[1.0, 6_000_00, 0, 0], [60.0, 5_000_00, 0, 0]], "plan_oere": 5_000_00}
    (values,) = picture_of({"ours": ours, "rival": rival}).to_dict()["datasets"].values()
    assert {row["kr"] for row in values if row["line"] == "bound"} == {3.0}
