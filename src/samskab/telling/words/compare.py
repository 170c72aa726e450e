"""What `samskab compare` says."""

from samskab.planner.comparison.compare import Standing
from samskab.telling.language import Language

SAID = {
    Language.DANISH: {
        "same": "Intet er forskelligt: A og B er den samme plan.",
        "item": "Pris",
        "difference": "B minus A",
        "kr": "kr.",
        "total": "I alt",
        "dearer": "B koster {by} mere end A.",
        "cheaper": "B koster {by} mindre end A.",
        "equal": "A og B koster det samme.",
        "misclaimed": "{plan} angiver selv {claimed} i alt; med mappen, som den er nu, er det "
        "{true}. Her regnes med mappen.",
        "only": "Kursusgange kun i {plan}: {count}",
        "changed": "Kursusgange i begge, med andre undervisere eller deltagere: {count}",
        "people_one": "1 deltager",
        "people": "{count} deltagere",
        "led": "Undervisere: {before} → {after}",
        "nobody": "ingen",
        "attended": "Deltagere: {before} → {after} ({gone} går, {new} kommer)",
        "online": "online",
        "moves": "Ledere, der flytter: {people} (pladser: {seats})",
        "moves_lead": "Hvad B ændrer for dem: mødetimer, der må vige (foreløbige efter deres "
        "vægt), hvad de er værd, og rejse, i {kr}",
        "who": "Leder",
        "hours": "Timer",
        "displaced": "Fortrængt",
        "travel": "Rejse",
        "unfair": "Skævhed",
        "no_seat": "uden plads",
        "more": "… og {count} mere; --all viser alle.",
        "stay": "Uden at flytte",
        "listed": "Nævnt som udeladt kun i {plan}, men med samme plads (eller ingen) i begge: "
        "{count}. En af planerne holder altså ikke: samskab check siger hvorfor.",
    },
    Language.ENGLISH: {
        "same": "Nothing differs: A and B are the same plan.",
        "item": "Cost",
        "difference": "B minus A",
        "kr": "DKK",
        "total": "Total",
        "dearer": "B costs {by} more than A.",
        "cheaper": "B costs {by} less than A.",
        "equal": "A and B cost the same.",
        "misclaimed": "{plan} itself claims {claimed} in all; with the folder as it is now it is "
        "{true}. The folder is what counts here.",
        "only": "Sessions only in {plan}: {count}",
        "changed": "Sessions in both that others lead or attend: {count}",
        "people_one": "1 person",
        "people": "{count} people",
        "led": "Facilitators: {before} → {after}",
        "nobody": "none",
        "attended": "People: {before} → {after} ({gone} leave, {new} come)",
        "online": "online",
        "moves": "Leaders who move: {people} (seats: {seats})",
        "moves_lead": "What B changes for them: hours of meetings displaced (tentative ones by "
        "their weight), what these are worth, and travel, in {kr}",
        "who": "Leader",
        "hours": "Hours",
        "displaced": "Displaced",
        "travel": "Travel",
        "unfair": "Unfair",
        "no_seat": "no seat",
        "more": "… and {count} more; --all shows everyone.",
        "stay": "Without moving",
        "listed": "Listed as left out only in {plan}, though with the same seat (or none) in both: "
        "{count}. So one of the plans does not hold: samskab check says why.",
    },
}
STANDINGS = {
    Language.DANISH: {
        Standing.NO_BOUND: "Ingen af planerne har en bevist grænse: om der findes en billigere, "
        "er ikke til at sige.",
        Standing.BEST: "Den billigste af dem er bevist bedst: ingen plan for mappen koster mindre.",
        Standing.APART: "Ingen plan for mappen koster under {bound}: der kan findes en, der er op "
        "til {slack} billigere end den billigste af de to, men ikke mere.",
        Standing.TOO_CLOSE: "Forskellen er mindre, end grænserne kan skelne: ingen plan for mappen "
        "koster under {bound}, så der kan findes en, der er op til {slack} billigere end begge.",
        Standing.BOUND_TOO_HIGH: "En af planerne koster mindre end grænsen {bound}, som ingen plan "
        "for mappen kan komme under: den bryder en regel, eller mappen er ændret siden. "
        "samskab check siger hvilket.",
    },
    Language.ENGLISH: {
        Standing.NO_BOUND: "Neither plan has a proven bound: whether there is a cheaper one cannot "
        "be said.",
        Standing.BEST: "The cheaper of them is proven best: no plan of this folder costs less.",
        Standing.APART: "No plan of this folder costs less than {bound}: there may be one up to "
        "{slack} cheaper than the cheaper of the two, but no more.",
        Standing.TOO_CLOSE: "The difference is smaller than what the bounds can tell apart: no "
        "plan of this folder costs less than {bound}, so there may be one up to {slack} cheaper "
        "than both.",
        Standing.BOUND_TOO_HIGH: "One of the plans costs less than the bound {bound}, below which "
        "no plan of this folder can come: it breaks a rule, or the folder has changed since. "
        "samskab check says which.",
    },
}
