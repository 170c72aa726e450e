"""The app's name for Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The account of changes."""

    name = "samskab.web.audit"
    label = "audit"
