"""Who may see the pages of accounts."""

from tests.web.pages import EVERY_ROLE, Page

from samskab.web.accounts.enums import Role

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
PAGES = {
    "organisation": Page(EVERY_ROLE, EVERY_ROLE),
    "members": Page(ADMINISTRATORS, ADMINISTRATORS),
}
