"""What can be wrong with a plan file, a sentence each."""

from samskab.planner.plan_fit import FitCode
from samskab.planner.plan_node import PlanCode
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    PlanCode.FILE_UNREADABLE: {
        DA: "Filen kan ikke læses: se efter, om den er der, og om du må åbne den.",
        EN: "The file cannot be read: see whether it is there and whether you may open it.",
    },
    PlanCode.FILE_TOO_LARGE: {
        DA: "Filen er over {most_megabytes} MB og kan ikke være en plan.",
        EN: "The file is over {most_megabytes} MB and cannot be a plan.",
    },
    PlanCode.NOT_UTF8: {
        DA: "Filen er ikke UTF-8 i denne linje: lad samskab plan skrive den igen.",
        EN: "The file is not UTF-8 in this line: let samskab plan write it again.",
    },
    PlanCode.NOT_JSON: {
        DA: "Filen er ikke gyldig JSON her: lad samskab plan skrive den igen.",
        EN: "The file is not valid JSON here: let samskab plan write it again.",
    },
    PlanCode.FORMAT_UNKNOWN: {
        DA: "Filens format er »{text}«, ikke {wanted}: lad denne version skrive planen igen.",
        EN: "The file's format is “{text}”, not {wanted}: let this version write the plan again.",
    },
    PlanCode.KEY_MISSING: {
        DA: "{path} mangler {key}.",
        EN: "{path} lacks {key}.",
    },
    PlanCode.OBJECT_WANTED: {
        DA: "{path} skal være et objekt med nøgler.",
        EN: "{path} must be an object with keys.",
    },
    PlanCode.LIST_WANTED: {
        DA: "{path} skal være en liste.",
        EN: "{path} must be a list.",
    },
    PlanCode.TEXT_WANTED: {
        DA: "{path} skal være tekst.",
        EN: "{path} must be text.",
    },
    PlanCode.TIME_WANTED: {
        DA: "{path} skal være et tidspunkt med tidszone, fx 2027-02-03T08:30:00+01:00.",
        EN: "{path} must be a time with its offset, such as 2027-02-03T08:30:00+01:00.",
    },
    PlanCode.NUMBER_WANTED: {
        DA: "{path} skal være et tal.",
        EN: "{path} must be a number.",
    },
    PlanCode.AMOUNT_WANTED: {
        DA: "{path} skal være kroner med højst to decimaler.",
        EN: "{path} must be kroner with two decimals at most.",
    },
    PlanCode.WHOLE_WANTED: {
        DA: "{path} skal være et helt tal.",
        EN: "{path} must be a whole number.",
    },
    PlanCode.TOTAL_WRONG: {
        DA: "Planen angiver {claimed_kr} kr i alt; dens poster giver {true_kr} kr.",
        EN: "The plan claims a total of {claimed_kr} kr; its items make {true_kr} kr.",
    },
    PlanCode.GAP_WRONG: {
        DA: "Planen angiver et gab på {claimed}; total og bound giver {true}.",
        EN: "The plan claims a gap of {claimed}; its total and bound make {true}.",
    },
    FitCode.ANOTHER_FOLDER: {
        DA: "{breach} Planen er altså ikke af denne mappe, som den er nu.",
        EN: "{breach} So the plan is not of this folder as it is now.",
    },
    FitCode.RULE_BROKEN: {
        DA: "{breach} Planen holder altså ikke, som den er: samskab replan gør den i stand.",
        EN: "{breach} So the plan does not hold as it stands: samskab replan mends it.",
    },
}
