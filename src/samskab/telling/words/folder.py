"""What can be wrong with what a programme folder says, a sentence each: what, why, what to do."""

from samskab.planner.folder import Code
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

PROGRAMME: dict[str, dict[Language, str]] = {
    Code.TOML_BROKEN: {
        DA: "Filen er ikke gyldig TOML her: se efter et manglende anførselstegn, lighedstegn "
        "eller en parentes, eller en nøgle, der står to gange.",
        EN: "The file is not valid TOML here: look for a missing quotation mark, equals sign or "
        "bracket, or a key that is there twice.",
    },
    Code.KEY_MISSING: {
        DA: "{key} mangler: tilføj den.",
        EN: "{key} is missing: add it.",
    },
    Code.KEY_UNKNOWN: {
        DA: "{key} kendes ikke og er ikke læst: se efter, om den er stavet rigtigt og står i "
        "rette afsnit.",
        EN: "{key} is unknown and was not read: see whether it is spelt right and in the right "
        "section.",
    },
    Code.TEXT_WANTED: {
        DA: "{name} skal være tekst i anførselstegn.",
        EN: "{name} must be text in quotation marks.",
    },
    Code.LIST_WANTED: {
        DA: "{name} skal være en liste i kantede parenteser.",
        EN: "{name} must be a list in square brackets.",
    },
    Code.TABLE_WANTED: {
        DA: "{name} skal være et afsnit med nøgler.",
        EN: "{name} must be a section with keys.",
    },
    Code.CLOCKS_WANTED: {
        DA: '{name} skal være to klokkeslæt, det tidligste først: ["08:30", "12:00"].',
        EN: '{name} must be two clock times, the earlier first: ["08:30", "12:00"].',
    },
    Code.LISTED_TWICE: {
        DA: "{name} nævner {text} to gange: slet den ene.",
        EN: "{name} names {text} twice: delete one.",
    },
    Code.TIMEZONE_UNKNOWN: {
        DA: "Tidszonen »{text}« findes ikke: skriv fx Europe/Copenhagen.",
        EN: "There is no time zone “{text}”: write for instance Europe/Copenhagen.",
    },
    Code.ADDRESS_WRONG: {
        DA: "{name} er »{text}«, som ikke er en adresse, der kan inviteres fra: skriv "
        "navn@kommune.dk eller Navn <navn@kommune.dk>.",
        EN: "{name} is “{text}”, which is no address that invitations can come from: write "
        "name@council.dk or Name <name@council.dk>.",
    },
    Code.HOLIDAYS_UNKNOWN: {
        DA: "Der er ingen helligdage for »{text}«: skriv en landekode som DK, eller lad den være "
        "tom.",
        EN: "There are no public holidays for “{text}”: write a country code such as DK, or leave "
        "it empty.",
    },
    Code.HORIZON_BACKWARDS: {
        DA: "last_day er {last_day}, før first_day {first_day}: byt om, eller ret den ene.",
        EN: "last_day is {last_day}, before first_day {first_day}: swap them or change one.",
    },
    Code.HORIZON_TOO_LONG: {
        DA: "Der er over {most_years} år fra first_day til last_day: ret den ene.",
        EN: "first_day and last_day are more than {most_years} years apart: change one.",
    },
    Code.CLOSED_BACKWARDS: {
        DA: "En lukning slutter {last}, før den begynder {first}: byt om på from og to.",
        EN: "A closed period ends on {last}, before it begins on {first}: swap from and to.",
    },
    Code.DAY_PARTS_OVERLAP: {
        DA: "pm begynder {pm_from}, før am slutter {am_to}: flyt den ene.",
        EN: "pm begins at {pm_from}, before am ends at {am_to}: move one.",
    },
    Code.SHARE_WRONG: {
        DA: "{name} er {text}: skriv et helt antal personer, eller en andel over 0 og højst 1.",
        EN: "{name} is {text}: write a whole number of people, or a share above 0 and at most 1.",
    },
}

