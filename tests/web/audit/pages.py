"""Who may see the account."""

from tests.web.members.pages import WATCHERS
from tests.web.pages import Page

PAGES = {"audit": Page(WATCHERS, WATCHERS), "audit_csv": Page(WATCHERS, WATCHERS)}
