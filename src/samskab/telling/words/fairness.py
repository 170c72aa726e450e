"""What `samskab fairness` says."""

from samskab.telling.language import Language

SAID = {
    Language.DANISH: {
        "all": "Fordelingen. Ledere: {people}; udeladte behov: {left_out}",
        "measure": "Pr. leder",
        "mean": "I snit",
        "worst": "Værste tiendedel",
        "most": "Højest",
        "gini": "Gini",
        "displaced_hours": "Mødetimer, der må vige",
        "travel_oere": "Rejse, kr.",
        "road_hours": "Timer på vejen",
        "turn": "Tur (0 % først, 100 % sidst)",
        "legend": "Gini: 0, når alle har det samme; tæt på 1, når én har det hele. Værste "
        "tiendedel: snittet af den tiendedel, der har mest (ved turen: kommer til sidst). "
        "Foreløbige møder tæller efter deres vægt. Tur: hvor mange af de andre på modulet der får "
        "det før hende, i snit over hendes moduler.",
        "road_known": "Timer på vejen kendes for {known} af {people} ledere: for andre mangler et "
        "sted, eller prisen står i travel.csv uden tid.",
        "above": "Ledere over fair_hours ({hours} timer): {people}; det koster {cost} i planen.",
        "by_unit": "Efter enhed",
        "by_role": "Efter rolle",
        "no_role": "(ingen rolle)",
        "group": "",
        "people": "Ledere",
        "hours": "Timer",
        "travel": "Rejse",
        "road": "Vej",
        "turn_short": "Tur",
        "left_out": "Udeladt",
        "worst_short": "Værste",
        "units_legend": "Timer, rejse i kr., timer på vejen og tur er i snit pr. leder. Værste og "
        "Gini er af timerne inden for gruppen.",
        "by_person": "De ledere, hvis møder må vige mest",
        "everyone": "Alle ledere, dem med flest fortrængte timer først",
        "leader": "Leder",
        "more": "… og {count} mere; --all viser alle.",
        "nobody": "Ingen har behov i mappen: der er intet at fordele.",
        "unknown": "–",
        "nothing_displaced": "Planen fortrænger ingens møder: der er intet at fordele bedre.",
        "cut_short": "Afbrudt ved {number} af {count}: her er det, der er planlagt så langt. Den "
        "sidste kan have fået kortere tid end de andre.",
        "planning": "Planlægger {number} af {count}: {setting}",
        "curve": "Hvad det koster at fordele bedre",
        "setting": "Indstilling",
        "cost": "Pris, kr.",
        "least": "Mindst, kr.",
        "curve_legend": "Pris: den billigste plan, der er fundet, uden skævhed. Mindst: bevist, "
        "ingen plan med indstillingen koster mindre. Timer pr. leder; • på kurven: intet andet "
        "punkt er lige så billigt og lige så godt for den værste tiendedel. »Højst« er "
        "max_displaced_hours i programme.toml, timer over noget er fair_hours, og prisen unfair.",
        "none": "uden grænse og pris",
        "cap": "højst {hours} timer hver",
        "price": "timer over {fair} koster {price} hver",
        "own": "{setting}: mappens egen",
        "told": "{number}: planen koster {found} mere end den i 0; de bedste planer skiller mindst "
        "{least} og højst {most}: det er bevist.",
        "untold": "{number}: planen koster {found} mere end den i 0; de bedste planer skiller "
        "højst {most}, og om de skiller noget, kan grænserne ikke vise.",
        "free": "{number}: koster intet mere end 0: det er bevist.",
        "points_alike": "Grænserne kan ikke skelne disse punkter fra 0: {numbers}. Planlæg længere "
        "med --seconds for at se mere.",
        "decimal": "{option} »{text}«: skriv et tal på nul eller mere, fx 4,5.",
    },
    Language.ENGLISH: {
        "all": "How it is shared. Leaders: {people}; needs left out: {left_out}",
        "measure": "Each leader",
        "mean": "Mean",
        "worst": "Worst tenth",
        "most": "Most",
        "gini": "Gini",
        "displaced_hours": "Hours of meetings displaced",
        "travel_oere": "Travel, DKK",
        "road_hours": "Hours on the road",
        "turn": "Turn (0% first, 100% last)",
        "legend": "Gini: 0 where all have the same, near 1 where one has it all. Worst tenth: the "
        "mean of the tenth that has most (of turns: that comes last). Tentative meetings count by "
        "their weight. Turn: how many of the others in a module have it before her, the mean over "
        "her modules.",
        "road_known": "Hours on the road are known of {known} of {people} leaders: of others a "
        "place is missing, or the cost stands in travel.csv, without a time.",
        "above": "Leaders above fair_hours ({hours} hours): {people}; it costs {cost} in the plan.",
        "by_unit": "By unit",
        "by_role": "By role",
        "no_role": "(no role)",
        "group": "",
        "people": "Leaders",
        "hours": "Hours",
        "travel": "Travel",
        "road": "Road",
        "turn_short": "Turn",
        "left_out": "Left out",
        "worst_short": "Worst",
        "units_legend": "Hours, travel in DKK, hours on the road and turn are means by leader. "
        "Worst and Gini are of the hours within the group.",
        "by_person": "The leaders whose meetings give way most",
        "everyone": "All leaders, those with most hours displaced first",
        "leader": "Leader",
        "more": "… and {count} more; --all shows everyone.",
        "nobody": "Nobody has a need in this folder: there is nothing to share.",
        "unknown": "–",
        "nothing_displaced": "The plan displaces nobody's meetings: there is nothing to share "
        "better.",
        "cut_short": "Interrupted at {number} of {count}: here is what is planned so far. The last "
        "may have had less time than the others.",
        "planning": "Planning {number} of {count}: {setting}",
        "curve": "What sharing better costs",
        "setting": "Setting",
        "cost": "Cost, DKK",
        "least": "Least, DKK",
        "curve_legend": "Cost: the cheapest plan found, without unfairness. Least: proven, no plan "
        "with the setting costs less. Hours by leader; • on the curve: no other point is as cheap "
        "and as good for the worst tenth. “At most” is max_displaced_hours in programme.toml, "
        "hours above something are fair_hours, and their price is unfair.",
        "none": "no limit and no price",
        "cap": "{hours} hours each at most",
        "price": "hours above {fair} cost {price} each",
        "own": "{setting}: the folder's own",
        "told": "{number}: the plan costs {found} more than that of 0; the best plans are {least} "
        "apart at least and {most} at most: that is proven.",
        "untold": "{number}: the plan costs {found} more than that of 0; the best plans are {most} "
        "apart at most, and whether they are at all the bounds cannot tell.",
        "free": "{number}: costs nothing more than 0: that is proven.",
        "points_alike": "The bounds cannot tell these points from 0: {numbers}. Plan longer with "
        "--seconds to see more.",
        "decimal": "{option} “{text}”: write a number of zero or more, such as 4.5.",
    },
}
