"""What can be wrong with the inputs of a power calculation."""

from samskab.evidence.power.codes import PowerCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    PowerCode.PATTERN_EMPTY: {
        DA: "Udrulningen er tom: angiv mindst én enhed og én periode, hvor nogen måles.",
        EN: "The roll-out is empty: give at least one unit and one period in which anybody is "
        "measured.",
    },
    PowerCode.PATTERN_NOT_STATES: {
        DA: "{value} siger ikke, om en enhed er i gang: skriv 0 for før, 1 for efter start, et tal "
        "imellem for delvis virkning, eller 2, 3, ... for flere slags forløb.",
        EN: "{value} does not say whether a unit has started: write 0 for before, 1 for after, a "
        "number between for a partial effect, or 2, 3, ... for further kinds of programme.",
    },
    PowerCode.SIZES_UNFIT: {
        DA: "Tallene har formen {found}, men udrulningen er {wanted} (enheder x perioder): angiv "
        "ét tal, ét per enhed eller ét per enhed og periode.",
        EN: "The figures are {found}, but the roll-out is {wanted} (units x periods): give one "
        "figure, one per unit, or one per unit and period.",
    },
    PowerCode.SIZE_NEGATIVE: {
        DA: "Antallet af personer er {value} i en celle: det kan ikke være under 0.",
        EN: "The number of people is {value} in a cell: it cannot be below 0.",
    },
    PowerCode.NOT_A_NUMBER: {
        DA: "{name} er ikke et endeligt tal (NaN eller uendelig): skriv tallet, eller udelad "
        "cellen.",
        EN: "{name} is no finite number (NaN or infinite): write the number, or leave the cell "
        "out.",
    },
    PowerCode.OUTSIDE_UNIT: {
        DA: "{name} er {value}, men skal ligge fra 0 til 1: skriv 5 % som 0,05.",
        EN: "{name} is {value}, but must lie from 0 to 1: write 5 % as 0.05.",
    },
    PowerCode.OUTSIDE_OPEN_UNIT: {
        DA: "{name} er {value}, men skal ligge mellem 0 og 1 uden at være nogen af dem: ellers "
        "varierer intet.",
        EN: "{name} is {value}, but must lie between 0 and 1 and be neither: else nothing varies.",
    },
    PowerCode.OUTSIDE_CORRELATION: {
        DA: "{name} er {value}, men en korrelation ligger fra -1 til 1: ret tallet.",
        EN: "{name} is {value}, but a correlation lies from -1 to 1: mend the figure.",
    },
    PowerCode.NEGATIVE: {
        DA: "{name} er {value}, men kan ikke være under 0: ret tallet.",
        EN: "{name} is {value}, but cannot be below 0: mend the figure.",
    },
    PowerCode.NOT_POSITIVE: {
        DA: "{name} er {value}, men skal være over 0: ret tallet.",
        EN: "{name} is {value}, but must be above 0: mend the figure.",
    },
    PowerCode.COVARIANCE_IMPOSSIBLE: {
        DA: "Ingen data kan have alle disse korrelationer på én gang: sænk korrelationen mellem "
        "perioder, eller hæv den inden for en periode.",
        EN: "No data can have all of these correlations at once: lower the correlation between "
        "periods, or raise the one within a period.",
    },
    PowerCode.NO_SPREAD: {
        DA: "Uden spredning mellem personer er usikkerheden 0, hvad ingen måling har: angiv en "
        "standardafvigelse over 0.",
        EN: "Without any spread between people the uncertainty is 0, which no measurement has: "
        "give a standard deviation above 0.",
    },
    PowerCode.NO_CONTRAST: {
        DA: "Alle målte celler er ens: alle er i gang, eller ingen er. Virkningen er en forskel: "
        "mål også uden forløbet.",
        EN: "All measured cells are alike: all have started, or none has. The effect is a "
        "difference, so measure without the programme too.",
    },
    PowerCode.EFFECT_IS_TIME: {
        DA: "Virkningen kan ikke skelnes fra tidens gang: i hver periode er alle enheder i gang, "
        "eller ingen er. Lad enhederne starte i forskellige perioder.",
        EN: "The effect cannot be told from the passing of time: in each period all units have "
        "started, or none has. Let the units start in different periods.",
    },
    PowerCode.WEIGHTS_UNFIT: {
        DA: "Der er {found} vægte, men {wanted} perioder efter start: angiv én vægt for hver, med "
        "en sum, der ikke er 0.",
        EN: "There are {found} weights, but {wanted} periods after the start: give one for each, "
        "with a sum that is not 0.",
    },
    PowerCode.EFFECTS_UNFIT: {
        DA: "Der er {found} virkninger, men {wanted} trin eller perioder efter start: angiv én i "
        "alt eller én for hver.",
        EN: "There are {found} effects, but {wanted} levels or periods after the start: give one "
        "in all or one for each.",
    },
    PowerCode.PERIODS_UNFIT: {
        DA: "Der er {found} værdier uden forløbet, men {wanted} perioder: angiv én for hver.",
        EN: "There are {found} values without the programme, but {wanted} periods: give one for "
        "each.",
    },
    PowerCode.NO_FREEDOM: {
        DA: "{clusters} enheder er for få til t-testen ({freedom}): der er {left} frihedsgrader "
        "tilbage. Lodtrækningens egen test (permutation) gælder stadig.",
        EN: "{clusters} units are too few for the t test ({freedom}): {left} degrees of freedom "
        "are left. The lottery's own test (permutation) remains valid.",
    },
    PowerCode.TOO_MANY_OUTCOMES: {
        DA: "En enhed kan ende på {outcomes} måder, men højst {most} kan gennemregnes: brug den "
        "marginale model, som intet skal gennemregne.",
        EN: "A unit can end in {outcomes} ways, but {most} at most can be gone through: use the "
        "marginal model, which need not go through any.",
    },
    PowerCode.NO_ALLOCATION: {
        DA: "Der er ingen tilladt fordeling at regne på: løsn kalendernes krav først.",
        EN: "There is no allowed allocation to compute with: loosen what the calendars demand "
        "first.",
    },
    PowerCode.ONE_PER_SEQUENCE: {
        DA: "Kun én enhed starter i hver bølge: enhedens særpræg kan ikke skelnes fra bølgens. "
        "Lodtrækningens egen test (permutation) gælder; t- og z-test hviler alene på modellen.",
        EN: "Only one unit starts in each wave: what is special to the unit cannot be told from "
        "the wave. The lottery's own test (permutation) is valid; t and z tests rest on the model "
        "alone.",
    },
    PowerCode.FEW_CLUSTERS: {
        DA: "Med {clusters} enheder giver en z-test for ofte falsk alarm: brug en t-test eller "
        "lodtrækningens egen test (permutation).",
        EN: "With {clusters} units a z test raises too many false alarms: use a t test or the "
        "lottery's own test (permutation).",
    },
    PowerCode.ALLOCATIONS_UNFIT: {
        DA: "Fordelingerne har formen {found}, men udrulningen er {wanted} (enheder x perioder): "
        "alle skal have samme form.",
        EN: "The allocations are {found}, but the roll-out is {wanted} (units x periods): all "
        "must have the same form.",
    },
}
