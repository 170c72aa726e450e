"""Kinds of organisation, and what people are in one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """Who is at the table."""

    MUNICIPALITY = "municipality", _("municipality")
    PROVIDER = "provider", _("training provider")


class Role(TextChoices):
    """What a user may do in an organisation; a user can have several."""

    CONSULTANT = "consultant", _("consultant")
    TOP_MANAGEMENT = "top_management", _("top management")
    LEADER = "leader", _("leader")
    PROVIDER = "provider", _("provider")
    FACILITATOR = "facilitator", _("facilitator")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")
