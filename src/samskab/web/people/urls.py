"""Addresses of the register."""

from django.urls import URLPattern, URLResolver, include, path

from samskab.web.people.importing.sheets import Kind
from samskab.web.people.views import calendars, importing, register, resources

PEOPLE = [
    path("", register.people, name="people"),
    path("ny/", register.person_new, name="person_new"),
    path("<int:pk>/", register.person, name="person"),
    path("<int:pk>/ret/", register.person_edit, name="person_edit"),
    path("indlaes/", importing.people_import, name="people_import"),
    path("indlaes/se/", importing.people_import_preview, name="people_import_preview"),
    path("indlaes/glem/", importing.people_import_drop, name="people_import_drop"),
    path("hent/register.xlsx", importing.register_workbook, name="register_workbook"),
    path("hent/people.csv", importing.register_table, {"kind": Kind.PEOPLE}, "people_csv"),
    path("hent/units.csv", importing.register_table, {"kind": Kind.UNITS}, "units_csv"),
    path("hent/together.csv", importing.register_table, {"kind": Kind.PARTIES}, "together_csv"),
]
CALENDAR = [
    path("", calendars.calendar, name="calendar"),
    path("fil/", calendars.calendar_upload, name="calendar_upload"),
    path("adresse/", calendars.calendar_subscribe, name="calendar_subscribe"),
    path("hent/", calendars.calendar_fetch, name="calendar_fetch"),
    path("fjern/", calendars.calendar_disconnect, name="calendar_disconnect"),
]
CALENDARS: list[URLPattern | URLResolver] = [
    path("", calendars.calendars, name="calendars"),
    path("paamind/", calendars.calendars_remind, name="calendars_remind"),
    path("<str:kind>/<int:pk>/", include(CALENDAR)),
]
OTHERS = [
    path("enheder/", register.units, name="units"),
    path("enheder/ny/", register.unit_new, name="unit_new"),
    path("enheder/<int:pk>/", register.unit_edit, name="unit_edit"),
    path("enheder/<int:pk>/slet/", register.unit_delete, name="unit_delete"),
    path("makkerpar/", register.pairs, name="pairs"),
    path("makkerpar/nyt/", register.pair_new, name="pair_new"),
    path("makkerpar/<int:pk>/", register.pair_edit, name="pair_edit"),
    path("makkerpar/<int:pk>/slet/", register.pair_delete, name="pair_delete"),
    path("undervisere/", resources.facilitators, name="facilitators"),
    path("undervisere/ny/", resources.facilitator_new, name="facilitator_new"),
    path("undervisere/<int:pk>/", resources.facilitator_edit, name="facilitator_edit"),
    path("undervisere/<int:pk>/slet/", resources.facilitator_delete, name="facilitator_delete"),
    path("lokaler/", resources.rooms, name="rooms"),
    path("lokaler/nyt/", resources.room_new, name="room_new"),
    path("lokaler/<int:pk>/", resources.room_edit, name="room_edit"),
    path("lokaler/<int:pk>/slet/", resources.room_delete, name="room_delete"),
    path("steder/", resources.places, name="places"),
    path("steder/nyt/", resources.place_new, name="place_new"),
    path("steder/<int:pk>/", resources.place_edit, name="place_edit"),
    path("steder/<int:pk>/slet/", resources.place_delete, name="place_delete"),
]
urlpatterns = [
    path("<slug:slug>/personer/", include(PEOPLE)),
    path("<slug:slug>/kalendere/", include(CALENDARS)),
    path("<slug:slug>/min-kalender/", calendars.my_calendar, name="my_calendar"),
    path("<slug:slug>/", include(OTHERS)),
]
