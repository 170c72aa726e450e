"""Where a commission stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CommissionState(TextChoices):
    """From a need to a choice."""

    DRAFT = "draft", _("draft")
    ASKED = "asked", _("providers are asked")
    CHOSEN = "chosen", _("a provider is chosen")
    WITHDRAWN = "withdrawn", _("withdrawn")
