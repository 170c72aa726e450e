"""What a key may be used for, and which roles may give it that."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import Role


class Scope(TextChoices):
    """One thing a key may do."""

    PEOPLE_READ = "people:read", _("read people and units")
    COMMISSIONS_READ = "commissions:read", _("read commissions")
    PROGRAMMES_READ = "programmes:read", _("read programmes and their revisions")
    PLANS_READ = "plans:read", _("read jobs and plans")
    PLANS_WRITE = "plans:write", _("start and stop the planner")
    PUBLICATIONS_READ = "publications:read", _("read what was published")
    AUDIT_READ = "audit:read", _("read the audit log")


BOTH_SIDES = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.PROVIDER, Role.AUDITOR})
ROLES_FOR: dict[Scope, frozenset[Role]] = {
    Scope.PEOPLE_READ: frozenset({Role.CONSULTANT}),
    Scope.COMMISSIONS_READ: BOTH_SIDES,
    Scope.PROGRAMMES_READ: BOTH_SIDES,
    Scope.PLANS_READ: BOTH_SIDES,
    Scope.PLANS_WRITE: frozenset({Role.CONSULTANT}),
    Scope.PUBLICATIONS_READ: BOTH_SIDES,
    Scope.AUDIT_READ: frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
}
KEEPERS = frozenset().union(*ROLES_FOR.values())
