"""A plan claims the cost that it has, item by item, and a bound that its cost does not undercut."""

from collections.abc import Iterator
from dataclasses import fields

from samskab.planner.costing import cost_of
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach, Words

RULE = "claimed_cost"
WORDS: Words = {
    "facilitation": {
        "en": "The plan claims {claimed_oere} for facilitation; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til undervisning; det er {true_oere}.",
    },
    "rooms": {
        "en": "The plan claims {claimed_oere} for rooms; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til lokaler; det er {true_oere}.",
    },
    "materials": {
        "en": "The plan claims {claimed_oere} for materials; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til materialer; det er {true_oere}.",
    },
    "travel": {
        "en": "The plan claims {claimed_oere} for travel; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til rejse; det er {true_oere}.",
    },
    "displacement": {
        "en": "The plan claims {claimed_oere} for displacement; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til fortrængning; det er {true_oere}.",
    },
    "unfairness": {
        "en": "The plan claims {claimed_oere} for unfairness; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} til skævhed; det er {true_oere}.",
    },
    "unserved": {
        "en": "The plan claims {claimed_oere} for needs left out; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} for udeladte behov; det er {true_oere}.",
    },
    "changes": {
        "en": "The plan claims {claimed_oere} for changes; it is {true_oere}.",
        "da": "Planen angiver {claimed_oere} for ændringer; det er {true_oere}.",
    },
    "bound": {
        "en": "The plan claims that no plan costs less than {claimed_oere}, "
        "but costs {true_oere} itself.",
        "da": "Planen angiver, at ingen plan koster under {claimed_oere}, "
        "men koster selv {true_oere}.",
    },
}


def check(view: PlanView) -> Iterator[Breach]:
    """Each item that is not what the folder makes it, and a bound above the plan's cost."""
    true = cost_of(view)
    for item in fields(true):
        claimed_oere, true_oere = getattr(view.plan.cost, item.name), getattr(true, item.name)
        if claimed_oere != true_oere:
            values = {"claimed_oere": claimed_oere, "true_oere": true_oere}
            yield Breach(RULE, item.name, values)
    if view.plan.bound > true.total:
        values = {"claimed_oere": view.plan.bound, "true_oere": true.total}
        yield Breach(RULE, "bound", values)
