"""What can be wrong with a file of reference cases."""

from samskab.telling.evidence_cases_codes import CasesCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    CasesCode.MISSING: {
        DA: "Filen {path} findes ikke: angiv stien til en JSON-fil med tilfælde.",
        EN: "There is no file {path}: give the path of a JSON file of cases.",
    },
    CasesCode.UNREADABLE: {
        DA: "Filen {path} kan ikke læses: den skal være en UTF-8-tekstfil, som du har adgang til.",
        EN: "The file {path} cannot be read: it must be a text file in UTF-8 that you may open.",
    },
    CasesCode.NO_JSON: {
        DA: "Filen er ikke gyldig JSON herfra: ret den, eller hent den igen.",
        EN: "The file is no valid JSON from here on: mend it, or fetch it again.",
    },
    CasesCode.NONE: {
        DA: "Filen indeholder ingen tilfælde: de skal stå i lister ved navn power, design, "
        "analysis eller dea.",
        EN: "The file holds no cases: they must stand in lists named power, design, analysis "
        "or dea.",
    },
}
