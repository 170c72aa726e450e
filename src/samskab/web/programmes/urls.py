"""Addresses of this app."""

from django.urls import URLPattern

from samskab.web.programmes import offer_urls

urlpatterns: list[URLPattern] = [
    *offer_urls.urlpatterns,
]
