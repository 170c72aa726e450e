"""Why a need is left out, in both languages."""

from samskab.telling.language import Language

REASONS: dict[str, tuple[str, str]] = {
    "no_open_date": (
        (
            "Ingen mulig dato: alle er lukket af fast optaget tid, af perioden for modulet "
            "eller af afstanden til de andre moduler."
        ),
        (
            "No possible date: each is closed by hard time, by the window of the module "
            "or by the distance to the other modules."
        ),
    ),
    "earlier_module_unserved": (
        "Et modul, som dette kommer efter, er der ikke plads på.",
        "A module that this one comes after has no seat.",
    ),
    "too_few_for_a_group": (
        "For få kan på samme tid til at fylde det mindste hold.",
        "Too few can come at the same time to fill the smallest group.",
    ),
    "no_room_or_facilitator": (
        "Der er intet ledigt lokale eller ingen ledig underviser på de mulige datoer.",
        "No room or no facilitator is free on the possible dates.",
    ),
    "rules_leave_no_seat": (
        (
            "Der er pladser, men reglerne spærrer for dem: hvor mange der må være væk fra enheden, "
            "hvem der skal være sammen eller hver for sig, eller dage på en uge."
        ),
        (
            "There are seats, but the rules forbid them: how many of the unit may be away, who "
            "must be together or apart, or days in a week."
        ),
    ),
    "dearer_than_leaving_out": (
        "En plads koster mere end at udelade behovet.",
        "A seat costs more than leaving the need out.",
    ),
}


def reason_in_words(why: str, language: Language) -> str:
    """The sentence of a reason code.

    Args:
        why: a code; one that has no words yet is shown as it is.
        language: of the reader.
    """
    danish, english = REASONS.get(why, (why, why))
    return danish if language is Language.DANISH else english
