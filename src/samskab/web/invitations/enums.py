"""How an invitation travels, what is answered, and what becomes of a decline."""

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


class PreparationState(TextChoices):
    """From asking what would be told to having told it; the last three are ends."""

    WORKING = "working", _("being worked out")
    READY = "ready", _("ready to be sent")
    CONFIRMED = "confirmed", _("being published")
    DONE = "done", _("published")
    REFUSED = "refused", _("cannot be published")
    DROPPED = "dropped", _("given up")


class DeclineState(TextChoices):
    """What becomes of a decline; the last three are ends."""

    OPEN = "open", _("open")
    MOVING = "moving", _("being moved")
    LEAVING = "leaving", _("being left out")
    MOVED = "moved", _("moved")
    LEFT_OUT = "left_out", _("left out")
    WITHDRAWN = "withdrawn", _("comes after all")
