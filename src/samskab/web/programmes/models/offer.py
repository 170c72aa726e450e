"""A provider's answer to an inquiry."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.commissions.models import Inquiry
from samskab.web.programmes.models.programme import Programme


class Offer(models.Model):
    """A draft programme and a price; the municipality sees it once it is sent."""

    inquiry = models.OneToOneField(Inquiry, models.CASCADE, related_name="offer")
    programme = models.OneToOneField(Programme, models.CASCADE, related_name="offer")
    price_oere = models.BigIntegerField(_("price"))
    message = models.TextField(_("to the municipality"), blank=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.inquiry)
