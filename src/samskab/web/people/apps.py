"""The app's name for Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Units, leaders, pairs, facilitators, rooms, and when they are busy."""

    name = "samskab.web.people"
    label = "people"
