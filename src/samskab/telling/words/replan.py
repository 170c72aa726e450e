"""What `samskab replan` says, and what it refuses."""

from samskab.planner.replan.publication import ReplanCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    ReplanCode.NO_SEAT_KNOWN: {
        DA: "Ingen af planens {seats} pladser er et behov i mappen: angiv planen af denne mappe.",
        EN: "None of the plan's {seats} seats is a need of the folder: give the plan of this "
        "folder.",
    },
    ReplanCode.SAME_ID: {
        DA: "{count} kursusgange har id »{session}«: giv hver sit eget id.",
        EN: "{count} sessions have the id “{session}”: give each an id of its own.",
    },
    ReplanCode.PIN_UNKNOWN: {
        DA: "Planen har ingen kursusgang »{session}« at holde fast: den har fx {near}.",
        EN: "The plan has no session “{session}” to pin: it has {near}, for instance.",
    },
    ReplanCode.PIN_BREAKS: {
        DA: "Kursusgang »{session}« kan ikke holdes fast: {breach} Udelad --pin {session}, eller "
        "ret mappen.",
        EN: "Session “{session}” cannot be pinned: {breach} Leave --pin {session} out, or put the "
        "folder right.",
    },
    ReplanCode.HELD_UNKNOWN: {
        DA: "Kursusgang »{session}« begyndte før {today} og står fast, men: {breach} Lad mappen "
        "kende den, som den var, eller angiv en anden dag med --today.",
        EN: "Session “{session}” began before {today} and is a fact, but: {breach} Let the folder "
        "know it as it was, or give another day with --today.",
    },
}
SAID = {
    DA: {
        "fixed": "Den udmeldte plan: kursusgange: {sessions}; allerede holdt: {held}; holdt fast: "
        "{pinned}.",
        "excused": "Bemærk: {breach} Det er sket og ændres ikke.",
        "unbroken": "Ændringen bryder ingen kursusgang og ingen plads.",
        "broken": "Brudt af ændringen:",
        "more": "(og {n} til)",
        "no_moves": "Ingen flyttes.",
        "moves": "Flyttes eller udgår: {n}.",
        "fewest": "Ingen plan med plads til lige så mange flytter færre: det er bevist.",
        "perhaps_fewer": "Mindst {least} må flyttes eller udgå; om det kan gøres med færre end "
        "{n}, er ikke bevist.",
        "gone_to": "udgår",
        "names": "{n}: {names}",
        "left": "er ikke længere i mappen",
        "need_gone": "har ikke længere brug for modulet",
        "session_broken": "kursusgangen kan ikke holdes",
        "makes_room": "giver plads, så alle kan komme med",
        "other_leaders": "Andre undervisere; ingen deltager flyttes:",
        "nobody": "ingen",
        "new_seats": "Nye pladser:",
        "left_out": "Uden plads:",
        "perhaps_seats": "  Det er ikke bevist, at de alle må udelades: mere tid med --seconds kan "
        "måske finde en plads.",
        "cost": "Pris i alt: {total}, heraf for ændringer {changes}; den udmeldte plan kostede "
        "{before}",
        "kept": "Den udmeldte plan er gemt som {path}.",
        "another": "{path} er en anden plan end {plan} og bliver ikke overskrevet: vælg en anden "
        "mappe med --out.",
        "no_time": "Der blev ikke fundet nogen plan, der holder alt fast, på {seconds} sekunder: "
        "giv flere med --seconds, eller udelad en --pin. Intet er skrevet.",
    },
    EN: {
        "fixed": "The published plan: sessions: {sessions}; already held: {held}; pinned: "
        "{pinned}.",
        "excused": "Note: {breach} That has happened and is not changed.",
        "unbroken": "The change breaks no session and no seat.",
        "broken": "Broken by the change:",
        "more": "(and {n} more)",
        "no_moves": "Nobody is moved.",
        "moves": "Moved or dropped: {n}.",
        "fewest": "No plan that seats as many people moves fewer: that is proven.",
        "perhaps_fewer": "At least {least} must be moved or dropped; whether it can be done with "
        "fewer than {n} is not proven.",
        "gone_to": "dropped",
        "names": "{n}: {names}",
        "left": "no longer in the folder",
        "need_gone": "needs the module no more",
        "session_broken": "the session cannot be held",
        "makes_room": "makes room so that everybody gets a seat",
        "other_leaders": "Other facilitators; no participant is moved:",
        "nobody": "nobody",
        "new_seats": "New seats:",
        "left_out": "Left out:",
        "perhaps_seats": "  It is not proven that all of them must be: more time with --seconds "
        "may find a seat.",
        "cost": "Cost: {total}, of which {changes} for changes; the published plan cost {before}.",
        "kept": "The published plan is kept as {path}.",
        "another": "{path} is another plan than {plan} and is not overwritten: choose another "
        "folder with --out.",
        "no_time": "No plan that keeps what is pinned was found in {seconds} seconds: give more "
        "with --seconds, or leave a --pin out. Nothing was written.",
    },
}
