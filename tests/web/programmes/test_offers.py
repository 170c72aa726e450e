"""Answers: drafted unseen, sent, declined, compared, chosen once."""

import tomllib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from fractions import Fraction

import pytest
from django.core import mail
from django.test import Client
from tests.web import fjordby
from tests.web.commissions.asking import (
    MODULES,
    SITE,
    answer,
    asked,
    provider_member,
    work_off_tasks,
)

from samskab.planner.model.programme import Format
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.commissions.actions import CommissionClosedError
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.programmes import offer_actions as actions
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.estimate import OpenCourse
from samskab.web.programmes.models import Offer, Programme, Revision
from samskab.web.programmes.offer_enums import InquiryState
from samskab.web.programmes.offer_figures import Figures, figures_of
from samskab.web.programmes.offer_queries import inquiry_or_404, state_of
from samskab.web.programmes.offer_text import (
    DraftModule,
    drafted,
    faults_in_words,
    organizer_of,
    programme_text,
    read_text,
)
from samskab.web.programmes.queries import programmes_of

pytestmark = pytest.mark.django_db
Pinned = Callable[[int], AbstractContextManager[object]]
FIRST, LAST = date(2027, 1, 11), date(2027, 6, 25)
REASON = "De kender vores borgere."
NOT_THERE = 404


class Town:
    """A municipality that asked two providers."""

    def __init__(self) -> None:
        self.municipality = fjordby.municipality()
        self.manager = fjordby.member(self.municipality, Role.TOP_MANAGEMENT)
        self.providers = (fjordby.provider(), fjordby.provider("andet", "Andet Kursushus"))
        self.members = [provider_member(provider) for provider in self.providers]
        self.commission = asked(self.municipality, *self.providers, made_by=self.manager)

    def inquiry(self, number: int) -> Inquiry:
        return self.commission.inquiries.get(provider=self.providers[number])

    def sent(self, number: int, price_oere: int = 50_000_000) -> Offer:
        return answer(self.inquiry(number), self.members[number], price_oere)

    def state(self, number: int) -> InquiryState:
        return state_of(inquiry_or_404(self.providers[number], self.inquiry(number).pk))

    def address(self, number: int, page: str = "") -> str:
        slug = self.providers[number].slug
        return f"/{slug}/forespoergsler/{self.inquiry(number).pk}/{page}"

    def choose(self, offer: Offer) -> None:
        actions.choose(
            commission=self.commission, offer=offer, reason=REASON, by=self.manager, site=SITE
        )


@pytest.fixture
def town() -> Town:
    return Town()


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def typed(rows: list[dict[str, object]], **other: object) -> dict[str, object]:
    """What the page of an answer posts."""
    blank = {"format": "in_person", "half_days": 2, "group_min": 6, "group_max": 16, "after": ""}
    values: dict[str, object] = {
        "form-TOTAL_FORMS": len(rows),
        "form-INITIAL_FORMS": 0,
        "price_oere": "480.000",
        "message": "Sådan.",
        "revision": 0,
        "next": "look",
        **other,
    }
    for index, row in enumerate(rows):
        whole = {"title": "", **blank, **row}
        values |= {f"form-{index}-{name}": value for name, value in whole.items()}
    return values


def test_an_answer_when_drafted_is_a_programme_that_the_engine_reads(town: Town) -> None:
    rows: list[dict[str, object]] = [
        {"title": 'Borgerens "vej" 🌱'},
        {},
        {"title": "Data", "format": "online", "half_days": 1, "group_max": 12, "after": "1"},
        {"title": "To dage", "half_days": 4, "after": "1, 3"},
    ]
    page = as_user(town.members[0]).post(town.address(0, "svar/"), typed(rows))
    assert page["Location"] == town.address(0)
    offer = Offer.objects.get()
    assert (offer.price_oere, offer.message, offer.sent_at) == (48_000_000, "Sådan.", None)
    text = offer.programme.text
    said = tomllib.loads(text)
    assert said["title"] == offer.programme.title == town.commission.title
    assert (said["first_day"], said["last_day"]) == (FIRST, LAST)
    assert (offer.programme.first_day, offer.programme.last_day) == (FIRST, LAST)
    assert said["organizer"] == "top_management <top_management@fjordby.example>"
    reading = read_text(text)
    assert reading.faults == ()
    assert [
        (module.id, module.half_days, module.after) for module in reading.programme.modules
    ] == [
        ("m1", 2, ()),
        ("m2", 1, ("m1",)),
        ("m3", 4, ("m1", "m2")),
    ]
    assert offer.programme.state == ProgrammeState.DRAFT
    assert (Revision.objects.get().number, Revision.objects.get().text) == (1, text)
    assert Entry.objects.get().organisation == town.providers[0]


