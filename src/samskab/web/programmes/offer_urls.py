"""Addresses of inquiries, of answers to them, and of choosing among these."""

from django.urls import path

from samskab.web.programmes import offer_choice_views, offer_views

urlpatterns = [
    path("<slug:slug>/forespoergsler/", offer_views.inquiries, name="inquiries"),
    path("<slug:slug>/forespoergsler/<int:pk>/", offer_views.inquiry, name="inquiry"),
    path("<slug:slug>/forespoergsler/<int:pk>/svar/", offer_views.offer_edit, name="offer_edit"),
    path("<slug:slug>/forespoergsler/<int:pk>/send/", offer_views.offer_send, name="offer_send"),
    path(
        "<slug:slug>/forespoergsler/<int:pk>/afslag/",
        offer_views.inquiry_decline,
        name="inquiry_decline",
    ),
    path("<slug:slug>/rekvisitioner/<int:pk>/svar/", offer_choice_views.offers, name="offers"),
    path(
        "<slug:slug>/rekvisitioner/<int:pk>/vaelg/",
        offer_choice_views.offer_choose,
        name="offer_choose",
    ),
]
