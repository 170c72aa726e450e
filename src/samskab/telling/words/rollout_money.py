"""What the pages of a roll-out say of money."""

from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

SAID: dict[Language, dict[str, str]] = {
    DA: {
        "and": "og",
        "points": "{number} procentpoint",
        "chance_below": "under {percent}",
        "chance_above": "over {percent}",
        "title": "Hvad betyder det i kroner?",
        "nothing_known": "Det kan ikke siges: der er hverken en plan med udgifter eller gevinster "
        "at veje. Lav en plan med samskab plan, og skriv [[benefits]] eller kr_per_step i "
        "rollout.toml.",
        "pays": "Ja, det betaler sig, hvis skønnene holder: gevinsterne er {net} mere værd end "
        "det, programmet koster ({low} til {high}, {level} sikkert).",
        "pays_not": "Nej, det betaler sig ikke, selv hvis skønnene holder: gevinsterne minus "
        "udgifterne giver {net} ({low} til {high}, {level} sikkert).",
        "pays_perhaps": "Det kan vi ikke afgøre: gevinsterne minus udgifterne giver {net}, men kan "
        "være alt fra {low} til {high} ({level} sikkert).",
        "chance": "Chancen for, at det betaler sig, er {chance} under de samme skøn.",
        "no_cost": "Hvad det koster, vides ikke: der ligger ingen plan i {plan}. Lav den med "
        "samskab plan, eller peg på den med --plan.",
        "no_cost_limit": "Gevinsterne er i alt {benefit} værd ({low} til {high}, {level} sikkert). "
        "Koster programmet mindre, betaler det sig.",
        "no_benefit": "Programmet koster {cost}. Om det betaler sig, kan ikke siges: skriv "
        "[[benefits]] eller kr_per_step i rollout.toml.",
        "cost_of_it": "Programmet koster {cost}: {paid} betales, og {time} er arbejdstid, som "
        "møder mister.",
        "left_out": "Planen lader {n} behov udækket: de koster intet her, og giver heller intet.",
        "left_out_one": "Planen lader ét behov udækket: det koster intet her, og giver heller "
        "intet.",
        "home": "Budgettet kan sænkes med {home} ({low} til {high}). Det er den del, der kan tages "
        "hjem; resten er tid og kvalitet, som ikke ses i noget budget.",
        "home_against": "Holdt op mod de {paid}, der betales, giver det {net} ({low} til {high}).",
        "home_none": "Intet af det kan tages hjem: ingen af gevinsterne sænker et budget.",
        "measured": "Den målte virkning på »{outcome}«, {effect} ({low} til {high}), er regnet om "
        "til kroner: {worth} om året for hvert trin i hver af {units} enheder, i {years} år.",
        "measured_nothing": "Virkningen kan være nul eller til det værre, og det er de kroner så "
        "også.",
        "unmeasured": "Ingen virkning er målt, så alle kroner hviler på de skøn, der er skrevet i "
        "rollout.toml.",
        "unpriced": "Hvad ét trin af »{outcome}« er værd, står der ikke: skriv kr_per_step i "
        "rollout.toml for at få den målte virkning med i kroner.",
        "unbounded": "Den målte virkning på »{outcome}« har ingen ende at regne med, så den er "
        "ikke regnet om til kroner.",
        "estimated": "Gevinsterne fra rollout.toml er skøn, skrevet uafhængigt af målingen: at "
        "programmet gav dem, er ikke vist.",
        "enough": "Det betaler sig lige netop, når virkningen på »{outcome}« er {enough}, hvis "
        "resten går som ventet.",
        "enough_anyway": "Det betaler sig, selv om virkningen på »{outcome}« er nul, hvis resten "
        "går som ventet.",
        "per_step": "Ét trin bedre på »{outcome}« i én enhed koster {oere} ({low} til {high}).",
        "per_step_none": "Hvad ét trin bedre på »{outcome}« koster, kan ikke siges: virkningen kan "
        "være nul, og så kan ingen penge købe den.",
        "discounted": "Alt er i nutidsværdi med en rente på {rate} om året. Tallene er trukket "
        "{draws} gange fra skønnene; de er rundet af.",
        "weighed": "Udgifter og gevinster i nutidsværdi",
        "row": "Post",
        "expected": "Ventet",
        "low": "Fra",
        "high": "Til",
        "row_cost": "Programmet koster",
        "row_benefit": "Alle gevinster",
        "row_net": "Gevinster minus udgifter",
        "row_home": "Heraf kan tages hjem",
        "row_budget": "Taget hjem minus det, der betales",
        "cost_title": "Hvad programmet koster",
        "cost_lead": "Fra {plan}. Planens priser for skævhed, udeladte behov og ændringer er ikke "
        "med: de styrer planlægningen, og ingen betaler dem.",
        "item": "Post",
        "kind": "Slags",
        "amount": "Beløb",
        "kind_paid": "betales",
        "kind_time": "arbejdstid",
        "total": "I alt",
        "benefits_title": "Hvad der er regnet med som gevinst",
        "benefits_lead": "Beløb pr. år. Den målte virknings ender ligger uden for dens interval, "
        "for intervallet skal rumme {level} af det, der trækkes, ikke det hele.",
        "benefits_lead_estimates": "Beløb pr. år, som de står i rollout.toml.",
        "benefit": "Gevinst",
        "pessimistic": "Pessimistisk",
        "probable": "Sandsynligt",
        "optimistic": "Optimistisk",
        "from_year": "Fra år",
        "years": "Antal år",
        "taken_home": "Tages hjem",
        "yes": "ja",
        "no": "nej",
        "named_measured": "{name} (målt)",
        "named_estimate": "{name} (skøn)",
        "decides_title": "Hvilket skøn betyder mest?",
        "decides_lead": "Mest betyder »{first}«: går det pessimistisk, er gevinsterne minus "
        "udgifterne {worst}, og går det optimistisk, {best}, mens resten går som ventet.",
        "decides_lead_worth": "Mest betyder »{first}«: går det pessimistisk, er gevinsterne "
        "{worst} værd, og går det optimistisk, {best}, mens resten går som ventet.",
        "decides_worth": "Vil man vide mere, før der besluttes, er det den, man skal se nærmere "
        "på.",
        "decides_chart": "Gevinster minus udgifter, når ét skøn ændres ad gangen",
        "decides_chart_worth": "Gevinsternes værdi, når ét skøn ændres ad gangen",
        "decides_notes": "Den lodrette streg er nul: til venstre for den betaler det sig ikke.",
        "assumption": "Skøn",
        "at_pessimistic": "Pessimistisk",
        "at_optimistic": "Optimistisk",
        "width": "Forskel",
        "rate": "Renten ({low} til {high})",
        "million_kr": "mio. kr.",
        "thousand_kr": "1.000 kr.",
        "limits_title": "Hvad siger kronerne ikke?",
        "limits_lead": "Kronerne er ikke sikrere end de skøn, de er regnet af.",
        "limit_independent": "Skønnene er trukket uafhængigt af hinanden. Går de op og ned "
        "sammen, er usikkerheden større.",
        "limit_twice": "Måler udfaldet det samme som en af gevinsterne, tæller det to gange: tag "
        "den ene ud.",
        "limit_lasts": "Hvor længe virkningen varer, er ikke målt: {years} år er antaget.",
        "limit_time": "Kun den arbejdstid er med, hvor møder må vige. Tid i kurset, hvor "
        "kalenderen var fri, koster intet her.",
        "limit_home": "At en gevinst kan tages hjem, er ikke, at den er taget hjem: det kræver, at "
        "budgettet bliver sænket.",
        "head_net": "Gevinst minus udgift",
        "head_net_says": "{low} til {high} ({level} sikkert); chancen for, at det betaler sig, er "
        "{chance}, hvis skønnene holder.",
        "head_worth": "Gevinsterne er værd",
        "head_worth_says": "{low} til {high} ({level} sikkert). Hvad programmet koster, vides "
        "ikke.",
        "head_cost": "Programmet koster",
        "head_cost_says": "Ingen gevinster i kroner er skrevet, så om det betaler sig, kan ikke "
        "siges.",
        "head_home": "Kan tages hjem",
        "head_home_says": "{low} til {high}: så meget kan budgetter sænkes. Resten er tid og "
        "kvalitet.",
        "head_home_none_says": "Ingen af gevinsterne sænker et budget.",
        "result_net": "I kroner: gevinster minus udgifter {net} ({low} til {high}); chancen for, "
        "at det betaler sig, er {chance}, hvis skønnene holder.",
        "result_worth": "I kroner: gevinsterne er {net} værd ({low} til {high}); hvad programmet "
        "koster, vides ikke.",
        "result_cost": "I kroner: programmet koster {cost}; gevinster i kroner er ikke skrevet.",
        "result_none": "I kroner: intet kan siges uden plan og gevinster.",
    },
    EN: {
        "and": "and",
        "points": "{number} percentage points",
        "chance_below": "below {percent}",
        "chance_above": "above {percent}",
        "title": "What does it mean in kroner?",
        "nothing_known": "That cannot be said: there is neither a plan with costs nor a benefit to "
        "weigh. Make a plan with samskab plan, and write [[benefits]] or kr_per_step in "
        "rollout.toml.",
        "pays": "Yes, it pays if the estimates hold: the benefits are worth {net} more than what "
        "the programme costs ({low} to {high}, {level} sure).",
        "pays_not": "No, it does not pay even if the estimates hold: benefits less costs come to "
        "{net} ({low} to {high}, {level} sure).",
        "pays_perhaps": "We cannot tell: benefits less costs come to {net}, but may be anything "
        "from {low} to {high} ({level} sure).",
        "chance": "The chance that it pays is {chance} under the same estimates.",
        "no_cost": "What it costs is not known: there is no plan in {plan}. Make it with samskab "
        "plan, or point to it with --plan.",
        "no_cost_limit": "The benefits are worth {benefit} in all ({low} to {high}, {level} sure). "
        "If the programme costs less, it pays.",
        "no_benefit": "The programme costs {cost}. Whether it pays cannot be said: write "
        "[[benefits]] or kr_per_step in rollout.toml.",
        "cost_of_it": "The programme costs {cost}: {paid} is paid, and {time} is working time that "
        "meetings lose.",
        "left_out": "The plan leaves {n} needs unmet: they cost nothing here, and bring nothing "
        "either.",
        "left_out_one": "The plan leaves one need unmet: it costs nothing here, and brings nothing "
        "either.",
        "home": "Budgets can be lowered by {home} ({low} to {high}). That is the part that can be "
        "taken home; the rest is time and quality, which no budget shows.",
        "home_against": "Held against the {paid} that is paid, it comes to {net} ({low} to "
        "{high}).",
        "home_none": "Nothing of it can be taken home: no benefit lowers a budget.",
        "measured": "The effect measured on “{outcome}”, {effect} ({low} to {high}), is turned "
        "into kroner: {worth} a year for each step in each of {units} units, for {years} years.",
        "measured_nothing": "The effect may be nothing or for the worse, and so may those kroner.",
        "unmeasured": "No effect was measured, so all kroner rest on the estimates written in "
        "rollout.toml.",
        "unpriced": "Nothing says what one step of “{outcome}” is worth: write kr_per_step in "
        "rollout.toml to have the measured effect in kroner.",
        "unbounded": "The effect measured on “{outcome}” has no end to reckon with, so it is not "
        "turned into kroner.",
        "estimated": "The benefits of rollout.toml are estimates, written apart from the "
        "measurement: that the programme brought them has not been shown.",
        "enough": "It just pays when the effect on “{outcome}” is {enough}, if the rest goes as "
        "expected.",
        "enough_anyway": "It pays even if the effect on “{outcome}” is nothing, if the rest goes "
        "as expected.",
        "per_step": "One step better on “{outcome}” in one unit costs {oere} ({low} to {high}).",
        "per_step_none": "What one step better on “{outcome}” costs cannot be said: the effect may "
        "be nothing, and then no money buys it.",
        "discounted": "Everything is at today's worth with a rate of {rate} a year. Amounts are "
        "drawn {draws} times from the estimates; they are rounded.",
        "weighed": "Costs and benefits at today's worth",
        "row": "Item",
        "expected": "Expected",
        "low": "From",
        "high": "To",
        "row_cost": "The programme costs",
        "row_benefit": "All benefits",
        "row_net": "Benefits less costs",
        "row_home": "Of which can be taken home",
        "row_budget": "Taken home less what is paid",
        "cost_title": "What the programme costs",
        "cost_lead": "From {plan}. The plan's prices of unfairness, needs left out and changes are "
        "not counted: they steer the planning, and nobody pays them.",
        "item": "Item",
        "kind": "Kind",
        "amount": "Amount",
        "kind_paid": "paid",
        "kind_time": "working time",
        "total": "In all",
        "benefits_title": "What is counted as a benefit",
        "benefits_lead": "Amounts a year. The ends of the measured effect lie outside its "
        "interval, for the interval is to hold {level} of what is drawn, not all of it.",
        "benefits_lead_estimates": "Amounts a year, as rollout.toml has them.",
        "benefit": "Benefit",
        "pessimistic": "Pessimistic",
        "probable": "Probable",
        "optimistic": "Optimistic",
        "from_year": "From year",
        "years": "Years",
        "taken_home": "Taken home",
        "yes": "yes",
        "no": "no",
        "named_measured": "{name} (measured)",
        "named_estimate": "{name} (estimate)",
        "decides_title": "Which estimate matters most?",
        "decides_lead": "“{first}” matters most: if it goes pessimistically, benefits less costs "
        "come to {worst}, and if optimistically, to {best}, while the rest goes as expected.",
        "decides_lead_worth": "“{first}” matters most: if it goes pessimistically, the benefits "
        "are worth {worst}, and if optimistically, {best}, while the rest goes as expected.",
        "decides_worth": "To know more before deciding, that is the one to look into.",
        "decides_chart": "Benefits less costs as one estimate at a time changes",
        "decides_chart_worth": "The worth of the benefits as one estimate at a time changes",
        "decides_notes": "The vertical line is zero: to the left of it, it does not pay.",
        "assumption": "Estimate",
        "at_pessimistic": "Pessimistic",
        "at_optimistic": "Optimistic",
        "width": "Difference",
        "rate": "The rate ({low} to {high})",
        "million_kr": "DKK million",
        "thousand_kr": "DKK thousand",
        "limits_title": "What do the kroner not say?",
        "limits_lead": "The kroner are no surer than the estimates that they are made of.",
        "limit_independent": "The estimates are drawn independently of each other. If they rise "
        "and fall together, the uncertainty is larger.",
        "limit_twice": "If the outcome measures the same as one of the benefits, it counts twice: "
        "leave one of them out.",
        "limit_lasts": "How long the effect lasts was not measured: {years} years are assumed.",
        "limit_time": "Only working time that meetings had to give up is counted. Time on the "
        "course when the calendar was free costs nothing here.",
        "limit_home": "That a benefit can be taken home does not mean that it has been: that takes "
        "a budget which is lowered.",
        "head_net": "Benefits less costs",
        "head_net_says": "{low} to {high} ({level} sure); the chance that it pays is {chance} if "
        "the estimates hold.",
        "head_worth": "The benefits are worth",
        "head_worth_says": "{low} to {high} ({level} sure). What the programme costs is not known.",
        "head_cost": "The programme costs",
        "head_cost_says": "No benefit is written in kroner, so whether it pays cannot be said.",
        "head_home": "Can be taken home",
        "head_home_says": "{low} to {high}: so much can budgets be lowered. The rest is time and "
        "quality.",
        "head_home_none_says": "No benefit lowers a budget.",
        "result_net": "In kroner: benefits less costs {net} ({low} to {high}); the chance that it "
        "pays is {chance} if the estimates hold.",
        "result_worth": "In kroner: the benefits are worth {net} ({low} to {high}); what the "
        "programme costs is not known.",
        "result_cost": "In kroner: the programme costs {cost}; no benefit is written in kroner.",
        "result_none": "In kroner: nothing can be said without a plan and benefits.",
    },
}
