"""Addresses of this app."""

from django.urls import URLPattern

from samskab.web.programmes import needs_urls, offer_urls

urlpatterns: list[URLPattern] = [*offer_urls.urlpatterns, *needs_urls.urlpatterns]
