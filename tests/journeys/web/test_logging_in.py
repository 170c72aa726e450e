"""A consultant logs in and finds her organisation."""

import pytest
from tests.journeys.web.conftest import OpenSite
from tests.web import fjordby

from samskab.web.accounts.enums import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_overview_is_there_after_logging_in(site: OpenSite, language: str, width: int) -> None:
    consultant = fjordby.member(fjordby.municipality(), Role.CONSULTANT)
    visit = site(consultant, language, width).open("/")
    assert visit.page.locator(".house-place").inner_text() == "Fjordby Kommune"
    assert visit.page.locator("html").get_attribute("lang") == language
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    assert visit.messages == []


def test_logging_in_works_without_scripts(site: OpenSite) -> None:
    consultant = fjordby.member(fjordby.municipality(), Role.CONSULTANT)
    page = site(consultant, scripts=False).open("/").page
    assert page.locator(".house-place").inner_text() == "Fjordby Kommune"


def test_the_page_of_logging_in_is_accessible(site: OpenSite) -> None:
    visit = site().open("/konto/login/")
    assert visit.breaches() == []
