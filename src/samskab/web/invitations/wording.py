"""What a mail with an invitation says to people; the calendar object says it to programs."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from samskab.calendars.publication import Change, Edition
from samskab.web.notation import notation


def mail_words(
    edition: Edition, change: Change, language: str, zone: str, link: str
) -> tuple[str, str]:
    """Subject and text.

    Args:
        edition: what is told.
        change: what became of it.
        language: da or en.
        zone: of the programme, IANA.
        link: by which it is answered without logging in.
    """
    with override(language):
        return _subject(edition, change, zone), _text(edition, change, zone, link)


def _when(edition: Edition, zone: str) -> list[str]:
    local = ZoneInfo(zone)
    figures = notation()
    return [
        figures.span(block.start.astimezone(local), block.end.astimezone(local))
        for block in edition.appointment.blocks
    ]


def _subject(edition: Edition, change: Change, zone: str) -> str:
    values = {"title": edition.appointment.summary, "when": _when(edition, zone)[0]}
    if change is Change.NEW:
        said = _("Invitation: {title}, {when}")
    elif change is Change.CHANGED:
        said = _("Changed: {title}, {when}")
    else:
        said = _("Cancelled: {title}, {when}")
    return " ".join(said.format(**values).split())


def _text(edition: Edition, change: Change, zone: str, link: str) -> str:
    appointment = edition.appointment
    named = appointment.attendee.name if appointment.attendee else ""
    if change is Change.NEW:
        opening = _("You are invited to this:")
    elif change is Change.CHANGED:
        opening = _("This has changed. It now stands so in your calendar:")
    else:
        opening = _("This is cancelled. It goes from your calendar:")
    lines = [
        _("Dear {name}").format(name=named) if named else "",
        "",
        opening,
        "",
        f"  {appointment.summary}",
        *(f"  {when}" for when in _when(edition, zone)),
        f"  {appointment.location}" if appointment.location else "",
        *(f"  {line}" for line in appointment.description.splitlines()),
    ]
    if change is not Change.CANCELLED:
        lines += ["", _("Answer in your calendar program, or here:"), link]
    sender = (
        appointment.organizer.name or appointment.organizer.mail if appointment.organizer else ""
    )
    lines += ["", _("Kind regards"), sender, ""]
    return "\n".join(line for at, line in enumerate(lines) if line or at)
