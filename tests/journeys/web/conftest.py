"""The site in a real Chromium: who is logged in, what the page says, what axe finds."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from tests.journeys.conftest import Visit
from tests.web import fjordby
from tests.web.flushing import audit_gives_way
from tests.web.signals import signals_given_back
from tests.web.worker import start_worker, worker

from samskab.web.accounts.models import User

__all__ = ["audit_gives_way", "signals_given_back", "start_worker", "worker"]
# Playwright's loop runs in the thread of the test, whose queries are not asynchronous for that.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@dataclass
class Site:
    """The site, opened by one person in one browser."""

    server: LiveServer
    context: BrowserContext

    def open(self, path: str) -> Visit:
        """A page of the site; what its console says and asks for is kept."""
        visit = Visit(self.context.new_page())
        visit.page.on("console", lambda message: visit.messages.append(message.text))
        visit.page.on("pageerror", lambda error: visit.messages.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.goto(f"{self.server.url}{path}")
        return visit


OpenSite = Callable[..., Site]


@pytest.fixture
def site(browser: Browser, live_server: LiveServer) -> Iterator[OpenSite]:
    """Open the site as a user: `site(user, language="en", width=360, scripts=False)`."""
    contexts = []

    def opened(
        user: User | None = None, language: str = "da", width: int = 1280, *, scripts: bool = True
    ) -> Site:
        context = browser.new_context(
            locale="da-DK" if language == "da" else "en-GB",
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
        )
        contexts.append(context)
        if user is not None:
            page = context.new_page()
            log_in(page, live_server, user)
            page.close()
        return Site(live_server, context)

    yield opened
    for context in contexts:
        context.close()


def log_in(page: Page, server: LiveServer, user: User) -> None:
    """As people do it: on the page."""
    page.goto(f"{server.url}/konto/login/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", fjordby.PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/konto/login/" not in url)
