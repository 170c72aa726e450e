"""Who may see the pages of inquiries and answers."""

from collections.abc import Mapping
from typing import Any

from tests.web.commissions.asking import in_world
from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role

NOBODY: frozenset[Role] = frozenset()
DECIDERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT})
ANSWERERS = frozenset({Role.PROVIDER})


def _inquiry(world: World) -> Mapping[str, Any]:
    return {"pk": in_world(world).pk}


def _commission(world: World) -> Mapping[str, Any]:
    return {"pk": in_world(world).commission_id}


PAGES = {
    "inquiries": Page(NOBODY, ANSWERERS | {Role.AUDITOR}),
    "inquiry": Page(NOBODY, ANSWERERS | {Role.AUDITOR}, _inquiry),
    "offer_edit": Page(NOBODY, ANSWERERS, _inquiry),
    "offer_send": Page(NOBODY, ANSWERERS, _inquiry, method="post"),
    "inquiry_decline": Page(NOBODY, ANSWERERS, _inquiry),
    "offers": Page(DECIDERS | {Role.AUDITOR}, arguments=_commission),
    "offer_choose": Page(DECIDERS, arguments=_commission),
}
