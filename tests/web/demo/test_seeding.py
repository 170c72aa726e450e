"""The demo, in a municipality small enough to be made for each test."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries
from pytest_django import Settings as SiteSettings
from tests.web import fjordby

from samskab.planner.synthetic.settings import Settings
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission
from samskab.web.demo.cast import CAST, LEADER, MUNICIPALITY, PASSWORD, PROVIDER, TEACHER
from samskab.web.demo.seeding import NotEmptyError, is_seeded, seed
from samskab.web.people.models import Person, Unit
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.folder import problem_of
from samskab.web.programmes.models import Comment, Offer, Programme, Proposal

pytestmark = pytest.mark.django_db
SMALL = Settings(leaders=40, weeks=8, modules=3, seed=1)


def test_seed_into_an_empty_database() -> None:
    programme = seed(SMALL)
    assert is_seeded()
    assert (programme.state, programme.provider and programme.provider.slug) == (
        ProgrammeState.SHARED,
        PROVIDER,
    )
    problem = problem_of(programme)
    assert len(problem.people) == SMALL.leaders
    assert len([person for person in problem.people if not person.busy]) == 4
    assert problem.parties
    assert Offer.objects.filter(sent_at__isnull=False).count() == 2
    states = Commission.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [CommissionState.CHOSEN, CommissionState.ASKED]
    assert (Comment.objects.count(), Proposal.objects.count()) == (3, 1)
    assert set(Membership.objects.values_list("role", flat=True)) == set(Role.values)


def test_seed_says_that_it_is_synthetic_and_mails_nobody() -> None:
    programme = seed(SMALL)
    assert "synthetic" in programme.title
    assert all("syntetisk" in name for name in Organisation.objects.values_list("name", flat=True))
    assert all(mail.endswith(".example") for mail in User.objects.values_list("email", flat=True))
    assert all("synthetic" in key for key in Person.objects.values_list("key", flat=True))
    assert not DBTaskResult.objects.exists()


def test_units_stand_in_a_tree_of_three() -> None:
    seed(SMALL)
    (top,) = Unit.objects.filter(parent=None)
    departments = Unit.objects.filter(parent=top)
    assert departments
    units = Unit.objects.filter(parent__in=departments)
    assert Unit.objects.count() == 1 + departments.count() + units.count()
    assert not Person.objects.exclude(unit__in=[top, *units]).exists()


def test_leader_and_facilitator_are_people_of_the_programme() -> None:
    programme = seed(SMALL)
    leader = Person.objects.get(user__email=LEADER.email)
    assert leader.participations.filter(programme=programme).exists()
    assert (leader.user and leader.user.name) == leader.name
    engaged = programme.engagements.select_related("facilitator__user", "facilitator__organisation")
    logins = [row.facilitator.user.email for row in engaged if row.facilitator.user]
    assert logins == [TEACHER.email]
    assert {row.facilitator.organisation.slug for row in engaged} == {PROVIDER}


def test_everybody_can_log_in_and_sees_her_organisation(client: Client) -> None:
    seed(Settings(leaders=12, weeks=6, modules=2, seed=1))
    for part in CAST:
        assert client.login(email=part.email, password=PASSWORD)
        assert client.get(f"/{part.organisation}/", follow=True).status_code == 200


def test_seed_beside_somebodys_own_data() -> None:
    fjordby.municipality("egen", "Egen Kommune")
    with pytest.raises(NotEmptyError):
        seed(SMALL)
    assert not is_seeded()
    assert Organisation.objects.count() == 1


def test_command_where_it_is_no_demo(settings: SiteSettings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="SAMSKAB_DEMO=yes"):
        call_command("seed_demo", stdout=StringIO())
    assert not User.objects.exists()


def test_command_again_tells_the_same_and_changes_nothing(
    settings: SiteSettings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.DEMO = True
    seed(SMALL)
    before = Programme.objects.count(), User.objects.count()
    said = StringIO()
    with django_assert_num_queries(2):
        call_command("seed_demo", stdout=said)
    assert all(part.email in said.getvalue() for part in CAST)
    assert PASSWORD in said.getvalue()
    assert (Programme.objects.count(), User.objects.count()) == before
    assert Organisation.objects.filter(slug=MUNICIPALITY).count() == 1
