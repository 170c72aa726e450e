"""A real Chromium, and the report opened in it from a file, as its readers do."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path(os.environ.get("SAMSKAB_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """A page that is open.

    Attributes:
        messages: everything the console said, and every error and dialog.
        requests: every address asked for.
    """

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def breaches(self) -> list[str]:
        """WCAG 2.1 A and AA by axe: rule and element of each breach."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],"
            "resultTypes: ['violations']})"  # of what passes, it names one element a rule
        )
        assert found["passes"]
        return [
            f"{breach['id']}: {node['html']}"
            for breach in found["violations"]
            for node in breach["nodes"]
        ]

    def overflow_px(self) -> int:
        """How far the page reaches beyond the window's right edge."""
        overflow: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return overflow


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    for needed in (CHROMIUM, AXE):
        if not needed.exists():
            pytest.fail(f"{needed} is missing: run 'make browser'.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Open a file in a window of a given width; other options are those of a browser context."""
    contexts = []

    def opened(file: Path, width: int = 1280, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("console", lambda message: visit.messages.append(message.text))
        visit.page.on("pageerror", lambda error: visit.messages.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.goto(file.as_uri())
        return visit

    yield opened
    for context in contexts:
        context.close()
