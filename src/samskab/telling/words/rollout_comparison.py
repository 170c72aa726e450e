"""What the page of a comparison says where nothing was drawn by lot."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "and": "og",
        "points": "{number} procentpoint",
        "mark": "Ikke trukket ved lod: tallene viser en forskel, ikke hvad der skabte den.",
        "kicker": "Sammenligning – ikke trukket ved lod",
        "subtitle": "{units} enheder, heraf {starters} begyndt, {periods} målinger: {outcome}",
        "brief": "Kort fortalt",
        "foot": "Ikke trukket ved lod. Lavet af Samskab. Siden er én fil og henter intet udefra.",
        "not_drawn": "Ikke trukket ved lod",
        "not_drawn_figure": "Intet bevis",
        "not_drawn_says": "De enheder, der begyndte først, kan være andre end resten. Så kan "
        "forskellen skyldes det.",
        "head_effect": "Ser ud som",
        "head_none_says": "Ingen af metoderne kan bruges på disse målinger. Ikke trukket ved lod.",
        "head_better_says": "bedre efter start, {low} til {high} ({level} sikkert, hvis enhederne "
        "ellers havde fulgtes ad).",
        "head_worse_says": "efter start, altså dårligere, {low} til {high} ({level} sikkert, hvis "
        "enhederne ellers havde fulgtes ad).",
        "head_small_says": "efter start, {low} til {high}: det er mindre end {relevant}, som er "
        "det mindste, der betyder noget.",
        "head_cannot_tell_says": "efter start, men {low} til {high} er lige så foreneligt med "
        "målingerne: det kan vi ikke afgøre.",
        "head_parted_says": "efter start, men enhederne fulgtes ikke ad før: det kan vi ikke "
        "afgøre.",
        "asked_title": "Hvad blev der spurgt om?",
        "asked_lead": "Gik det anderledes med »{outcome}« i de enheder, der begyndte, end i dem, "
        "der ikke var begyndt endnu?",
        "asked_average": "Svaret er virkningen i gennemsnit over tiden siden start: hver måling "
        "efter starten tæller lige meget.",
        "asked_constant": "Svaret er virkningen i gennemsnit over alle målinger efter start.",
        "asked_means": "Grundlaget er {rows} rækker, slået sammen til ét gennemsnit for hver enhed "
        "i hver periode. Enhederne tæller lige meget.",
        "asked_relevant": "Den mindste virkning, der betyder noget, er {relevant}.",
        "starts_title": "Hvem der begyndte hvornår",
        "unit": "Enhed",
        "start": "Første måling efter start",
        "never": "ikke begyndt",
        "found_title": "Hvad blev der fundet?",
        "found_better": "Det ser ud, som om det gik bedre med »{outcome}« efter start: {estimate} "
        "({low} til {high}, {level} sikkert, hvis enhederne ellers havde fulgtes ad).",
        "found_worse": "Det ser ud, som om det gik dårligere med »{outcome}« efter start: "
        "{estimate} ({low} til {high}, {level} sikkert, hvis enhederne ellers havde fulgtes ad).",
        "found_small": "Det ser ud, som om forskellen på »{outcome}« er for lille til at betyde "
        "noget: {estimate} ({low} til {high}), hvor {relevant} er det mindste, der betyder noget.",
        "found_cannot_tell": "Det kan vi ikke afgøre: forskellen på »{outcome}« er {estimate}, men "
        "kan være alt fra {low} til {high} ({level} sikkert, hvis enhederne ellers havde fulgtes "
        "ad).",
        "found_parted": "Det kan vi ikke afgøre: forskellen på »{outcome}« er {estimate} ({low} "
        "til {high}), men enhederne fulgtes ikke ad, før de begyndte, så den kan være opstået "
        "uden programmet.",
        "found_none": "Det kan vi ikke afgøre: ingen af metoderne kan bruges på målingerne af "
        "»{outcome}«.",
        "found_weak": "At det ser sådan ud, viser ikke, at programmet gjorde det: hvem der "
        "begyndte hvornår, er valgt af nogen.",
        "found_chart": "Forskellen efter start, efter hver metode",
        "found_notes": "Til højre for den fulde streg gik det bedre, til venstre dårligere. Den "
        "stiplede er den mindste virkning, der betyder noget. Den mørke række er svaret.",
        "found_two_way": "To-vejs-regressionen afgør aldrig noget: den sammenligner også med "
        "enheder, der allerede er begyndt. Den står her, fordi mange bruger den.",
        "method": "Metode",
        "effect": "Forskel",
        "from": "Fra",
        "to": "Til",
        "detectable": "Mindste synlige",
        "callaway_santanna": "Callaway-Sant’Anna",
        "sun_abraham": "Sun-Abraham",
        "synthetic_did": "Syntetisk DiD",
        "synthetic_control": "Syntetisk kontrol",
        "two_way": "To-vejs-regression",
        "course_title": "Hvordan forløb det?",
        "course_parallel": "Før starten gik det i de enheder, der skulle begynde, ikke målbart "
        "anderledes end i de andre. Det taler for sammenligningen, men beviser den ikke.",
        "course_parted": "Allerede før starten gik det anderledes i de enheder, der skulle "
        "begynde: så er de andre et dårligt billede af, hvordan det ellers var gået.",
        "course_blind": "Der er for få målinger før starten til at se, om enhederne fulgtes ad.",
        "course_chart": "Forskellen efter tiden siden start",
        "course_notes": "0 er den første måling efter start. Før starten vises, hvor meget "
        "ændringen fra måling til måling var en anden. Stregerne er intervaller for hvert punkt.",
        "since": "Målinger siden start",
        "before": "før start",
        "after": "efter start",
        "sure_title": "Hvor sikkert er det?",
        "sure_lead": "Svaret er fra {method}. Intervallet dækker kun tilfældighed: var enhederne "
        "på vej hver sin vej, er det forkert, hvor smalt det end er.",
        "sure_detectable": "Sammenligningen kunne vise en forskel på {detectable} med {target} "
        "sandsynlighed; {relevant} er det mindste, der betyder noget.",
        "sure_none": "Ingen metode kan bruges, så der er intet interval at vise.",
        "sure_further": "Det ville tage omkring {n} enheder mere af samme slags at se {relevant} "
        "med {target} sandsynlighed.",
        "sure_further_one": "Det ville tage omkring én enhed mere af samme slags at se {relevant} "
        "med {target} sandsynlighed.",
        "sure_never": "Selv {most} enheder mere af samme slags er ikke nok til at se {relevant} "
        "med {target} sandsynlighed.",
        "unusable": "{method} kan ikke bruges. {why}",
        "weights_title": "Hvad to-vejs-regressionen sammenligner",
        "weights_lead": "Regressionens tal er et vægtet gennemsnit af sammenligninger to og to "
        "(Goodman-Bacon).",
        "weights_wrong": "{share} af vægten ligger på enheder, der begynder, sammenlignet med "
        "enheder, der allerede er begyndt: vokser virkningen med tiden, trækker de forkert.",
        "comparison": "Sammenligning",
        "pairs": "Antal",
        "weight": "Vægt",
        "treated_vs_untreated": "begyndt mod aldrig begyndt",
        "earlier_vs_later": "begyndt mod endnu ikke begyndt",
        "later_vs_earlier": "begyndt mod allerede begyndt",
        "later_vs_always": "begyndt mod begyndt fra første måling",
        "donors_title": "Hvem der sammenlignes med",
        "donors_lead": "De syntetiske metoder vejer de enheder, der ikke begyndte, så de ligner "
        "dem, der gjorde, før start.",
        "limits_title": "Hvad kan man ikke slutte?",
        "limits_lead": "Ikke trukket ved lod: siden kan ikke sige, at programmet virker, eller at "
        "det ikke gør.",
        "limits_next": "Er der enheder, der ikke er begyndt, kan samskab rollout design trække lod "
        "om deres rækkefølge. Så kan det afgøres.",
        "limit_chosen": "Begyndte de enheder først, som var mest klar, eller som havde det "
        "sværest, måler sammenligningen også det.",
        "limit_else": "Skete der andet samtidig i de enheder, der begyndte, tæller det med.",
        "limit_parallel": "Alt hviler på, at enhederne ellers havde fulgtes ad. Det kan ikke "
        "måles.",
        "limit_spill": "Smitter programmet af på dem, der venter, ser forskellen mindre ud.",
        "limit_equal": "Små og store enheder tæller lige meget.",
        "limit_before": "At enhederne fulgtes ad før, siger intet sikkert om, hvad der ellers var "
        "sket bagefter.",
    },
    EN: {
        "and": "and",
        "points": "{number} percentage points",
        "mark": "Not randomised: the figures show a difference, not what made it.",
        "kicker": "Comparison – not randomised",
        "subtitle": "{units} units, of which {starters} have started, {periods} measurements: "
        "{outcome}",
        "brief": "In brief",
        "foot": "Not randomised. Made by Samskab. The page is one file and loads nothing from "
        "outside.",
        "not_drawn": "Not randomised",
        "not_drawn_figure": "No proof",
        "not_drawn_says": "The units that started first may differ from the rest. Then that may "
        "be what makes the difference.",
        "head_effect": "Looks like",
        "head_none_says": "No method can be used on these measurements. Not randomised.",
        "head_better_says": "better after the start, {low} to {high} ({level} sure, if the units "
        "would else have moved alike).",
        "head_worse_says": "after the start, so worse, {low} to {high} ({level} sure, if the units "
        "would else have moved alike).",
        "head_small_says": "after the start, {low} to {high}: that is less than {relevant}, the "
        "least that matters.",
        "head_cannot_tell_says": "after the start, but anything from {low} to {high} fits the "
        "measurements: we cannot tell.",
        "head_parted_says": "after the start, but the units did not move alike before: we cannot "
        "tell.",
        "asked_title": "What was asked?",
        "asked_lead": "Did “{outcome}” fare differently in the units that started than in those "
        "that had not yet?",
        "asked_average": "The answer is the effect averaged over the time since the start: each "
        "measurement after the start counts the same.",
        "asked_constant": "The answer is the effect averaged over all measurements after the "
        "start.",
        "asked_means": "It stands on {rows} rows, merged to one mean for each unit in each period. "
        "Units count the same.",
        "asked_relevant": "The smallest effect that matters is {relevant}.",
        "starts_title": "Who started when",
        "unit": "Unit",
        "start": "First measurement after the start",
        "never": "not started",
        "found_title": "What was found?",
        "found_better": "It looks as if “{outcome}” fared better after the start: {estimate} "
        "({low} to {high}, {level} sure, if the units would else have moved alike).",
        "found_worse": "It looks as if “{outcome}” fared worse after the start: {estimate} ({low} "
        "to {high}, {level} sure, if the units would else have moved alike).",
        "found_small": "It looks as if the difference in “{outcome}” is too small to matter: "
        "{estimate} ({low} to {high}), where {relevant} is the least that matters.",
        "found_cannot_tell": "We cannot tell: the difference in “{outcome}” is {estimate}, but may "
        "be anything from {low} to {high} ({level} sure, if the units would else have moved "
        "alike).",
        "found_parted": "We cannot tell: the difference in “{outcome}” is {estimate} ({low} to "
        "{high}), but the units did not move alike before they started, so it may have come "
        "without the programme.",
        "found_none": "We cannot tell: no method can be used on the measurements of “{outcome}”.",
        "found_weak": "That it looks so does not show that the programme did it: somebody chose "
        "who started when.",
        "found_chart": "The difference after the start, by each method",
        "found_notes": "To the right of the solid line things went better, to the left worse. The "
        "dashed one is the smallest effect that matters. The dark row is the answer.",
        "found_two_way": "Two-way regression never decides anything: it also compares with units "
        "that have started already. It is here because many use it.",
        "method": "Method",
        "effect": "Difference",
        "from": "From",
        "to": "To",
        "detectable": "Smallest visible",
        "callaway_santanna": "Callaway-Sant’Anna",
        "sun_abraham": "Sun-Abraham",
        "synthetic_did": "Synthetic DiD",
        "synthetic_control": "Synthetic control",
        "two_way": "Two-way regression",
        "course_title": "How did it go over time?",
        "course_parallel": "Before the start, the units that were to start did not move measurably "
        "differently from the others. That speaks for the comparison, but does not prove it.",
        "course_parted": "Already before the start, the units that were to start moved "
        "differently: then the others are a poor picture of how it would else have gone.",
        "course_blind": "There are too few measurements before the start to see whether the units "
        "moved alike.",
        "course_chart": "The difference by time since the start",
        "course_notes": "0 is the first measurement after the start. Before it, the chart shows by "
        "how much the change from one measurement to the next differed. Lines are intervals of "
        "each point.",
        "since": "Measurements since the start",
        "before": "before the start",
        "after": "after the start",
        "sure_title": "How sure is it?",
        "sure_lead": "The answer is that of {method}. The interval covers chance only: if the "
        "units were on different paths, it is wrong, however narrow.",
        "sure_detectable": "The comparison could show a difference of {detectable} with a chance "
        "of {target}; {relevant} is the least that matters.",
        "sure_none": "No method can be used, so there is no interval to show.",
        "sure_further": "It would take about {n} more units of the same kind to see {relevant} "
        "with a chance of {target}.",
        "sure_further_one": "It would take about one more unit of the same kind to see {relevant} "
        "with a chance of {target}.",
        "sure_never": "Even {most} more units of the same kind are not enough to see {relevant} "
        "with a chance of {target}.",
        "unusable": "{method} cannot be used. {why}",
        "weights_title": "What two-way regression compares",
        "weights_lead": "The regression's figure is a weighted average of comparisons two by two "
        "(Goodman-Bacon).",
        "weights_wrong": "{share} of the weight is on units that start compared with units that "
        "have started already: where the effect grows with time, they pull the wrong way.",
        "comparison": "Comparison",
        "pairs": "Number",
        "weight": "Weight",
        "treated_vs_untreated": "started against never started",
        "earlier_vs_later": "started against not yet started",
        "later_vs_earlier": "started against started already",
        "later_vs_always": "started against started from the first",
        "donors_title": "Who they are compared with",
        "donors_lead": "The synthetic methods weigh the units that did not start so that they "
        "resemble those that did, before the start.",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "Not randomised: the page cannot say that the programme works, nor that it "
        "does not.",
        "limits_next": "Where units have not started yet, samskab rollout design can draw lots for "
        "their order. Then it can be told.",
        "limit_chosen": "If those units started first that were readiest, or worst off, the "
        "comparison measures that too.",
        "limit_else": "If something else happened at the same time in the units that started, it "
        "counts as well.",
        "limit_parallel": "All of it rests on the units having moved alike otherwise. That cannot "
        "be measured.",
        "limit_spill": "Where the programme spills over to those who wait, the difference looks "
        "smaller.",
        "limit_equal": "Small and large units count the same.",
        "limit_before": "That units moved alike before says nothing certain of what else would "
        "have happened after.",
    },
}
