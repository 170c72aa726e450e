"""Money against plain loops, closed forms, and another simulation."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from scipy.stats import beta
from tests.cli.rollout.money.weighed import (
    BENEFITS,
    COST,
    EFFECT,
    WITHOUT_BENEFITS,
    WITHOUT_PRICE,
    weigh,
)
from tests.cli.rollout.rollout_folder import ROLLOUT, write_rollout_folder

from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.money import MoneyFindings, find_money
from samskab.cli.rollout.reading import read_rollout
from samskab.common.errors import InputError
from samskab.planner.folder import read_folder
from samskab.planner.model.plan import Plan, Unserved
from samskab.planner.plan_json import plan_text
from samskab.planner.plan_node import PlanCode

KR = 100
LATER_BENEFIT = """
[[benefits]]
name = "Færre vikarer"
pessimistic = -50000
probable = 30000
optimistic = 260000
from_year = 2
years = 3
"""


def found(*arguments: object, **others: object) -> MoneyFindings:
    money = weigh(*arguments, **others)  # type: ignore[arg-type]
    assert money is not None
    return money


def today(first_year: int, years: int, rate: float = 0.035) -> float:
    """What one kr in each year is worth, year by year."""
    worth = 0.0
    for year in range(first_year, first_year + years):
        each = 1.0
        for _ in range(year):
            each /= 1.0 + rate
        worth += each
    return worth


def test_net_when_estimates_are_weighed_is_that_of_a_plain_loop(tmp_path: Path) -> None:
    money = found(tmp_path, ROLLOUT + LATER_BENEFIT, None)
    assert money.appraisal is not None
    means = [(0 + 4 * 200_000 + 400_000) / 6, (-50_000 + 4 * 30_000 + 260_000) / 6]
    worth = means[0] * today(1, 5) + means[1] * today(2, 3)
    everything, home = money.appraisal.everything, money.appraisal.taken_home
    assert everything.benefit.mean == pytest.approx(worth * KR)
    assert everything.net.mean == pytest.approx((worth - 800_000) * KR)
    assert home.benefit.mean == pytest.approx(means[0] * today(1, 5) * KR)
    assert home.net.mean == pytest.approx((means[0] * today(1, 5) - 800_000) * KR)
    assert money.budget is not None
    budget = money.budget.everything.net.mean
    assert budget == pytest.approx((means[0] * today(1, 5) - 575_000) * KR)


def test_interval_and_chance_when_estimates_are_two_are_those_of_another_simulation(
    tmp_path: Path,
) -> None:
    money = found(tmp_path, ROLLOUT + LATER_BENEFIT, None)
    assert money.appraisal is not None
    other, nets = random.Random(5), []
    for _ in range(40_000):
        drawn = -800_000.0
        for low, middle, high, worth in (
            (0, 200_000, 400_000, today(1, 5)),
            (-50_000, 30_000, 260_000, today(2, 3)),
        ):
            at = (middle - low) / (high - low)
            drawn += worth * (low + (high - low) * other.betavariate(1 + 4 * at, 5 - 4 * at))
        nets.append(drawn)
    nets.sort()
    net = money.appraisal.everything.net
    assert net.low / KR == pytest.approx(nets[1000], abs=20_000)  # a quantile's own error: ~8,000
    assert net.high / KR == pytest.approx(nets[39_000], abs=20_000)
    chance = sum(one > 0 for one in nets) / len(nets)
    assert money.appraisal.everything.chance == pytest.approx(chance, abs=0.02)


def test_chance_when_one_estimate_decides_is_that_of_its_distribution(tmp_path: Path) -> None:
    money = found(tmp_path, ROLLOUT, None)
    assert money.appraisal is not None
    needed = 800_000 / today(1, 5) / 400_000
    chance = money.appraisal.everything.chance
    assert chance == pytest.approx(beta.sf(needed, 3, 3), abs=4 * 0.005)
    ends = [400_000 * beta.ppf(share, 3, 3) * today(1, 5) - 800_000 for share in (0.025, 0.975)]
    net = money.appraisal.everything.net
    assert [net.low / KR, net.high / KR] == pytest.approx(ends, abs=20_000)


def test_effect_when_a_step_has_a_price_lies_in_its_interval_with_its_level(
    tmp_path: Path,
) -> None:
    """Its kroner are as sure as the effect: 95 of 100 inside low and high, no more."""
    money = found(tmp_path, WITHOUT_BENEFITS)
    assert money.appraisal is not None
    [named] = money.benefits
    assert (named.name, named.is_measured, named.benefit.taken_home) == ("Trivsel", True, 0)
    worth = 20_000 * 6 * KR * today(1, 5)
    benefit = money.appraisal.everything.benefit
    assert benefit.middle == pytest.approx(3 * worth, rel=0.02)
    assert [benefit.low, benefit.high] == pytest.approx([worth, 5 * worth], rel=0.04)
    assert money.appraisal.taken_home.benefit.mean == 0


def test_price_per_step_when_the_effect_is_sure_is_the_quotient(tmp_path: Path) -> None:
    price = found(tmp_path).per_step
    assert price is not None
    amounts = (price.low / KR, price.oere / KR, price.high / KR)
    assert amounts == pytest.approx([800_000 / 30, 800_000 / 18, 800_000 / 6])


@pytest.mark.parametrize("low", [0.0, -1.0])
def test_price_per_step_when_there_may_be_no_effect_is_not_told(tmp_path: Path, low: float) -> None:
    assert found(tmp_path, effect=EffectInterval(3, low, 5)).per_step is None


def test_enough_when_that_effect_is_put_in_comes_to_nothing(tmp_path: Path) -> None:
    enough = found(tmp_path).enough
    assert enough is not None
    certain = found(tmp_path, effect=EffectInterval(enough, enough, enough)).appraisal
    assert certain is not None
    assert certain.everything.net.mean == pytest.approx(0, abs=1)


def test_tornado_when_ends_are_put_in_by_hand_is_the_same(tmp_path: Path) -> None:
    money = found(tmp_path, ROLLOUT + LATER_BENEFIT, None)
    assert money.appraisal is not None
    swings = {swing.name: swing for swing in money.appraisal.swings}
    means = [200_000, 55_000]
    for name, ends in (("0", (0, 400_000)), ("1", (-50_000, 260_000))):
        amounts = []
        for end in ends:
            tried = [*means[: int(name)], end, *means[int(name) + 1 :]]
            amounts.append(tried[0] * today(1, 5) + tried[1] * today(2, 3) - 800_000)
        swing = swings[name]
        assert [swing.at_pessimistic / KR, swing.at_optimistic / KR] == pytest.approx(amounts)
    at_rates = [
        means[0] * today(1, 5, rate) + means[1] * today(2, 3, rate) - 800_000
        for rate in (0.055, 0.015)
    ]
    rate = swings[None]
    assert [rate.at_pessimistic / KR, rate.at_optimistic / KR] == pytest.approx(at_rates)


def test_money_when_the_effect_has_no_end_leaves_its_kroner_out(tmp_path: Path) -> None:
    money = found(tmp_path, effect=EffectInterval(3, float("-inf"), 5))
    assert [one.is_measured for one in money.benefits] == [False]
    assert money.per_step is None


def test_money_when_no_plan_was_made_has_no_cost_and_no_price(tmp_path: Path) -> None:
    money = found(tmp_path, files={"plan/plan.json": None})
    assert (money.cost, money.budget, money.per_step, money.enough) == (None, None, None, None)
    assert money.appraisal is not None
    worth = 200_000 * today(1, 5) + 3 * 120_000 * today(1, 5)
    assert money.appraisal.everything.benefit.mean == pytest.approx(worth * KR, rel=1e-9)


def test_money_when_only_a_plan_is_there_has_its_cost_and_no_more(tmp_path: Path) -> None:
    bare = WITHOUT_PRICE.replace(BENEFITS, "")
    money = found(tmp_path, bare)
    assert (money.appraisal, money.enough) == (None, None)
    assert money.cost is not None
    assert money.cost.total_oere == COST.total - 777_700 - 88_800 - 9_900
    assert money.per_step is not None
    assert weigh(tmp_path / "b", bare, EFFECT, {"plan/plan.json": None}) is None


def test_money_when_drawn_again_is_the_same_and_another_seed_nearly(tmp_path: Path) -> None:
    first, again, other = (found(tmp_path, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    for one in (first, other):
        assert one.appraisal is not None
    assert first.appraisal is not None
    assert other.appraisal is not None
    chances = (first.appraisal.everything.chance, other.appraisal.everything.chance)
    assert chances[0] == pytest.approx(chances[1], abs=0.02)


def refused(folder: Path, text: str, plan: str | None = None) -> list[tuple[str, str | None]]:
    write_rollout_folder(folder, {"plan/plan.json": None, plan or "plan/plan.json": text})
    problem = read_folder(folder).problem
    assert problem is not None
    settings = read_rollout(folder, problem).settings
    with pytest.raises(InputError) as error:
        find_money(folder, settings, EFFECT, 6, 1, folder / plan if plan else None)
    return [(fault.code, fault.file) for fault in error.value.faults]


def test_money_when_the_plan_is_broken_says_where(tmp_path: Path) -> None:
    text = plan_text(Plan((), (), COST))
    dearer = text.replace('"travel": 25000.00', '"travel": 24000.00')
    assert refused(tmp_path, dearer) == [(PlanCode.TOTAL_WRONG, "plan/plan.json")]
    assert refused(tmp_path, "{", "other.json") == [(PlanCode.NOT_JSON, "other.json")]
    foreign = plan_text(Plan((), (Unserved("nobody", "m1", "no_open_date"),), COST))
    assert refused(tmp_path, foreign) == [("plan_of_another_folder", "plan/plan.json")]


def test_money_when_a_plan_is_named_reads_that_one(tmp_path: Path) -> None:
    cheap = plan_text(Plan((), (), replace(COST, travel=0)))
    write_rollout_folder(tmp_path, {"cheap.json": cheap})
    problem = read_folder(tmp_path).problem
    assert problem is not None
    settings = read_rollout(tmp_path, problem).settings
    money = find_money(tmp_path, settings, None, 6, 1, tmp_path / "cheap.json")
    assert money is not None
    assert money.cost is not None
    assert (money.cost.plan, money.cost.total_oere) == ("cheap.json", 77_500_000)


def test_money_when_the_named_plan_is_not_there_is_refused(tmp_path: Path) -> None:
    write_rollout_folder(tmp_path)
    problem = read_folder(tmp_path).problem
    assert problem is not None
    settings = read_rollout(tmp_path, problem).settings
    with pytest.raises(InputError, match="plan_file_unreadable"):
        find_money(tmp_path, settings, None, 6, 1, tmp_path / "missing.json")