def opened_again(client: Client, address: str) -> dict[str, object]:
    """What the page of a draft with two modules posts when nothing is touched."""
    page = client.get(address)
    posted = typed([])
    for form in (page.context["form"], *page.context["modules"]):
        for field in form:
            value = field.value()
            posted[field.html_name] = "" if value is None or value is False else value
    return posted | {"form-TOTAL_FORMS": 5, "form-INITIAL_FORMS": 2, "next": "more"}


def told(offer: Offer) -> list[tuple[str, str, tuple[int, ...]]]:
    """Id, title and what comes before, of each module of a draft."""
    text = Programme.objects.get(offer=offer).text
    return [
        (module.id, module.title, module.after) for module in drafted(read_text(text).programme)
    ]


def test_a_draft_when_stored_again_keeps_what_was_not_touched(town: Town) -> None:
    client, address = as_user(town.members[0]), town.address(0, "svar/")
    offer = answer(town.inquiry(0), town.members[0], sent=False)
    programme = offer.programme
    programme.text += "gap_days_min = 7\n\n[rules]\nmax_away_per_unit = 2\n"  # in the editor
    programme.save()
    posted = opened_again(client, address)
    assert client.post(address, posted)["Location"] == address
    assert told(offer) == [("m1", "Borgerens vej", ()), ("m2", "Data i praksis", (1,))]
    read = read_text(Programme.objects.get().text).programme
    assert (read.modules[1].gap_days_min, read.rules.max_away_per_unit) == (7, 2)

    posted = opened_again(client, address) | {"form-0-DELETE": "on", "form-1-after": ""}
    client.post(address, {**posted, "form-2-title": "Ny"})
    assert told(offer) == [("m2", "Data i praksis", ()), ("m3", "Ny", ())]
    programme.refresh_from_db()
    newest = Revision.objects.order_by("number").last()
    assert newest is not None
    assert (newest.number, newest.text) == (programme.revision, programme.text)
    assert newest.made_for == town.providers[0]


def test_a_draft_when_a_colleague_changed_it_meanwhile_is_not_overwritten(town: Town) -> None:
    client, address = as_user(town.members[0]), town.address(0, "svar/")
    offer = answer(town.inquiry(0), town.members[0], sent=False)
    mine = {**opened_again(client, address), "form-0-title": "Mit"}
    client.post(address, {**opened_again(client, address), "form-0-title": "Kollegas"})
    page = client.post(address, mine, follow=True)
    assert "en kollega har ændret udkastet" in page.content.decode()
    assert told(offer)[0] == ("m1", "Kollegas", ())


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{}, {}], "Indtast mindst ét modul"),
        ([{"title": "A", "after": "2"}], "Der er intet modul 2 her"),
        ([{"title": "A", "after": "1"}], "Et modul kan ikke komme efter sig selv"),
        ([{"title": "A", "after": "B"}], "Skriv modulers numre"),
        (
            [{"title": "A"}, {"title": "B", "group_min": 20}],
            "Modul 2: m2: group_min er 20, over group_max 16",
        ),
        (
            [{"title": "A", "after": "2"}, {"title": "B", "after": "1"}],
            "Moduler kommer efter hinanden i ring",
        ),
        ([{"title": "A", "half_days": 3}], "Modul 1"),
    ],
)
def test_a_draft_when_something_is_wrong_says_what_and_stores_nothing(
    town: Town, rows: list[dict[str, object]], words: str
) -> None:
    page = as_user(town.members[0]).post(town.address(0, "svar/"), typed(rows))
    assert words in page.content.decode()
    assert not Programme.objects.exists()


def test_faults_when_told_name_the_module_and_no_line_of_a_file() -> None:
    modules = (MODULES[0], DraftModule("B", Format.ONLINE, 1, 9, 3))
    found = faults_in_words(read_text(programme_text("T", FIRST, LAST, "", modules)))
    assert found == [
        "Modul 2: m2: group_min er 9, over group_max 3: sænk den ene, eller hæv den anden."
    ]


def test_an_organizer_when_mail_cannot_come_from_there_is_left_out() -> None:
    named = organizer_of(User(name="Ida Holm", email="ida@fjordby.example"))
    assert named == "Ida Holm <ida@fjordby.example>"
    odd_name = organizer_of(User(name="Holm, Ida", email="ida@fjordby.example"))
    assert odd_name == "ida@fjordby.example"
    assert organizer_of(User(name="Ida", email="ida@rådhus.example")) == ""
    assert organizer_of(None) == ""


