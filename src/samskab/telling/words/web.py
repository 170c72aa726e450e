"""What the commands of the web application say before it is there to speak for itself."""

from samskab.telling.language import Language

SETTING_FAULTS = {
    Language.DANISH: {
        "missing": "{name} er ikke sat: sæt den i omgivelserne af den, der starter programmet.",
        "not-a-number": "{name} er ikke et helt tal: skriv et.",
        "not-yes-or-no": "{name} skal være yes eller no: ret den.",
        "unreadable": "{name} kan ikke læses: ret den.",
    },
    Language.ENGLISH: {
        "missing": "{name} is not set: set it in the environment of whatever starts the program.",
        "not-a-number": "{name} is no whole number: write one.",
        "not-yes-or-no": "{name} must be yes or no: correct it.",
        "unreadable": "{name} cannot be read: correct it.",
    },
}
READ_MORE = {
    Language.DANISH: "Alle indstillinger står i docs/reference/settings.md.",
    Language.ENGLISH: "Every setting stands in docs/reference/settings.md.",
}
UNREACHABLE = {
    Language.DANISH: (
        "Databasen svarer ikke ({why}): start den, eller ret DATABASE_URL eller SAMSKAB_DATA."
    ),
    Language.ENGLISH: (
        "The database does not answer ({why}): start it, or correct DATABASE_URL or SAMSKAB_DATA."
    ),
}
