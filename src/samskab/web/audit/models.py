"""One line of the account."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation


class Entry(models.Model):
    """Something that changed data; the database refuses to change or delete it (migration 2).

    `facts` holds numbers and codes, never a person's data: erasing a person leaves it as it is.
    """

    at = models.DateTimeField(_("time"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, db_constraint=False
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="audit_entries")
    action = models.CharField(_("what"), max_length=60)
    subject = models.CharField(_("of what"), max_length=60)
    facts = models.JSONField(default=dict)

    class Meta:
        """The latest first."""

        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["organisation", "-id"], name="audit_latest")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"
