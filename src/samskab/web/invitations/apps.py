"""The app's name for Django."""

from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    """What stands in whose calendar, and what they answered."""

    name = "samskab.web.invitations"
    label = "invitations"
