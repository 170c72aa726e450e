"""What `samskab levers` says: each kind of lever in words, and the table's own."""

from samskab.planner.levers.lever import LeverKind
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

CHANGES: dict[Language, dict[str, str]] = {
    DA: {
        LeverKind.FACILITATOR_DAY: "{name} kan undervise {day}",
        LeverKind.FACILITATOR_WEEK: "{name} kan undervise {count} dage om ugen, ikke {before}",
        LeverKind.GROUP_SEAT: "{name}: {count} på en kursusgang, ikke {before}",
        LeverKind.ROOM_SEAT: "{name} rummer {count}, ikke {before}",
        LeverKind.UNIT_LIMIT: "{name}: én mere må være væk samtidig",
        LeverKind.MEETING: "{name}: mødet {span} flyttes",
        LeverKind.WEEK: "Forløbet slutter en uge senere, {day}",
        LeverKind.SHORTER: "{name} varer {short}, ikke {long}",
        LeverKind.PAIR: "{name} følges ikke med {others}",
    },
    EN: {
        LeverKind.FACILITATOR_DAY: "{name} can teach on {day}",
        LeverKind.FACILITATOR_WEEK: "{name} can teach {count} days a week, not {before}",
        LeverKind.GROUP_SEAT: "{name}: {count} in a session, not {before}",
        LeverKind.ROOM_SEAT: "{name} holds {count}, not {before}",
        LeverKind.UNIT_LIMIT: "{name}: one more may be away at the same time",
        LeverKind.MEETING: "{name}: the meeting of {span} is moved",
        LeverKind.WEEK: "The programme ends a week later, on {day}",
        LeverKind.SHORTER: "{name} takes {short}, not {long}",
        LeverKind.PAIR: "{name} is freed from attending with {others}",
    },
}

LENGTHS = {
    DA: {1: "en halv dag", 2: "en dag", 4: "to dage"},
    EN: {1: "half a day", 2: "a day", 4: "two days"},
}

SAID = {
    DA: {
        "weighing": "Vejer håndtag efter grænsens priser: {done} af {count}",
        "planning": "Planlægger igen med de bedste: {done} af {count}",
        "number": "Nr.",
        "change": "Én ændring",
        "found": "Sparer,\nkr.",
        "most": "Højst,\nkr.",
        "displaced": "Fortrængte\ntimer",
        "proven": "Bevist",
        "yes": "ja",
        "no": "nej",
        "nothing": "intet fundet",
        "estimate": "*",
        "without": "Uden ændringer koster planen {total} efter den samme indsats, og ingen plan "
        "koster under {bound}. Vejet: {weighed} håndtag; planlagt igen: {pulled}.",
        "legend": "Sparer: så meget billigere er planen, der er fundet med ændringen. Højst: mere "
        "kan ingen plan med ændringen spare; det er bevist. Bevist: planen med ændringen er "
        "billigere end enhver plan uden. Ændringens egen pris er ikke med.",
        "estimated": "* Grænsen kender ingen pris på denne ændring: den er valgt efter et skøn.",
        "none": "Der er intet at flytte: ingen har behov.",
        "more_people": "{name} og {count} til",
        "interrupted": "Afbrudt: intet er skrevet.",
    },
    EN: {
        "weighing": "Weighing levers by the bound's prices: {done} of {count}",
        "planning": "Planning again with the best: {done} of {count}",
        "number": "No.",
        "change": "One change",
        "found": "Saves,\nDKK",
        "most": "At most,\nDKK",
        "displaced": "Hours\ndisplaced",
        "proven": "Proven",
        "yes": "yes",
        "no": "no",
        "nothing": "none found",
        "estimate": "*",
        "without": "Without a change the plan costs {total} after the same effort, and no plan "
        "costs less than {bound}. Levers weighed: {weighed}; planned again: {pulled}.",
        "legend": "Saves: the plan that was found with the change is cheaper by so much. At most: "
        "no plan with the change can save more; that is proven. Proven: the plan with the change "
        "is cheaper than any plan without. What the change itself costs is not counted.",
        "estimated": "* The bound has no price for this change: it was chosen by an estimate.",
        "none": "There is nothing to lever: nobody needs anything.",
        "more_people": "{name} and {count} more",
        "interrupted": "Interrupted: nothing was written.",
    },
}
