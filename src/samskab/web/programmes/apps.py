"""The app's name for Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """What both sides design together and sign."""

    name = "samskab.web.programmes"
    label = "programmes"
