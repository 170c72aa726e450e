"""What can be wrong with figures that are to be compared, a sentence each."""

from samskab.evidence.efficiency.codes import EfficiencyCode as Code
from samskab.telling.efficiency_codes import PeriodCode, RoleCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    Code.ONE_UNIT: {
        DA: "Der er {units} enhed: en enhed kan kun måles mod andre, så tilføj mindst én til.",
        EN: "The number of units is {units}: a unit can only be measured against others, so add "
        "one or more.",
    },
    Code.NOTHING_TO_COMPARE: {
        DA: "Der mangler et input eller et output: vælg mindst ét af hver.",
        EN: "An input or an output is missing: choose one or more of each.",
    },
    Code.VALUE_MISSING: {
        DA: "{unit} mangler et tal i {column}: udfyld det, eller lad enheden udgå; et gættet tal "
        "ville flytte alle andre.",
        EN: "{unit} has no number in {column}: fill it in, or leave the unit out; a guess would "
        "move all the others.",
    },
    Code.NAME_TWICE: {
        DA: "Enheden {unit} står der to gange: giv hver enhed sit eget navn.",
        EN: "The unit {unit} is there twice: give each unit a name of its own.",
    },
    Code.NEGATIVE: {
        DA: "{unit} har {number} i {column}, og modellen kan ikke regne med tal under 0: variabelt "
        "skalaafkast (vrs) tåler dem i det, der ikke skal ændres, altså i output med retningen "
        "input og omvendt.",
        EN: "{unit} has {number} in {column}, and the model cannot bear numbers below 0: variable "
        "returns (vrs) bear them in what is not to change, so in outputs with the orientation "
        "input, and the other way round.",
    },
    Code.ZERO: {
        DA: "{unit} har {number} i {column}, og det slack-baserede mål deler med tallet: brug det "
        "radiale mål, som tåler nuller.",
        EN: "{unit} has {number} in {column}, and the slack-based measure divides by it: use the "
        "radial measure, which bears zeros.",
    },
    Code.NO_INPUT: {
        DA: "{unit} har 0 i alle de input, der kan sænkes, så intet kan spares: ret tallene, eller "
        "lad enheden udgå.",
        EN: "{unit} has 0 in every input that can fall, so nothing can be saved: mend the figures, "
        "or leave the unit out.",
    },
    Code.NO_OUTPUT: {
        DA: "{unit} har 0 i alle output, så der er intet at måle: ret tallene, eller lad enheden "
        "udgå.",
        EN: "{unit} has 0 in every output, so there is nothing to measure: mend the figures, or "
        "leave the unit out.",
    },
    Code.ALL_FIXED: {
        DA: "Ingen kan ændre noget input, så intet kan spares: vælg retningen output, eller gør et "
        "input frit.",
        EN: "Nobody can change any input, so nothing can be saved: choose the orientation output, "
        "or free an input.",
    },
    Code.BAD_NEEDS_VRS: {
        DA: "Uønskede output kan kun flyttes under variabelt skalaafkast (vrs eller fdh), ikke "
        "{returns}: vælg vrs, eller regn dem som input.",
        EN: "Bad outputs can only be translated under variable returns (vrs or fdh), not "
        "{returns}: choose vrs, or count them as inputs.",
    },
    Code.TRANSLATION_TOO_SMALL: {
        DA: "{column} flyttes med {translation}, men en enhed har {largest}: flyt med mere end det "
        "største tal.",
        EN: "{column} is translated by {translation}, but a unit has {largest}: translate by more "
        "than the largest figure.",
    },
    Code.PRICE_NOT_ABOVE: {
        DA: "{unit} har prisen {number} på {column}: en pris skal være over 0.",
        EN: "{unit} has the price {number} of {column}: a price must be above 0.",
    },
    Code.NO_COMMON_UNIT: {
        DA: "Periode {period} har ikke de samme enheder som den første: behold kun dem, der er der "
        "hele vejen.",
        EN: "Period {period} has not the same units as the first: keep only those that are there "
        "throughout.",
    },
    Code.ONE_PERIOD: {
        DA: "Der er kun én periode: en udvikling kræver mindst to.",
        EN: "There is one period only: change takes two or more.",
    },
    Code.NO_BOOTSTRAP: {
        DA: "Der findes intet interval for fdh: vælg et andet skalaafkast, eller --bootstrap 0.",
        EN: "There is no interval for fdh: choose other returns, or --bootstrap 0.",
    },
    Code.FEW_UNITS: {
        DA: "{units} enheder er få til {inputs} input og {outputs} output: så ser næsten alle "
        "effektive ud. Brug mindst {least} enheder eller færre tal.",
        EN: "{units} units are few for {inputs} inputs and {outputs} outputs: nearly all of them "
        "will look efficient. Use {least} units or more, or fewer figures.",
    },
    RoleCode.COLUMN_WANTED: {
        DA: "Filen har ingen kolonne {column}: se efter, om navnet er stavet som i filens første "
        "linje.",
        EN: "The file has no column {column}: see whether the name is spelt as in the file's first "
        "line.",
    },
    RoleCode.ROLES_MISSING: {
        DA: "Ingen kolonne er valgt som {role}: sæt {role}: foran dens navn, eller brug --{role}s.",
        EN: "No column is chosen as an {role}: put {role}: before its name, or use --{role}s.",
    },
    RoleCode.TWO_ROLES: {
        DA: "Kolonnen {column} har to roller: giv den én.",
        EN: "The column {column} has two roles: give it one.",
    },
    RoleCode.PRICES_PARTLY: {
        DA: "{column} har ingen pris, men andre input har: giv alle en pris, eller ingen.",
        EN: "{column} has no price, but other inputs have: give all of them one, or none.",
    },
    RoleCode.PERIOD_TWICE: {
        DA: "Også {column} er valgt som periode: vælg kun én kolonne.",
        EN: "{column} is chosen as the period too: choose one column only.",
    },
    PeriodCode.PERIODS_NOT_TWO: {
        DA: "Forskellige perioder i kolonnen: {count} ({periods}). En udvikling regnes mellem to, "
        "så behold netop to.",
        EN: "Different periods in the column: {count} ({periods}). Change is worked out between "
        "two, so keep exactly two.",
    },
    PeriodCode.UNIT_OF_ONE_PERIOD: {
        DA: "{unit} findes ikke i {period}: tilføj enheden der, eller lad den udgå begge steder.",
        EN: "{unit} is not there in {period}: add the unit there, or leave it out of both.",
    },
    PeriodCode.UNIT_TWICE: {
        DA: "{unit} står der to gange i {period}: giv hver enhed sit eget navn.",
        EN: "{unit} is there twice in {period}: give each unit a name of its own.",
    },
}
