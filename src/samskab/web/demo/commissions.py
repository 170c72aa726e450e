"""What the demo's municipality asks for, and what it is answered."""

from dataclasses import replace
from datetime import date

from samskab.planner.model.programme import Format
from samskab.web.accounts.models import Organisation, User
from samskab.web.commissions.actions import ask_providers, store_draft
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.demo.cast import CONSULTANT, PROVIDER, RIVAL, SECOND_PROVIDER, SELLER, Part
from samskab.web.programmes.models import Offer, Programme
from samskab.web.programmes.offer_actions import Draft, choose, send_offer, store_offer
from samskab.web.programmes.offer_text import DraftModule, programme_text

SITE = "http://127.0.0.1:8000"
PROVIDERS = (PROVIDER, SECOND_PROVIDER)
FIRST_PRICE_OERE, SECOND_PRICE_OERE = 148_000_000, 131_500_000
MODULES = (
    DraftModule("Fælles retning", Format.IN_PERSON, 4, 12, 24),
    DraftModule("Ledelse tæt på kerneopgaven", Format.IN_PERSON, 2, 10, 20, (1,)),
    DraftModule("Data i hverdagen", Format.ONLINE, 1, 10, 24, (2,)),
)
CHANGE = (
    "Ledere i hele kommunen skal prøve nyt sammen med borgerne i hverdagen og måle, om det virker, "
    "før det gøres større."
)
SERVICE = (
    "Færre skift af kontaktperson for borgere i hjemmeplejen og kortere ventetid i jobcentret."
)
BUDGET = "2 mio. kr. mindre til vikarer om året fra 2028, fordi sygefraværet falder."
MEASURED = "Skift og ventetid ses hver måned i fagsystemerne; sygefravær i lønsystemet, pr. enhed."
TRIED = "Enkelte ledere har været på åbne kurser i København. Det blev ved ideerne."


def commission_of(municipality: Organisation) -> Commission:
    """The one that became a programme."""
    return Commission(
        municipality=municipality,
        title="Fælles lederudvikling i Fjordby",
        change=CHANGE,
        service_result=SERVICE,
        budget_result=BUDGET,
        measurement=MEASURED,
        audience="Alle ledere: direktion, afdelingschefer og enhedsledere.",
        people_count=300,
        first_day=date(2027, 2, 1),
        last_day=date(2027, 7, 30),
        budget_oere=160_000_000,
        tried=TRIED,
    )


def second_commission_of(municipality: Organisation) -> Commission:
    """One that is still waiting for answers."""
    return Commission(
        municipality=municipality,
        title="Digital dømmekraft i ældreplejen",
        change="Ledere skal kunne vælge, hvilke velfærdsteknologier der er deres tid værd.",
        service_result="Flere borgere klarer sig selv efter et hospitalsophold.",
        budget_result="300.000 kr. mindre om året til licenser, som ingen bruger.",
        measurement="Visiterede timer pr. borger før og efter, og licenser i brug.",
        audience="Ledere af hjemmepleje, plejehjem og sygepleje.",
        people_count=45,
        first_day=date(2027, 9, 1),
        last_day=date(2027, 12, 17),
        budget_oere=42_000_000,
    )


def go_out_and_choose(
    municipality: Organisation, providers: dict[str, Organisation], users: dict[Part, User]
) -> Programme:
    """Ask two providers, have both answer, and choose one; ask again for something else.

    Returns:
        The programme of the answer that was chosen.
    """
    consultant = users[CONSULTANT]
    asked = {
        inquiry.provider.slug: inquiry
        for inquiry in _ask(commission_of(municipality), providers, consultant)
    }
    offer = _answer(asked[PROVIDER], FIRST_PRICE_OERE, users[SELLER])
    _answer(asked[SECOND_PROVIDER], SECOND_PRICE_OERE, users[RIVAL])
    choose(
        commission=offer.inquiry.commission,
        offer=offer,
        reason="Lærkilde lægger øvelserne ud i enhederne og måler dem sammen med os.",
        by=consultant,
        site=SITE,
    )
    _ask(second_commission_of(municipality), providers, consultant)
    return Programme.objects.get(pk=offer.programme_id)


def _ask(commission: Commission, providers: dict[str, Organisation], by: User) -> list[Inquiry]:
    store_draft(commission=commission, by=by)
    chosen = [providers[slug] for slug in PROVIDERS]
    return ask_providers(commission=commission, providers=chosen, by=by, site=SITE)


def _answer(inquiry: Inquiry, price_oere: int, by: User) -> Offer:
    commission = inquiry.commission
    modules = [replace(module, group_max=20) for module in MODULES]
    text = programme_text(
        commission.title, commission.first_day, commission.last_day, by.email, modules
    )
    message = "Vi vil gerne lægge det sidste modul sammen med jer, når de første data er der."
    draft = Draft(text=text, price_oere=price_oere, message=message)
    offer = store_offer(inquiry=inquiry, draft=draft, by=by)
    send_offer(inquiry=inquiry, by=by, site=SITE)
    return offer
