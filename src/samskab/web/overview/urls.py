"""Addresses of this app."""

from django.urls import path

from samskab.web.overview import views

urlpatterns = [path("<slug:slug>/ledelsesoverblik/", views.overview, name="overview")]
