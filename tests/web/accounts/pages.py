"""Who may see the pages of accounts."""

from tests.web.pages import EVERY_ROLE, Page

PAGES = {"organisation": Page(EVERY_ROLE, EVERY_ROLE)}
