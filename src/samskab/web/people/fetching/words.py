"""What can be wrong with a feed, in the language of the page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.common.errors import Fault
from samskab.telling.words.sentence import sentence
from samskab.web.notation import language
from samskab.web.people.fetching.codes import Code

SENTENCES: dict[str, Promise] = {
    Code.SCHEME: _(
        "The address begins with {scheme}: and cannot be fetched: "
        "it must begin with https:, http: or webcal:."
    ),
    Code.ADDRESS: _(
        "This is no address of a feed: copy the whole of it from your calendar, "
        "without user name and password."
    ),
    Code.NAME_UNKNOWN: _("No server is called {host}: copy the address again from your calendar."),
    Code.PRIVATE: _(
        "The address leads into a closed network ({host}), from which nothing is fetched: "
        "share the calendar on the internet, or upload a file."
    ),
    Code.UNREACHABLE: _("The server {host} does not answer: try later, or upload a file."),
    Code.CERTIFICATE: _(
        "The server {host} cannot prove who it is (its certificate is not valid for the name): "
        "ask those who run it, or upload a file."
    ),
    Code.TOO_SLOW: _("The server took more than {seconds} seconds: try later, or upload a file."),
    Code.TOO_LARGE: _(
        "The feed is larger than {most} MB: share only the calendar that you work by."
    ),
    Code.REDIRECTS: _(
        "The address leads on to another more than {most} times: copy it again from your calendar."
    ),
    Code.STATUS: _(
        "The server answers with the error {status} and no calendar: "
        "see whether the calendar is still shared, and copy its address again."
    ),
    Code.BROKEN: _("The server's answer cannot be read: try later, or upload a file."),
    Code.WEB_PAGE: _(
        "The address answers with a web page, not a calendar: "
        "copy the address of the iCalendar feed (.ics), not that of the page that shows it."
    ),
}


def words_of(fault: Fault) -> str:
    """The sentence of a fault of a feed, or of a calendar."""
    if fault.code in SENTENCES:
        return str(SENTENCES[fault.code]).format(**fault.values)
    return sentence(fault, language())


def kept_words(faults: Sequence[Mapping[str, Any]]) -> list[tuple[int | None, str]]:
    """Line and sentence of each fault that a calendar keeps."""
    return [
        (fault.get("line"), words_of(Fault(fault["code"], fault.get("values", {}))))
        for fault in faults
    ]