def test_a_draft_when_not_sent_is_seen_by_its_provider_only(town: Town) -> None:
    offer = answer(town.inquiry(0), town.members[0], sent=False)
    assert list(programmes_of(town.municipality)) == []
    assert list(programmes_of(town.providers[0])) == [offer.programme]
    page = as_user(town.manager).get(f"/fjordby/rekvisitioner/{town.commission.pk}/svar/")
    assert page.context["answers"] == []
    assert as_user(town.members[1]).get(town.address(0)).status_code == NOT_THERE
    own = as_user(town.members[1]).get(town.address(1)).content.decode()
    assert "Lærkilde" not in own
    assert "500.000" not in own
    assert town.state(0) == InquiryState.DRAFT


@pytest.mark.django_db(transaction=True)
def test_an_answer_when_sent_is_told_to_those_who_choose(town: Town) -> None:
    consultant = fjordby.member(town.municipality, Role.CONSULTANT)
    fjordby.member(town.municipality, Role.AUDITOR)
    answer(town.inquiry(0), town.members[0], sent=False)
    page = as_user(town.members[0]).post(town.address(0, "send/"))
    assert page["Location"] == town.address(0)
    work_off_tasks()
    assert [message.to for message in mail.outbox] == [[consultant.email], [town.manager.email]]
    sent = mail.outbox[0]
    assert sent.subject == "Lærkilde har svaret: Ledelse tæt på borgeren"
    assert "500.000\N{NO-BREAK SPACE}kr." in sent.body
    assert f"http://testserver/fjordby/rekvisitioner/{town.commission.pk}/svar/" in sent.body
    assert town.state(0) == InquiryState.SENT


def test_an_answer_when_sent_is_not_changed_any_more(town: Town) -> None:
    offer = town.sent(0)
    client = as_user(town.members[0])
    for page in ("svar/", "afslag/", "send/"):
        posted = client.post(town.address(0, page), typed([{"title": "Andet"}], reason="Nej"))
        assert posted["Location"] == town.address(0)
    offer.refresh_from_db()
    assert [title for _, title, _ in told(offer)] == [module.title for module in MODULES]
    assert town.inquiry(0).declined_at is None
    assert Entry.objects.filter(action="offer_sent").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_provider_when_declining_says_why(town: Town) -> None:
    client = as_user(town.members[0])
    bare = client.post(town.address(0, "afslag/"), {"reason": "  "})
    assert "Sig hvorfor" in bare.content.decode()
    assert town.state(0) == InquiryState.OPEN
    client.post(town.address(0, "afslag/"), {"reason": "Vi har travlt."})
    assert town.state(0) == InquiryState.DECLINED
    work_off_tasks()
    (message,) = mail.outbox
    assert "Vi har travlt." in message.body
    page = as_user(town.manager).get(f"/fjordby/rekvisitioner/{town.commission.pk}/svar/")
    assert "Lærkilde siger nej: Vi har travlt." in page.content.decode()


def test_answers_when_compared_stand_beside_open_courses(town: Town) -> None:
    town.sent(0, 63_000_000)
    town.sent(1)
    page = as_user(town.manager).get(f"/fjordby/rekvisitioner/{town.commission.pk}/svar/")
    answers = page.context["answers"]
    assert [shown.offer.inquiry.provider.slug for shown in answers] == ["andet", "laerkilde"]
    assert [shown.over_budget_oere for shown in answers] == [-10_000_000, 3_000_000]
    text = page.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    for figure in ("30.000 kr. over budgettet", "26.250 kr.", "162.000 kr.", "144 af dem på vejen"):
        assert figure in text


def test_figures_when_worked_out_by_hand_are_the_same() -> None:
    """24 leaders; a day and a half-day of 3.5 hours each: 10.5 hours and 1.5 days for each.

    As open courses both are a journey of 3 hours: 24 × (10.5 + 6) hours.
    """
    programme = read_text(programme_text("T", FIRST, LAST, "", MODULES)).programme
    figures = figures_of(programme, 24, 50_000_000, OpenCourse(450_000, Fraction(3)))
    assert figures == Figures(
        people=24,
        days=Fraction(3, 2),
        hours=Fraction(21, 2),
        sessions=4,
        price_oere=50_000_000,
        open_oere=16_200_000,
        open_hours_away=Fraction(396),
    )
    assert (figures.all_hours, figures.hours_saved) == (Fraction(252), Fraction(144))
    assert (figures.price_each_oere, figures.open_each_oere) == (2_083_333, 675_000)


