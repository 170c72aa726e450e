"""What is proven of a plan's cost, in a sentence."""

from fractions import Fraction

from samskab.planner.model.plan import Plan
from samskab.telling.language import Language
from samskab.telling.notation import Notation
from samskab.telling.words.plan import SAID


def bound_in_words(made: Plan, language: Language) -> str:
    """What is proven of a plan's cost, in a sentence."""
    words, figures, total = SAID[language], Notation(language), made.cost.total
    if made.bound >= total:
        return words["bound_met"]
    if made.bound <= 0:
        return words["bound_missing"]
    return words["bound_says"].format(
        bound=figures.kr_at_least(made.bound),
        gap=figures.percent_at_most(Fraction(total - made.bound, total)),
    )
