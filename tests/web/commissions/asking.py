"""Commissions, inquiries and answers to test with."""

from datetime import date

from django.core.management import call_command
from tests.web import fjordby
from tests.web.world import World

from samskab.planner.model.programme import Format
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.commissions.actions import ask_providers
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.programmes.models import Offer
from samskab.web.programmes.offer_actions import Draft, send_offer, store_offer
from samskab.web.programmes.offer_text import DraftModule, programme_text

SITE = "https://samskab.example/"
ANSWERS = {
    "title": "Ledelse tæt på borgeren",
    "change": "Lederne skal følge borgerens vej på tværs af enheder.",
    "service_result": "En borger fortæller sin sag én gang.",
    "budget_result": "Færre genindlæggelser: 2 mio. kr. om året.",
    "measurement": "Genindlæggelser pr. måned og borgernes svar i maj.",
    "audience": "Ledere af hjemmepleje og sygepleje.",
    "people_count": 24,
    "first_day": date(2027, 1, 11),
    "last_day": date(2027, 6, 25),
    "budget_oere": 60_000_000,
    "tried": "Et kursus i 2024, som ingen brugte.",
}
MODULES = (
    DraftModule("Borgerens vej", Format.IN_PERSON, 2, 6, 12),
    DraftModule("Data i praksis", Format.ONLINE, 1, 6, 12, (1,)),
)


def draft(municipality: Organisation, **other: object) -> Commission:
    return Commission.objects.create(municipality=municipality, **{**ANSWERS, **other})


def asked(municipality: Organisation, *providers: Organisation, **other: object) -> Commission:
    """A commission about which these were asked, without mail."""
    commission = draft(municipality, state=CommissionState.ASKED, **other)
    for provider in providers:
        Inquiry.objects.create(commission=commission, provider=provider)
    return commission


def answer(inquiry: Inquiry, by: User, price_oere: int = 50_000_000, *, sent: bool = True) -> Offer:
    """A draft of MODULES, by the actions that pages use."""
    asked_for = inquiry.commission
    text = programme_text(asked_for.title, asked_for.first_day, asked_for.last_day, "", MODULES)
    offer = store_offer(inquiry=inquiry, draft=Draft(text, price_oere, "Sådan."), by=by)
    if sent:
        send_offer(inquiry=inquiry, by=by, site=SITE)
        offer.refresh_from_db()
    return offer


def in_world(world: World) -> Inquiry:
    """The provider of `World` is asked by its municipality; made once."""
    found = Inquiry.objects.filter(provider=world.provider).first()
    if found is None:
        found = asked(world.municipality, world.provider).inquiries.get()
    return found


def draft_in_world(world: World) -> Commission:
    """A draft of the municipality of `World`; made once."""
    rows = Commission.objects.filter(municipality=world.municipality, state=CommissionState.DRAFT)
    return rows.first() or draft(world.municipality)


def work_off_tasks() -> None:
    """Do what a worker would do now."""
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


def provider_member(provider: Organisation) -> User:
    return fjordby.member(provider, Role.PROVIDER)


__all__ = [
    "ANSWERS",
    "MODULES",
    "SITE",
    "answer",
    "ask_providers",
    "asked",
    "draft",
    "draft_in_world",
    "in_world",
    "provider_member",
    "work_off_tasks",
]
