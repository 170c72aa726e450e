"""The app's name for Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """What the planner made of a programme."""

    name = "samskab.web.plans"
    label = "plans"
