"""The address of the page that asks for a second factor."""

from django.urls import path

from samskab.web.accounts import second_factor_views

urlpatterns = [
    path("anden-faktor/", second_factor_views.second_factor, name="second_factor"),
]
