"""The words of report.html and plan.xlsx: key -> (Danish, English).

A key that ends in `_one` is the singular of the key without it.
"""

from samskab.telling.language import Language
from samskab.telling.words import report_sections

WORDS: dict[str, tuple[str, str]] = {
    **report_sections.WORDS,
    # The frame
    "programme_plan": ("Plan for forløb", "Programme plan"),
    "skip": ("Spring til indholdet", "Skip to the content"),
    "contents": ("Indhold", "Contents"),
    "from_to": ("{first} til {last}", "{first} to {last}"),
    "made_by": (
        "Lavet af Samskab på {seconds} sekunder. Rapporten er én fil og henter intet udefra.",
        (
            "Made by Samskab in {seconds} seconds. The report is one file and loads nothing from "
            "outside."
        ),
    ),
    "none": ("Ingen", "None"),
    "online": ("Online", "Online"),
    "show_table": ("Vis tallene som tabel", "Show the figures as a table"),
    "total": ("I alt", "Total"),
    # The headline
    "headline": ("Planen kort", "The plan in brief"),
    "total_cost": ("Samlet pris", "Total cost"),
    "bound_says": (
        "Ingen plan for denne mappe kan koste under {bound} Højst {gap} bedre er muligt.",
        "No plan of this folder can cost less than {bound}: at most {gap} better is possible.",
    ),
    "bound_met": (
        "Ingen plan for denne mappe kan koste mindre: det er bevist.",
        "No plan of this folder can cost less: that is proven.",
    ),
    "bound_missing": (
        "Der er endnu ikke bevist nogen grænse for, hvor billig en plan kan blive.",
        "No limit has been proven yet on how cheap a plan can be.",
    ),
    "people_served": ("Ledere med plads på alt", "Leaders with every seat"),
    "served_of": ("{served} af {people}", "{served} of {people}"),
    "needs_met": (
        "{met} af {needs} behov er dækket.",
        "{met} of {needs} needs are met.",
    ),
    "displaced_hours": ("Mødetid, der må vige", "Meeting hours displaced"),
    "hours": ("{shown} timer", "{shown} hours"),
    "displaced_says": (
        "{busy} timer faste aftaler og {tentative} timer foreløbige; {each} timer pr. leder.",
        "{busy} hours of firm meetings and {tentative} tentative; {each} hours per leader.",
    ),
    "sessions_held": ("Kursusgange", "Sessions"),
    "sessions_over_days": (
        "{first} til {last}, fordelt på {n} dage.",
        "{first} to {last}, on {n} days.",
    ),
    "sessions_over_days_one": (
        "{first} til {last}, fordelt på {n} dag.",
        "{first} to {last}, on {n} day.",
    ),
    "no_sessions": (
        "Planen har ingen kursusgange. Årsagerne står under »Uden plads«.",
        "The plan has no sessions. The reasons stand under “Left out”.",
    ),
    # Cost
    "cost_title": ("Hvad planen koster", "What the plan costs"),
    "cost_lead": (
        "Udgifter til afholdelse, og værdien af den tid, som planen tager fra kalenderne.",
        "What it takes to hold the sessions, and the worth of the time taken from calendars.",
    ),
    "cost_chart": ("Pris fordelt på poster", "Cost by item"),
    "hours_chart": (
        "Deltagernes timer efter, hvad kalenderen viste",
        "Participants' hours by what the calendar showed",
    ),
    "item": ("Post", "Item"),
    "group": ("Art", "Group"),
    "amount": ("Beløb", "Amount"),
    "facilitation": ("Undervisere", "Facilitation"),
    "rooms": ("Lokaler", "Rooms"),
    "materials": ("Materialer", "Materials"),
    "travel": ("Transport og rejsetid", "Travel and road time"),
    "displacement": ("Fortrængt mødetid", "Displaced meetings"),
    "unfairness": ("Skæv fordeling", "Uneven burden"),
    "unserved": ("Udeladte behov", "Needs left out"),
    "changes": ("Ændringer af udmeldt plan", "Changes to a published plan"),
    "group_holding": ("Afholdelse", "Delivery"),
    "group_calendars": ("Kalendertid", "Calendar time"),
    "group_left_out": ("Udeladt og ændret", "Left out and changed"),
    "kind": ("Tid", "Time"),
    "kind_free": ("Ledig tid", "Free time"),
    "kind_tentative": ("Foreløbige møder", "Tentative meetings"),
    "kind_busy": ("Møder", "Meetings"),
    "kind_hard": ("Fast optaget tid", "Hard time"),
    "hours_unit": ("Timer", "Hours"),
    # The calendar
    "calendar_title": ("Kursusgangene i kalenderen", "The sessions on a calendar"),
    "calendar_lead": (
        "Hver farve er et modul. Tryk på en kursusgang for at se lokale, undervisere og deltagere.",
        "Each colour is a module. Choose a session to see its room, facilitators and people.",
    ),
    "day_of": ("dag {day} af {days}", "day {day} of {days}"),
    "n_people": ("{n} deltagere", "{n} people"),
    "n_people_one": ("{n} deltager", "{n} person"),
    "modules": ("Moduler", "Modules"),
    # Away
    "away_title": ("Hvem er væk hvornår", "Who is away when"),
    "away_lead": (
        (
            "Tallet er det højeste antal fra enheden, der er væk i samme halve dag i ugen. "
            "Jo mørkere, desto større del af enhedens deltagere."
        ),
        (
            "The figure is the most people of the unit away in the same half-day of the week. The "
            "darker, the larger the share of the unit's people."
        ),
    ),
    "away_some": (
        "Billedet viser de {n} enheder, hvor den største del er væk på én gang. Tabellen har alle.",
        "The picture shows the {n} units with the largest share away at once. The table has all.",
    ),
    "away_chart": (
        "Flest væk på én gang, pr. enhed og uge",
        "Most people away at once, by unit and week",
    ),
    "away_table": ("Hvem er væk, pr. enhed og halve dag", "Who is away, by unit and half-day"),
    "unit": ("Enhed", "Unit"),
    "week": ("Uge", "Week"),
    "when": ("Hvornår", "When"),
    "away_count": ("Væk", "Away"),
    "count_of": ("{count} af {of}", "{count} of {of}"),
    "who": ("Hvem", "Who"),
    # Displacement by week
    "weeks_title": ("Mødetid, der må vige, uge for uge", "Displaced meetings week by week"),
    "weeks_lead": (
        (
            "Timer møder, som planen fortrænger, for alle deltagere til sammen. Foreløbige møder "
            "tæller fuldt ud."
        ),
        (
            "Hours of meetings that the plan displaces, everybody's together. Tentative meetings "
            "count in full."
        ),
    ),
    "weeks_chart": (
        "Fortrængte timer pr. uge og halve dag",
        "Displaced hours by week and half-day",
    ),
    "short_morning": ("fm.", "am"),
    "short_afternoon": ("em.", "pm"),
    # How good
    "closeness_title": ("Hvor god er planen?", "How good is the plan?"),
    "closeness_lead": (
        (
            "Planlæggeren søger ovenfra efter billigere planer og beviser nedefra, hvor billig "
            "en plan overhovedet kan blive. Det bedste, der findes, ligger mellem de to linjer."
        ),
        (
            "From above the planner searches for cheaper plans; from below it proves how cheap any "
            "plan could be. The best that exists lies between the two lines."
        ),
    ),
    "closeness_chart": ("Plan og grænse nærmer sig hinanden", "Plan and bound close in"),
    "closeness_missing": (
        "Der blev ikke gemt et forløb af søgningen.",
        "No course of the search was kept.",
    ),
    "seconds": ("Sekunder", "Seconds"),
    "phase": ("Fase", "Phase"),
    "phase_reading": ("Læser", "Reading"),
    "phase_first_plan": ("Første plan", "First plan"),
    "phase_improving": ("Forbedrer", "Improving"),
    "phase_mending": ("Gør planen i stand", "Mending"),
    "phase_proving": ("Beviser", "Proving"),
    "phase_done": ("Færdig", "Done"),
    "line_plan": ("Bedste plan", "Best plan"),
    "line_bound": ("Bevist grænse", "Proven bound"),
    "million_kr": ("mio. kr.", "DKK million"),
    "thousand_kr": ("tusind kr.", "DKK thousand"),
    # Sessions
    "sessions_title": ("Kursusgange", "Sessions"),
    "session": ("Kursusgang", "Session"),
    "module": ("Modul", "Module"),
    "room": ("Lokale", "Room"),
    "place": ("Sted", "Place"),
    "facilitators": ("Undervisere", "Facilitators"),
    "seats": ("Pladser", "Seats"),
    "seats_taken": ("{taken} af {seats}", "{taken} of {seats}"),
    "people_of_session": ("Se deltagerne", "See who takes part"),
    # People
    "people_title": ("Leder for leder", "Leader by leader"),
    "people_lead": (
        "Værdien er fortrængte timer gange lederens timeværdi; foreløbige møder tæller {weight}.",
        (
            "The worth is displaced hours times the leader's hourly value; tentative meetings "
            "count {weight}."
        ),
    ),
    "people_table": (
        "Hver leders datoer og fortrængte timer",
        "Each leader's dates and displaced hours",
    ),
    "search": ("Søg på navn, enhed, rolle eller modul", "Search by name, unit, role or module"),
    "search_found": ("{n} ledere vises", "{n} leaders shown"),
    "search_found_one": ("{n} leder vises", "{n} leader shown"),
    "leader": ("Leder", "Leader"),
    "dates": ("Datoer", "Dates"),
    "busy_hours": ("Møder, timer", "Meetings, hours"),
    "tentative_hours": ("Foreløbige, timer", "Tentative, hours"),
    "value": ("Værdi", "Worth"),
    "no_seat": ("uden plads", "no seat"),
    # Unserved
    "unserved_title": ("Uden plads", "Left out"),
    "unserved_none": (
        "Alle har plads på alt, de har brug for.",
        "Everybody has a seat in everything they need.",
    ),
    "unserved_table": ("Behov, der ikke er dækket", "Needs that are not met"),
    "unserved_lead": ("{n} behov er ikke dækket.", "{n} needs are not met."),
    "unserved_lead_one": ("{n} behov er ikke dækket.", "{n} need is not met."),
    "why": ("Årsag", "Reason"),
    # Warnings
    "warnings_title": ("Forbehold", "Warnings"),
    "warnings_none": (
        "Alle kalendere og filer er læst uden forbehold.",
        "All calendars and files were read without reservation.",
    ),
    "warnings_lead": (
        "Det følgende blev ikke læst fuldt ud og kan have betydning for planen.",
        "The following was not read in full and may matter to the plan.",
    ),
    "n_warnings": ("{n} forbehold ved det, der blev læst.", "{n} warnings on what was read."),
    "n_warnings_one": ("{n} forbehold ved det, der blev læst.", "{n} warning on what was read."),
    "warnings_rest": ("Vis {n} forbehold mere", "Show {n} more"),
    # The workbook
    "sheet_sessions": ("Kursusgange", "Sessions"),
    "sheet_people": ("Ledere", "People"),
    "sheet_facilitators": ("Undervisere", "Facilitators"),
    "sheet_rooms": ("Lokaler", "Rooms"),
    "sheet_costs": ("Pris", "Costs"),
    "date": ("Dato", "Date"),
    "last_date": ("Sidste dag", "Last day"),
    "from": ("Fra", "From"),
    "to": ("Til", "To"),
    "people": ("Deltagere", "People"),
    "names": ("Navne", "Names"),
    "capacity": ("Rummer", "Holds"),
    "id": ("Id", "Id"),
    "name": ("Navn", "Name"),
    "role": ("Rolle", "Role"),
    "email": ("E-mail", "E-mail"),
    "half_days": ("Halve dage", "Half-days"),
    "fee_kr": ("Honorar, kr.", "Fee, DKK"),
    "price_kr": ("Leje, kr.", "Price, DKK"),
    "value_kr": ("Værdi af fortrængt tid, kr.", "Worth of displaced time, DKK"),
    "amount_kr": ("Beløb, kr.", "Amount, DKK"),
    "bound": ("Bevist nedre grænse", "Proven lower bound"),
    "gap": ("Højst så meget bedre", "At most this much better"),
}


def word(key: str, language: Language) -> str:
    """The words of a key, with its blanks unfilled."""
    danish, english = WORDS[key]
    return danish if language is Language.DANISH else english
