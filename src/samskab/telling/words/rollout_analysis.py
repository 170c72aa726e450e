"""What `samskab rollout analyse` says of a roll-out by lot, on the terminal and in its page."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "interrupted": "Afbrudt: intet er skrevet.",
        "no_folder": "{path} er en fil, ikke en mappe: flyt den.",
        "unwritable": "{path} kan ikke skrives ({why}): giv lov til at skrive i mappen.",
        "not_counted": "De tilladte rækkefølger kan ikke tælles ({states} tilstande), så "
        "lodtrækningen kan ikke gentages.",
        "wrote": "Rapport: {report}",
        "also": "Også skrevet: {result}",
        "and": "og",
        "points": "{number} procentpoint",
        "interval": "{low} til {high}",
        "interval_from": "fra {low} og op, uden ende",
        "interval_to": "op til {high}, uden bund",
        "interval_open": "ukendt i begge ender",
        "below": "under {number}",
        "higher": "højere",
        "lower": "lavere",
        # The frame
        "kicker": "Virkede det?",
        "kicker_exploratory": "Virkede det? – eksplorativ analyse",
        "subtitle": "{units} enheder, {waves} bølger, {periods} målinger: {outcome}",
        "brief": "Kort fortalt",
        "rehearsal_mark": "Øvelse: målingerne er opdigtede",
        "rehearsal_title": "Sandheden og svaret",
        "rehearsal_held": "Det er en øvelse: målingerne er opdigtede med en sand virkning på "
        "{truth}. "
        "Svaret er {effect}, og intervallet {interval} rummer sandheden.",
        "rehearsal_missed": "Det er en øvelse: målingerne er opdigtede med en sand virkning på "
        "{truth}. Svaret er {effect}, og intervallet {interval} rummer ikke sandheden.",
        "rehearsal_why": "Et interval på {confidence} skal rumme sandheden i så stor en del af "
        "alle "
        "øvelser, ikke i dem alle: prøv med andre tal (--seed).",
        "foot": "Lavet af Samskab. Siden er én fil og henter intet udefra.",
        "exploratory": "Eksplorativt: valgene bag svaret lå ikke alle fast, før målingerne kunne "
        "ses. Brug det som et fingerpeg, ikke som et bevis.",
        # Headlines
        "head_answer": "Svaret",
        "answer_works": "Det virker",
        "answer_works_says": "Hele intervallet ligger på den gode side af nul.",
        "answer_works_exploratory": "Ser ud til at virke",
        "answer_harms": "Det skader",
        "answer_harms_exploratory": "Ser ud til at skade",
        "answer_harms_says": "Hele intervallet ligger på den dårlige side af nul.",
        "answer_too_small": "For lille",
        "answer_too_small_says": "Virkningen er mindre end de {relevant}, der betyder noget.",
        "answer_cannot_tell": "Kan ikke afgøres",
        "answer_cannot_tell_says": "Intervallet rummer både ingen virkning og en, der betyder "
        "noget.",
        "head_effect": "Virkning",
        "head_effect_says": "er det bedste skøn; intervallet er {interval}. For »{outcome}« er "
        "{better} bedre.",
        "head_seen": "Mindste synlige virkning",
        "head_seen_says": "kunne udrulningen vise med {target} sandsynlighed. {relevant} er det "
        "mindste, der betyder noget.",
        "head_lot": "Lodtrækning",
        "head_lot_says": "rækkefølger kunne være trukket. Lodtrækningen er gentaget og bekræftet.",
        "head_more": "Det, der skal til",
        "head_units": "{n} enheder mere",
        "head_units_one": "Én enhed mere",
        "head_units_says": "af samme slags ville afgøre det med {target} sandsynlighed.",
        "head_periods": "{n} målinger mere",
        "head_periods_one": "Én måling mere",
        "head_periods_says": "efter den sidste ville afgøre det med {target} sandsynlighed.",
        "head_never": "Intet antal",
        "head_never_says": "enheder eller målinger inden for det, der er prøvet, er nok.",
        # What was asked
        "asked_title": "Hvad er der spurgt om?",
        "asked_lead": "Blev »{outcome}« bedre af forløbet? Rækkefølgen, som enhederne begyndte i, "
        "blev trukket ved lod. De enheder, der ventede, viser derfor, hvordan det ellers var gået.",
        "asked_rows": "{rows} rækker målinger fra {units} enheder.",
        "asked_exposure_average": "Svaret er virkningen i gennemsnit over tiden, siden en enhed "
        "begyndte: læring kan vokse eller fortage sig.",
        "asked_constant": "Svaret er en virkning, der antages at være ens fra første dag.",
        "asked_by_permutation": "Testen sammenligner rækkefølgen, der blev trukket, med de "
        "{orders}, der kunne være blevet det.",
        "asked_by_kenward_roger": "Testen er en blandet model (REML) med Kenward og Rogers "
        "frihedsgrader.",
        "asked_by_bias_reduced": "Testen er GEE med bias-reducerede fejl på forskellen i andele.",
        "asked_level": "Risikoen for falsk alarm er {level}, tosidet.",
        "asked_relevant": "Den mindste virkning, der betyder noget, er {relevant}.",
        "locked": "Valgene blev låst {day} kl. {clock} ({sha}…), før der blev målt.",
        "as_locked": "Alt er gjort, som det blev låst.",
        "no_lock": "Ingen analyseplan var låst, så alt her er eksplorativt.",
        "departed_outcome": "Afviger fra planen: målet er »{done}«, men »{planned}« blev låst.",
        "departed_model": "Afviger fra planen: modellen er {done}, men {planned} blev låst.",
        "departed_effect": "Afviger fra planen: svaret er {done}, men {planned} blev låst.",
        "departed_test": "Afviger fra planen: testen er {done}, men {planned} blev låst.",
        "departed_level": "Afviger fra planen: konfidensniveauet er {done}, men {planned} blev "
        "låst.",
        "departed_smallest_relevant_effect": "Afviger fra planen: den mindste virkning, der "
        "betyder noget, er {done}, men {planned} blev låst.",
        "departed_subgroup_new": "Afviger fra planen: undergruppen »{name}« var ikke planlagt, så "
        "dens resultat er eksplorativt.",
        "departed_subgroup_gone": "Afviger fra planen: undergruppen »{name}« var planlagt, men er "
        "ikke vist.",
        "departed_measured": "Afviger fra planen: måletype, skøn eller perioder er andre end dem, "
        "der blev låst.",
        "choice_constant": "en konstant virkning",
        "choice_average_over_exposure": "gennemsnittet over tiden siden start",
        "choice_permutation": "permutationstesten",
        "choice_kenward_roger": "Kenward-Roger",
        "choice_bias_reduced": "GEE med bias-reducerede fejl",
        "choice_mixed_nested_exchangeable": "den blandede model",
        "choice_marginal_identity": "forskellen i andele",
        # What was found
        "found_title": "Hvad er der fundet?",
        "claim_works": "Det virker",
        "claim_works_exploratory": "Det ser ud til at virke",
        "claim_harms": "Det skader",
        "claim_harms_exploratory": "Det ser ud til at skade",
        "found_works": "{claim}: »{outcome}« ændrede sig {effect}, da enhederne var begyndt, og "
        "{better} er bedre. Intervallet er {interval}.",
        "found_harms": "{claim}: »{outcome}« ændrede sig {effect}, da enhederne var begyndt, "
        "men {better} er bedre. Intervallet er {interval}.",
        "found_too_small": "Virkningen på »{outcome}« er for lille til at betyde noget: {effect}, "
        "højst {most} i den ene eller anden retning, og det mindste, der betyder noget, er "
        "{relevant}.",
        "found_cannot_tell": "Det kan vi ikke afgøre: det bedste skøn for »{outcome}« er {effect}, "
        "men virkningen kan lige så godt ligge et andet sted i intervallet {interval}.",
        "found_enough": "Virkningen er mindst de {relevant}, der betyder noget.",
        "found_perhaps": "Om den når de {relevant}, der betyder noget, er ikke afgjort: "
        "intervallet begynder lavere.",
        "found_blind": "Det betyder ikke, at forløbet ikke virker. Det betyder, at målingerne ikke "
        "kan skille en virkning på {relevant} fra ingen.",
        "found_no_gain": "En gevinst på {relevant} passer ikke med målingerne, men det kan en "
        "skade gøre.",
        "found_either": "Både en gevinst og en skade på {relevant} passer med målingerne.",
        "found_times": "Figuren viser virkningen efter, hvor længe en enhed har været i gang "
        "({way}). Sent efter start er der færre enheder at se på, så intervallerne bliver bredere.",
        "no_times": "Virkningen kan ikke deles op efter tiden siden start: dertil er der for få "
        "enheder.",
        "time_chart": "Virkning efter tid siden start",
        "time_notes": "Prikken er skønnet, stregen intervallet. Den fuldt optrukne linje er ingen "
        "virkning, den stiplede er den mindste, der betyder noget.",
        "since": "Målinger siden start",
        "units": "Enheder",
        "effect": "Virkning",
        "between": "Interval",
        "detectable": "Mindste synlige",
        "means_part": "Gennemsnit måling for måling",
        "means_says": "De rå gennemsnit. De, der begyndte tidligt, kan have ligget anderledes fra "
        "først af, og tiden går for alle: derfor er forskellen mellem kolonnerne ikke virkningen.",
        "means_table": "Gennemsnit for dem, der var begyndt, og dem, der ventede",
        "period": "Måling",
        "started": "Begyndt",
        "started_mean": "Gennemsnit, begyndt",
        "waiting": "Venter",
        "waiting_mean": "Gennemsnit, venter",
        # How sure
        "sure_title": "Hvor sikkert er det?",
        "sure_interval": "Intervallet {interval} er lavet, så det rummer den sande virkning i "
        "{confidence} af alle sådanne udrulninger.",
        "sure_p_lot": "p = {p}: så ofte ville lodtrækningen alene give et udslag så stort, hvis "
        "forløbet intet gjorde.",
        "sure_p_model": "p = {p}: så ofte ville tilfældet give et udslag så stort, hvis forløbet "
        "intet gjorde og modellen passer.",
        "sure_seen": "Med den spredning, der er målt, viser udrulningen en virkning på "
        "{detectable} med {target} sandsynlighed. En mindre kan let blive overset.",
        "sure_lot": "Lodtrækningen er gentaget ud fra sit bevis og gav det samme: enhederne "
        "begyndte, som de trak, blandt {orders} rækkefølger.",
        "sure_icc": "Folk i samme enhed ligner hinanden med ICC {icc}; skønnet før start var "
        "{icc_guess}.",
        "sure_means": "Modellerne ser ét gennemsnit for hver enhed og måling, ikke personerne bag.",
        "way": "Metode",
        "of_what": "Virkning af hvad",
        "p": "p",
        "ways_table": "Svaret på flere måder",
        "ways_notes": "Første linje er svaret. De andre er regnet ud for at se, om svaret "
        "afhænger af metoden; ingen af dem kan træde i dets sted. En tosidet p-værdi står altid "
        "ved siden af sit interval og den mindste virkning, metoden viser med 80 % "
        "sandsynlighed. Roth og Sant’Annas interval er lavet til mange enheder; med få kan det "
        "være for smalt, mens deres test gælder.",
        "way_permutation": "Permutationstest",
        "way_kenward_roger": "Blandet model, Kenward-Roger",
        "way_bias_reduced": "GEE, bias-reduceret",
        "way_efficient_timing": "Roth og Sant’Anna, Fishers test",
        "of_exposure_average": "gennemsnit over tid siden start",
        "of_constant": "ens fra første dag",
        "of_cells": "gennemsnit over enheder og målinger, mens nogen ventede",
        "not_used": "Ikke brugt: {way} ({of_what}). {why}",
        "record": "Bevis for lodtrækning og lås",
        "record_lead": "Enhver med mappen kan gentage det med samskab rollout design og samskab "
        "rollout analyse.",
        "field": "Felt",
        "value": "Værdi",
        "record_seed": "Lodtrækningens tekst",
        "record_orders": "Tilladte rækkefølger",
        "record_inputs": "Lodtrækningens fingeraftryk",
        "record_lock": "Analyseplanens fingeraftryk",
        "record_when": "Låst",
        # Subgroups
        "subgroups_title": "Virker det lige godt overalt?",
        "subgroups_lead": "Den samme analyse for hver slags enheder for sig. En undergruppe er "
        "mindre end helheden, så dens interval er bredere.",
        "subgroups_way": "Hvor lodtrækningen har for få rækkefølger for så få enheder, er "
        "modellen brugt; det afgøres af lodtrækningen, ikke af målingerne.",
        "subgroup_planned": "»{column}« var planlagt, før der blev målt.",
        "subgroup_unplanned": "»{column}« var ikke planlagt: det er eksplorativt.",
        "subgroups_many": "Der er kigget {count} steder med {level} risiko for falsk alarm hvert "
        "sted. At én gruppe når over grænsen og en anden ikke gør, viser ikke, at de er "
        "forskellige.",
        "subgroups_table": "Virkning i undergrupper",
        "subgroup": "Undergruppe",
        "subgroup_not": "{column}: {labels} har ikke noget svar for sig selv. {why}",
        # What would tell
        "more_title": "Hvad skal der til for at afgøre det?",
        "more_lead": "Med den spredning, der er målt, ville en virkning på {relevant} kunne ses "
        "med {target} sandsynlighed, hvis kun én ting ændres:",
        "more_units": "Enheder: {count} flere af samme slags.",
        "more_periods": "Målinger: {count} flere efter den sidste, omkring {months} måneder.",
        "never_units": "Enheder: selv {most} flere er ikke nok.",
        "never_periods": "Målinger: selv {most} flere er ikke nok.",
        "never_periods_all": "Målinger: selv {most} flere er ikke nok, for alle enheder er "
        "begyndt, så ingen venter længere.",
        "more_notes": "Er virkningen i virkeligheden mindre end det, der betyder noget, skal der "
        "mere til, og svaret er mindre værd.",
        # Limits
        "limits_title": "Hvad kan man ikke slutte?",
        "limits_lead": "Lodtrækningen gør enhederne sammenlignelige. Den gør ikke alt muligt.",
        "limit_drop": "Svarede andre personer, efter en enhed begyndte, end før, kan forskellen "
        "være deres og ikke forløbets.",
        "limit_spill": "Smittede forløbet af på dem, der ventede, ser virkningen mindre ud, end "
        "den er.",
        "limit_training": "En enhed tæller som i gang fra den første måling, der begynder på eller "
        "efter bølgens sidste dag. Det gælder også de ledere, der blev væk.",
        "limit_interval": "Permutationstestens interval forudsætter, at virkningen er den samme i "
        "alle enheder og til alle tider.",
        "limit_elsewhere": "Svaret gælder disse enheder i disse måneder, ikke andre kommuner eller "
        "senere år.",
        "limit_other": "Det siger intet om, hvilken del af forløbet der gjorde det.",
    },
    EN: {
        "interrupted": "Interrupted: nothing was written.",
        "no_folder": "{path} is a file, not a folder: move it.",
        "unwritable": "{path} cannot be written ({why}): allow writing to the folder.",
        "not_counted": "The allowed orders cannot be counted ({states} states), so the lottery "
        "cannot be repeated.",
        "wrote": "Report: {report}",
        "also": "Also written: {result}",
        "and": "and",
        "points": "{number} percentage points",
        "interval": "{low} to {high}",
        "interval_from": "from {low} up, without end",
        "interval_to": "up to {high}, without bottom",
        "interval_open": "unknown at both ends",
        "below": "below {number}",
        "higher": "higher",
        "lower": "lower",
        "kicker": "Did it work?",
        "kicker_exploratory": "Did it work? – exploratory analysis",
        "subtitle": "{units} units, {waves} waves, {periods} measurements: {outcome}",
        "brief": "In brief",
        "rehearsal_mark": "A rehearsal: the measurements are made up",
        "rehearsal_title": "The truth and the answer",
        "rehearsal_held": "This is a rehearsal: the measurements are made up with a true effect of "
        "{truth}. The answer is {effect}, and the interval {interval} holds the truth.",
        "rehearsal_missed": "This is a rehearsal: the measurements are made up with a true "
        "effect of "
        "{truth}. The answer is {effect}, and the interval {interval} does not hold the truth.",
        "rehearsal_why": "An interval of {confidence} is to hold the truth in that share of all "
        "rehearsals, not in each of them: try other figures (--seed).",
        "foot": "Made by Samskab. The page is one file and loads nothing from outside.",
        "exploratory": "Exploratory: not all choices behind the answer were fixed before the "
        "measurements could be seen. Take it as a hint, not as proof.",
        "head_answer": "The answer",
        "answer_works": "It works",
        "answer_works_says": "The whole interval lies on the good side of nothing.",
        "answer_works_exploratory": "Looks as if it works",
        "answer_harms": "It harms",
        "answer_harms_exploratory": "Looks as if it harms",
        "answer_harms_says": "The whole interval lies on the bad side of nothing.",
        "answer_too_small": "Too small",
        "answer_too_small_says": "The effect is smaller than the {relevant} that matter.",
        "answer_cannot_tell": "We cannot tell",
        "answer_cannot_tell_says": "The interval holds both no effect and one that matters.",
        "head_effect": "Effect",
        "head_effect_says": "is the best estimate; the interval is {interval}. For “{outcome}” "
        "{better} is better.",
        "head_seen": "Smallest visible effect",
        "head_seen_says": "could be shown by the roll-out with a chance of {target}. {relevant} is "
        "the least that matters.",
        "head_lot": "Lottery",
        "head_lot_says": "orders could have been drawn. The lottery was repeated and confirmed.",
        "head_more": "What it takes",
        "head_units": "{n} more units",
        "head_units_one": "One more unit",
        "head_units_says": "of the same kind would settle it with a chance of {target}.",
        "head_periods": "{n} more measurements",
        "head_periods_one": "One more measurement",
        "head_periods_says": "after the last would settle it with a chance of {target}.",
        "head_never": "No number",
        "head_never_says": "of units or measurements within what was tried is enough.",
        "asked_title": "What was asked?",
        "asked_lead": "Did the programme make “{outcome}” better? The order in which the units "
        "started was drawn by lot. So the units that waited show how it would have gone otherwise.",
        "asked_rows": "{rows} rows of measurements from {units} units.",
        "asked_exposure_average": "The answer is the effect averaged over the time since a unit "
        "started: learning can grow or wear off.",
        "asked_constant": "The answer is an effect taken to be the same from the first day.",
        "asked_by_permutation": "The test compares the order that was drawn with the {orders} that "
        "could have been.",
        "asked_by_kenward_roger": "The test is a mixed model (REML) with Kenward and Roger's "
        "degrees of freedom.",
        "asked_by_bias_reduced": "The test is GEE with bias-reduced errors on the difference of "
        "shares.",
        "asked_level": "The chance of a false alarm is {level}, two-sided.",
        "asked_relevant": "The smallest effect that matters is {relevant}.",
        "locked": "The choices were locked on {day} at {clock} ({sha}…), before anything was "
        "measured.",
        "as_locked": "Everything was done as it was locked.",
        "no_lock": "No plan of analysis was locked, so everything here is exploratory.",
        "departed_outcome": "Departs from the plan: the outcome is “{done}”, but “{planned}” was "
        "locked.",
        "departed_model": "Departs from the plan: the model is {done}, but {planned} was locked.",
        "departed_effect": "Departs from the plan: the answer is {done}, but {planned} was locked.",
        "departed_test": "Departs from the plan: the test is {done}, but {planned} was locked.",
        "departed_level": "Departs from the plan: the level of confidence is {done}, but {planned} "
        "was locked.",
        "departed_smallest_relevant_effect": "Departs from the plan: the smallest effect that "
        "matters is {done}, but {planned} was locked.",
        "departed_subgroup_new": "Departs from the plan: the subgroup “{name}” was not planned, so "
        "its result is exploratory.",
        "departed_subgroup_gone": "Departs from the plan: the subgroup “{name}” was planned, but "
        "is not shown.",
        "departed_measured": "Departs from the plan: the kind of measure, its guesses or the "
        "periods are others than those that were locked.",
        "choice_constant": "a constant effect",
        "choice_average_over_exposure": "the average over the time since the start",
        "choice_permutation": "the permutation test",
        "choice_kenward_roger": "Kenward-Roger",
        "choice_bias_reduced": "GEE with bias-reduced errors",
        "choice_mixed_nested_exchangeable": "the mixed model",
        "choice_marginal_identity": "the difference of shares",
        "found_title": "What was found?",
        "claim_works": "It works",
        "claim_works_exploratory": "It looks as if it works",
        "claim_harms": "It harms",
        "claim_harms_exploratory": "It looks as if it harms",
        "found_works": "{claim}: “{outcome}” changed by {effect} once units had started, and "
        "{better} is better. The interval is {interval}.",
        "found_harms": "{claim}: “{outcome}” changed by {effect} once units had started, while "
        "{better} is better. The interval is {interval}.",
        "found_too_small": "The effect on “{outcome}” is too small to matter: {effect}, at most "
        "{most} either way, and the least that matters is {relevant}.",
        "found_cannot_tell": "We cannot tell: the best estimate for “{outcome}” is {effect}, but "
        "the effect may as well lie elsewhere in the interval {interval}.",
        "found_enough": "The effect is at least the {relevant} that matter.",
        "found_perhaps": "Whether it reaches the {relevant} that matter is not settled: the "
        "interval begins lower.",
        "found_blind": "That does not mean that the programme does not work. It means that the "
        "measurements cannot tell an effect of {relevant} from none.",
        "found_no_gain": "A gain of {relevant} does not fit the measurements, but harm may.",
        "found_either": "Both a gain and a harm of {relevant} fit the measurements.",
        "found_times": "The figure shows the effect by how long a unit has been going ({way}). "
        "Late after the start there are fewer units to look at, so the intervals grow wider.",
        "no_times": "The effect cannot be split by the time since the start: there are too few "
        "units for that.",
        "time_chart": "Effect by time since the start",
        "time_notes": "The dot is the estimate, the bar its interval. The solid line is no effect, "
        "the dashed one the smallest that matters.",
        "since": "Measurements since the start",
        "units": "Units",
        "effect": "Effect",
        "between": "Interval",
        "detectable": "Smallest visible",
        "means_part": "Means, measurement by measurement",
        "means_says": "The plain means. Those who started early may have been different from the "
        "outset, and time passes for all: so the difference of the columns is not the effect.",
        "means_table": "Means of those who had started and of those who waited",
        "period": "Measurement",
        "started": "Started",
        "started_mean": "Mean, started",
        "waiting": "Waiting",
        "waiting_mean": "Mean, waiting",
        "sure_title": "How sure is it?",
        "sure_interval": "The interval {interval} is made to hold the true effect in {confidence} "
        "of all such roll-outs.",
        "sure_p_lot": "p = {p}: so often would the lottery alone give a result as large if the "
        "programme did nothing.",
        "sure_p_model": "p = {p}: so often would chance give a result as large if the programme "
        "did nothing and the model fits.",
        "sure_seen": "With the spread that was measured, the roll-out shows an effect of "
        "{detectable} with a chance of {target}. A smaller one is easily missed.",
        "sure_lot": "The lottery was repeated from its record and came out the same: the units "
        "started as they drew, among {orders} orders.",
        "sure_icc": "People of one unit are alike with an ICC of {icc}; the guess before the "
        "start was {icc_guess}.",
        "sure_means": "The models see one mean for each unit and measurement, not the people "
        "behind it.",
        "way": "Method",
        "of_what": "Which effect",
        "p": "p",
        "ways_table": "The answer in several ways",
        "ways_notes": "The first line is the answer. The others are there to see whether the "
        "answer hangs on the method; none of them can take its place. A two-sided p-value always "
        "stands beside its interval and the smallest effect that the method shows with a chance "
        "of 80%. Roth and Sant’Anna’s interval is made for many units; with few it can be too "
        "narrow, while their test holds.",
        "way_permutation": "Permutation test",
        "way_kenward_roger": "Mixed model, Kenward-Roger",
        "way_bias_reduced": "GEE, bias-reduced",
        "way_efficient_timing": "Roth and Sant’Anna, Fisher’s test",
        "of_exposure_average": "average over time since the start",
        "of_constant": "same from the first day",
        "of_cells": "average over units and measurements while somebody waited",
        "not_used": "Not used: {way} ({of_what}). {why}",
        "record": "Proof of lottery and lock",
        "record_lead": "Whoever has the folder can repeat it with samskab rollout design and "
        "samskab rollout analyse.",
        "field": "Field",
        "value": "Value",
        "record_seed": "Text of the lottery",
        "record_orders": "Allowed orders",
        "record_inputs": "Fingerprint of the lottery",
        "record_lock": "Fingerprint of the plan of analysis",
        "record_when": "Locked",
        "subgroups_title": "Does it work equally well everywhere?",
        "subgroups_lead": "The same analysis for each kind of unit by itself. A subgroup is "
        "smaller than the whole, so its interval is wider.",
        "subgroups_way": "Where the lottery has too few orders for so few units, the model is "
        "used; the lottery decides that, not the measurements.",
        "subgroup_planned": "“{column}” was planned before anything was measured.",
        "subgroup_unplanned": "“{column}” was not planned: it is exploratory.",
        "subgroups_many": "{count} places were looked at, each with a chance of {level} for a "
        "false alarm. That one group passes the bar and another does not fails to show that they "
        "differ.",
        "subgroups_table": "Effect in subgroups",
        "subgroup": "Subgroup",
        "subgroup_not": "{column}: {labels} by itself has no answer. {why}",
        "more_title": "What would it take to tell?",
        "more_lead": "With the spread that was measured, an effect of {relevant} could be seen "
        "with a chance of {target} if one thing alone is changed:",
        "more_units": "Units: {count} more of the same kind.",
        "more_periods": "Measurements: {count} more after the last, about {months} months.",
        "never_units": "Units: even {most} more are not enough.",
        "never_periods": "Measurements: even {most} more are not enough.",
        "never_periods_all": "Measurements: even {most} more are not enough, for all units have "
        "started, so nobody waits any longer.",
        "more_notes": "If the effect is in truth smaller than what matters, it takes more, and the "
        "answer is worth less.",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "The lottery makes the units comparable. It does not make everything "
        "possible.",
        "limit_drop": "If other people answered after a unit had started than before, the "
        "difference may be theirs and not the programme's.",
        "limit_spill": "If the programme rubbed off on those who waited, the effect looks smaller "
        "than it is.",
        "limit_training": "A unit counts as started from the first measurement that begins on or "
        "after its wave's last day. That includes leaders who stayed away.",
        "limit_interval": "The interval of the permutation test takes the effect to be the same in "
        "all units and at all times.",
        "limit_elsewhere": "The answer is for these units in these months, not for other "
        "municipalities or later years.",
        "limit_other": "It says nothing of which part of the programme did it.",
    },
}
