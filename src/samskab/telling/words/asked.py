"""What can be wrong with a question about a plan, a sentence each."""

from samskab.planner.explain.asked import AskedCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    AskedCode.PERSON_UNKNOWN: {
        DA: "Ingen i people.csv har id »{person}«: skriv personens id, som det står der.",
        EN: "Nobody in people.csv has the id “{person}”: give the person's id as it stands there.",
    },
    AskedCode.SESSION_UNKNOWN: {
        DA: "Planen har ingen kursusgang »{session}«: skriv dens id, som det står i planen.",
        EN: "The plan has no session “{session}”: give its id as it stands in the plan.",
    },
    AskedCode.NOT_IN_SESSION: {
        DA: "{person} er ikke på {session}: vælg en af vedkommendes kursusgange ({sessions}).",
        EN: "{person} is not in {session}: choose one of that person's sessions ({sessions}).",
    },
    AskedCode.TWO_QUESTIONS: {
        DA: "Spørg om én ting ad gangen: --person, --session eller --unserved.",
        EN: "Ask one thing at a time: --person, --session or --unserved.",
    },
}
