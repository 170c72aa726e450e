"""Who may see the pages of commissions."""

from collections.abc import Mapping
from typing import Any

from tests.web.commissions.asking import draft_in_world
from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role

WRITERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT})
READERS = WRITERS | {Role.AUDITOR}


def _draft(world: World) -> Mapping[str, Any]:
    return {"pk": draft_in_world(world).pk}


PAGES = {
    "commissions": Page(READERS),
    "commission_new": Page(WRITERS),
    "commission": Page(READERS, arguments=_draft),
    "commission_edit": Page(WRITERS, arguments=_draft),
    "commission_ask": Page(WRITERS, arguments=_draft),
    "commission_withdraw": Page(WRITERS, arguments=_draft),
}
