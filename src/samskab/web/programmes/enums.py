"""Where a programme stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProgrammeState(TextChoices):
    """From a provider's draft to a signed programme."""

    DRAFT = "draft", _("draft of the provider")
    SHARED = "shared", _("designed together")
    SIGNED = "signed", _("signed by both")
    ENDED = "ended", _("ended")


class ProposalState(TextChoices):
    """What became of a proposal."""

    OPEN = "open", _("open")
    TAKEN = "taken", _("taken")
    DROPPED = "dropped", _("dropped")
