"""What the items of a plan's cost are called."""

from samskab.telling.language import Language

ITEMS = {
    Language.DANISH: {
        "facilitation": "undervisning",
        "rooms": "lokaler",
        "materials": "materialer",
        "travel": "rejse",
        "displacement": "fortrængning",
        "unfairness": "skævhed",
        "unserved": "udeladte behov",
        "changes": "ændringer",
    },
    Language.ENGLISH: {
        "facilitation": "facilitation",
        "rooms": "rooms",
        "materials": "materials",
        "travel": "travel",
        "displacement": "displacement",
        "unfairness": "unfairness",
        "unserved": "needs left out",
        "changes": "changes",
    },
}
