"""The app's name for Django."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """One page for top management."""

    name = "samskab.web.overview"
    label = "overview"
