"""What can be wrong where units that started are compared with others, a sentence each."""

from samskab.telling.language import Language
from samskab.telling.rollout_comparison_codes import ComparisonCode as Code

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    Code.TREATED_MISSING: {
        DA: "Der er ikke trukket lod, og kolonnen treated mangler: skriv 1, hvor enheden var "
        "begyndt, og ellers 0.",
        EN: "No lots were drawn, and the column treated is missing: write 1 where the unit had "
        "started, else 0.",
    },
    Code.NOBODY_COMPARABLE: {
        DA: "Ingen enhed er målt både i alle perioder og før sin start, så der er intet at "
        "sammenligne: skaf de målinger, der mangler.",
        EN: "No unit was measured in every period and before its start, so there is nothing to "
        "compare: get the measurements that are missing.",
    },
    Code.UNIT_INCOMPLETE: {
        DA: "»{unit}« er ikke målt i {periods} og er derfor ikke med i sammenligningen.",
        EN: "“{unit}” was not measured in {periods}, so it is left out of the comparison.",
    },
    Code.STARTED_BEFORE: {
        DA: "»{unit}« var begyndt allerede ved den første måling og er derfor ikke med.",
        EN: "“{unit}” had started already at the first measurement, so it is left out.",
    },
    Code.ALONE_IN_START: {
        DA: "Kun én enhed begynder i {periods}, så spredningen mellem enheder med samme start kan "
        "ikke måles: slå perioder sammen, så mindst to begynder ad gangen.",
        EN: "Only one unit starts in {periods}, so the spread between units that start together "
        "cannot be measured: merge periods, so that two or more start at a time.",
    },
    Code.SEVERAL_STARTS: {
        DA: "Enhederne begynder i {count} forskellige perioder, og metoden kræver, at alle "
        "begynder samtidig.",
        EN: "Units start in {count} different periods, and the method needs all to start at one "
        "time.",
    },
    Code.TOO_FEW_CONTROLS: {
        DA: "{controls} enheder begyndte ikke, og {treated} gjorde: metoden kræver flere, der ikke "
        "begyndte, end der begyndte, og mindst tre.",
        EN: "{controls} units did not start, and {treated} did: the method needs more that did not "
        "than that did, and three at least.",
    },
    Code.NOTHING_LEFT: {
        DA: "Når nogle er begyndt, er der ingen tilbage at sammenligne dem med.",
        EN: "Once some have started, nobody is left to compare them with.",
    },
}
