"""What `samskab efficiency` says, on the terminal and in its page."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "interrupted": "Afbrudt: intet er skrevet.",
        "no_folder": "{path} er en fil, ikke en mappe: vælg en mappe med --out.",
        "unwritable": "{path} kan ikke skrives ({why}): vælg en anden mappe med --out.",
        "wrote": "Rapport: {report}",
        "also": "Også skrevet: {result}",
        "result": "{efficient} af {units} enheder er blandt de bedste; i gennemsnit når enhederne "
        "{share} af det bedste.",
        # The frame
        "kicker": "Sammenligning af enheder",
        "brief": "Kort fortalt",
        "subtitle": "{units} enheder, {inputs} input og {outputs} output",
        "foot": "Lavet af Samskab af {file}. Siden er én fil og henter intet udefra.",
        # Headlines
        "head_best": "Blandt de bedste",
        "head_best_figure": "{efficient} af {units}",
        "head_best_says": "Ingen blanding af andre enheder gør det bedre end dem.",
        "head_mean": "Når i gennemsnit",
        "head_mean_says": "af det, de bedste viser, er muligt.",
        "head_sure": "Sikkerhed på en enhed",
        "head_sure_says": "er usikkerheden typisk, op eller ned, på en enheds andel.",
        "head_sure_none": "Ikke oplyst",
        "head_sure_none_says": "Usikkerheden er ikke regnet; se »Hvor sikkert er det?«.",
        "head_money": "Muligt at frigøre, {column}",
        "head_money_says": "om året eller for den periode, tallene gælder, hvis alle nåede de "
        "bedste: et regnestykke, ikke en plan.",
        "head_potential": "Muligt, {column}",
        "head_potential_says": "samlet, hvis alle nåede de bedste: et regnestykke, ikke en plan.",
        # What was asked
        "asked_title": "Hvad er der spurgt om?",
        "asked_input": "Hvor meget kunne hver enhed nøjes med at bruge og stadig yde det samme, "
        "hvis den gjorde som de bedste, der ligner den?",
        "asked_output": "Hvor meget mere kunne hver enhed yde for det samme, hvis den gjorde som "
        "de bedste, der ligner den?",
        "asked_inputs": "Bruges: {columns}.",
        "asked_fixed": "Kan ingen ændre, men der tages hensyn til: {columns}.",
        "asked_outputs": "Ydes: {columns}.",
        "asked_bad": "Skal være lavt: {columns}.",
        "asked_how": "Metoden (data envelopment analysis) kræver ingen vægte: hver enhed måles på "
        "det, den selv er bedst til, og kun mod det, som andre faktisk har vist kan lade sig gøre.",
        "crs": "Skalaafkast: konstant. En lille enhed måles mod en stor, som om størrelsen intet "
        "betød.",
        "vrs": "Skalaafkast: variabelt. En enhed måles mod blandinger af enheder på dens egen "
        "størrelse.",
        "drs": "Skalaafkast: aftagende. Ingen enhed får skylden for at være stor.",
        "irs": "Skalaafkast: voksende. Ingen enhed får skylden for at være lille.",
        "fdh": "En enhed måles kun mod andre enkelte enheder, aldrig mod en blanding.",
        # What was found
        "found_title": "Hvad er der fundet?",
        "found_lead": "{efficient} af {units} enheder er blandt de bedste. De øvrige når i "
        "gennemsnit {share} af det, de bedste viser, er muligt.",
        "found_all": "Alle {units} enheder ser ud til at være blandt de bedste. Det siger mere om "
        "tallene end om enhederne: der er for få enheder til at se forskel.",
        "found_chart": "Hver enheds andel af det bedste, med interval",
        "found_chart_plain": "Hver enheds andel af det bedste",
        "chart_some": "Figuren viser de {shown} enheder, der er længst fra de bedste; tabellen "
        "har dem alle.",
        "unit": "Enhed",
        "share": "Andel af det bedste",
        "from": "Fra",
        "to": "Til",
        "corrected": "Renset for bias",
        "super": "Mod de andre alene",
        "slack": "Slack-baseret",
        "scale": "Størrelse",
        "scale_crs": "rigtig",
        "scale_irs": "for lille",
        "scale_drs": "for stor",
        "cost": "Omkostningseffektivitet",
        "none": "–",
        "super_says": "»Mod de andre alene« rangordner de bedste: 110 % betyder, at enheden kunne "
        "bruge 10 % mere og stadig være blandt dem. En streg: de andre kan slet ikke nå den.",
        "super_says_output": "»Mod de andre alene« rangordner de bedste: 110 % betyder, at enheden "
        "kunne yde en elleftedel mindre og stadig være blandt dem. En streg: de andre kan slet "
        "ikke nå den.",
        # How sure
        "sure_title": "Hvor sikkert er det?",
        "sure_lead": "Gentog man det hele med nye tilfældigheder, ville intervallerne fange den "
        "sande andel i omkring 95 af 100 tilfælde; sjældnere, hvis næsten ingen er tæt på det, der "
        "er muligt.",
        "sure_bias": "Andelene er målt mod de bedste, vi har set. Den bedste praksis, der findes, "
        "kan være bedre, så de målte andele er i gennemsnit {bias} for høje, og intervallerne "
        "ligger under dem.",
        "sure_how": "Usikkerheden er trukket {runs} gange (Simar og Wilson 1998, udglattet og "
        "spejlet, båndbredde {bandwidth}, frø {seed}). Metoden kalder intervallerne {level}, men i "
        "vores egne forsøg med kendt sandhed fangede de den i 93 til 98 af 100 tilfælde, og i 89, "
        "hvor næsten ingen var tæt på det mulige.",
        "sure_overlap": "Enheder, hvis intervaller overlapper, kan ikke rangordnes.",
        "sure_none": "Intervaller er ikke regnet, fordi det blev fravalgt eller ikke findes for "
        "fdh. Andelene er derfor kun øjebliksbilleder.",
        "sure_cannot": "Usikkerheden kan ikke afgøres: for få enheder ligger under de bedste til, "
        "at spredningen kan ses. Tag flere enheder eller færre tal med.",
        # What it means
        "means_title": "Hvad betyder det?",
        "means_input": "Hvis hver enhed nåede sit mål og ydede det samme, ville der samlet blive "
        "brugt så meget mindre:",
        "means_output": "Hvis hver enhed nåede sit mål for det samme, ville der samlet blive ydet "
        "så meget mere:",
        "means_money": "I kroner: {amount} af {total} ({share}) i {column}.",
        "means_careful": "Regnes der med intervallernes ender i stedet, er det mellem {low} og "
        "{high}.",
        "means_home": "Beløbet er ikke hjemtaget: det bliver først til en besparelse, når et "
        "budget faktisk sænkes.",
        "means_table": "Nu, mål og forskel for alle enheder tilsammen",
        "column": "Tal",
        "now": "Nu",
        "target": "Mål",
        "difference": "Forskel",
        "in_percent": "I procent",
        # What changed
        "asked_periods": "Enhederne sammenlignes på tallene fra {after}; udviklingen er regnet fra "
        "{before}.",
        "change_title": "Hvad er der sket siden {before}?",
        "change_lead": "Fra {before} til {after} fik {better} af {units} enheder mere ud af det, "
        "de bruger. I gennemsnit ændrede det sig {mean}.",
        "change_parts": "Det kan have to grunde, som ganges sammen: enheden kan være rykket "
        "nærmere de bedste, og de bedste kan selv være rykket.",
        "change_how": "Det er Malmquist-indekset (Färe, Grosskopf, Norris og Zhang 1994) under "
        "konstant skalaafkast. Gennemsnittet er geometrisk.",
        "change_sure": "Der er intet interval på udviklingen: om en lille ændring er mere end "
        "tilfældig, kan vi ikke afgøre.",
        "change_table": "Udvikling fra {before} til {after}",
        "change_index": "I alt",
        "change_near": "Nærmere de bedste",
        "change_front": "De bedste rykkede",
        "change_more": "Siden {before} får {unit} {percent} mere ud af det, den bruger.",
        "change_less": "Siden {before} får {unit} {percent} mindre ud af det, den bruger.",
        "change_same": "Siden {before} får {unit} det samme ud af det, den bruger.",
        "change_nearer": "Den er kommet {percent} nærmere de bedste.",
        "change_farther": "Den er faldet {percent} tilbage i forhold til de bedste.",
        "change_level": "Dens afstand til de bedste er uændret.",
        "change_front_up": "Det, de bedste viser er muligt for en enhed som den, er steget "
        "{percent}.",
        "change_front_down": "Det, de bedste viser er muligt for en enhed som den, er faldet "
        "{percent}.",
        "change_front_level": "Det, de bedste viser er muligt for en enhed som den, er uændret.",
        "malmquist": "udviklingen mellem perioderne",
        # Unit by unit
        "each_title": "Enhed for enhed",
        "each_lead": "Hvem kan lære af hvem, hvad er målet, og hvor ligger potentialet?",
        "each_name": "{unit}: {share}",
        "each_best": "{unit} er blandt de bedste. Den er selv forbillede for {count}.",
        "each_best_alone": "{unit} er blandt de bedste, men ingen andre måles mod den: den kan "
        "være unik i tallene, så her er der ingen at lære af.",
        "each_input": "{unit} kunne nøjes med {share} af det, den bruger, og yde det samme.",
        "each_output": "{unit} kunne yde {factor} gange det, den yder, for det samme.",
        "each_peers": "Den måles mod {peers}: dem kan den lære af.",
        "each_slack": "Ud over den jævne ændring ligger der noget ekstra i {columns}.",
        "each_most": "Det største potentiale, regnet i procent, ligger i {column} ({percent}).",
        "each_interval": "Med usikkerhed: mellem {low} og {high}.",
        "each_none": "{unit} har ingen at blive målt mod.",
        "each_table": "Nu og mål for {unit}",
        "peer": "{name} ({weight})",
        "points": "{number}\N{NO-BREAK SPACE}procentpoint",
        "and": "og",
        # What cannot be concluded
        "limits_title": "Hvad kan ikke konkluderes?",
        "limits_lead": "Tallene viser forskelle, ikke årsager.",
        "limit_cause": "En lav andel er ikke bevis på dårlig ledelse. Borgernes behov, geografi og "
        "bogføring kan forklare den, hvis de ikke er med i tallene.",
        "limit_quality": "Kvalitet, der ikke er talt med, ser ud som spild. Spørg, før der skæres.",
        "limit_best": "Fejl i tallene hos en af de bedste gør alle andre ringere. Kontrollér dem "
        "først.",
        "limit_future": "Målene er nået af andre, men ikke nødvendigvis af én enhed og ikke på et "
        "år.",
        "limit_left_out": "Ikke regnet: {what}. {why}",
        "slack_based": "det slack-baserede mål",
        "scale_efficiency": "størrelsens betydning",
        "translated": "Andele, hvor et uønsket output er flyttet, afhænger af flytningen. "
        "Rækkefølgen mellem enhederne afhænger mindre af den.",
    },
    EN: {
        "interrupted": "Interrupted: nothing was written.",
        "no_folder": "{path} is a file, not a folder: choose a folder with --out.",
        "unwritable": "{path} cannot be written ({why}): choose another folder with --out.",
        "wrote": "Report: {report}",
        "also": "Also written: {result}",
        "result": "{efficient} of {units} units are among the best; on average the units reach "
        "{share} of the best.",
        "kicker": "Comparison of units",
        "brief": "In brief",
        "subtitle": "{units} units, {inputs} inputs and {outputs} outputs",
        "foot": "Made by Samskab from {file}. The page is one file and loads nothing from outside.",
        "head_best": "Among the best",
        "head_best_figure": "{efficient} of {units}",
        "head_best_says": "No mixture of other units does better than these.",
        "head_mean": "Reach on average",
        "head_mean_says": "of what the best show to be possible.",
        "head_sure": "How sure of one unit",
        "head_sure_says": "is how far, up or down, a unit's share is typically uncertain.",
        "head_sure_none": "Not told",
        "head_sure_none_says": "Uncertainty was not worked out; see “How sure is it?”.",
        "head_money": "Could be freed, {column}",
        "head_money_says": "a year, or for the period of the figures, if everybody reached the "
        "best: a sum, not a plan.",
        "head_potential": "Possible, {column}",
        "head_potential_says": "in all, if everybody reached the best: a sum, not a plan.",
        "asked_title": "What was asked?",
        "asked_input": "How little could each unit spend and still achieve the same, if it did as "
        "the best that are like it?",
        "asked_output": "How much more could each unit achieve for the same, if it did as the best "
        "that are like it?",
        "asked_inputs": "Spent: {columns}.",
        "asked_fixed": "Nobody can change, but allowed for: {columns}.",
        "asked_outputs": "Achieved: {columns}.",
        "asked_bad": "Should be low: {columns}.",
        "asked_how": "The method (data envelopment analysis) needs no weights: each unit is judged "
        "by what it is best at, and only against what others have shown can be done.",
        "crs": "Returns to scale: constant. A small unit is measured against a large one as if "
        "size did not matter.",
        "vrs": "Returns to scale: variable. A unit is measured against mixtures of units of its "
        "own size.",
        "drs": "Returns to scale: decreasing. No unit is blamed for being large.",
        "irs": "Returns to scale: increasing. No unit is blamed for being small.",
        "fdh": "A unit is measured against single other units only, never against a mixture.",
        "found_title": "What was found?",
        "found_lead": "{efficient} of {units} units are among the best. The others reach {share} "
        "on average of what the best show to be possible.",
        "found_all": "All {units} units seem to be among the best. That says more of the figures "
        "than of the units: there are too few units to see a difference.",
        "found_chart": "Each unit's share of the best, with its interval",
        "found_chart_plain": "Each unit's share of the best",
        "chart_some": "The chart shows the {shown} units that are furthest from the best; the "
        "table has all of them.",
        "unit": "Unit",
        "share": "Share of the best",
        "from": "From",
        "to": "To",
        "corrected": "Without bias",
        "super": "Against the others only",
        "slack": "Slack-based",
        "scale": "Size",
        "scale_crs": "right",
        "scale_irs": "too small",
        "scale_drs": "too large",
        "cost": "Cost efficiency",
        "none": "–",
        "super_says": "“Against the others only” ranks the best: 110% means that the unit could "
        "spend 10% more and still be among them. A dash: the others cannot reach it at all.",
        "super_says_output": "“Against the others only” ranks the best: 110% means that the unit "
        "could achieve one eleventh less and still be among them. A dash: the others cannot reach "
        "it at all.",
        "sure_title": "How sure is it?",
        "sure_lead": "If all of it were repeated with chance anew, the intervals would catch the "
        "true share in about 95 cases of 100; less often where hardly anybody is near what is "
        "possible.",
        "sure_bias": "Shares are measured against the best we have seen. The best practice there "
        "is may be better, so measured shares are {bias} too high on average, and the "
        "intervals lie below them.",
        "sure_how": "Uncertainty was drawn {runs} times (Simar and Wilson 1998, smoothed and "
        "reflected, bandwidth {bandwidth}, seed {seed}). The method calls the intervals {level}, "
        "but in our own trials with a known truth they caught it in 93 to 98 cases of 100, and in "
        "89 where hardly anybody was near what was possible.",
        "sure_overlap": "Units whose intervals overlap cannot be ranked.",
        "sure_none": "Intervals were not worked out: they were not asked for, or there are none "
        "for fdh. The shares are snapshots only.",
        "sure_cannot": "We cannot tell how sure it is: too few units are below the best for their "
        "spread to be seen. Add units, or use fewer figures.",
        "means_title": "What does it mean?",
        "means_input": "If every unit reached its target and achieved the same, so much less would "
        "be spent in all:",
        "means_output": "If every unit reached its target for the same, so much more would be "
        "achieved in all:",
        "means_money": "In kroner: {amount} of {total} ({share}) in {column}.",
        "means_careful": "With the ends of the intervals instead, it is between {low} and {high}.",
        "means_home": "The amount is not taken home: it becomes a saving only when a budget is "
        "really lowered.",
        "means_table": "Now, target and difference for all units together",
        "column": "Figure",
        "now": "Now",
        "target": "Target",
        "difference": "Difference",
        "in_percent": "In per cent",
        "asked_periods": "Units are compared by their figures of {after}; change is worked out "
        "from {before}.",
        "change_title": "What has happened since {before}?",
        "change_lead": "From {before} to {after}, {better} of {units} units came to get more out "
        "of what they spend. On average it changed by {mean}.",
        "change_parts": "That can have two reasons, which multiply: the unit may have come nearer "
        "to the best, and the best themselves may have moved.",
        "change_how": "This is the Malmquist index (Färe, Grosskopf, Norris and Zhang 1994) under "
        "constant returns to scale. The average is geometric.",
        "change_sure": "The change has no interval: whether a small one is more than chance we "
        "cannot tell.",
        "change_table": "Change from {before} to {after}",
        "change_index": "In all",
        "change_near": "Nearer to the best",
        "change_front": "The best moved",
        "change_more": "Since {before}, {unit} gets {percent} more out of what it spends.",
        "change_less": "Since {before}, {unit} gets {percent} less out of what it spends.",
        "change_same": "Since {before}, {unit} gets the same out of what it spends.",
        "change_nearer": "It has come {percent} nearer to the best.",
        "change_farther": "It has fallen {percent} back from the best.",
        "change_level": "Its distance to the best is the same.",
        "change_front_up": "What the best show to be possible for a unit like it has risen by "
        "{percent}.",
        "change_front_down": "What the best show to be possible for a unit like it has fallen by "
        "{percent}.",
        "change_front_level": "What the best show to be possible for a unit like it is the same.",
        "malmquist": "the change between the periods",
        "each_title": "Unit by unit",
        "each_lead": "Who can learn from whom, what is the target, and where does the potential "
        "lie?",
        "each_name": "{unit}: {share}",
        "each_best": "{unit} is among the best. It is itself a model for {count}.",
        "each_best_alone": "{unit} is among the best, but no other is measured against it: it may "
        "be unique in its figures, so there is nobody to learn from here.",
        "each_input": "{unit} could do with {share} of what it spends, and achieve the same.",
        "each_output": "{unit} could achieve {factor} times what it does, for the same.",
        "each_peers": "It is measured against {peers}: from them it can learn.",
        "each_slack": "Beyond the even change there is more in {columns}.",
        "each_most": "The largest potential, in per cent, lies in {column} ({percent}).",
        "each_interval": "With uncertainty: between {low} and {high}.",
        "each_none": "{unit} has nobody to be measured against.",
        "each_table": "Now and target of {unit}",
        "peer": "{name} ({weight})",
        "points": "{number} percentage points",
        "and": "and",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "The figures show differences, not causes.",
        "limit_cause": "A low share is no proof of poor management. Citizens' needs, geography and "
        "book-keeping may explain it where they are not among the figures.",
        "limit_quality": "Quality that is not counted looks like waste. Ask before you cut.",
        "limit_best": "A wrong figure of one of the best makes all the others look worse. Check "
        "those first.",
        "limit_future": "The targets have been reached by others, but not necessarily by one unit, "
        "and not within a year.",
        "limit_left_out": "Not worked out: {what}. {why}",
        "slack_based": "the slack-based measure",
        "scale_efficiency": "what size does",
        "translated": "Shares for which a bad output was translated depend on the translation. "
        "The order of the units depends on it less.",
    },
}
