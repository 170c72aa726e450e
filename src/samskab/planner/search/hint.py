"""The solver's first hint: how the blocks of a neighbourhood sit now."""

from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.solution import NOWHERE, Placed


def hint(model: NeighbourhoodModel) -> None:
    """Tell the solver how the blocks sit now."""
    neighbourhood = model.neighbourhood
    where = {
        (placed.module, person): placed
        for placed in (*neighbourhood.before, *neighbourhood.standing)
        for person in placed.people
    }
    used: dict[Placed, int] = {}
    sits: dict[int, int] = {}
    for b, block in enumerate(model.blocks):
        placed = where.get((block.module, block.people[0]))
        if placed is not None:
            offer = _offer_like(model, placed, used)
            if (b, offer) in model.joins:
                sits[b] = offer
    _hint_seats(model, sits)
    leads = {offer: placed.facilitators for placed, offer in used.items()}
    for (o, f), literal in model.leads.items():
        model.cp.add_hint(literal, f in leads.get(o, ()))


def _offer_like(model: NeighbourhoodModel, placed: Placed, used: dict[Placed, int]) -> int:
    """The offer that a session of before takes; each takes one of its own."""
    if placed not in used:
        key = (placed.module, placed.start, placed.room)
        taken = set(used.values())
        used[placed] = next(
            (
                o
                for o, offer in enumerate(model.offers)
                if (offer.module, offer.start, offer.room) == key and o not in taken
            ),
            NOWHERE,
        )
    return used[placed]


def _hint_seats(model: NeighbourhoodModel, sits: dict[int, int]) -> None:
    for (b, o), literal in model.joins.items():
        model.cp.add_hint(literal, sits.get(b) == o)
    for b, literal in enumerate(model.left_out):
        model.cp.add_hint(literal, b not in sits)
    taken = set(sits.values())
    for o, _, literal in model.new_offers():
        model.cp.add_hint(literal, o in taken)
