"""What `samskab rollout design` says, on the terminal and in its page."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "interrupted": "Afbrudt: intet er skrevet.",
        "no_folder": "{path} er en fil, ikke en mappe: flyt den.",
        "unwritable": "{path} kan ikke skrives ({why}): giv lov til at skrive i mappen.",
        "windows_of_others": "{path} er ikke skrevet af lodtrækningen, eller dens linjer er "
        "ændret: --replace beholder de andres linjer og skriver lodtrækningens til.",
        "not_counted": "De tilladte rækkefølger er af for mange slags til at blive talt ({states} "
        "tilstande): brug færre bølger, faste bølgestørrelser eller grupper i together.",
        "locked": "Analyseplanen er låst på den lodtrækning, der er holdt ({path}): træk ikke om.",
        "wrote": "Rapport: {report}",
        "also": "Også skrevet: {folder}/windows.csv (næste samskab plan holder sig til den) og "
        "{folder}/rollout/design.json",
        "result": "{units} enheder er fordelt på {waves} bølger ved lodtrækning blandt {orders} "
        "tilladte rækkefølger.",
        "and": "og",
        # The frame
        "kicker": "Udrulning ved lodtrækning",
        "subtitle": "{units} enheder, {people} ledere, {waves} bølger",
        "brief": "Kort fortalt",
        "foot": "Lavet af Samskab. Siden er én fil og henter intet udefra.",
        # Headlines
        "head_orders": "Tilladte rækkefølger",
        "head_orders_says": "tillader kalenderne og bølgernes størrelse. Hver har haft samme "
        "chance for at blive trukket med i puljen.",
        "head_blocked": "Spærrede starter",
        "head_blocked_figure": "{blocked} af {cells}",
        "head_blocked_says": "er ikke mulige: enhedens kalendere er fulde i bølgen.",
        "head_none_blocked_says": "Alle enheder kunne begynde i alle bølger.",
        "head_cost": "Optaget tid og rejser ved start",
        "head_cost_says": "koster de billigste startdatoer i de trukne bølger. Gennemsnittet for "
        "de rækkefølger, der var med i lodtrækningen, er {mean}",
        "head_p": "Mindste p-værdi",
        "head_p_says": "er det stærkeste, en permutationstest over rækkefølgerne kan vise.",
        "below": "under {number}",
        # What was asked
        "asked_title": "Hvad er der spurgt om?",
        "asked_lead": "Alle kan ikke begynde på én gang. Lader man lod afgøre, hvem der begynder "
        "hvornår, er udrulningen selv et forsøg: de enheder, der venter, viser, hvordan det var "
        "gået uden forløbet.",
        "asked_how": "For hver enhed og hver bølge er kalenderne spurgt, om alle enhedens ledere "
        "kan få en plads på modulet »{module}« inden for bølgens dage. Fravær, enhedens "
        "bemanding, makkerpar, lokaler og undervisere er regnet med.",
        "asked_wave": "{wave}: {first} til {last}, {least} til {most} enheder.",
        "asked_wave_exact": "{wave}: {first} til {last}, {most} enheder.",
        "asked_together": "Skal følges ad: {units}.",
        "asked_balance": "Afbalanceret på: {columns}.",
        "leaders": "antal ledere",
        # What was found
        "found_title": "Hvem begynder hvornår?",
        "found_lead": "Lodtrækningen gav denne rækkefølge. Den står i windows.csv, så den næste "
        "plan holder sig til den.",
        "found_chart": "Hvem kan begynde hvornår, og hvad blev trukket",
        "found_notes": "Beløbet er enhedens fortrængte tid og rejser på de billigste startdatoer i "
        "bølgen. En streg betyder, at ikke alle enhedens ledere kan begynde i bølgen.",
        "unit": "Enhed",
        "people": "Ledere",
        "drawn_wave": "Trukket",
        "can": "kunne",
        "cannot": "kan ikke",
        "drawn": "trukket",
        "waves_title": "Bølgerne",
        "wave": "Bølge",
        "days": "Dage",
        "units": "Enheder",
        "seats": "Plads til på én gang",
        "seats_figure": "{seated} af {people}",
        # How sure
        "sure_title": "Hvor sikkert er det?",
        "sure_lead": "Antallet af tilladte rækkefølger er talt nøjagtigt, ikke skønnet: {orders}. "
        "Hver rækkefølge i puljen er trukket med samme sandsynlighed.",
        "sure_all": "Der er ikke flere, end at alle {number} har været med.",
        "sure_drawn": "{number} rækkefølger er trukket, også flere gange hvis lod ville det.",
        "sure_kept": "De {kept} bedst afbalancerede er beholdt ({percent}), og blandt dem er den "
        "endelige trukket. Permutationstesten skal regne med netop dem.",
        "sure_kept_all": "Den endelige er trukket blandt dem alle.",
        "sure_balance": "Balancen er {balance} (0 er helt ens, {cutoff} var den dårligste, der "
        "blev beholdt): forskellen mellem dem, der er begyndt, og dem, der venter, regnet i "
        "standardafvigelser.",
        "record_title": "Gentag lodtrækningen",
        "record_lead": "Enhver kan gentage lodtrækningen af disse tal med samskab rollout design. "
        "Vælg frøet, før I kender resultatet, og gerne ved noget, ingen kan styre.",
        "record": "Lodtrækningens bevis",
        "field": "Felt",
        "value": "Værdi",
        "record_inputs": "Fingeraftryk af grundlaget (SHA-256)",
        "record_allowed": "Tilladte rækkefølger",
        "record_seed": "Frø",
        "record_number": "Trukket til puljen",
        "record_kept": "Beholdt",
        "record_method": "Metode",
        # In kroner
        "means_title": "Hvad betyder det i kroner?",
        "means_lead": "I de trukne bølger koster de billigste startdatoer {oere} i fortrængt tid "
        "og rejser, {each} pr. leder.",
        "means_spread": "Blandt de rækkefølger, der var med i lodtrækningen, koster det fra {low} "
        "til {high}, i gennemsnit {mean}.",
        "means_price": "Lodtrækningen koster altså {more} mere end den billigste af dem. Det er "
        "prisen for at kunne se, om forløbet virker.",
        "means_open": "Undervisere, lokaler og de senere moduler kommer til: dem regner samskab "
        "plan ud.",
        # What cannot be concluded
        "limits_title": "Hvad kan man ikke slutte?",
        "limits_lead": "Siden siger, hvem der begynder hvornår. Den siger intet om, hvorvidt "
        "forløbet virker.",
        "limit_power": "Om virkningen kan ses, svarer samskab rollout power på, før nogen er "
        "begyndt.",
        "limit_alone": "Hver enhed er spurgt, som om den var alene om lokaler og undervisere; "
        "pladsen i hver bølge er bagefter talt for alle dens enheder på én gang.",
        "limit_start": "Kun starten er spurgt. Om alle de senere moduler også kan nås, viser "
        "planen.",
        "limit_keep": "Bytter to enheder plads efter lodtrækningen, er den brudt: så er det ikke "
        "længere et forsøg.",
        "limit_wait": "De ventende må ikke få forløbet ad bagvejen. Sker det, ser virkningen "
        "mindre ud, end den er.",
    },
    EN: {
        "interrupted": "Interrupted: nothing was written.",
        "no_folder": "{path} is a file, not a folder: move it.",
        "unwritable": "{path} cannot be written ({why}): allow writing to the folder.",
        "windows_of_others": "{path} was not written by the lottery, or its rows were changed: "
        "--replace keeps the rows of others and adds the lottery's.",
        "not_counted": "The allowed orders are of too many sorts to count ({states} states): use "
        "fewer waves, fixed sizes of waves, or groups in together.",
        "locked": "The plan of analysis is locked on the lottery that was held ({path}): do not "
        "draw anew.",
        "wrote": "Report: {report}",
        "also": "Also written: {folder}/windows.csv (the next samskab plan keeps to it) and "
        "{folder}/rollout/design.json",
        "result": "{units} units are spread over {waves} waves by lot, among {orders} allowed "
        "orders.",
        "and": "and",
        "kicker": "Roll-out by lot",
        "subtitle": "{units} units, {people} leaders, {waves} waves",
        "brief": "In brief",
        "foot": "Made by Samskab. The page is one file and loads nothing from outside.",
        "head_orders": "Allowed orders",
        "head_orders_says": "are allowed by the calendars and the sizes of the waves. Each had the "
        "same chance of being drawn into the pool.",
        "head_blocked": "Blocked starts",
        "head_blocked_figure": "{blocked} of {cells}",
        "head_blocked_says": "are not possible: the unit's calendars are full in the wave.",
        "head_none_blocked_says": "All units could start in all waves.",
        "head_cost": "Time taken and travel at the start",
        "head_cost_says": "is what the cheapest dates to start in the waves drawn cost. The mean "
        "of the orders that were in the lottery is {mean}",
        "head_p": "Smallest p-value",
        "head_p_says": "is the strongest that a permutation test over the orders can show.",
        "below": "below {number}",
        "asked_title": "What was asked?",
        "asked_lead": "Not everybody can start at once. Where lots decide who starts when, the "
        "roll-out itself is an experiment: the units that wait show how it would have gone without "
        "the programme.",
        "asked_how": "For each unit and each wave the calendars were asked whether all of the "
        "unit's leaders find a seat in the module “{module}” within the wave's days. Leave, the "
        "unit's cover, pairs, rooms and facilitators are counted in.",
        "asked_wave": "{wave}: {first} to {last}, {least} to {most} units.",
        "asked_wave_exact": "{wave}: {first} to {last}, {most} units.",
        "asked_together": "Must go together: {units}.",
        "asked_balance": "Balanced on: {columns}.",
        "leaders": "number of leaders",
        "found_title": "Who starts when?",
        "found_lead": "The lottery gave this order. It stands in windows.csv, so that the next "
        "plan keeps to it.",
        "found_chart": "Who can start when, and what was drawn",
        "found_notes": "The amount is the unit's displaced time and travel on the cheapest dates "
        "to start in the wave. A dash means that not all of the unit's leaders can start in it.",
        "unit": "Unit",
        "people": "Leaders",
        "drawn_wave": "Drawn",
        "can": "could",
        "cannot": "cannot",
        "drawn": "drawn",
        "waves_title": "The waves",
        "wave": "Wave",
        "days": "Days",
        "units": "Units",
        "seats": "Seats for all at once",
        "seats_figure": "{seated} of {people}",
        "sure_title": "How sure is it?",
        "sure_lead": "The number of allowed orders is counted exactly, not estimated: {orders}. "
        "Each order of the pool was drawn with the same probability.",
        "sure_all": "There are no more than that all {number} took part.",
        "sure_drawn": "{number} orders were drawn, some more than once where lots would have it.",
        "sure_kept": "The {kept} best balanced were kept ({percent}), and the final one was drawn "
        "among them. The permutation test must use just those.",
        "sure_kept_all": "The final one was drawn among all of them.",
        "sure_balance": "The balance is {balance} (0 is wholly alike, {cutoff} was the worst that "
        "was kept): the difference between those who have started and those who wait, in standard "
        "deviations.",
        "record_title": "Repeat the lottery",
        "record_lead": "Anyone can repeat the lottery from these figures with samskab rollout "
        "design. Choose the seed before you know the result, best by something that nobody steers.",
        "record": "The lottery's record",
        "field": "Field",
        "value": "Value",
        "record_inputs": "Fingerprint of the inputs (SHA-256)",
        "record_allowed": "Allowed orders",
        "record_seed": "Seed",
        "record_number": "Drawn into the pool",
        "record_kept": "Kept",
        "record_method": "Method",
        "means_title": "What does it mean in kroner?",
        "means_lead": "In the waves drawn, the cheapest dates to start cost {oere} in displaced "
        "time and travel, {each} per leader.",
        "means_spread": "Among the orders that were in the lottery it costs from {low} to {high}, "
        "{mean} on average.",
        "means_price": "The lottery thus costs {more} more than the cheapest of them. It is the "
        "price of being able to see whether the programme works.",
        "means_open": "Facilitators, rooms and the later modules come on top: samskab plan works "
        "them out.",
        "limits_title": "What cannot be concluded?",
        "limits_lead": "The page says who starts when. It says nothing of whether the programme "
        "works.",
        "limit_power": "Whether an effect can be seen, samskab rollout power answers before anyone "
        "has started.",
        "limit_alone": "Each unit was asked as if it had rooms and facilitators to itself; the "
        "seats of each wave were then counted for all of its units at once.",
        "limit_start": "Only the start was asked for. Whether all of the later modules can be "
        "reached too, the plan shows.",
        "limit_keep": "Where two units swap places after the lottery, it is broken: it is no "
        "experiment any more.",
        "limit_wait": "Those who wait must not get the programme by the back door. Where they do, "
        "the effect looks smaller than it is.",
    },
}
