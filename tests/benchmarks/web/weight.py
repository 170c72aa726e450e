"""How much a first page brings over the wire, in a real browser."""

import gzip
from urllib.request import urlopen

from playwright.sync_api import sync_playwright
from tests.journeys.conftest import CHROMIUM

PATH = "/konto/login/"


def first_page_bytes(port: int) -> int:
    """Everything that an empty browser loads to show the page, compressed as a proxy does.

    Static files are compressed by the server itself; the page's own text, which a proxy compresses,
    is counted as gzip would have it.
    """
    address = f"http://127.0.0.1:{port}{PATH}"
    with urlopen(address) as answer:
        page = answer.read()
    loaded: dict[str, float] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        session = tab.context.new_cdp_session(tab)
        session.send("Network.enable")
        session.on(
            "Network.loadingFinished",
            lambda told: loaded.update({told["requestId"]: told["encodedDataLength"]}),
        )
        tab.goto(address, wait_until="networkidle")
        browser.close()
    return int(sum(loaded.values())) - len(page) + len(gzip.compress(page))