@pytest.mark.django_db(transaction=True)
def test_choosing_when_a_reason_is_given_shares_the_programme(town: Town) -> None:
    first, second = town.sent(0), town.sent(1)
    third = fjordby.provider("tre", "Tredje Vej")
    late = Inquiry.objects.create(commission=town.commission, provider=third)
    unsent = answer(late, provider_member(third), sent=False)
    client = as_user(town.manager)
    address = f"/fjordby/rekvisitioner/{town.commission.pk}/vaelg/"
    work_off_tasks()
    mail.outbox.clear()
    assert "Sig hvorfor" in client.post(address, {"offer": first.pk, "reason": ""}).content.decode()
    assert client.post(address, {"offer": unsent.pk, "reason": REASON}).status_code == 200
    assert town.state(0) == InquiryState.SENT

    client.post(address, {"offer": first.pk, "reason": REASON})
    commission = Commission.objects.get()
    assert commission.state == CommissionState.CHOSEN
    assert (commission.chosen, commission.reason) == (town.inquiry(0), REASON)
    assert commission.chosen_at is not None
    states = [Programme.objects.get(offer=offer).state for offer in (first, second, unsent)]
    assert states == [ProgrammeState.SHARED, ProgrammeState.ENDED, ProgrammeState.DRAFT]
    assert (town.state(0), town.state(1)) == (InquiryState.CHOSEN, InquiryState.NOT_CHOSEN)
    assert set(programmes_of(town.municipality)) == {first.programme, second.programme}
    entry = Entry.objects.filter(organisation=town.municipality).latest("id")
    assert (entry.action, entry.facts["offer"]) == ("offer_chosen", first.pk)
    work_off_tasks()
    mails = {message.to[0]: message for message in mail.outbox}
    assert set(mails) == {f"provider@{slug}.example" for slug in ("laerkilde", "andet", "tre")}
    assert "valgte jeres svar" in mails["provider@laerkilde.example"].body
    other = mails["provider@andet.example"].body
    assert "har valgt en anden udbyder" in other
    for secret in (REASON, "Lærkilde"):
        assert secret not in other
        assert secret not in as_user(town.members[1]).get(town.address(1)).content.decode()


def test_choosing_when_chosen_already_changes_nothing(town: Town) -> None:
    first, second = town.sent(0), town.sent(1)
    town.choose(first)
    with pytest.raises(CommissionClosedError):
        town.choose(second)
    assert Commission.objects.get().chosen == town.inquiry(0)
    address = f"/fjordby/rekvisitioner/{town.commission.pk}/vaelg/"
    page = as_user(town.manager).post(address, {"offer": second.pk, "reason": "x"}, follow=True)
    assert "Intet blev valgt" in page.content.decode()
    assert Commission.objects.get().chosen == town.inquiry(0)


def test_answering_when_another_is_chosen_is_too_late(town: Town) -> None:
    answer(town.inquiry(1), town.members[1], sent=False)
    town.choose(town.sent(0))
    with pytest.raises(CommissionClosedError):
        actions.send_offer(inquiry=town.inquiry(1), by=town.members[1], site=SITE)
    page = as_user(town.members[1]).post(town.address(1, "send/"), follow=True)
    assert "en anden udbyder blev valgt" in page.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_inquiries_ask_the_database_as_often_for_three_as_for_one(
    town: Town, django_assert_num_queries: Pinned, count: int
) -> None:
    for _ in range(count - 1):
        more = asked(town.municipality, town.providers[0])
        answer(more.inquiries.get(), town.members[0])
    client = as_user(town.members[0])
    with django_assert_num_queries(6):
        page = client.get("/laerkilde/forespoergsler/")
    assert len(page.context["listed"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_comparing_asks_the_database_as_often_for_three_as_for_one(
    town: Town, django_assert_num_queries: Pinned, count: int
) -> None:
    town.sent(0)
    for number in range(count - 1):
        provider: Organisation = fjordby.provider(f"p{number}", f"Hus {number}")
        inquiry = Inquiry.objects.create(commission=town.commission, provider=provider)
        answer(inquiry, provider_member(provider))
    client = as_user(town.manager)
    with django_assert_num_queries(7):
        page = client.get(f"/fjordby/rekvisitioner/{town.commission.pk}/svar/")
    assert len(page.context["answers"]) == count
