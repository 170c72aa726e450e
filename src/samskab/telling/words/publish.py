"""What `samskab publish` says, and what invitations and calendars say."""

from samskab.telling.language import Language
from samskab.telling.words import plan

TEXTS = {
    Language.DANISH: {
        "programme": "Forløb: {title}",
        "facilitator": "Underviser: {names}",
        "facilitators": "Undervisere: {names}",
        "number": "Deltagere: {count}",
        "names": "Deltagere ({count}): {names}",
        "online": "Online",
    },
    Language.ENGLISH: {
        "programme": "Programme: {title}",
        "facilitator": "Facilitator: {names}",
        "facilitators": "Facilitators: {names}",
        "number": "Participants: {count}",
        "names": "Participants ({count}): {names}",
        "online": "Online",
    },
}
SAID = {
    Language.DANISH: {
        "told": "Invitationer: nye {new}; ændrede {changed}; aflyste {cancelled}.",
        "send": "Skal sendes: {path}",
        "calendars": "Kalendere: ledere {people}; undervisere {facilitators}; "
        "lokaler {rooms}: {path}",
        "nothing": "Intet er ændret, siden der sidst blev udsendt: der er ingen nye invitationer.",
        "interrupted": plan.SAID[Language.DANISH]["interrupted"],
        "no_folder": plan.SAID[Language.DANISH]["no_folder"],
        "unwritable": plan.SAID[Language.DANISH]["unwritable"],
        "organizer_unfit": "{text} er ikke en adresse, som invitationer kan sendes fra: skriv "
        'navn@kommune.dk eller "Navn <navn@kommune.dk>" efter --organizer. Intet er skrevet.',
        "leftovers": "{path} er ikke fra en udsendelse, der blev færdig, og kunne blive sendt ved "
        "en fejl: fjern mappen, den ligger i, eller vælg en tom mappe med --out. Intet er skrevet.",
    },
    Language.ENGLISH: {
        "told": "Invitations: new {new}; changed {changed}; cancelled {cancelled}.",
        "send": "To be sent: {path}",
        "calendars": "Calendars: leaders {people}; facilitators {facilitators}; "
        "rooms {rooms}: {path}",
        "nothing": "Nothing has changed since the last publication: there are no new invitations.",
        "interrupted": plan.SAID[Language.ENGLISH]["interrupted"],
        "no_folder": plan.SAID[Language.ENGLISH]["no_folder"],
        "unwritable": plan.SAID[Language.ENGLISH]["unwritable"],
        "organizer_unfit": "{text} is no address that invitations can come from: write "
        'name@council.dk or "Name <name@council.dk>" after --organizer. Nothing was written.',
        "leftovers": "{path} is not of a publication that was finished, and could be sent by "
        "mistake: remove the folder that it is in, or choose an empty folder with --out. Nothing "
        "was written.",
    },
}
