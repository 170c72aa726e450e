"""What the permutation test and the estimator for randomised starts refuse."""

from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.effect.staggered.codes import StaggeredCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    PermutationCode.SHAPE: {
        DA: "Tabellerne passer ikke til {units} enheder og {periods} perioder: giv én række for "
        "hver enhed og én kolonne for hver periode.",
        EN: "The tables do not fit {units} units and {periods} periods: give a row for each unit "
        "and a column for each period.",
    },
    PermutationCode.ONE_UNIT: {
        DA: "Antal enheder: {units}. En permutationstest kræver mindst to.",
        EN: "Units: {units}. A permutation test takes at least two.",
    },
    PermutationCode.EMPTY_CELL: {
        DA: "Ingen er målt i enhed »{unit}« i periode »{period}«: skaf målingen, eller udelad "
        "perioden for alle.",
        EN: "Nobody was measured in unit “{unit}” in period “{period}”: get the measurement, or "
        "leave the period out for all.",
    },
    PermutationCode.NOT_A_NUMBER: {
        DA: "Udfaldet for enhed »{unit}« i periode »{period}« er ikke et tal: ret det.",
        EN: "The outcome of unit “{unit}” in period “{period}” is not a number: mend it.",
    },
    PermutationCode.NEVER_VARIES: {
        DA: "Udfaldet er ens i alle enheder i hver periode (den første er {value}): det kan ikke "
        "vise en virkning. Se efter, om den rigtige kolonne er brugt.",
        EN: "The outcome is the same in all units in each period (the first is {value}): it cannot "
        "show an effect. See whether the right column was used.",
    },
    PermutationCode.ICC: {
        DA: "Korrelationen i en enhed (ICC) er {icc}: den skal være fra 0 til under 1.",
        EN: "The correlation within a unit (ICC) is {icc}: it must be from 0 to below 1.",
    },
    PermutationCode.CAC: {
        DA: "Korrelationen mellem en enheds perioder (CAC) er {cac}: den skal være fra 0 til 1.",
        EN: "The correlation between a unit’s periods (CAC) is {cac}: it must be from 0 to 1.",
    },
    PermutationCode.LEVEL: {
        DA: "Niveauet {level} skal ligge mellem 0 og 1, fx 0,05.",
        EN: "The level {level} must lie between 0 and 1, such as 0.05.",
    },
    PermutationCode.LONGEST: {
        DA: "Virkningen kan ikke regnes for uændret efter {longest} perioder: angiv mindst 1.",
        EN: "The effect cannot be taken to stay after {longest} periods: give at least 1.",
    },
    PermutationCode.UNIT_CHANGED_WAVE: {
        DA: "Enhed »{unit}« trak bølge {drawn}, men begyndte i bølge {started}: testen gælder kun "
        "bølgerne, som de blev trukket. Regn enheden til den bølge, den trak, og sig det.",
        EN: "Unit “{unit}” drew wave {drawn} but started in wave {started}: the test holds only "
        "for the waves as they were drawn. Count the unit to the wave that it drew, and say so.",
    },
    PermutationCode.DRAWN_ABSENT: {
        DA: "Fordelingen, som den blev, er ikke blandt de {size}, der kunne trækkes: brug "
        "lodtrækningens egen protokol.",
        EN: "The allocation as it became is not among the {size} that could be drawn: use the "
        "lottery’s own record.",
    },
    PermutationCode.TOO_FEW: {
        DA: "Med {size} fordelinger er den mindst mulige p-værdi {smallest}, og niveauet er "
        "{level}: intet resultat kunne være et bevis. Vælg et højere niveau, eller brug en model.",
        EN: "With {size} allocations the smallest possible p-value is {smallest}, and the level is "
        "{level}: no result could be proof. Choose a higher level, or use a model.",
    },
    PermutationCode.NOT_IDENTIFIED: {
        DA: "Under nogle af fordelingerne kan virkningen ikke skelnes fra tiden: spørg om en "
        "konstant virkning, eller regn den for uændret efter færre perioder.",
        EN: "Under some of the allocations the effect cannot be told from time: ask for a constant "
        "effect, or take it to stay after fewer periods.",
    },
    PermutationCode.OUTCOME_NOT_BINARY: {
        DA: "Udfaldet har andre værdier end 0 og 1: brug lineær regression, eller ret det.",
        EN: "The outcome has values other than 0 and 1: use linear regression, or mend it.",
    },
    PermutationCode.SEPARATED: {
        DA: "De kendte forskelle forudsiger udfaldet uden fejl, så logistisk regression har intet "
        "svar: brug færre af dem.",
        EN: "The covariates tell the outcome without fail, so logistic regression has no answer: "
        "use fewer of them.",
    },
    StaggeredCode.SHAPE: {
        DA: "Tabellen passer ikke til {units} enheder og {periods} perioder: giv én række for hver "
        "enhed og én kolonne for hver periode.",
        EN: "The table does not fit {units} units and {periods} periods: give a row for each unit "
        "and a column for each period.",
    },
    StaggeredCode.NOT_A_NUMBER: {
        DA: "Udfald eller start er ikke et tal for {count} enheder, først i række {row}: ret dem.",
        EN: "Outcome or start is not a number for {count} units, first in row {row}: mend them.",
    },
    StaggeredCode.NEVER_VARIES: {
        DA: "Udfaldet er {value} overalt: hvad der aldrig varierer, kan ikke vise en virkning.",
        EN: "The outcome is {value} everywhere: what never varies cannot show an effect.",
    },
    StaggeredCode.PERIODS_NOT_IN_A_ROW: {
        DA: "Perioderne skal være hele tal i rækkefølge uden huller: nummerér dem fra 1.",
        EN: "The periods must be whole numbers in a row without gaps: number them from 1.",
    },
    StaggeredCode.UNIT_TWICE: {
        DA: "Enhed »{unit}« står to gange i samme periode: giv ét tal for hver.",
        EN: "Unit “{unit}” stands twice in the same period: give one figure for each.",
    },
    StaggeredCode.UNIT_INCOMPLETE: {
        DA: "Enhed »{unit}« er målt i {found} af {periods} perioder: skaf resten, eller udelad "
        "enheden.",
        EN: "Unit “{unit}” is measured in {found} of {periods} periods: get the rest, or leave the "
        "unit out.",
    },
    StaggeredCode.UNIT_CHANGED_START: {
        DA: "Enhed »{unit}« har flere starttidspunkter: brug det, den trak.",
        EN: "Unit “{unit}” has several start times: use the one that it drew.",
    },
    StaggeredCode.ONE_UNIT_IN_COHORT: {
        DA: "Kun én enhed begyndte i periode {start}, så spredningen i bølgen er ukendt: brug "
        "permutationstesten, som stadig gælder.",
        EN: "One unit only started in period {start}, so the spread within the wave is unknown: "
        "use the permutation test, which is still valid.",
    },
    StaggeredCode.ONE_COHORT: {
        DA: "Alle enheder begyndte på samme tid: der er ingen at sammenligne med.",
        EN: "All units started at the same time: there is nobody to compare with.",
    },
    StaggeredCode.NOTHING_TO_COMPARE: {
        DA: "Ingen enhed er set {event} perioder efter sin start, mens en anden ventede: vælg et "
        "andet tidspunkt.",
        EN: "No unit was seen {event} periods after its start while another one waited: choose "
        "another time.",
    },
    StaggeredCode.NO_SHUFFLES: {
        DA: "Fishers test har ingen andre starttidspunkter at sammenligne med: giv mindst ét sæt.",
        EN: "Fisher’s test has no other start times to compare with: give at least one set.",
    },
}
