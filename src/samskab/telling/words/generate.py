"""What `samskab generate` says."""

from samskab.telling.language import Language

SAID = {
    Language.DANISH: (
        "{name} (syntetisk): {leaders} ledere i {units} enheder, {modules} moduler, "
        "{facilitators} undervisere, {rooms} lokaler, {first} til {last}.\n"
        "Planlæg: samskab plan {out}"
    ),
    Language.ENGLISH: (
        "{name} (synthetic): {leaders} leaders in {units} units, {modules} modules, "
        "{facilitators} facilitators, {rooms} rooms, {first} to {last}.\n"
        "Plan it: samskab plan {out}"
    ),
}
REFUSED = {
    Language.DANISH: {
        "out-is-a-file": "{path} er en fil: vælg en mappe.",
        "out-is-not-empty": "{path} er ikke tom: vælg en anden mappe, eller erstat en syntetisk "
        "mappe med --replace.",
        "out-is-not-synthetic": "{path} er ikke lavet af samskab generate og bliver ikke "
        "erstattet: vælg en anden mappe.",
    },
    Language.ENGLISH: {
        "out-is-a-file": "{path} is a file: choose a folder.",
        "out-is-not-empty": "{path} is not empty: choose another folder, or replace a synthetic "
        "one with --replace.",
        "out-is-not-synthetic": "{path} was not made by samskab generate and is not replaced: "
        "choose another folder.",
    },
}
UNWRITABLE = {
    Language.DANISH: "{path} kan ikke skrives ({why}): vælg en mappe, som du må skrive i.",
    Language.ENGLISH: "{path} cannot be written ({why}): choose a folder that you may write to.",
}
