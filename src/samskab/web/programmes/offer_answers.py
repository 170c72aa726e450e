"""An answer as pages show it: its modules, and what they take and cost."""

from dataclasses import dataclass

from samskab.planner.model.programme import Module
from samskab.web.commissions.models import Commission
from samskab.web.programmes.estimate_queries import open_course_of
from samskab.web.programmes.models import Offer
from samskab.web.programmes.offer_figures import Figures, figures_of
from samskab.web.programmes.offer_forms import FORMATS, LENGTHS
from samskab.web.programmes.offer_text import read_text


@dataclass(frozen=True, slots=True)
class ShownModule:
    """A module in words.

    Attributes:
        after: titles of the modules before it.
    """

    title: str
    held: str
    length: str
    group_min: int
    group_max: int
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An offer, and what follows from it.

    Attributes:
        over_budget_oere: what it costs above the budget; zero or less where it is within.
    """

    offer: Offer
    modules: tuple[ShownModule, ...]
    figures: Figures
    over_budget_oere: int


def answer_of(offer: Offer, commission: Commission) -> Answer:
    """Read an offer's programme for the people of a commission."""
    programme = read_text(offer.programme.text).programme
    people = commission.people_count
    titles = {module.id: module.title for module in programme.modules}
    return Answer(
        offer=offer,
        modules=tuple(_shown(module, titles) for module in programme.modules),
        figures=figures_of(programme, people, offer.price_oere, open_course_of(offer.programme)),
        over_budget_oere=offer.price_oere - commission.budget_oere,
    )


def _shown(module: Module, titles: dict[str, str]) -> ShownModule:
    return ShownModule(
        title=module.title,
        held=str(dict(FORMATS)[module.format.value]),
        length=str(dict(LENGTHS)[module.half_days]),
        group_min=module.group_min,
        group_max=module.group_max,
        after=tuple(titles[name] for name in module.after),
    )
