"""Every page, tried as every role of every organisation, against a table written by hand."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web import fjordby
from tests.web.accounts import pages as accounts
from tests.web.api import pages as api
from tests.web.audit import pages as audit
from tests.web.commissions import pages as commissions
from tests.web.invitations import pages as invitations
from tests.web.members import pages as members
from tests.web.overview import pages as overview
from tests.web.pages import Page
from tests.web.people import pages as people
from tests.web.plans import pages as plans
from tests.web.privacy import pages as privacy
from tests.web.programmes import needs_pages as needs
from tests.web.programmes import offer_pages as offers
from tests.web.programmes import pages as programmes
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation

PAGES: dict[str, Page] = {
    **accounts.PAGES,
    **audit.PAGES,
    **people.PAGES,
    **members.PAGES,
    **commissions.PAGES,
    **programmes.PAGES,
    **offers.PAGES,
    **programmes.PAGES,
    **needs.PAGES,
    **plans.PAGES,
    **invitations.PAGES,
    **privacy.PAGES,
    **api.PAGES,
    **overview.PAGES,
    **plans.PAGES,
    **invitations.PAGES,
}
NOT_THERE = 404


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return make_world()


def pages_of_organisations() -> Iterator[str]:
    """Names of all addresses that belong to an organisation."""

    def walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, route)
            elif "<slug:slug>" in route:
                assert pattern.name, route
                yield pattern.name

    yield from walk(get_resolver().url_patterns, "")


def status(world: World, page: str, organisation: Organisation, client: Client) -> int:
    row = PAGES[page]
    address = reverse(page, kwargs={"slug": organisation.slug, **row.arguments(world)})
    ask = client.post if row.method == "post" else client.get
    return ask(address).status_code


def test_the_table_names_every_page_of_an_organisation() -> None:
    assert sorted(PAGES) == sorted(pages_of_organisations())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_seen_by_its_roles_and_nobody_else(page: str, world: World) -> None:
    row = PAGES[page]
    sides = ((world.municipality, row.roles), (world.provider, row.provider_roles))
    for organisation, allowed in sides:
        for role in Role:
            client = Client()
            client.force_login(fjordby.member(organisation, role))
            seen = status(world, page, organisation, client)
            assert (seen != NOT_THERE) == (role in allowed), (organisation, role, seen)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_not_seen_from_outside(page: str, world: World) -> None:
    inside = {world.municipality: world.other_municipality, world.provider: world.other_provider}
    for organisation, other in inside.items():
        client = Client()
        client.force_login(fjordby.member(other, *Role))
        assert status(world, page, organisation, client) == NOT_THERE
        own_address = status(world, page, other, client)
        assert own_address == NOT_THERE or not PAGES[page].arguments(world)
        visitor = status(world, page, organisation, Client())
        assert visitor in {302, 403}
