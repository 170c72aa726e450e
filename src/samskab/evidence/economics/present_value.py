"""What money of later years is worth today."""

from samskab.evidence.economics.case import Benefit, Cost


def annuity(rate: float, start_year: int, years: int) -> float:
    """Σ (1 + r)^−t over `years` years from `start_year`: today's worth of 1 in each of them."""
    return sum((1.0 + rate) ** -(start_year + year) for year in range(years))


def cost_oere(costs: tuple[Cost, ...], rate: float) -> float:
    """Today's worth of all costs, in øre."""
    return sum(cost.oere * (1.0 + rate) ** -cost.year for cost in costs)


def worth_of_yearly(benefit: Benefit, rate: float) -> float:
    """Today's worth of one øre in each of a benefit's years."""
    return annuity(rate, benefit.start_year, benefit.years)
