"""The words of what the report holds only where it was asked for: key -> (Danish, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "reasons": ("Se, hvorfor netop denne dato", "See why this date"),
    # Before and after
    "changes_title": ("Før og efter", "Before and after"),
    "changes_lead": (
        "{n} ledere får en anden plads; i alt {seats} pladser.",
        "{n} leaders get another seat; {seats} seats in all.",
    ),
    "changes_lead_one": (
        "{n} leder får en anden plads; i alt {seats} pladser.",
        "{n} leader gets another seat; {seats} seats in all.",
    ),
    "changes_total": (
        "Planen kostede {before} før og koster {after} efter.",
        "The plan cost {before} before, and costs {after} after.",
    ),
    "changes_item": ("{item}: {before} før, {after} efter.", "{item}: {before}, then {after}."),
    "changes_table": ("Hvem der flytter, og hvortil", "Who moves, and where to"),
    "before": ("Før", "Before"),
    "after": ("Efter", "After"),
    "change_in_kr": ("Møder og rejse mere, kr.", "Meetings and travel more, DKK"),
    # Levers
    "levers_title": ("Hvad der ville hjælpe mest", "What would help most"),
    "levers_lead": (
        "Enkelte ændringer, hver afprøvet ved at planlægge igen. I kr.",
        "Single changes, each tried by planning again. In DKK.",
    ),
    "levers_none": (
        "Ingen enkelt ændring ville gøre planen billigere.",
        "No single change would make the plan cheaper.",
    ),
    "levers_table": ("Ændringer og hvad de sparer", "Changes, and what they save"),
    # Variants
    "variants_title": ("Varianter", "Variants"),
    "variants_lead": (
        "Mappen, som den er, og hver variant planlagt lige længe. I kr. og timer.",
        "The folder as it is and each variant, planned for as long each. In DKK and hours.",
    ),
    "variants_table": ("Varianterne side om side", "The variants side by side"),
    # Fairness
    "fairness_title": ("Hvem der bærer hvad", "Who bears what"),
    "fairness_lead": (
        "Mødetid, rejse og tur, enhed for enhed; samskab fairness viser også roller og ledere.",
        "Meetings, travel and turns by unit; samskab fairness shows roles and leaders too.",
    ),
}
