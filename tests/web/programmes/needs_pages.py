"""Who may see the import of needs."""

from collections.abc import Mapping

from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role


def programme(world: World) -> Mapping[str, object]:
    return {"pk": world.programme.pk}


NOBODY: frozenset[Role] = frozenset()
CONSULTANTS = frozenset({Role.CONSULTANT})
PAGES = {
    "needs_import": Page(CONSULTANTS, NOBODY, programme),
    "needs_import_preview": Page(CONSULTANTS, NOBODY, programme),
    "needs_import_drop": Page(CONSULTANTS, NOBODY, programme, "post"),
}
