"""What `samskab whatif` says: its table, its verdicts, and what can be wrong with a variant."""

from samskab.planner.folder.settings import SettingCode
from samskab.planner.whatif.verdict import Told
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    SettingCode.UNKNOWN: {
        DA: "Der er ingen indstilling {name}: den nærmeste hedder {nearest}.",
        EN: "There is no setting {name}: the nearest is {nearest}.",
    },
    SettingCode.WITHOUT_VALUE: {
        DA: "»{text}« er ingen indstilling: skriv navn=værdi, flere med komma imellem og "
        "decimaler med punktum.",
        EN: "“{text}” is no setting: write name=value, several with commas between them and "
        "decimals with a point.",
    },
    SettingCode.TWICE: {
        DA: "{name} har to værdier: slet den ene.",
        EN: "{name} has two values: delete one.",
    },
    SettingCode.FILE_MISSING: {
        DA: "Der er ingen fil her: skriv stien til en fil, der er et stykke af programme.toml.",
        EN: "There is no file here: give the path of a file that is a piece of programme.toml.",
    },
    SettingCode.NONE: {
        DA: "Varianten ændrer ingen indstilling: skriv mindst én, fx rules.max_days_per_week=3.",
        EN: "The variant changes no setting: write one at least, such as "
        "rules.max_days_per_week=3.",
    },
}

SAID = {
    DA: {
        "working": "{number} af {count}: {name}",
        "cut_short": "Afbrudt ved {number} af {count}: her er det, der er planlagt så langt. Den "
        "sidste kan have fået kortere tid end de andre.",
        "base": "forløbet, som det er",
        "number": "Nr.",
        "variant": "Variant",
        "total": "Pris,\nkr.",
        "bound": "Ingen under,\nkr.",
        "sessions": "Kursus-\ngange",
        "away": "Timer\nvæk",
        "displaced": "Fortrængte\ntimer",
        "unserved": "Udeladte\nbehov",
        "legend": "Pris: den bedste plan, der er fundet. Ingen under: bevist, at ingen plan af "
        "varianten koster mindre. Timer er alle deltageres tilsammen; fortrængte timer er af deres "
        "møder.",
        "differs": "I planen: {changes}.",
        "same": "I planen: samme tal på alle poster.",
        "stricter": "Den forbyder kun mere, så billigere er den sikkert ikke.",
        "looser": "Den tillader kun mere, så dyrere er den sikkert ikke.",
        "sessions_by": "kursusgange",
        "displaced_by": "fortrængte timer",
        "unserved_by": "udeladte behov",
        "best_one": "Sikkert den billigste: {best}.",
        "best_equal": "Lige billige, og ingen er billigere: {best}.",
        "best_many": "Hvilken der er den billigste, kan ikke afgøres: det kan være {best}. Mere "
        "tid gør grænserne skarpere.",
        "or": " eller ",
        "wrote": "Skrevet: {path}",
        "no_variant": "Der er ingen variant: skriv fx --set rules.max_days_per_week=3, eller "
        "--variant med en fil.",
        "interrupted": "Afbrudt: intet er skrevet.",
    },
    EN: {
        "working": "{number} of {count}: {name}",
        "cut_short": "Interrupted at {number} of {count}: here is what is planned so far. The last "
        "may have had less time than the others.",
        "base": "the programme as it is",
        "number": "No.",
        "variant": "Variant",
        "total": "Cost,\nDKK",
        "bound": "None below,\nDKK",
        "sessions": "Sessions",
        "away": "Hours\naway",
        "displaced": "Hours\ndisplaced",
        "unserved": "Needs\nleft out",
        "legend": "Cost: the best plan that was found. None below: proven that no plan of the "
        "variant costs less. Hours are those of all people together; displaced are hours of their "
        "meetings.",
        "differs": "In the plan: {changes}.",
        "same": "In the plan: the same figures for every item.",
        "stricter": "It only forbids more, so it is surely not cheaper.",
        "looser": "It only allows more, so it is surely not dearer.",
        "sessions_by": "sessions",
        "displaced_by": "hours displaced",
        "unserved_by": "needs left out",
        "best_one": "Surely the cheapest: {best}.",
        "best_equal": "Equally cheap, and none is cheaper: {best}.",
        "best_many": "Which is the cheapest cannot be told: it may be {best}. More time "
        "sharpens the bounds.",
        "or": " or ",
        "wrote": "Written: {path}",
        "no_variant": "There is no variant: write for instance --set rules.max_days_per_week=3, or "
        "--variant with a file.",
        "interrupted": "Interrupted: nothing was written.",
    },
}

VERDICTS = {
    DA: {
        Told.BETTER: "sikkert billigere end forløbet, som det er: mindst {least} og højst {most}.",
        Told.WORSE: "sikkert dyrere end forløbet, som det er: mindst {least} og højst {most}.",
        Told.EQUAL: "præcis lige så billig som forløbet, som det er.",
        Told.UNTOLD: "kan ikke skelnes fra forløbet, som det er: forskellen i pris ({found}) er "
        "mindre, end grænserne kan se. Den bedste plan er højst {most} billigere og højst {least} "
        "dyrere.",
    },
    EN: {
        Told.BETTER: "surely cheaper than the programme as it is: by {least} at least and {most} "
        "at most.",
        Told.WORSE: "surely dearer than the programme as it is: by {least} at least and {most} "
        "at most.",
        Told.EQUAL: "exactly as cheap as the programme as it is.",
        Told.UNTOLD: "cannot be told apart from the programme as it is: the difference in cost "
        "({found}) is smaller than the bounds can see. The best plan is cheaper by {most} at most "
        "and dearer by {least} at most.",
    },
}
