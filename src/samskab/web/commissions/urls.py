"""Addresses of this app."""

from django.urls import path

from samskab.web.commissions import views

urlpatterns = [
    path("<slug:slug>/rekvisitioner/", views.commissions, name="commissions"),
    path("<slug:slug>/rekvisitioner/ny/", views.commission_new, name="commission_new"),
    path("<slug:slug>/rekvisitioner/<int:pk>/", views.commission, name="commission"),
    path("<slug:slug>/rekvisitioner/<int:pk>/ret/", views.commission_edit, name="commission_edit"),
    path("<slug:slug>/rekvisitioner/<int:pk>/spoerg/", views.commission_ask, name="commission_ask"),
    path(
        "<slug:slug>/rekvisitioner/<int:pk>/traek-tilbage/",
        views.commission_withdraw,
        name="commission_withdraw",
    ),
]
