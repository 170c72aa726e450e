"""Addresses of the front page and of an organisation."""

from django.urls import path

from samskab.web.accounts import views

urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:slug>/", views.organisation, name="organisation"),
]
