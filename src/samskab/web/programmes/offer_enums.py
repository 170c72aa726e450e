"""Where an inquiry stands, as the provider that was asked sees it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InquiryState(TextChoices):
    """From being asked to the end; no other provider shows in it."""

    OPEN = "open", _("waits for your answer")
    DRAFT = "draft", _("your draft is not sent yet")
    SENT = "sent", _("your answer is sent")
    DECLINED = "declined", _("you declined")
    CHOSEN = "chosen", _("your answer was chosen")
    NOT_CHOSEN = "not_chosen", _("another provider was chosen")
    WITHDRAWN = "withdrawn", _("the municipality has withdrawn it")
