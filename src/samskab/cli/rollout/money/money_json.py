"""Money for programs: a part of `rollout/analysis.json`."""

from samskab.cli.rollout.money.findings import MoneyFindings
from samskab.common.money import OERE_PER_KR
from samskab.evidence.economics.appraisal import Appraisal, Spread


def money_json(found: MoneyFindings | None) -> dict[str, object]:
    """One object, amounts in kr at today's worth; null where there is no number."""
    if found is None:
        return {"cost": None, "benefits": [], "appraisal": None}
    effect, price = found.effect, found.per_step
    return {
        "rate": found.rate,
        "units": found.units,
        "effect": None
        if effect is None or not effect.is_bounded
        else {"estimate": effect.estimate, "low": effect.low, "high": effect.high},
        "cost": None
        if found.cost is None
        else {
            "plan": found.cost.plan,
            "paid_kr": {item: _kr(oere) for item, oere in found.cost.paid.items()},
            "time_kr": {item: _kr(oere) for item, oere in found.cost.time.items()},
            "total_kr": _kr(found.cost.total_oere),
            "needs_left_out": found.cost.left_out,
        },
        "benefits": [
            {
                "name": one.name,
                "is_measured": one.is_measured,
                "pessimistic_kr": _kr(one.benefit.yearly_oere.pessimistic),
                "probable_kr": _kr(one.benefit.yearly_oere.probable),
                "optimistic_kr": _kr(one.benefit.yearly_oere.optimistic),
                "from_year": one.benefit.start_year,
                "years": one.benefit.years,
                "taken_home": one.benefit.taken_home > 0.0,
            }
            for one in found.benefits
        ],
        "appraisal": None if found.appraisal is None else _appraisal(found, found.appraisal),
        "kr_per_step": None
        if price is None
        else {"estimate": _kr(price.oere), "low": _kr(price.low), "high": _kr(price.high)},
        "effect_that_just_pays": found.enough,
    }


def _appraisal(found: MoneyFindings, appraisal: Appraisal) -> dict[str, object]:
    everything, home, budget = appraisal.everything, appraisal.taken_home, found.budget
    is_weighed = found.cost is not None
    return {
        "level": appraisal.level,
        "draws": appraisal.draws,
        "benefit_kr": _spread(everything.benefit),
        "net_kr": _spread(everything.net) if is_weighed else None,
        "chance_it_pays": everything.chance if is_weighed else None,
        "chance_error": everything.chance_error if is_weighed else None,
        "taken_home_kr": _spread(home.benefit),
        "taken_home_net_kr": _spread(home.net) if is_weighed else None,
        "taken_home_less_paid_kr": None if budget is None else _spread(budget.everything.net),
        "tornado": [
            {
                "benefit": None if swing.name is None else int(swing.name),
                "name": "rate" if swing.name is None else found.benefits[int(swing.name)].name,
                "at_pessimistic_kr": _kr(swing.at_pessimistic),
                "at_optimistic_kr": _kr(swing.at_optimistic),
            }
            for swing in appraisal.swings
        ],
    }


def _spread(spread: Spread) -> dict[str, float]:
    return {
        "expected": _kr(spread.mean),
        "middle": _kr(spread.middle),
        "low": _kr(spread.low),
        "high": _kr(spread.high),
    }


def _kr(oere: float) -> float:
    return round(oere / OERE_PER_KR, 2)
