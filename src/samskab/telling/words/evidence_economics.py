"""What can be wrong with the figures of an appraisal, a sentence each."""

from samskab.evidence.economics.codes import EconomicsCode as Code
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    Code.NUMBER_MISSING: {
        DA: "Skønnet »{name}« mangler et tal: skriv et pessimistisk, et sandsynligt og et "
        "optimistisk.",
        EN: "The estimate “{name}” lacks a number: give a pessimistic, a probable and an "
        "optimistic one.",
    },
    Code.POINTS_BACKWARDS: {
        DA: "Skønnet »{name}« er {points}: det sandsynlige skal ligge mellem det pessimistiske og "
        "det optimistiske.",
        EN: "The estimate “{name}” is {points}: the probable one must lie between the pessimistic "
        "and the optimistic.",
    },
    Code.SHARE_WRONG: {
        DA: "Andelen af »{name}«, der hjemtages, er {share}: den skal ligge mellem 0 og 1.",
        EN: "The share of “{name}” that is taken home is {share}: it must lie between 0 and 1.",
    },
    Code.YEARS_WRONG: {
        DA: "»{name}« har et forkert år: det første år er 0 eller senere, og en gevinst varer "
        "mindst ét år.",
        EN: "“{name}” has a wrong year: the first year is 0 or later, and a benefit lasts one "
        "year or more.",
    },
    Code.COST_NEGATIVE: {
        DA: "Udgiften »{name}« er {oere} øre: skriv indtægter som gevinster, ikke som udgifter.",
        EN: "The cost “{name}” is {oere} øre: enter income as a benefit, not as a cost.",
    },
    Code.RATE_WRONG: {
        DA: "Diskonteringsrenten er {rate}: skriv den som en brøk, 3,5 % som 0.035.",
        EN: "The discount rate is {rate}: give it as a fraction, 3.5% as 0.035.",
    },
    Code.NOTHING_TO_WEIGH: {
        DA: "Der mangler noget at veje: angiv mindst én udgift og mindst én gevinst eller effekt.",
        EN: "There is nothing to weigh: give one cost or more, and one benefit or effect or more.",
    },
    Code.DRAWS_TOO_FEW: {
        DA: "Der er for få trækninger til et interval: brug mindst {least}.",
        EN: "There are too few draws for an interval: use {least} or more.",
    },
}
