"""How an invitation travels, and what is answered."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Delivery(TextChoices):
    """Where a message is on its way."""

    WAITING = "waiting", _("waiting to be sent")
    SENT = "sent", _("sent")
    BOUNCED = "bounced", _("came back")
    FAILED = "failed", _("could not be sent")


class Answer(TextChoices):
    """What the person says (PARTSTAT of RFC 5545)."""

    NONE = "NEEDS-ACTION", _("no answer")
    ACCEPTED = "ACCEPTED", _("accepted")
    DECLINED = "DECLINED", _("declined")
    TENTATIVE = "TENTATIVE", _("perhaps")
