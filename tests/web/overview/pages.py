"""Who may see the page for top management."""

from tests.web.pages import Page

from samskab.web.accounts.enums import Role

PAGES = {"overview": Page(frozenset({Role.TOP_MANAGEMENT, Role.CONSULTANT, Role.AUDITOR}))}
