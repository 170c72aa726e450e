"""A fact that forbids something: as a part of a sentence, and as a sentence; (Danish, English)."""

from samskab.planner.explain.facts import FactCode

CAUSES: dict[FactCode, tuple[str, str]] = {
    FactCode.LEAVE: ("fravær", "leave"),
    FactCode.WINDOW: ("perioder", "windows"),
    FactCode.ELSEWHERE: ("anden kursusgang samtidig", "another session at the same time"),
    FactCode.ORDER: ("rækkefølge", "order of modules"),
    FactCode.GAP: ("afstand mellem moduler", "gap between modules"),
    FactCode.WEEK: ("dage på en uge", "days in a week"),
    FactCode.DISPLACED: ("fortrængte timer", "displaced hours"),
    FactCode.UNIT: ("for mange væk fra en enhed", "too many away from a unit"),
    FactCode.PARALLEL: ("for mange kursusgange samtidig", "too many sessions at once"),
    FactCode.NO_ROOM: ("intet lokale", "no room"),
    FactCode.NO_TEACHER: ("for få undervisere", "too few facilitators"),
}
"""What stands in the way of a date, in a word."""

PARTS: dict[FactCode, tuple[str, str]] = {
    FactCode.LEAVE: ("{who} fraværende", "{who} on leave"),
    FactCode.WINDOW: (
        "{who} uden for sin periode ({window})",
        "{who} outside the window ({window})",
    ),
    FactCode.ELSEWHERE: ("{who} på {sessions} samtidig", "{who} in {sessions} at the same time"),
    FactCode.ORDER: (
        "{who}: {later} ville ligge før {earlier} er slut",
        "{who}: {later} would come before {earlier} has ended",
    ),
    FactCode.GAP: (
        "{who}: der skal være {limits} mellem {earlier} og {later}",
        "{who}: there must be {limits} between {earlier} and {later}",
    ),
    FactCode.WEEK: (
        "{who} over {most} programdage på 7 dage",
        "{who} over {most} programme days in 7 days",
    ),
    FactCode.DISPLACED: (
        "{who} over {hours} timers fortrængte møder",
        "{who} over {hours} hours of displaced meetings",
    ),
    FactCode.UNIT: (
        "{count} væk fra {unit} på én gang (højst {most})",
        "{count} away from {unit} at once (at most {most})",
    ),
    FactCode.PARALLEL: (
        "allerede {most} kursusgange samtidig, som er det højeste",
        "already {most} sessions at the same time, which is the most",
    ),
    FactCode.ROOM_TAKEN: ("{rooms} optaget af {sessions}", "{rooms} taken by {sessions}"),
    FactCode.ROOM_BUSY: ("{rooms} optaget af andre", "{rooms} booked by others"),
    FactCode.ROOM_SMALL: ("{rooms} for småt til {count}", "{rooms} too small for {count}"),
    FactCode.NO_ROOM: ("mappen har ingen lokaler", "the folder has no rooms"),
    FactCode.TEACHER_LEADS: (
        "{facilitators} leder {sessions}",
        "{facilitators} leading {sessions}",
    ),
    FactCode.TEACHER_BUSY: ("{facilitators} optaget", "{facilitators} busy"),
    FactCode.TEACHER_WEEK: (
        "{facilitators} har nået ugens dage",
        "{facilitators} at the week's limit of days",
    ),
    FactCode.TEACHERS_FEW: ("kun {count} er kvalificeret", "only {count} are qualified"),
    FactCode.FULL: ("fuldt ({count} af {most})", "full ({count} of {most})"),
    FactCode.TOO_FEW: (
        "{count} ville være tilbage på {sessions} (mindst {least})",
        "{count} would stay in {sessions} (at least {least})",
    ),
    FactCode.APART: ("{a} må ikke mødes med {others}", "{a} must not meet {others}"),
    FactCode.TRACK: (
        "faste hold: {modules} skal deles med {who}",
        "fixed cohorts: {modules} must be shared with {who}",
    ),
}
"""Parts of a sentence; `who` may be names, or how many of how many."""

GROUPS: dict[str, tuple[str, str]] = {
    "rooms": ("intet lokale ({parts})", "no room ({parts})"),
    "teachers": (
        "{count} af {least} undervisere ledige ({parts})",
        "{count} of {least} facilitators free ({parts})",
    ),
}

SENTENCES: dict[FactCode, tuple[str, str]] = {
    FactCode.LEAVE: ("{people} er fraværende ({days}).", "{people} is on leave ({days})."),
    FactCode.WINDOW: (
        "{people} må kun tage {module} {window}.",
        "{people} may take {module} only {window}.",
    ),
    FactCode.ORDER: ("{later} kommer efter {earlier}.", "{later} comes after {earlier}."),
    FactCode.GAP: (
        "{later} skal begynde {limits} efter {earlier}.",
        "{later} must begin {limits} after {earlier}.",
    ),
    FactCode.WEEK: (
        "Ingen må have over {most} programdage på 7 dage i træk.",
        "Nobody may have more than {most} programme days in any 7 days.",
    ),
    FactCode.DISPLACED: (
        "Ingen må få fortrængt over {hours} timers møder.",
        "Nobody may have more than {hours} hours of meetings displaced.",
    ),
    FactCode.UNIT: (
        "Højst {most} fra {unit} må være væk på én gang.",
        "At most {most} of {unit} may be away at once.",
    ),
    FactCode.PARALLEL: (
        "Højst {most} kursusgange må holdes samtidig.",
        "At most {most} sessions may be held at the same time.",
    ),
    FactCode.NO_ROOM: (
        "Til en ny kursusgang er intet stort nok lokale ledigt på de dage, der er tilbage.",
        "For a new session no large enough room is free on the days that are left.",
    ),
    FactCode.NO_TEACHER: (
        (
            "Til en ny kursusgang er der ikke {least} kvalificerede undervisere ledige på de "
            "dage, der "
            "er tilbage."
        ),
        "For a new session {least} qualified facilitators are not free on the days that are left.",
    ),
    FactCode.FULL: (
        "{session} er fuld: {count} af {most} pladser er taget.",
        "{session} is full: {count} of {most} seats are taken.",
    ),
    FactCode.TOO_FEW: (
        "{session} skal beholde mindst {least} deltagere.",
        "{session} must keep at least {least} people.",
    ),
    FactCode.APART: ("{a} og {b} skal holdes adskilt.", "{a} and {b} must be kept apart."),
    FactCode.TRACK: (
        "{modules} tages af de samme (faste hold).",
        "{modules} are taken by the same people (fixed cohorts).",
    ),
    FactCode.PARTY: ("{people} følges ad.", "{people} go together."),
    FactCode.GROUP_MIN: (
        (
            "En ny kursusgang af {module} kræver mindst {least} deltagere, og så mange uden "
            "plads kan "
            "ikke komme sammen."
        ),
        (
            "A new session of {module} needs at least {least} people, and not so many who lack "
            "a seat "
            "can come together."
        ),
    ),
}
"""Of an irreducible core: each alone is plain to whoever can do something about it."""

LIMITS: dict[str, tuple[str, str]] = {
    "at_least": ("mindst {least} dage", "at least {least} days"),
    "between": ("{least} til {most} dage", "{least} to {most} days"),
    "at_most": ("højst {most} dage", "at most {most} days"),
    "since": ("fra {since}", "from {since}"),
    "until": ("til og med {until}", "until {until}"),
    "since_until": ("fra {since} til og med {until}", "from {since} until {until}"),
    "of": ("{count} af {of} ({names})", "{count} of {of} ({names})"),
}