MODULES: dict[str, dict[Language, str]] = {
    Code.ID_TWICE: {
        DA: "id »{id}« er brugt i linje {first_line}: slet den ene, eller giv den sit eget id.",
        EN: "The id “{id}” is used on line {first_line}: delete one row or give it its own id.",
    },
    Code.ID_WITH_SPACE: {
        DA: "Modulets id »{id}« har mellemrum, men facilitators.csv adskiller moduler med "
        "mellemrum: brug fx bindestreg.",
        EN: "The module id “{id}” has a space, but facilitators.csv separates modules by spaces: "
        "use a hyphen, say.",
    },
    Code.FORMAT_UNKNOWN: {
        DA: 'format er »{text}«: skriv "in_person" eller "online".',
        EN: 'format is “{text}”: write "in_person" or "online".',
    },
    Code.HALF_DAYS_WRONG: {
        DA: "Et modul på {half_days} halve dage kan ikke planlægges: skriv 1, 2 (en dag) eller "
        "4 (to dage).",
        EN: "A module of {half_days} half-days cannot be planned: write 1, 2 (a day) or "
        "4 (two days).",
    },
    Code.GROUP_BACKWARDS: {
        DA: "{module}: group_min er {group_min}, over group_max {group_max}: sænk den ene, eller "
        "hæv den anden.",
        EN: "{module}: group_min is {group_min}, above group_max {group_max}: lower the one or "
        "raise the other.",
    },
    Code.GROUP_ABOVE_ROOMS: {
        DA: "{module}: group_min er {group_min}, men det største lokale, {room}, rummer "
        "{capacity}: find et større lokale, eller sænk group_min.",
        EN: "{module}: group_min is {group_min}, but the largest room, {room}, holds {capacity}: "
        "find a larger room or lower group_min.",
    },
    Code.GAP_BACKWARDS: {
        DA: "{module}: gap_days_min er {gap_days_min}, over gap_days_max {gap_days_max}: sænk den "
        "ene, eller hæv den anden.",
        EN: "{module}: gap_days_min is {gap_days_min}, above gap_days_max {gap_days_max}: lower "
        "the one or raise the other.",
    },
    Code.AFTER_CYCLE: {
        DA: "Moduler kommer efter hinanden i ring ({modules}): slet et af dem i et after.",
        EN: "Modules come after each other in a ring ({modules}): delete one of them from an "
        "after.",
    },
}

NAMES: dict[str, dict[Language, str]] = {
    Code.PERSON_UNKNOWN: {
        DA: "people.csv har ingen person med id »{person}«: ret navnet, eller tilføj personen.",
        EN: "people.csv has no person with the id “{person}”: mend the id or add the person.",
    },
    Code.MODULE_UNKNOWN: {
        DA: "programme.toml har intet modul med id »{module}«: ret navnet, eller tilføj modulet.",
        EN: "programme.toml has no module with the id “{module}”: mend the id or add the module.",
    },
    Code.WHO_UNKNOWN: {
        DA: "people.csv har hverken en person med id eller en enhed med navn »{who}«: ret det.",
        EN: "people.csv has neither a person with the id nor a unit of the name “{who}”: mend it.",
    },
    Code.WHO_AMBIGUOUS: {
        DA: "»{who}« er både en persons id og en enhed: giv den ene et andet navn.",
        EN: "“{who}” is both a person's id and a unit: give one of them another name.",
    },
    Code.NEED_TWICE: {
        DA: "{person} har allerede behov for {module} i linje {first_line}: slet den ene række.",
        EN: "{person} needs {module} on line {first_line} already: delete one of the two rows.",
    },
    Code.TRAVEL_TWICE: {
        DA: "Prisen fra {place_from} til {place_to} står i linje {first_line}: slet den ene række.",
        EN: "The cost from {place_from} to {place_to} is on line {first_line} already: delete one "
        "of the two rows.",
    },
    Code.PARTY_OF_ONE: {
        DA: "{party} har kun én person: tilføj en mere, eller slet rækken.",
        EN: "{party} has one person only: add another or delete the row.",
    },
    Code.PARTY_PERSON_TWICE: {
        DA: "{person} er med i {party} i linje {first_line}: slet den ene række.",
        EN: "{person} is in {party} on line {first_line} already: delete one of the two rows.",
    },
    Code.APART_FROM_ITSELF: {
        DA: "»{who}« kan ikke holdes adskilt fra sig selv: ret a eller b.",
        EN: "“{who}” cannot be kept apart from itself: change a or b.",
    },
    Code.APART_MIXED: {
        DA: "»{a}« og »{b}« er en person og en enhed: skriv to personer eller to enheder.",
        EN: "“{a}” and “{b}” are a person and a unit: write two people or two units.",
    },
    Code.WINDOW_BACKWARDS: {
        DA: "not_after er {not_after}, før not_before {not_before}: byt om, eller ret den ene.",
        EN: "not_after is {not_after}, before not_before {not_before}: swap them or change one.",
    },
    Code.CALENDAR_OUTSIDE: {
        DA: "Kalenderen »{path}« ligger uden for mappen calendars: læg filen i den, og skriv kun "
        "dens navn.",
        EN: "The calendar “{path}” is outside the folder calendars: put the file in it and write "
        "its name only.",
    },
    Code.CALENDAR_MISSING: {
        DA: "Kalenderen »{path}« er der ikke: læg filen der, eller tøm cellen.",
        EN: "The calendar “{path}” is not there: put the file there or empty the cell.",
    },
    Code.PLACE_UNKNOWN: {
        DA: "Stedet »{place}« er hverken i places.csv eller travel.csv: rejser regnes som 0 kr.",
        EN: "The place “{place}” is in neither places.csv nor travel.csv: travel counts as 0 kr.",
    },
}

SENTENCES = PROGRAMME | MODULES | NAMES
