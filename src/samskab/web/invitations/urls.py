"""Addresses of publications, answers, feeds and one's own page."""

from django.urls import path

from samskab.web.invitations.views import answers, declines, feeds, my_page, publications

urlpatterns = [
    path("svar/<str:link>/", answers.answer, name="answer"),
    path("kalender/<str:secret>.ics", feeds.feed, name="feed"),
    path("<slug:slug>/min-side/", my_page.my_page, name="my_page"),
    path("<slug:slug>/min-side/svar/<int:entry>/", my_page.my_answer, name="my_answer"),
    path(
        "<slug:slug>/min-side/kalenderadresse/<str:kind>/<int:owner>/",
        my_page.my_feed_renew,
        name="my_feed_renew",
    ),
    path("<slug:slug>/udsendelser/", publications.publications, name="publications"),
    path(
        "<slug:slug>/udsendelser/plan/<int:plan>/",
        publications.publish_prepare,
        name="publish_prepare",
    ),
    path(
        "<slug:slug>/udsendelser/forberedelse/<int:preparation>/",
        publications.preparation,
        name="preparation",
    ),
    path(
        "<slug:slug>/udsendelser/forberedelse/<int:preparation>/send/",
        publications.preparation_confirm,
        name="preparation_confirm",
    ),
    path(
        "<slug:slug>/udsendelser/forberedelse/<int:preparation>/opgiv/",
        publications.preparation_drop,
        name="preparation_drop",
    ),
    path(
        "<slug:slug>/udsendelser/<int:publication>/", publications.publication, name="publication"
    ),
    path(
        "<slug:slug>/udsendelser/mail/<int:message>/igen/",
        publications.message_again,
        name="message_again",
    ),
    path("<slug:slug>/udsendelser/afbud/", declines.declines, name="declines"),
    path(
        "<slug:slug>/udsendelser/afbud/<int:decline>/flyt/",
        declines.decline_accept,
        name="decline_accept",
    ),
    path(
        "<slug:slug>/udsendelser/afbud/<int:decline>/uden/",
        declines.decline_leave_out,
        name="decline_leave_out",
    ),
    path("<slug:slug>/udsendelser/kalenderadresser/", feeds.feeds, name="feeds"),
    path(
        "<slug:slug>/udsendelser/kalenderadresser/<str:kind>/<int:owner>/",
        feeds.feed_renew,
        name="feed_renew",
    ),
]
