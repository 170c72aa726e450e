"""What `samskab rollout rehearse` says."""

from samskab.telling.language import Language

SAID: dict[Language, dict[str, str]] = {
    Language.DANISH: {
        "interrupted": "Afbrudt: intet er skrevet.",
        "no_folder": "{path} er en fil, ikke en mappe: flyt den.",
        "unwritable": "{path} kan ikke skrives ({why}): giv lov til at skrive i mappen.",
        "outcomes_of_others": "{path} er ikke skrevet af en øvelse og bliver ikke overskrevet: "
        "flyt den, hvis der skal øves.",
        "no_number": "--effect er {effect}: skriv et tal.",
        "impossible": "Virkningen vokser og ville bringe udfaldet fra {mean} til {reached}, som "
        "det ikke kan blive: vælg en mindre --effect.",
        "made": "Øvelse: {rows} opdigtede målinger er skrevet til {path}. Den sande virkning er "
        "{effect} i gennemsnit over tiden siden start.",
        "next": "Prøv analysen: samskab rollout analyse {folder}",
    },
    Language.ENGLISH: {
        "interrupted": "Interrupted: nothing is written.",
        "no_folder": "{path} is a file, not a folder: move it.",
        "unwritable": "{path} cannot be written ({why}): allow writing in the folder.",
        "outcomes_of_others": "{path} was not written by a rehearsal and is not overwritten: move "
        "it away to rehearse.",
        "no_number": "--effect is {effect}: write a number.",
        "impossible": "The effect grows and would bring the outcome from {mean} to {reached}, "
        "which it cannot be: choose a smaller --effect.",
        "made": "A rehearsal: {rows} made-up measurements are written to {path}. The true effect "
        "is {effect}, averaged over the time since the start.",
        "next": "Try the analysis: samskab rollout analyse {folder}",
    },
}
