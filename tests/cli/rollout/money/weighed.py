"""A roll-out's folder with a plan that costs what a test says, weighed."""

from collections.abc import Mapping
from pathlib import Path

from tests.cli.rollout.rollout_folder import ROLLOUT, write_rollout_folder

from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.money import MoneyFindings, find_money
from samskab.cli.rollout.reading import read_rollout
from samskab.planner.folder import read_folder
from samskab.planner.model.plan import Cost, Plan
from samskab.planner.plan_json import plan_text

COST = Cost(
    facilitation=40_000_000,
    rooms=10_000_000,
    materials=5_000_000,
    travel=2_500_000,
    displacement=22_500_000,
    unfairness=777_700,
    unserved=88_800,
    changes=9_900,
)
"""800,000 kr of which 575,000 kr are paid, and prices that nobody pays."""
BENEFITS = ROLLOUT[ROLLOUT.index("[[benefits]]") :]
WITHOUT_BENEFITS = ROLLOUT.replace(BENEFITS, "")
WITHOUT_PRICE = ROLLOUT.replace("kr_per_step = 20000\n", "")
EFFECT = EffectInterval(3.0, 1.0, 5.0)


def weigh(
    folder: Path,
    rollout: str = ROLLOUT,
    effect: EffectInterval | None = EFFECT,
    files: Mapping[str, str | None] | None = None,
    seed: int = 1,
) -> MoneyFindings | None:
    """What is found where a plan lies in the folder, unless `files` leaves it out."""
    plan = plan_text(Plan(sessions=(), unserved=(), cost=COST))
    changes = {"rollout.toml": rollout, "plan/plan.json": plan}
    write_rollout_folder(folder, changes | dict(files or {}))
    problem = read_folder(folder).problem
    assert problem is not None
    return find_money(folder, read_rollout(folder, problem).settings, effect, 6, seed)
