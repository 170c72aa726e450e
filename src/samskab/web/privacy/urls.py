"""Addresses of personal data."""

from django.urls import path

from samskab.web.privacy import views

urlpatterns = [
    path("konto/mine-data/", views.own_data, name="own_data"),
    path("<slug:slug>/persondata/", views.personal_data, name="personal_data"),
    path("<slug:slug>/persondata/<int:pk>.json", views.person_export, name="person_export"),
    path("<slug:slug>/persondata/<int:pk>/slet/", views.person_erase, name="person_erase"),
    path(
        "<slug:slug>/persondata/underviser/<int:pk>.json",
        views.facilitator_export,
        name="facilitator_export",
    ),
    path(
        "<slug:slug>/persondata/underviser/<int:pk>/slet/",
        views.facilitator_erase,
        name="facilitator_erase",
    ),
]
