"""What `samskab rollout power` says, on the terminal and in its page."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "interrupted": "Afbrudt: intet er skrevet.",
        "no_folder": "{path} er en fil, ikke en mappe: flyt den.",
        "unwritable": "{path} kan ikke skrives ({why}): giv lov til at skrive i mappen.",
        "not_counted": "De tilladte rækkefølger kan ikke tælles ({states} tilstande): træk lod "
        "igen med færre bølger eller faste bølgestørrelser.",
        "wrote": "Rapport: {report}",
        "also": "Også skrevet: {result}",
        "result_can": "Udrulningen kan vise en virkning på {relevant} med {power} sandsynlighed; "
        "den mindste, den kan vise med {target}, er {smallest}.",
        "result_cannot": "Det kan vi ikke afgøre med denne udrulning: en virkning på {relevant} "
        "ses kun med {power} sandsynlighed. Den mindste, der ses med {target}, er {smallest}.",
        "and": "og",
        # The frame
        "kicker": "Kan virkningen ses?",
        "subtitle": "{units} enheder, {waves} bølger, {periods} målinger: {outcome}",
        "brief": "Kort fortalt",
        "foot": "Lavet af Samskab. Siden er én fil og henter intet udefra.",
        # Headlines
        "head_smallest": "Mindste synlige virkning",
        "head_smallest_says": "er den mindste virkning, udrulningen viser med {target} "
        "sandsynlighed. {relevant} er det mindste, der betyder noget.",
        "head_power": "Chance for at se den",
        "head_power_says": "er chancen for at se {relevant}, hvis virkningen er så stor. "
        "{target} er det almindelige krav.",
        "head_premium": "Prisen for ikke at gætte",
        "head_premium_figure": "{ratio} ×",
        "head_premium_says": "så stor skal virkningen være, når den må vokse eller aftage med "
        "tiden, som når man antager, at den er ens fra første dag.",
        "head_more": "Det, der skal til",
        "head_enough": "Nok",
        "head_enough_says": "Udrulningen er stor nok, som den er, hvis skønnene holder.",
        "head_more_units": "{count} enheder mere",
        "head_more_units_says": "af samme slags ville give {target} chance for at se {relevant}.",
        "head_more_periods": "{count} målinger mere",
        "head_more_periods_says": "efter den sidste bølge ville give {target} chance for at se "
        "{relevant}.",
        "head_never": "Intet antal",
        "head_never_says": "enheder eller målinger inden for det, der er prøvet, er nok: vælg et "
        "andet mål, eller mål flere personer.",
        # What was asked
        "asked_title": "Hvad er der spurgt om?",
        "asked_lead": "Hvor lille en virkning på »{outcome}« kan ses, før nogen er begyndt? Svaret "
        "afhænger af rækkefølgen, af hvor mange der måles, og af hvor ens folk i samme enhed er.",
        "asked_drawn": "Regnet på den rækkefølge, der er trukket lod om.",
        "asked_undrawn": "Der er ikke trukket lod endnu: regnet, som om alle enheder kunne begynde "
        "i alle bølger, fordelt ligeligt.",
        "asked_persons": "{persons} personer måles i hver enhed ved hver måling.",
        "asked_icc": "Ens folk: ICC {icc}, heraf {cac} tilbage fra måling til måling (CAC). Det er "
        "skøn.",
        "asked_sd": "Spredningen mellem personer er {sd}.",
        "asked_mean": "Uden forløbet ventes {mean}.",
        "asked_relevant": "Den mindste virkning, der betyder noget, er {relevant}.",
        "asked_test_permutation": "Tosidet permutationstest på {level}; chancen er regnet med en "
        "t-fordeling med enheder minus to frihedsgrader.",
        "asked_test_kenward_roger": "Tosidet test på {level} efter Kenward og Roger; chancen er "
        "regnet med en t-fordeling, hvis frihedsgrader er celler (enheder gange målinger) minus "
        "enheder.",
        "asked_average": "Svaret gælder virkningen i gennemsnit over tiden siden start: læring kan "
        "vokse eller fortage sig.",
        "asked_constant": "Svaret gælder en virkning, der antages at være ens fra første dag.",
        # What was found
        "found_title": "Hvad er der fundet?",
        "found_can": "Ja, den kan ses: er virkningen {relevant}, viser udrulningen det med {power} "
        "sandsynlighed.",
        "found_cannot": "Det kan vi ikke afgøre med denne udrulning: er virkningen {relevant}, "
        "viser den det kun med {power} sandsynlighed. At intet ses, betyder da ikke, at intet "
        "virker.",
        "found_both": "Den mindste virkning, der ses med {target} sandsynlighed, er {average} i "
        "gennemsnit over tiden. Antager man, at virkningen er ens fra første dag, er den "
        "{constant}: {ratio} gange så meget koster det ikke at antage det.",
        "found_allowed": "Over {number} rækkefølger, der kunne være trukket, er chancen {mean} i "
        "gennemsnit og {worst} i den ringeste.",
        "found_chart": "Mindste synlige virkning efter, hvor ens folk i en enhed er",
        "found_notes": "Den stiplede linje er den mindste virkning, der betyder noget. Under den "
        "er udrulningen fin nok.",
        "average": "gennemsnit over tiden",
        "constant": "ens fra første dag",
        "icc": "ICC",
        "cac": "CAC",
        "pattern_title": "Hvem er i gang hvornår",
        "pattern": "Enheder i gang ved hver måling",
        "period": "Måling",
        "days": "Dage",
        "treated": "I gang",
        "waiting": "Venter",
        # How sure
        "sure_title": "Hvor sikkert er det?",
        "sure_lead": "ICC og CAC er skøn. Tabellen viser, hvor meget svaret flytter sig, hvis de "
        "er forkerte: den mindste virkning, der ses med {target} sandsynlighed, i gennemsnit over "
        "tiden.",
        "sure_grid": "Mindste synlige virkning for andre skøn",
        "sure_range": "Fra {low} til {high} over skønnene.",
        # Kroner
        "means_title": "Hvad betyder det i kroner?",
        "means_worth": "Den mindste synlige virkning er {kr} værd om året for alle {units} "
        "enheder, og den mindste, der betyder noget, er {relevant_kr} værd.",
        "means_blind": "En mindre gevinst end {kr} om året kan forløbet altså give, uden at det "
        "kan ses.",
        "means_unknown": "Der står ikke, hvad ét trin på »{outcome}« er værd: skriv kr_per_step i "
        "rollout.toml for at få det i kroner.",
        "means_cost": "Flere målinger koster tid hos dem, der svarer: {persons} personer gange "
        "{units} enheder gange {periods} målinger er {answers} svar.",
        # What would tell
        "more_title": "Hvad skal der til?",
        "more_lead": "Sådan kunne en virkning på {relevant} ses med {target} sandsynlighed, hvis "
        "kun én ting ændres:",
        "more_units": "Enheder: {count} flere af samme slags.",
        "more_periods": "Målinger: {count} flere efter den sidste bølge, omkring {months} måneder.",
        "more_persons": "Personer: {count} målte i hver enhed ved hver måling i stedet for "
        "{persons}.",
        "more_none": "Intet: udrulningen er nok, som den er.",
        "never_units": "Enheder: selv {most} flere er ikke nok.",
        "never_periods": "Målinger: selv {most} flere er ikke nok.",
        "never_persons": "Personer: intet antal er nok, for forskelle mellem enheder bliver ikke "
        "mindre af at måle flere i dem.",
        # Limits
        "limits_title": "Hvad kan man ikke slutte?",
        "limits_lead": "Siden siger, hvad udrulningen kan vise. Den siger intet om, hvorvidt "
        "forløbet virker.",
        "limit_guess": "Alt hviler på skøn over spredning, ICC og CAC. Brug kommunens egne tal, "
        "hvor de findes.",
        "limit_drop": "Falder enheder fra, eller svarer færre, bliver chancen mindre.",
        "limit_spill": "Smitter forløbet af på dem, der venter, ser virkningen mindre ud.",
        "limit_training": "En enhed tæller som i gang fra den første måling, der begynder på eller "
        "efter bølgens sidste dag.",
        "points": "{number} procentpoint",
    },
    EN: {
        "interrupted": "Interrupted: nothing was written.",
        "no_folder": "{path} is a file, not a folder: move it.",
        "unwritable": "{path} cannot be written ({why}): allow writing to the folder.",
        "not_counted": "The allowed orders cannot be counted ({states} states): draw lots again "
        "with fewer waves or fixed sizes.",
        "wrote": "Report: {report}",
        "also": "Also written: {result}",
        "result_can": "The roll-out can show an effect of {relevant} with a chance of {power}; the "
        "smallest that it shows with {target} is {smallest}.",
        "result_cannot": "We cannot tell with this roll-out: an effect of {relevant} is seen "
        "with a chance of {power} only. The smallest that is seen with {target} is {smallest}.",
        "and": "and",
        "kicker": "Can the effect be seen?",
        "subtitle": "{units} units, {waves} waves, {periods} measurements: {outcome}",
        "brief": "In brief",
        "foot": "Made by Samskab. The page is one file and loads nothing from outside.",
        "head_smallest": "Smallest visible effect",
        "head_smallest_says": "is the smallest effect that the roll-out shows with a chance of "
        "{target}. {relevant} is the least that matters.",
        "head_power": "Chance to see it",
        "head_power_says": "is the chance to see {relevant} where the effect is that large. "
        "{target} is what is usually asked.",
        "head_premium": "The price of not guessing",
        "head_premium_figure": "{ratio} ×",
        "head_premium_says": "as large must the effect be where it may grow or fade with time as "
        "where it is taken to be the same from the first day.",
        "head_more": "What it takes",
        "head_enough": "Enough",
        "head_enough_says": "The roll-out is large enough as it is, if the guesses hold.",
        "head_more_units": "{count} more units",
        "head_more_units_says": "of the same kind would give a chance of {target} to see "
        "{relevant}.",
        "head_more_periods": "{count} more measurements",
        "head_more_periods_says": "after the last wave would give a chance of {target} to see "
        "{relevant}.",
        "head_never": "No number",
        "head_never_says": "of units or measurements within what was tried is enough: choose "
        "another outcome, or measure more people.",
        "asked_title": "What was asked?",
        "asked_lead": "How small an effect on “{outcome}” can be seen, before anyone has started? "
        "The answer depends on the order, on how many are measured, and on how alike people of one "
        "unit are.",
        "asked_drawn": "Worked out for the order that was drawn by lot.",
        "asked_undrawn": "No lots have been drawn yet: worked out as if every unit could start in "
        "every wave, spread evenly.",
        "asked_persons": "{persons} people are measured in each unit at each measurement.",
        "asked_icc": "How alike people are: ICC {icc}, of which {cac} lasts from one measurement "
        "to the next (CAC). These are guesses.",
        "asked_sd": "The standard deviation between people is {sd}.",
        "asked_mean": "Without the programme {mean} is expected.",
        "asked_relevant": "The smallest effect that matters is {relevant}.",
        "asked_test_permutation": "Two-sided permutation test at {level}; the chance is worked out "
        "with a t distribution of units less two degrees of freedom.",
        "asked_test_kenward_roger": "Two-sided test at {level} after Kenward and Roger; the chance "
        "is worked out with a t distribution whose degrees of freedom are cells (units times "
        "measurements) less units.",
        "asked_average": "The answer is for the effect averaged over the time since the start: "
        "learning can grow or wear off.",
        "asked_constant": "The answer is for an effect taken to be the same from the first day.",
        "found_title": "What was found?",
        "found_can": "Yes, it can be seen: where the effect is {relevant}, the roll-out shows it "
        "with a chance of {power}.",
        "found_cannot": "We cannot tell with this roll-out: where the effect is {relevant}, it "
        "shows it with a chance of {power} only. That nothing is seen then does not mean that "
        "nothing works.",
        "found_both": "The smallest effect that is seen with a chance of {target} is {average} on "
        "average over time. Where the effect is taken to be the same from the first day, it is "
        "{constant}: not assuming so costs {ratio} times as much.",
        "found_allowed": "Over {number} orders that could have been drawn the chance is {mean} on "
        "average and {worst} in the poorest.",
        "found_chart": "Smallest visible effect by how alike people of a unit are",
        "found_notes": "The dashed line is the smallest effect that matters. Below it the roll-out "
        "is fine enough.",
        "average": "average over time",
        "constant": "same from the first day",
        "icc": "ICC",
        "cac": "CAC",
        "pattern_title": "Who has started when",
        "pattern": "Units that have started at each measurement",
        "period": "Measurement",
        "days": "Days",
        "treated": "Started",
        "waiting": "Waiting",
        "sure_title": "How sure is it?",
        "sure_lead": "ICC and CAC are guesses. The table shows how far the answer moves where they "
        "are wrong: the smallest effect that is seen with a chance of {target}, on average over "
        "time.",
        "sure_grid": "Smallest visible effect for other guesses",
        "sure_range": "From {low} to {high} over the guesses.",
        "means_title": "What does it mean in kroner?",
        "means_worth": "The smallest visible effect is worth {kr} a year for all {units} units, "
        "and the smallest that matters is worth {relevant_kr}",
        "means_blind": "A gain smaller than {kr} a year the programme can thus bring without "
        "anybody being able to see it.",
        "means_unknown": "Nothing says what one step of “{outcome}” is worth: write kr_per_step in "
        "rollout.toml to have it in kroner.",
        "means_cost": "Measuring takes the time of those who answer: {persons} people times "
        "{units} units times {periods} measurements are {answers} answers.",
        "more_title": "What would it take?",
        "more_lead": "This is how an effect of {relevant} could be seen with a chance of {target} "
        "where one thing only is changed:",
        "more_units": "Units: {count} more of the same kind.",
        "more_periods": "Measurements: {count} more after the last wave, about {months} months.",
        "more_persons": "People: {count} measured in each unit at each measurement instead of "
        "{persons}.",
        "more_none": "Nothing: the roll-out is enough as it is.",
        "never_units": "Units: even {most} more are not enough.",
        "never_periods": "Measurements: even {most} more are not enough.",
        "never_persons": "People: no number is enough, for differences between units do not shrink "
        "when more are measured in them.",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "The page says what the roll-out can show. It says nothing of whether the "
        "programme works.",
        "limit_guess": "All of it rests on guesses of spread, ICC and CAC. Use the "
        "municipality's own figures where there are any.",
        "limit_drop": "Where units drop out, or fewer answer, the chance shrinks.",
        "limit_spill": "Where the programme spills over to those who wait, the effect looks "
        "smaller.",
        "limit_training": "A unit counts as started from the first measurement that begins on or "
        "after its wave's last day.",
        "points": "{number} percentage points",
    },
}
