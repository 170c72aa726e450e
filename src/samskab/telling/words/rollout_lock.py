"""What `samskab rollout lock` says, on the terminal and in its page."""

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
        "also": "Også skrevet: {folder}/rollout/lock.json",
        "result": "Analysen af »{outcome}« er låst {when}: {sha}…",
        "and": "og",
        "points": "{number} procentpoint",
        "moment": "{day} kl. {clock}",
        "kicker": "Låst analyseplan",
        "subtitle": "{outcome} – låst {when}",
        "brief": "Kort fortalt",
        "foot": "Lavet af Samskab. Siden er én fil og henter intet udefra.",
        "head_when": "Låst",
        "head_when_says": "er dagen, hvor valgene blev truffet. Kun målinger fra senere dage kan "
        "bekræfte noget.",
        "head_hash": "Fingeraftryk",
        "head_hash_says": "begynder planens fingeraftryk med. Skriv det i et referat: så kan "
        "enhver se, at planen ikke er ændret siden.",
        "head_relevant": "Det, der betyder noget",
        "head_relevant_says": "er den mindste virkning, der ville ændre en beslutning.",
        "asked_title": "Hvad skal der spørges om, og hvordan?",
        "asked_lead": "Disse valg afgør svaret. De er truffet, før nogen har set resultatet, så "
        "ingen kan vælge den måde at regne på, der passer bedst.",
        "asked_outcome": "Målet er »{outcome}«, og {direction} er bedre.",
        "higher": "højere",
        "lower": "lavere",
        "asked_exposure_average": "Svaret er virkningen i gennemsnit over tiden, siden en enhed "
        "begyndte: læring kan vokse eller fortage sig.",
        "asked_constant": "Svaret er en virkning, der antages at være ens fra første dag.",
        "asked_permutation_continuous": "Testen sammenligner rækkefølgen, der blev trukket, med de "
        "{orders}, der kunne være blevet det.",
        "asked_permutation_binary": "Testen sammenligner rækkefølgen, der blev trukket, med de "
        "{orders}, der kunne være blevet det, på andelen i hver enhed.",
        "asked_permutation_count": "Testen sammenligner rækkefølgen, der blev trukket, med de "
        "{orders}, der kunne være blevet det, på gennemsnittet i hver enhed.",
        "asked_kenward_roger_continuous": "Testen er en blandet model (REML) med Kenward og Rogers "
        "frihedsgrader; lodtrækningen havde {orders} mulige rækkefølger.",
        "asked_kenward_roger_binary": "Testen er GEE med bias-reducerede fejl på forskellen i "
        "andele; lodtrækningen havde {orders} mulige rækkefølger.",
        "asked_kenward_roger_count": "Testen er en blandet model (REML) med Kenward og Rogers "
        "frihedsgrader på hver enheds gennemsnit; lodtrækningen havde {orders} mulige rækkefølger.",
        "asked_level": "Risikoen for falsk alarm er {level}, tosidet.",
        "asked_relevant": "Den mindste virkning, der betyder noget, er {relevant}.",
        "asked_periods": "Der måles i {periods}.",
        "asked_subgroups": "Virkningen vises også for sig for hver værdi af {names}.",
        "asked_no_subgroups": "Ingen undergrupper er planlagt.",
        "sure_title": "Hvor sikkert er det?",
        "sure_lead": "Planen, tidspunktet og lodtrækningen har hver sit fingeraftryk. Ændres "
        "blot ét tegn, passer det ikke længere, og analysen siger det.",
        "proof": "Fingeraftryk",
        "proof_lead": "SHA-256 af det, der er låst.",
        "field": "Felt",
        "value": "Værdi",
        "proof_plan": "Plan og tidspunkt",
        "proof_lottery": "Lodtrækning",
        "proof_measured": "Mål og perioder",
        "proof_when": "Tidspunkt",
        "means_title": "Hvad betyder det i kroner?",
        "means_lead": "Låsen koster intet. Uden den kan svaret kun kaldes et fingerpeg, og en "
        "beslutning om penge får et svagere grundlag.",
        "limits_title": "Hvad kan man ikke slutte?",
        "limits_lead": "En låst plan gør ikke et dårligt mål godt.",
        "limit_once": "Der låses kun én gang. Det, som ændres bagefter, bliver mærket som "
        "eksplorativt, på siden og i filen.",
        "limit_early": "Målinger fra dagen for låsningen eller før kan ikke bruges.",
        "limit_data": "Låsen kender kun målingernes dage, som filen oplyser dem. Den kan ikke se, "
        "om nogen har kigget.",
    },
    EN: {
        "interrupted": "Interrupted: nothing was written.",
        "no_folder": "{path} is a file, not a folder: move it.",
        "unwritable": "{path} cannot be written ({why}): allow writing to the folder.",
        "not_counted": "The allowed orders cannot be counted ({states} states): draw lots again "
        "with fewer waves or fixed sizes.",
        "wrote": "Report: {report}",
        "also": "Also written: {folder}/rollout/lock.json",
        "result": "The analysis of “{outcome}” is locked, {when}: {sha}…",
        "and": "and",
        "points": "{number} percentage points",
        "moment": "{day} at {clock}",
        "kicker": "Locked plan of analysis",
        "subtitle": "{outcome} – locked {when}",
        "brief": "In brief",
        "foot": "Made by Samskab. The page is one file and loads nothing from outside.",
        "head_when": "Locked",
        "head_when_says": "is the day on which the choices were made. Only measurements of later "
        "days can confirm anything.",
        "head_hash": "Fingerprint",
        "head_hash_says": "is how the plan's fingerprint begins. Put it into some minutes: then "
        "anybody can see that the plan has not been changed since.",
        "head_relevant": "What matters",
        "head_relevant_says": "is the smallest effect that would change a decision.",
        "asked_title": "What shall be asked, and how?",
        "asked_lead": "These choices decide the answer. They are made before anybody has seen the "
        "result, so that nobody can pick the way of reckoning that suits best.",
        "asked_outcome": "What is measured is “{outcome}”, and {direction} is better.",
        "higher": "higher",
        "lower": "lower",
        "asked_exposure_average": "The answer is the effect averaged over the time since a unit "
        "started: learning can grow or wear off.",
        "asked_constant": "The answer is an effect taken to be the same from the first day.",
        "asked_permutation_continuous": "The test compares the order that was drawn with the "
        "{orders} that could have been.",
        "asked_permutation_binary": "The test compares the order that was drawn with the {orders} "
        "that could have been, on the share in each unit.",
        "asked_permutation_count": "The test compares the order that was drawn with the {orders} "
        "that could have been, on the mean of each unit.",
        "asked_kenward_roger_continuous": "The test is a mixed model (REML) with Kenward and "
        "Roger's degrees of freedom; the lottery had {orders} possible orders.",
        "asked_kenward_roger_binary": "The test is GEE with bias-reduced errors on the difference "
        "of shares; the lottery had {orders} possible orders.",
        "asked_kenward_roger_count": "The test is a mixed model (REML) with Kenward and Roger's "
        "degrees of freedom on each unit's mean; the lottery had {orders} possible orders.",
        "asked_level": "The chance of a false alarm is {level}, two-sided.",
        "asked_relevant": "The smallest effect that matters is {relevant}.",
        "asked_periods": "Measurements are made in {periods}.",
        "asked_subgroups": "The effect is also shown by itself for each value of {names}.",
        "asked_no_subgroups": "No subgroups are planned.",
        "sure_title": "How sure is it?",
        "sure_lead": "Plan, time and lottery have a fingerprint each. Change a single character "
        "and it no longer fits, and the analysis says so.",
        "proof": "Fingerprints",
        "proof_lead": "SHA-256 of what is locked.",
        "field": "Field",
        "value": "Value",
        "proof_plan": "Plan and time",
        "proof_lottery": "Lottery",
        "proof_measured": "Measure and periods",
        "proof_when": "Time",
        "means_title": "What does it mean in kroner?",
        "means_lead": "The lock costs nothing. Without it the answer can only be called a hint, "
        "and a decision on money stands on weaker ground.",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "A locked plan does not turn a poor measure into a good one.",
        "limit_once": "It is locked once only. What is changed afterwards is marked exploratory, "
        "on the page and in the file.",
        "limit_early": "Measurements of the day of the lock or before cannot be used.",
        "limit_data": "The lock knows the days of the measurements only as the file tells them. It "
        "cannot see whether somebody has looked.",
    },
}
