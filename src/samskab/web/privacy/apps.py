"""The app's name for Django."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Export, erasure, retention."""

    name = "samskab.web.privacy"
    label = "privacy"
