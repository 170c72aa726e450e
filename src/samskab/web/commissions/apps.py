"""The app's name for Django."""

from django.apps import AppConfig


class CommissionsConfig(AppConfig):
    """What a municipality asks providers for."""

    name = "samskab.web.commissions"
    label = "commissions"
