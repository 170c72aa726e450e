"""What can be late."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LateKind(TextChoices):
    """In the order in which it hurts."""

    UNSIGNED = "unsigned", _("Programmes that begin soon and are not signed")
    UNPLANNED = "unplanned", _("Programmes that begin soon and have no plan")
    UNPUBLISHED = "unpublished", _("Sessions that are planned and not published")
    UNANSWERED = "unanswered", _("Commissions without an answer for more than a week")
    CALENDARS = "calendars", _("Calendars that are missing or cannot be read")
