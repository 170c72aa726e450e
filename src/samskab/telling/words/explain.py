"""The words of `samskab explain` and `samskab suggest`: key -> (Danish, English).

A key that ends in `_one` is the singular of the key without it.
"""

WORDS: dict[str, tuple[str, str]] = {
    # amounts and names
    "amount_more": ("{amount} mere", "{amount} more"),
    "amount_less": ("{amount} mindre", "{amount} less"),
    "no_change": ("det samme", "the same"),
    "and_others": ("{names} og {count} andre", "{names} and {count} others"),
    "online": ("online", "online"),
    "room_and_leaders": ("{room}, ved {leaders}", "{room}, led by {leaders}"),
    # a session
    "session": (
        "{session}: {when}, {where}. Deltagere: {people}.",
        "{session}: {when}, {where}. People: {people}.",
    ),
    "session_cost": (
        "På denne dato: {meetings}. Kursusgangen koster {cost}.",
        "On this date: {meetings}. The session costs {cost}.",
    ),
    "meetings": ("{busy} af {of} har møder", "{busy} of {of} in meetings"),
    "meetings_tentative": (
        "{busy} af {of} har møder, {tentative} kun foreløbige",
        "{busy} of {of} in meetings, {tentative} in tentative ones only",
    ),
    "dates_title": (
        "Andre datoer for de samme deltagere, når alt andet i planen står fast ({count}):",
        "Other dates for the same people, all else of the plan standing ({count}):",
    ),
    "no_dates": (
        "Der er ingen anden mulig dato for de samme deltagere, når alt andet i planen står fast.",
        "There is no other possible date for the same people, all else of the plan standing.",
    ),
    "date": (
        "  {when}, {where}: {change}. {meetings}.",
        "  {when}, {where}: {change}. {meetings}.",
    ),
    "more_dates": (
        "  og {count} datoer mere, der koster endnu mere",
        "  and {count} more dates that cost still more",
    ),
    "forbidden_title": (
        "Udelukkede datoer: {count}. Hvad der står i vejen, og på hvor mange: {causes}.",
        "Forbidden dates: {count}. What stands in the way, and on how many: {causes}.",
    ),
    "nearest_title": ("De, hvor der skal mindst til:", "Those for which least would have to give:"),
    "forbidden": ("  {when}: {facts}. {meetings}.", "  {when}: {facts}. {meetings}."),
    "all_forbidden": ("Alle, efter dato:", "All of them, by date:"),
    # the whole plan
    "overview": (
        "Hver kursusgang, og hvad dens næstbedste dato ville koste mere, når alt andet står fast:",
        "Each session, and what its next best date would cost more, all else standing:",
    ),
    "row": (
        (
            "  {session}: {when}. Næstbedst {other}: {change}. Andre mulige: {dates}; udelukkede: "
            "{forbidden}."
        ),
        (
            "  {session}: {when}. Next best {other}: {change}. Others possible: {dates}; "
            "forbidden: "
            "{forbidden}."
        ),
    ),
    "row_alone": (
        "  {session}: {when}. Ingen anden dato er mulig: alle {forbidden} er udelukkede.",
        "  {session}: {when}. No other date is possible: all {forbidden} are forbidden.",
    ),
    "ask_on": (  # after the overview
        "Spørg videre med --session, --person eller --unserved.",
        "Ask on with --session, --person or --unserved.",
    ),
    # a person
    "person": (
        "{person}, {unit}: kursusgange: {count}; udeladte behov: {left_out}.",
        "{person}, {unit}: sessions: {count}; needs left out: {left_out}.",
    ),
    "her_session": ("{session}: {when}, {where}.", "{session}: {when}, {where}."),
    "with_party": (
        "  Flytter vedkommende, flytter {party} med: de følges ad.",
        "  Whoever moves this person moves {party} too: they go together.",
    ),
    "leaving": ("  Kan ikke flytte alene: {facts}.", "  Cannot move alone: {facts}."),
    "seat": (
        "  {session}, {when}: for hele planen {change}; heraf personens egen tid og rejse {hers}.",
        (
            "  {session}, {when}: for the whole plan {change}; of that the person's own time and "
            "travel {hers}."
        ),
    ),
    "no_seat": ("  {session}, {when}: {facts}.", "  {session}, {when}: {facts}."),
    "only_session": (
        "  Det er modulets eneste kursusgang i planen.",
        "  It is the only session of the module in the plan.",
    ),
    # left out
    "left_out_none": ("Planen udelader ingen behov.", "The plan leaves no need out."),
    "left_out_more": (
        (
            "{count} behov mere er udeladt, men ikke set efter i {seconds} sekunder: giv flere med "
            "--seconds, eller spørg om én med --person."
        ),
        (
            "{count} more needs are left out, but not looked into within {seconds} seconds: give "
            "more with --seconds, or ask about one with --person."
        ),
    ),
    "forbidden_need": (
        "{person} har ingen plads på {module}. Tilsammen spærrer dette, og intet kan undværes:",
        "{person} has no seat in {module}. These forbid it together, and none can be spared:",
    ),
    "forbidden_need_one": (
        "{person} har ingen plads på {module}. Dette spærrer alene:",
        "{person} has no seat in {module}. This alone forbids it:",
    ),
    "no_day_at_all": (
        "{person} har ingen plads på {module}: programmets dage rummer ikke modulet.",
        "{person} has no seat in {module}: the programme's days do not hold the module.",
    ),
    "core_fact": ("  · {fact}", "  · {fact}"),
    "core_fact_frees": (
        "  · {fact} Var det alene anderledes: {seat}.",
        "  · {fact} If this alone were otherwise: {seat}.",
    ),
    "otherwise_seat": ("plads på {session} {when}", "a seat in {session} on {when}"),
    "otherwise_new": ("en ny kursusgang {when}", "a new session on {when}"),
    "possible": (
        (
            "{person} har ingen plads på {module}, men der er en: {session}, {when}. Planen "
            "ville koste "
            "{change}."
        ),
        (
            "{person} has no seat in {module}, but there is one: {session}, {when}. The plan would "
            "cost {change}."
        ),
    ),
    "a_new_session": ("en ny kursusgang", "a new session"),
    "possible_moves": ("  Det kræver: {moves}.", "  It takes: {moves}."),
    "undecided": (
        "{person} har ingen plads på {module}. Det lykkedes ikke at afgøre hvorfor i tide.",
        "{person} has no seat in {module}. Why could not be settled in time.",
    ),
    "what_moves": (
        (
            "Regnet sådan: personens egne kursusgange må flyttes, og der må holdes én ny; alle "
            "andre "
            "står fast."
        ),
        (
            "Reckoned so: the person's own sessions may move, and one new session may be held; "
            "everybody else stands."
        ),
    ),
    # suggest
    "suggest": (
        "{person} kan ikke komme til {session}, {when}.",
        "{person} cannot come to {session}, {when}.",
    ),
    "suggest_party": (
        "{party} følger med: de tager modulet sammen.",
        "{party} moves too: they take the module together.",
    ),
    "suggest_seats": (
        "Uden at nogen andre flytter, bedst først:",
        "Nobody else moving, the best first:",
    ),
    "suggest_nowhere": (
        "Ingen anden kursusgang er mulig, uden at andre flytter:",
        "No other session is possible unless others move:",
    ),
    "suggest_only_one": (
        "Det er den eneste kursusgang af modulet i planen.",
        "It is the only session of the module in the plan.",
    ),
    "suggest_others_forbidden": ("Ikke mulige:", "Not possible:"),
    "room_alone": (
        "Der er plads, hvis vedkommende også bytter sine egne andre kursusgange: {change}.",
        "There is room if this person's own other sessions change too: {change}.",
    ),
    "room_made": (
        "Der bliver plads, når så mange andre flytter: {others}. Det koster {change}.",
        "Room is made when so many others move: {others}. It costs {change}.",
    ),
    "move": (
        "  {person}: {come_from} → {go_to}, {when}",
        "  {person}: {come_from} → {go_to}, {when}",
    ),
    "no_seat_yet": ("uden plads", "no seat"),
    "fewest_and_cheapest": (
        (
            "Bevist: færre andre kan det ikke gøres med, og med så få ikke billigere "
            "(kursusgangenes "
            "datoer står fast)."
        ),
        (
            "Proven: it takes no fewer others, and with so few it cannot be had for less (the "
            "dates of "
            "sessions stand)."
        ),
    ),
    "fewest_only": (
        (
            "Bevist: færre andre kan det ikke gøres med (kursusgangenes datoer står fast). Om "
            "det kan "
            "gøres billigere, er ikke bevist."
        ),
        (
            "Proven: it takes no fewer others (the dates of sessions stand). Whether it can be "
            "had for "
            "less is not proven."
        ),
    ),
    "not_proven": (
        "Om det kan gøres med færre andre, er ikke bevist.",
        "Whether fewer others would do is not proven.",
    ),
    "no_room": (
        "Heller ikke ved at flytte andre mellem kursusgangene: det er bevist.",
        "Nor by moving others between the sessions: that is proven.",
    ),
    "no_room_found": (
        (
            "Der blev heller ikke fundet plads ved at flytte andre; at den ikke findes, er ikke "
            "bevist."
        ),
        "Nor was room found by moving others; that there is none is not proven.",
    ),
}
