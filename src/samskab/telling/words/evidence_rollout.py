"""What can be wrong with a roll-out, its lottery and the tests that stand on it."""

from samskab.evidence.rollout.codes import RolloutCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    RolloutCode.ONE_UNIT: {
        DA: "Antal enheder i udrulningen: {units}. Der skal mindst to til, før lodtrækning kan "
        "vise en virkning.",
        EN: "Units in the roll-out: {units}. It takes at least two for a lottery to show an "
        "effect.",
    },
    RolloutCode.ONE_WAVE: {
        DA: "Antal bølger i udrulningen: {waves}. Med færre end to er der intet at trække lod om.",
        EN: "Waves in the roll-out: {waves}. With fewer than two there is nothing to draw.",
    },
    RolloutCode.SHAPE: {
        DA: "Tabellen ({shape}) passer ikke til {units} enheder og {waves} bølger: giv én række "
        "for hver enhed og én kolonne for hver bølge.",
        EN: "The table ({shape}) does not fit {units} units and {waves} waves: give a row for each "
        "unit and a column for each wave.",
    },
    RolloutCode.UNIT_TWICE: {
        DA: "Enheden »{name}« står {times} gange: giv hver enhed sit eget navn.",
        EN: "The unit “{name}” stands {times} times: give each unit a name of its own.",
    },
    RolloutCode.WAVE_TWICE: {
        DA: "Bølgen »{name}« står {times} gange: giv hver bølge sit eget navn.",
        EN: "The wave “{name}” stands {times} times: give each wave a name of its own.",
    },
    RolloutCode.WAVE_WITHOUT_UNITS: {
        DA: "Ingen enhed kan begynde i bølge »{wave}«: flyt bølgen, eller lad den udgå.",
        EN: "No unit can start in wave “{wave}”: move the wave, or leave it out.",
    },
    RolloutCode.UNIT_WITHOUT_WAVES: {
        DA: "Enhed »{unit}« kan ikke begynde i nogen bølge: frigør dage i dens kalendere, flyt en "
        "bølge, eller lad enheden udgå.",
        EN: "Unit “{unit}” cannot start in any wave: free days in its calendars, move a wave, or "
        "leave the unit out.",
    },
    RolloutCode.WAVE_SIZES: {
        DA: "Bølge »{wave}« skal tage mindst {least} og højst {most} enheder: ingen af tallene må "
        "være negative, og det første ikke over det andet.",
        EN: "Wave “{wave}” is to take at least {least} and at most {most} units: neither may be "
        "negative, nor the first above the second.",
    },
    RolloutCode.WAVE_TOO_FEW_UNITS: {
        DA: "Bølge »{wave}« skal have mindst {least} enheder, men kun {units} kan begynde i den: "
        "sæt tallet ned, eller flyt bølgen.",
        EN: "Wave “{wave}” needs at least {least} units, but only {units} can start in it: lower "
        "the number, or move the wave.",
    },
    RolloutCode.TOO_FEW_PLACES: {
        DA: "Bølgerne har højst plads til {places} enheder, men der er {units}: gør en bølge "
        "større, eller tilføj en.",
        EN: "The waves have room for {places} units at most, but there are {units}: make a wave "
        "larger, or add one.",
    },
    RolloutCode.TOO_MANY_PLACES: {
        DA: "Bølgerne skal tilsammen have mindst {places} enheder, men der er kun {units}: gør en "
        "bølge mindre, eller lad en udgå.",
        EN: "The waves need at least {places} units together, but there are only {units}: make a "
        "wave smaller, or leave one out.",
    },
    RolloutCode.GROUP_UNKNOWN: {
        DA: "Enheder, der skal følges ad, findes ikke: {units}. Ret navnene.",
        EN: "Units that are to go together do not exist: {units}. Mend the names.",
    },
    RolloutCode.GROUP_NO_COMMON_WAVE: {
        DA: "Enhederne {units} skal følges ad, men ingen bølge kan tage dem alle: frigør dage, gør "
        "en bølge større, eller lad dem begynde hver for sig.",
        EN: "The units {units} are to go together, but no wave can take them all: free days, make "
        "a wave larger, or let them start apart.",
    },
    RolloutCode.COVARIATE_LENGTH: {
        DA: "»{name}« har {values} værdier til {units} enheder: giv én for hver.",
        EN: "“{name}” has {values} values for {units} units: give one for each.",
    },
    RolloutCode.COVARIATE_NOT_A_NUMBER: {
        DA: "»{name}« er ikke et tal for {units}: udfyld det, eller afbalancér uden.",
        EN: "“{name}” is not a number for {units}: fill it in, or balance without it.",
    },
    RolloutCode.COVARIATE_NEVER_VARIES: {
        DA: "»{name}« er ens for alle enheder, så der er intet at afbalancere: lad den udgå.",
        EN: "“{name}” is the same for all units, so there is nothing to balance: leave it out.",
    },
    RolloutCode.COVARIATE_WEIGHT: {
        DA: "Vægten {weight} på »{name}« skal være et tal over 0: lad den udgå, hvis den ikke "
        "skal tælle.",
        EN: "The weight {weight} of “{name}” must be a number above 0: leave it out where it is "
        "not to count.",
    },
    RolloutCode.NOTHING_ALLOWED: {
        DA: "Ingen fordeling af {units} enheder på {waves} bølger overholder kalendere, størrelser "
        "og følgeskaber på én gang: løsn bølgernes størrelser, eller frigør dage.",
        EN: "No allocation of {units} units to {waves} waves keeps calendars, sizes and groups at "
        "once: loosen the sizes of the waves, or free days.",
    },
    RolloutCode.NO_CHOICE: {
        DA: "Kalenderne tillader kun én fordeling, så der er intet at trække lod om: frigør dage, "
        "eller undersøg virkningen uden lodtrækning.",
        EN: "The calendars allow one allocation only, so there is nothing to draw: free days, or "
        "study the effect without a lottery.",
    },
    RolloutCode.TOO_MANY_TO_LIST: {
        DA: "Der er {size} tilladte fordelinger, men højst {most} kan stilles op: træk en "
        "stikprøve af dem i stedet.",
        EN: "There are {size} allowed allocations, but {most} at most can be listed: draw a sample "
        "of them instead.",
    },
    RolloutCode.NUMBER_DRAWN: {
        DA: "Der kan ikke trækkes {number} fordelinger: træk mindst én.",
        EN: "{number} allocations cannot be drawn: draw at least one.",
    },
    RolloutCode.SHARE_KEPT: {
        DA: "{percent} % kan ikke beholdes: vælg et tal over 0 og højst 100.",
        EN: "{percent}% cannot be kept: choose a number above 0 and at most 100.",
    },
    RolloutCode.NO_COVARIATES: {
        DA: "Intet siger, hvilke fordelinger der er bedst afbalanceret: angiv mindst én "
        "kendt forskel mellem enhederne, eller behold dem alle.",
        EN: "Nothing tells which allocations are balanced best: give at least one known "
        "difference between the units, or keep them all.",
    },
    RolloutCode.RECORD_UNREADABLE: {
        DA: "Lodtrækningens protokol er ikke et JSON-objekt: hent den, som den blev skrevet.",
        EN: "The lottery's record is no JSON object: fetch it as it was written.",
    },
    RolloutCode.RECORD_FIELD: {
        DA: "Lodtrækningens protokol mangler »{field}«, eller feltet er af en anden slags: hent "
        "den, som den blev skrevet.",
        EN: "The lottery's record lacks “{field}”, or the field is of another kind: fetch it as it "
        "was written.",
    },
    RolloutCode.START_PERIODS: {
        DA: "Bølgerne begynder i perioderne {starts} (talt fra 0): det skal være stigende tal fra "
        "0 til {periods}, hvor {periods} er aldrig.",
        EN: "The waves start in the periods {starts} (counted from 0): these must be rising "
        "numbers from 0 to {periods}, where {periods} is never.",
    },
    RolloutCode.TREATMENT_UNREADABLE: {
        DA: "Enhed »{unit}« har celler, der hverken er 0 (før) eller 1 (efter start): ret dem.",
        EN: "Unit “{unit}” has cells that are neither 0 (before) nor 1 (after the start): mend "
        "them.",
    },
    RolloutCode.UNIT_STOPS: {
        DA: "Enhed »{unit}« er i gang og så ikke længere i periode {period}: en enhed, der er "
        "begyndt, regnes for begyndt. Ret dataene.",
        EN: "Unit “{unit}” has started and then no more in period {period}: a unit that has "
        "started counts as started. Mend the data.",
    },
    RolloutCode.START_IN_NO_WAVE: {
        DA: "Enhed »{unit}« begyndte i periode {period}, hvor ingen bølge begynder: ret dataene, "
        "eller regn den til den bølge, den trak.",
        EN: "Unit “{unit}” started in period {period}, in which no wave does: mend the data, or "
        "count it to the wave that it drew.",
    },
    RolloutCode.ONE_UNIT_PER_WAVE: {
        DA: "Hver bølge har kun én enhed, så ingen to enheder følges ad: permutationstesten over "
        "de {size} tilladte fordelinger gælder, og det gør modeller med samme spredning i hver "
        "bølge; Roth og Sant’Annas estimat har ingen usikkerhed at vise.",
        EN: "Each wave has one unit only, so no two units go together: the permutation test over "
        "the {size} allowed allocations is valid, and so are models with the same spread in every "
        "wave; Roth and Sant’Anna’s estimate has no standard error.",
    },
    RolloutCode.SMALLEST_P_ABOVE_LEVEL: {
        DA: "Kalenderne tillader kun {size} fordelinger, så permutationstesten kan aldrig nå "
        "niveauet {level}: frigør dage, så flere bliver mulige.",
        EN: "The calendars allow {size} allocations only, so the permutation test can never reach "
        "the level {level}: free days, so that more become possible.",
    },
}
