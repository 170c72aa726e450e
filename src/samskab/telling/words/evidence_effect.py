"""What can be wrong with outcomes and with a plan of analysis, a sentence each."""

from samskab.evidence.effect.codes import EffectCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    EffectCode.LENGTHS_DIFFER: {
        DA: "Kolonnerne er ikke lige lange ({columns}): hver række skal have en værdi i dem alle.",
        EN: "The columns differ in length ({columns}): every row needs a value in each of them.",
    },
    EffectCode.NOTHING_OBSERVED: {
        DA: "Der er ingen målinger: udfyld mindst én række pr. enhed og periode.",
        EN: "Nothing was measured: fill in at least one row for every unit and period.",
    },
    EffectCode.OUTCOME_NOT_A_NUMBER: {
        DA: "{count} værdier i {column} er ikke tal, den første i række {row}: udfyld dem, eller "
        "tag rækkerne ud, og skriv hvorfor.",
        EN: "{count} values of {column} are not numbers, the first in row {row}: fill them in, or "
        "leave the rows out and say why.",
    },
    EffectCode.OUTCOME_NEVER_VARIES: {
        DA: "Udfaldet er ens i alle rækker af en periode (den første er {value}), så det kan ikke "
        "vise nogen forskel: mål noget, der varierer.",
        EN: "The outcome is the same in all rows of a period (the first is {value}), so it cannot "
        "show a difference: measure something that varies.",
    },
    EffectCode.OUTCOME_NOT_BINARY: {
        DA: "Udfaldet {value} er hverken 0 eller 1: vælg en model for tal, eller ret værdien.",
        EN: "The outcome {value} is neither 0 nor 1: choose a model for numbers, or correct it.",
    },
    EffectCode.CELL_EMPTY: {
        DA: "{cluster} har ingen målinger i {period}: skaf dem, eller angiv, at cellen med vilje "
        "er tom.",
        EN: "{cluster} has no measurements in {period}: get them, or state that the cell is empty "
        "on purpose.",
    },
    EffectCode.CELL_MIXED: {
        DA: "{cluster} har i {period} både rækker fra før og efter start: del perioden, eller ret "
        "startdatoen.",
        EN: "{cluster} has rows from before and after its start in {period}: split the period, or "
        "correct the start.",
    },
    EffectCode.CLUSTER_RETURNS: {
        DA: "{cluster} er begyndt, men står som ikke begyndt i {period}: en enhed kan ikke skifte "
        "bølge; ret starten.",
        EN: "{cluster} had started but is not treated in {period}: a unit cannot change wave; "
        "correct its start.",
    },
    EffectCode.ONE_UNIT: {
        DA: "Der er kun én enhed ({cluster}), så en virkning kan ikke skilles fra tidens gang: tag "
        "flere enheder med.",
        EN: "There is only one unit ({cluster}), so an effect cannot be told from the passing of "
        "time: include more units.",
    },
    EffectCode.NOBODY_TREATED: {
        DA: "Ingen enhed er begyndt i perioden: vent, til den første bølge har målinger.",
        EN: "No unit has started in the period: wait until the first wave has measurements.",
    },
    EffectCode.EVERYBODY_TREATED: {
        DA: "Alle rækker er fra efter starten, så der er intet at sammenligne med: tag målinger "
        "fra før med.",
        EN: "Every row is from after the start, so there is nothing to compare with: include "
        "measurements from before.",
    },
    EffectCode.ONE_CLUSTER_PER_WAVE: {
        DA: "Hver bølge ({waves}) har kun én enhed, så denne metode kan ikke måle spredningen "
        "mellem enheder: brug permutationstesten eller den blandede model med Kenward-Roger, som "
        "stadig gælder.",
        EN: "Each wave ({waves}) has one unit only, so this method cannot measure the spread "
        "between units: use the permutation test or the mixed model with Kenward-Roger, which "
        "remain valid.",
    },
    EffectCode.NOT_ESTIMABLE: {
        DA: "Virkningen kan ikke skilles fra perioder eller andre kolonner: tag perioder med, hvor "
        "nogle enheder er begyndt og andre ikke.",
        EN: "The effect cannot be told from periods or other columns: include periods in which "
        "some units have started and others have not.",
    },
    EffectCode.TOO_FEW_OBSERVATIONS: {
        DA: "{observations} målinger er for få til {coefficients} ukendte: mål mere, eller vælg en "
        "enklere model.",
        EN: "{observations} measurements are too few for {coefficients} unknowns: measure more, or "
        "choose a simpler model.",
    },
    EffectCode.SEPARATED: {
        DA: "I en periode eller gruppe er udfaldet altid det samme, så odds-forholdet er "
        "uendeligt: slå perioder sammen, eller brug forskellen i andele.",
        EN: "In some period or group the outcome is always the same, so the odds ratio is "
        "infinite: merge periods, or use the difference of proportions.",
    },
    EffectCode.LEVEL_OUT_OF_RANGE: {
        DA: "Konfidensniveauet {level} er ikke mellem 0 og 1: skriv for eksempel 0.95.",
        EN: "The confidence level {level} is not between 0 and 1: write 0.95, for example.",
    },
    EffectCode.NOT_BALANCED: {
        DA: "{unit} er ikke målt præcis én gang i {time}: metoden kræver hver enhed til hvert "
        "tidspunkt; udfyld, eller tag enheden ud.",
        EN: "{unit} is not measured exactly once at {time}: the method needs every unit at every "
        "time; fill it in, or leave the unit out.",
    },
    EffectCode.NO_UNTREATED: {
        DA: "Der er for få enheder, som ikke er begyndt, at sammenligne med: tag flere med, eller "
        "sammenlign med dem, der endnu ikke er begyndt.",
        EN: "Too few units that have not started are left to compare with: include more, or "
        "compare with those not yet started.",
    },
    EffectCode.STARTS_DIFFER: {
        DA: "{unit} har mere end ét starttidspunkt, og metoden kræver ét: ret data, eller vælg en "
        "metode for start i bølger.",
        EN: "{unit} has more than one start, and the method needs one: correct the data, or choose "
        "a method for starts in waves.",
    },
    EffectCode.NO_TIME_BEFORE: {
        DA: "Der er færre end to tidspunkter før starten ({start}): skaf ældre målinger.",
        EN: "There are fewer than two times before the start ({start}): get older measurements.",
    },
    EffectCode.PLAN_CHANGED: {
        DA: "Analyseplanen svarer ikke til sit fingeraftryk ({sha256}…): den er ændret efter "
        "låsningen; hent den låste udgave.",
        EN: "The plan of analysis does not match its hash ({sha256}…): it was changed after it was "
        "locked; bring back the locked version.",
    },
    EffectCode.PLAN_UNREADABLE: {
        DA: "Filen er ikke en låst analyseplan ({why}): lås planen igen, eller hent den rigtige "
        "fil.",
        EN: "The file is no locked plan of analysis ({why}): lock the plan again, or bring the "
        "right file.",
    },
    EffectCode.PLAN_EMPTY: {
        DA: "Analyseplanen nævner intet udfald: skriv navnet på den kolonne, der skal vise "
        "virkningen.",
        EN: "The plan of analysis names no outcome: give the name of the column that shall show "
        "the effect.",
    },
    EffectCode.BEFORE_LOCK: {
        DA: "{count} rækker er fra før analyseplanen blev låst {locked}, den første fra {first}: "
        "de kan ikke bruges som bekræftelse; tag dem ud, eller kald analysen eksplorativ.",
        EN: "{count} rows are from before the plan of analysis was locked at {locked}, the first "
        "from {first}: they cannot confirm anything; leave them out, or call the analysis "
        "exploratory.",
    },
    EffectCode.CLOCK_WITHOUT_ZONE: {
        DA: "Tidspunktet {time} har ingen tidszone: skriv den med, for eksempel +01:00.",
        EN: "The time {time} has no time zone: write it too, such as +01:00.",
    },
    EffectCode.SMALLEST_NOT_POSITIVE: {
        DA: "Den mindste virkning, der betyder noget, er {effect}, men skal være over 0: skriv, "
        "hvor stor en forskel der ville ændre en beslutning.",
        EN: "The smallest effect that matters is {effect}, but must be above 0: write how large a "
        "difference would change a decision.",
    },
}
