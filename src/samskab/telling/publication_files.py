"""The files of a publication: what they are called and what they hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from samskab.calendars.publication import Change, Edition, Publication
from samskab.calendars.published_json import PUBLISHED, published_text
from samskab.calendars.writing import calendar_of, invitation

INVITATIONS = "invitations"
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
# Windows gives these to devices, whatever follows a point.
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_LONGEST_KEPT = 40
_DIGEST_DIGITS = 12


def file_name(name: str) -> str:
    """A name for files, of an id: safe everywhere, and no other id's.

    An id of small letters, digits, - and _ is its own; any other is what it has of these, ~ and a
    digest: file systems differ in what they allow, and in whether case tells names apart.
    """
    if _PLAIN.fullmatch(name) and not _DEVICES.fullmatch(name):
        return name
    kept = re.sub(r"[^a-z0-9_-]+", "-", name.lower()).strip("-")[:_LONGEST_KEPT]
    digest = sha256(name.encode(errors="surrogatepass")).hexdigest()
    return f"{kept}~{digest[:_DIGEST_DIGITS]}"


def files_of(publication: Publication) -> Mapping[str, bytes]:
    """Every file by its path below the target; what is to be sent first, what was done last.

    The invitations are those of this publication alone; calendars are everybody's.
    """
    published = publication.published
    folder = invitation_folder(published.number)
    files = {f"{folder}/{one.file}": invitation(one.edition) for one in messages(publication)}
    for calendar in published.calendars.values():
        holder = calendar.holder
        path = f"{holder.kind}/{file_name(holder.id)}.ics"
        files[path] = calendar_of(f"{published.programme}: {holder.name}", calendar.standing)
    files[PUBLISHED] = published_text(published).encode()
    return files


@dataclass(frozen=True, slots=True)
class Message:
    """An invitation or cancellation that is to be sent.

    Attributes:
        file: its name.
    """

    change: Change
    file: str
    edition: Edition


def messages(publication: Publication) -> Iterator[Message]:
    """What is to be sent to whom can be invited; an address that is left is told so."""
    for told in publication.told:
        name = f"{file_name(told.holder.id)}.{file_name(told.name)}"
        if told.withdrawn:
            yield Message(Change.CANCELLED, f"{name}.former-address.ics", told.withdrawn)
        if told.edition.appointment.is_invitation:
            yield Message(told.change, f"{name}.ics", told.edition)


def invitation_folder(number: int) -> str:
    """Where the invitations of a publication are."""
    return f"{INVITATIONS}/{number:03}"


def leftovers(target: Path, number: int, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Invitations in the target that no finished publication has put there.

    Args:
        target: where publications are written.
        number: of the publication that is about to be written.
        files: of it; those of them that are there already are replaced.
    """
    for path in sorted((target / INVITATIONS).glob("*/*.ics")):
        folder = path.parent.name
        is_new = folder.isdecimal() and int(folder) >= number
        if is_new and path.relative_to(target).as_posix() not in files:
            yield path
