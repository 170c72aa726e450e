"""Who sees which page of programmes."""

from collections.abc import Mapping
from typing import Any

from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role

PLANNERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.PROVIDER, Role.AUDITOR})
TALKERS = PLANNERS - {Role.AUDITOR}
EDITORS = frozenset({Role.CONSULTANT, Role.PROVIDER})


def _one(world: World) -> Mapping[str, Any]:
    return {"pk": world.programme.pk}


def _module(world: World) -> Mapping[str, Any]:
    return {"pk": world.programme.pk, "module": "m1"}


PAGES = {
    "programmes": Page(PLANNERS, PLANNERS),
    "programme_new": Page(frozenset({Role.CONSULTANT})),
    **{
        name: Page(PLANNERS, PLANNERS, _one)
        for name in (
            "programme", "programme_frame", "programme_day", "programme_rules",
            "programme_prices", "programme_modules", "programme_together", "programme_resources",
            "programme_economy", "programme_revisions", "programme_talk",
        )
    },
    "module": Page(PLANNERS, PLANNERS, _module),
    "module_new": Page(EDITORS, EDITORS, _one, "post"),
    "module_move": Page(EDITORS, EDITORS, _module, "post"),
    "module_remove": Page(EDITORS, EDITORS, _module),
    **{
        name: Page(TALKERS, TALKERS, _one, "post")
        for name in (
            "comment_new", "comment_settle", "proposal_new", "proposal_take", "proposal_drop",
            "programme_sign", "programme_unsign", "programme_reopen", "programme_keep",
        )
    },
}  # fmt: skip
