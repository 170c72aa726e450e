from pathlib import Path

import pytest
from tests.benchmarks.best_known import Best, BestKnown, BoundTooHighError


def test_a_better_plan_is_kept_when_it_is_found(tmp_path: Path) -> None:
    file = tmp_path / "best.csv"
    known = BestKnown(file)
    known.found("a", Best("f1", 10_050, "one"))
    known.found("a", Best("f1", 20_000, "two"))
    known.found("b", Best("f2", 30_000, "two"))
    assert file.read_text(encoding="utf-8") == (
        "case,folder,kr,how\na,f1,100.50,one\nb,f2,300.00,two\n"
    )
    known.found("a", Best("f1", 10_049, "three"))
    with pytest.raises(BoundTooHighError, match=r"100\.50 kr, lies above a plan of 100\.49 kr"):
        BestKnown(file).judge("a", "f1", 10_050, "four")


def test_a_bound_is_held_against_plans_when_the_folder_is_the_same(tmp_path: Path) -> None:
    known = BestKnown(tmp_path / "best.csv", keep=False)
    known.found("a", Best("f1", 100, "one"))
    known.judge("a", "f1", 100, "two")
    known.judge("a", "changed", 200, "two")
    with pytest.raises(BoundTooHighError):
        known.judge("a", "f1", 101, "two")
    known.found("a", Best("changed", 500, "one"))
    known.judge("a", "changed", 200, "two")
    assert not (tmp_path / "best.csv").exists()
