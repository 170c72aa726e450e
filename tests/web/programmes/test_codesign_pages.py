"""The pages of a programme, without a browser."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import fjordby
from tests.web.programmes.pages import PAGES
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.people.models import Party
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import (
    Apart,
    Comment,
    Engagement,
    Need,
    Programme,
    Proposal,
    Revision,
    Venue,
)

Queries = Callable[[int], object]


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return make_world()


@pytest.fixture
def consultant(world: World) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(fjordby.member(world.municipality, Role.CONSULTANT))
    return client


@pytest.fixture
def provider(world: World) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(fjordby.member(world.provider, Role.PROVIDER))
    return client


def address(world: World, name: str, slug: str = "fjordby", **more: object) -> str:
    return reverse(name, kwargs={"slug": slug, "pk": world.programme.pk, **more})


def now(world: World) -> Programme:
    return Programme.objects.get(pk=world.programme.pk)


MODULE = {
    "title": "Fælles retning", "format": "in_person", "half_days": "2", "group_min": "2",
    "group_max": "12",
}  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.method == "get"])
def test_a_page_is_shown_in_both_languages(world: World, name: str, language: str) -> None:
    client = Client(headers={"accept-language": language})
    client.force_login(fjordby.member(world.municipality, Role.CONSULTANT))
    kwargs = {"slug": "fjordby", **PAGES[name].arguments(world)}
    answer = client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.count("<h1") == 1
    assert f'<html lang="{language}"' in text
    assert "style=" not in text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_much_for_one_as_for_three(
    world: World, consultant: Client, rows: int, django_assert_num_queries: Queries
) -> None:
    for _ in range(rows - 1):
        fjordby.programme(world.municipality, world.provider)
    with django_assert_num_queries(6):  # type: ignore[attr-defined]
        answer = consultant.get(reverse("programmes", kwargs={"slug": "fjordby"}))
    assert len(answer.context["page"].object_list) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_versions_ask_as_much_for_one_as_for_three(
    world: World, consultant: Client, rows: int, django_assert_num_queries: Queries
) -> None:
    for number in range(rows - 1):
        post = {"base": str(number + 1), "max_days_per_week": str(number + 3)}
        consultant.post(address(world, "programme_rules"), post)
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        answer = consultant.get(address(world, "programme_revisions") + "?fra=1&til=1")
    assert len(answer.context["page"].object_list) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_discussion_asks_as_much_for_one_as_for_three(
    world: World, consultant: Client, rows: int, django_assert_num_queries: Queries
) -> None:
    for number in range(rows):
        comment = {"place": "title", "text": f"Nr. {number}"}
        consultant.post(address(world, "comment_new"), comment)
        first = Comment.objects.filter(answers=None).last()
        assert first is not None
        consultant.post(address(world, "comment_new"), {"answers": first.pk, "text": "Ja"})
        consultant.post(address(world, "proposal_new"), {"place": "title", "title": "Ny titel"})
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        answer = consultant.get(address(world, "programme_talk"))
    assert answer.content.decode().count("<article") == 2 * rows


def test_a_programme_is_started_without_a_provider(consultant: Client) -> None:
    post = {"title": "Ledelse på ø", "first_day": "2027-02-01", "last_day": "2027-06-30"}
    answer = consultant.post(reverse("programme_new", kwargs={"slug": "fjordby"}), post)
    made = Programme.objects.get(title="Ledelse på ø")
    assert answer.status_code == 302
    assert (made.provider, made.state) == (None, ProgrammeState.SHARED)
    assert Revision.objects.get(programme=made).number == 1
    assert Entry.objects.filter(action="programme_started").count() == 1


def test_a_programme_is_not_started_backwards(consultant: Client) -> None:
    post = {"title": "A", "first_day": "2027-02-01", "last_day": "2027-01-30"}
    answer = consultant.post(reverse("programme_new", kwargs={"slug": "fjordby"}), post)
    assert "swap them" in answer.content.decode()
    assert Programme.objects.count() == 1


def test_a_saved_form_makes_a_version(world: World, consultant: Client) -> None:
    post = MODULE | {"base": "1", "group_max": "14", "materials": "150.50"}
    consultant.post(address(world, "module", module="m1"), post)
    saved = now(world)
    assert saved.revision == 2
    assert "group_max = 14\nmaterials = 150.50" in saved.text
    row = Revision.objects.get(programme=saved, number=2)
    assert row.made_for == world.municipality
    entry = Entry.objects.get(action="programme_changed")
    assert entry.facts["settings"] == ["modules.m1.group_max", "modules.m1.materials"]


def test_a_form_that_changes_nothing_makes_no_version(world: World, consultant: Client) -> None:
    answer = consultant.post(
        address(world, "module", module="m1"), MODULE | {"base": "1"}, follow=True
    )
    assert "Nothing was changed." in answer.content.decode()
    assert now(world).revision == 1
    assert now(world).text == fjordby.PROGRAMME


def test_the_title_and_the_days_of_lists_follow_the_text(world: World, consultant: Client) -> None:
    post = {
        "base": "1", "title": "Nyt navn", "first_day": "2027-01-12", "last_day": "2027-04-01",
        "organizer": "HR <hr@fjordby.example>", "holidays": "DK", "closed_0_from": "2027-02-15",
        "closed_0_to": "2027-02-19", "closed_0_why": "Vinterferie", "closed_1_from": "",
    }  # fmt: skip
    consultant.post(address(world, "programme_frame"), post)
    saved = now(world)
    assert (saved.title, saved.first_day.day, saved.last_day.month) == ("Nyt navn", 12, 4)
    closed = 'closed = [{from = 2027-02-15, to = 2027-02-19, why = "Vinterferie"}]'
    assert closed in saved.text


def test_a_fault_stands_beside_its_field(world: World, consultant: Client) -> None:
    post = MODULE | {"base": "1", "group_min": "20"}
    answer = consultant.post(address(world, "module", module="m1"), post)
    form = answer.context["form"]
    assert "above “Largest group” 12" in form.errors["group_min"][0]
    assert form["group_min"].value() == "20"
    assert now(world).revision == 1


@pytest.mark.parametrize(
    ("said", "stored"),
    [("3", "max_away_per_unit = 3"), ("25 %", "0.25"), ("100%", "max_away_per_unit = 1.0")],
)
def test_people_away_are_a_number_or_a_share(
    world: World, consultant: Client, said: str, stored: str
) -> None:
    consultant.post(address(world, "programme_rules"), {"base": "1", "max_away_per_unit": said})
    assert stored in now(world).text


@pytest.mark.parametrize("said", ["1,5", "to", "-1", "101 %", "1e9", "0"])
def test_people_away_that_are_neither_are_refused(
    world: World, consultant: Client, said: str
) -> None:
    post = {"base": "1", "max_away_per_unit": said}
    answer = consultant.post(address(world, "programme_rules"), post)
    assert answer.context["form"].errors["max_away_per_unit"]
    assert now(world).revision == 1


def test_fixed_cohorts_are_tracks(world: World, consultant: Client) -> None:
    post = {"base": "1", "track_0": ["m1", "m2"]}
    consultant.post(address(world, "programme_rules"), post)
    assert 'keep_together = [["m1", "m2"]]' in now(world).text


def test_two_changes_of_one_version_are_put_together(
    world: World, consultant: Client, provider: Client
) -> None:
    consultant.post(address(world, "module", module="m1"), MODULE | {"base": "1", "group_max": "9"})
    post = MODULE | {"base": "1", "half_days": "4"}
    answer = provider.post(address(world, "module", "laerkilde", module="m1"), post, follow=True)
    assert "yours was put together with it" in answer.content.decode()
    saved = now(world)
    assert saved.revision == 3
    assert "half_days = 4\ngroup_min = 2\ngroup_max = 9" in saved.text


def test_two_values_of_one_setting_are_both_shown_and_chosen(
    world: World, consultant: Client, provider: Client
) -> None:
    consultant.post(address(world, "module", module="m1"), MODULE | {"base": "1", "group_max": "9"})
    here = address(world, "module", "laerkilde", module="m1")
    post = MODULE | {"base": "1", "group_max": "8", "title": "Retning"}
    answer = provider.post(here, post)
    text = answer.content.decode()
    assert "Yours: 8" in text
    assert "consultant (Fjordby Kommune): 9" in text
    assert answer.context["form"]["title"].value() == "Retning"
    assert now(world).revision == 2
    again = post | {"base": "2", "conflict": "modules.m1.group_max"}
    unchosen = provider.post(here, again)
    assert unchosen.context["conflicts"]
    assert now(world).revision == 2
    provider.post(here, again | {"choose-modules.m1.group_max": "theirs"})
    assert 'title = "Retning"' in now(world).text
    assert "group_max = 9" in now(world).text
    provider.post(here, again | {"base": "3", "choose-modules.m1.group_max": "mine"})
    assert "group_max = 8" in now(world).text


def test_a_module_taken_out_while_somebody_writes_can_be_put_back(
    world: World, consultant: Client, provider: Client
) -> None:
    consultant.post(address(world, "module_remove", module="m2"), {"base": "1"})
    here = address(world, "module", "laerkilde", module="m2")
    post = {
        "base": "1", "title": "Data", "format": "online", "half_days": "1", "group_min": "2",
        "group_max": "12", "after": ["m1"], "gap_days_min": "7",
    }  # fmt: skip
    answer = provider.post(here, post)
    assert "taken out while you wrote" in answer.content.decode()
    assert "m2" not in now(world).text
    provider.post(here, post | {"restore": "1"})
    assert 'id = "m2"\ntitle = "Data"' in now(world).text
    assert "gap_days_min = 7" in now(world).text


def test_a_module_that_is_taken_out_takes_its_needs_along(world: World, consultant: Client) -> None:
    text = consultant.get(address(world, "module_remove", module="m1")).content.decode()
    assert "the needs of 4 leaders" in text
    consultant.post(address(world, "module_remove", module="m1"), {"base": "1"})
    assert Need.objects.filter(module="m1").count() == 0
    assert Need.objects.filter(module="m2").count() == 4
    assert Engagement.objects.get().modules == ["m2"]
    assert "m1" not in now(world).text
    assert Entry.objects.get(action="module_removed").facts["needs"] == 4


def test_a_module_changed_meanwhile_is_not_taken_out_unseen(
    world: World, consultant: Client, provider: Client
) -> None:
    here = address(world, "module", "laerkilde", module="m1")
    provider.post(here, MODULE | {"base": "1", "group_max": "9"})
    answer = consultant.post(address(world, "module_remove", module="m1"), {"base": "1"})
    assert "12 → 9" in answer.content.decode()
    assert Need.objects.filter(module="m1").count() == 4
    consultant.post(address(world, "module_remove", module="m1"), {"base": "2"})
    assert Need.objects.filter(module="m1").count() == 0


def test_the_last_module_stays(world: World, consultant: Client) -> None:
    consultant.post(address(world, "module_remove", module="m1"), {"base": "1"})
    consultant.post(address(world, "module_remove", module="m2"), {"base": "2"})
    assert now(world).revision == 2
    assert Need.objects.filter(module="m2").count() == 4


def test_modules_are_added_and_moved(world: World, consultant: Client) -> None:
    consultant.post(address(world, "module_new"), {"base": "1"})
    assert 'id = "m3"' in now(world).text
    consultant.post(address(world, "module_move", module="m3"), {"base": "2", "to": "earlier"})
    text = now(world).text
    assert text.index('"m1"') < text.index('"m3"') < text.index('id = "m2"')
    page = consultant.get(address(world, "programme_revisions")).content.decode()
    assert "Module moved" in page


def test_differences_are_told_in_words(world: World, consultant: Client) -> None:
    post = MODULE | {"base": "1", "group_max": "9", "half_days": "4"}
    consultant.post(address(world, "module", module="m1"), post)
    consultant.post(
        address(world, "programme_resources"), {"do": "stop_room", "room": world.room.pk}
    )
    text = consultant.get(address(world, "programme_revisions") + "?fra=1&til=3").content.decode()
    for words in ("Module “Fælles retning”: Largest group", "a day", "two days"):
        assert words in text
    between = consultant.get(address(world, "programme_revisions") + "?fra=2&til=3")
    rows = between.context["differences"]
    assert [(row["place"], row["old"], row["new"]) for row in rows] == [("Rooms", "Lokale r1", "–")]


def test_a_title_that_looks_like_an_id_names_nobody(world: World, consultant: Client) -> None:
    stranger = fjordby.person(world.other_municipality, "x1", name="Hemmelig Person")
    for title in (f"person:{stranger.pk}", f"person:{world.person.pk}"):
        base = str(now(world).revision)
        post = MODULE | {"base": base, "title": title}
        consultant.post(address(world, "module", module="m1"), post)
    page = consultant.get(address(world, "programme_revisions") + "?fra=1&til=3").content.decode()
    assert "Hemmelig Person" not in page
    assert world.person.name not in page


def test_the_estimate_follows_what_stands_in_the_form(world: World, consultant: Client) -> None:
    post = MODULE | {"base": "1", "group_max": "2", "calculate": "1"}
    part = consultant.post(
        address(world, "module", module="m1"), post, headers={"hx-request": "true"}
    ).content.decode()
    # 2 sessions of m1, 1 of m2: 2×2×9,000 + 1×9,000 in fees, 2×2×600 in rooms
    assert "DKK\N{NO-BREAK SPACE}47,400" in part
    assert "<html" not in part
    whole = consultant.post(address(world, "module", module="m1"), post).content.decode()
    assert "DKK\N{NO-BREAK SPACE}47,400" in whole
    assert 'value="2"' in whole
    assert now(world).revision == 1


def test_open_courses_are_priced_and_shown(world: World, consultant: Client) -> None:
    here = address(world, "programme_economy")
    post = {"open_day_price": "5,000", "open_travel_hours": "2.5"}
    part = consultant.post(here, post | {"calculate": "1"}, headers={"hx-request": "true"})
    assert "DKK\N{NO-BREAK SPACE}30,000" in part.content.decode()  # 4 people, 1½ days
    assert now(world).open_day_price_oere == 450_000
    consultant.post(here, post)
    assert now(world).open_day_price_oere == 500_000
    assert now(world).revision == 2


def test_a_comment_is_written_answered_and_settled(
    world: World, consultant: Client, provider: Client
) -> None:
    post = {"place": "modules.m1.group_max", "text": "Er tolv ikke mange? <b>😀</b>"}
    consultant.post(address(world, "comment_new"), post)
    comment = Comment.objects.get()
    provider.post(
        address(world, "comment_new", "laerkilde"), {"answers": comment.pk, "text": "Nej"}
    )
    page = consultant.get(address(world, "programme_talk") + "?sted=modules.m1.group_max")
    text = page.content.decode()
    assert "&lt;b&gt;😀&lt;/b&gt;" in text
    assert "It is now: 12" in text
    form = consultant.get(address(world, "module", module="m1")).content.decode()
    assert "1 open remark" in form
    provider.post(address(world, "comment_settle", "laerkilde"), {"comment": comment.pk})
    comment.refresh_from_db()
    assert comment.settled_at is not None
    assert list(Entry.objects.order_by("pk").values_list("action", flat=True)) == [
        "comment_written", "comment_written", "comment_settled",
    ]  # fmt: skip


def test_a_proposal_is_taken_where_its_base_holds(
    world: World, consultant: Client, provider: Client
) -> None:
    place = "modules.m1.group_max"
    post = {"place": place, "group_max": "16", "reason": "Billigere"}
    provider.post(address(world, "proposal_new", "laerkilde"), post)
    proposal = Proposal.objects.get()
    assert (proposal.base, proposal.value) == ("12", "16")
    consultant.post(address(world, "proposal_take"), {"proposal": proposal.pk, "seen": "12"})
    proposal.refresh_from_db()
    assert proposal.state == "taken"
    assert "group_max = 16" in now(world).text
    assert now(world).revision == 2


def test_a_proposal_whose_base_is_gone_shows_the_difference_first(
    world: World, consultant: Client, provider: Client
) -> None:
    post = {"place": "modules.m1.group_max", "group_max": "16"}
    provider.post(address(world, "proposal_new", "laerkilde"), post)
    proposal = Proposal.objects.get()
    consultant.post(address(world, "module", module="m1"), MODULE | {"base": "1", "group_max": "9"})
    take = {"proposal": proposal.pk}
    answer = consultant.post(address(world, "proposal_take"), take).content.decode()
    assert (
        "It was 12 when this was proposed, and is 9 now. Taking the proposal makes it 16." in answer
    )
    assert now(world).revision == 2
    consultant.post(address(world, "proposal_take"), take | {"seen": "9"})
    assert "group_max = 16" in now(world).text


def test_a_proposal_that_breaks_the_programme_is_not_taken(
    world: World, consultant: Client
) -> None:
    post = {"place": "modules.m1.group_max", "group_max": "1"}
    consultant.post(address(world, "proposal_new"), post)
    proposal = Proposal.objects.get()
    answer = consultant.post(
        address(world, "proposal_take"), {"proposal": proposal.pk, "seen": "12"}, follow=True
    )
    assert "Largest group” 1" in answer.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "open"
    consultant.post(address(world, "proposal_drop"), {"proposal": proposal.pk})
    proposal.refresh_from_db()
    assert proposal.state == "dropped"


def test_rooms_and_facilitators_are_chosen_from_both_sides(
    world: World, consultant: Client
) -> None:
    away = fjordby.room(world.provider, "kursussal")
    teacher = fjordby.facilitator(world.provider, "f2")
    stranger = fjordby.room(world.other_provider, "fremmed")
    here = address(world, "programme_resources")
    consultant.post(here, {"do": "use_room", "room": away.pk})
    consultant.post(here, {"do": "use_room", "room": stranger.pk})
    consultant.post(here, {"do": "engage", "facilitator": teacher.pk})
    assert set(Venue.objects.values_list("room__key", flat=True)) == {"r1", "kursussal"}
    assert Engagement.objects.get(facilitator=teacher).modules == ["m1", "m2"]
    lead = {"do": "lead", "facilitator": teacher.pk, "seen": "m1,m2", "modules": ["m2"]}
    consultant.post(here, lead)
    assert Engagement.objects.get(facilitator=teacher).modules == ["m2"]
    text = consultant.get(here).content.decode()
    assert "at home" in text
    assert "away" in text


def test_what_two_tick_of_one_facilitator_is_put_together(
    world: World, consultant: Client, provider: Client
) -> None:
    lead = {"do": "lead", "facilitator": world.facilitator.pk, "seen": "m1,m2"}
    consultant.post(address(world, "programme_resources"), lead | {"modules": ["m1"]})
    provider.post(address(world, "programme_resources", "laerkilde"), lead | {"modules": ["m2"]})
    assert Engagement.objects.get().modules == []


def test_pairs_and_people_apart_are_chosen_by_the_municipality(
    world: World, consultant: Client, provider: Client
) -> None:
    party = Party.objects.create(organisation=world.municipality, key="Borgmester og direktør")
    here = address(world, "programme_together")
    consultant.post(here, {"do": "put_together", "party": party.pk})
    consultant.post(here, {"do": "keep_apart", "a": "p1", "b": "Leder p2"})
    consultant.post(here, {"do": "keep_apart", "a": "p2", "b": "p1"})
    assert list(now(world).parties.all()) == [party]
    assert list(Apart.objects.values_list("a", "b")) == [("p1", "p2")]
    wrong = consultant.post(here, {"do": "keep_apart", "a": "p1", "b": "Skole"})
    assert "A leader and a unit" in wrong.content.decode()
    theirs = address(world, "programme_together", "laerkilde")
    assert provider.get(theirs).status_code == 200
    assert provider.post(theirs, {"do": "let_loose", "party": party.pk}).status_code == 404
    consultant.post(here, {"do": "let_meet", "apart": Apart.objects.get().pk})
    assert Apart.objects.count() == 0
    assert now(world).revision == 4


def test_who_only_reads_changes_nothing(world: World) -> None:
    client = Client()
    client.force_login(fjordby.member(world.municipality, Role.AUDITOR, Role.TOP_MANAGEMENT))
    post = MODULE | {"base": "1", "group_max": "9"}
    assert client.post(address(world, "module", module="m1"), post).status_code == 404
    assert client.post(address(world, "programme_rules"), {"base": "1"}).status_code == 404
    text = client.get(address(world, "module", module="m1")).content.decode()
    assert "disabled" in text
    assert now(world).revision == 1
