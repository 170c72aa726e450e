"""What can be wrong with a calendar, in both languages."""

from samskab.telling.language import Language

SENTENCES: dict[str, dict[Language, str]] = {
    code: {Language.DANISH: danish, Language.ENGLISH: english}
    for code, danish, english in (
        (
            "ics_file_missing",
            "Kalenderfilen findes ikke: ret stien, eller læg filen der.",
            "The calendar file does not exist: correct the path, or put the file there.",
        ),
        (
            "ics_file_unreadable",
            "Kalenderfilen kan ikke åbnes ({why}): giv læseadgang til den.",
            "The calendar file cannot be opened ({why}): allow it to be read.",
        ),
        (
            "ics_too_large",
            (
                "Filen fylder {megabytes} MB; en kalender må fylde {most} MB: "
                "eksportér kun den periode, der skal planlægges i."
            ),
            (
                "The file has {megabytes} MB; a calendar may have {most} MB: "
                "export only the period to be planned."
            ),
        ),
        (
            "ics_empty",
            "Filen er tom: eksportér kalenderen igen.",
            "The file is empty: export the calendar again.",
        ),
        (
            "ics_not_a_calendar",
            (
                "Filen er ikke en kalender (BEGIN:VCALENDAR mangler): eksportér den som iCalendar "
                "(.ics)."
            ),
            (
                "The file is not a calendar (it has no BEGIN:VCALENDAR): export it as iCalendar "
                "(.ics)."
            ),
        ),
        (
            "ics_timezone_unknown",
            "Tidszonen {zone} findes ikke: skriv et IANA-navn som Europe/Copenhagen.",
            "There is no time zone {zone}: give an IANA name such as Europe/Copenhagen.",
        ),
        (
            "ics_not_utf8",
            "Teksten er ikke UTF-8 og læses som Latin-1; alle tider er læst.",
            "The text is not UTF-8 and is read as Latin-1; all times are read.",
        ),
        (
            "ics_lines_unreadable",
            (
                "Linjer, der ikke er kalenderlinjer, er sprunget over (i alt {count}, her den "
                "første); resten er læst."
            ),
            (
                "Lines that are no calendar lines are passed over ({count} in all, the first "
                "here); the rest is read."
            ),
        ),
        (
            "ics_line_too_long",
            "Linjen er længere end {most} tegn og er sprunget over; resten er læst.",
            "The line is longer than {most} characters and is passed over; the rest is read.",
        ),
        (
            "ics_component_unclosed",
            "{component} begynder her og mangler sin END-linje; det, der står i den, er læst.",
            "{component} begins here and lacks its END line; what it holds is read.",
        ),
        (
            "ics_property_broken",
            "{property} kan ikke læses ({value}) og er sprunget over; resten af aftalen er læst.",
            (
                "{property} cannot be read ({value}) and is passed over; the rest of the event is "
                "read."
            ),
        ),
        (
            "ics_start_missing",
            "En {component} uden DTSTART er sprunget over; resten er læst.",
            "A {component} without DTSTART is passed over; the rest is read.",
        ),
        (
            "ics_start_broken",
            (
                "Aftalens {property} kan ikke læses ({value}), så den er sprunget over; "
                "resten er læst."
            ),
            (
                "The event's {property} cannot be read ({value}), so the event is passed over; "
                "the rest is read."
            ),
        ),
        (
            "ics_end_before_start",
            "Aftalen slutter, før den begynder, og optager derfor ingen tid.",
            "The event ends before it begins, and so takes no time.",
        ),
        (
            "ics_zone_unknown",
            "Tidszonen {zone} er ukendt; tiderne er læst som {taken}.",
            "The time zone {zone} is unknown; its times are read as {taken}.",
        ),
        (
            "ics_zone_broken",
            "Filens egen beskrivelse af tidszonen {zone} kan ikke læses; navnet er brugt i stedet.",
            (
                "The file's own description of the time zone {zone} cannot be read; its name is "
                "used instead."
            ),
        ),
        (
            "ics_rule_broken",
            (
                "Gentagelsen kan ikke læses ({rule}); kun aftalens egen dato og dens andre datoer "
                "tæller."
            ),
            (
                "The recurrence cannot be read ({rule}); only the event's own date and its other "
                "dates count."
            ),
        ),
        (
            "ics_rule_part_unknown",
            "Gentagelsen har ukendte dele ({parts}), der er sprunget over; resten er læst.",
            "The recurrence has unknown parts ({parts}), which are passed over; the rest is read.",
        ),
        (
            "ics_rule_too_dense",
            "Gentagelsen er for tæt ({rule}); den er talt med til og med {until}.",
            "The recurrence is too dense ({rule}); it is counted until {until}.",
        ),
        (
            "ics_series_too_many",
            (
                "Kalenderen har flere end {most} gentagelser i perioden; fra denne serie tæller "
                "kun den første dato."
            ),
            (
                "The calendar has more than {most} recurrences in the period; of this series only "
                "the first date counts."
            ),
        ),
        (
            "ics_more_warnings",
            "Yderligere {count} advarsler af samme slags.",
            "{count} more warnings of the same kinds.",
        ),
        (
            "published_broken",
            (
                "Filen er ikke, som samskab publish skrev den: hent den fra en kopi, eller vælg en "
                "tom mappe med --out og angiv de planer, der er udsendt, med --previous."
            ),
            (
                "The file is not as samskab publish wrote it: bring it back from a copy, or choose "
                "an empty folder with --out and name the plans already published with --previous."
            ),
        ),
        (
            "published_unreadable",
            "Filen kan ikke læses ({why}): giv læseadgang til den.",
            "The file cannot be read ({why}): allow it to be read.",
        ),
        (
            "published_of_another_programme",
            (
                "Her er forløbet »{theirs}« udsendt, og mappens forløb hedder »{ours}«: vælg en "
                "anden mappe med --out, eller behold titlen, til forløbet er slut."
            ),
            (
                "This is where the programme “{theirs}” was published, and the folder's programme "
                "is called “{ours}”: choose another folder with --out, or keep the title until "
                "the programme is over."
            ),
        ),
        (
            "address_missing",
            "Disse har ingen mailadresse og får kalender, men ikke invitation ({count}): {people}.",
            "These have no e-mail address, so they get a calendar only ({count}): {people}.",
        ),
        (
            "address_unfit",
            (
                "En invitation kan ikke sendes til »{mail}« ({person}): ret adressen; indtil da er "
                "der en kalender, men ingen invitation."
            ),
            (
                "No invitation can be sent to “{mail}” ({person}): correct the address; until then "
                "there is a calendar but no invitation."
            ),
        ),
        (
            "organizer_missing",
            (
                "Ingen invitationer, kun kalendere: en invitation skal have en afsender. Skriv "
                'organizer = "MAIL" i programme.toml, eller angiv --organizer MAIL.'
            ),
            (
                "No invitations, only calendars: an invitation needs a sender. Write "
                'organizer = "MAIL" in programme.toml, or give --organizer MAIL.'
            ),
        ),
        (
            "previous_unused",
            "Filen siger selv, hvad der er udsendt; --previous er ikke brugt.",
            "The file itself says what was published; --previous was not used.",
        ),
    )
}
