"""Mailboxes that answers come to, read by IMAP; nothing in them is changed."""

import imaplib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import DataError

from samskab.web.invitations.actions import mailbox as store
from samskab.web.invitations.incoming import read_mail
from samskab.web.invitations.models import Mailbox

logger = logging.getLogger(__name__)
TIMEOUT_SECONDS = 60
LARGEST_BYTES = 2_000_000
CLAIM = timedelta(minutes=10)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mailbox is.

    Attributes:
        secure: TLS from the first byte; else STARTTLS where the server offers it.
    """

    secure: bool
    host: str
    port: int
    user: str
    password: str
    folder: str

    @property
    def name(self) -> str:
        """What it is called where no password belongs."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


def place_of(url: str) -> Place:
    """The mailbox of `imaps://user:password@host:port/folder`.

    Raises:
        ValueError: it is not of this form.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        raise ValueError(url.rpartition("@")[2])
    secure = parts.scheme == "imaps"
    return Place(
        secure,
        parts.hostname,
        parts.port or (993 if secure else 143),
        unquote(parts.username),
        unquote(parts.password or ""),
        unquote(parts.path.strip("/")) or "INBOX",
    )


def read_all() -> int:
    """Read what is new in every mailbox of the settings; how many mails said something new."""
    return sum(_read_one(place_of(url)) for url in settings.IMAP_URLS)


def _read_one(place: Place) -> int:
    row, _made = Mailbox.objects.get_or_create(name=place.name)
    if not store.claim(mailbox=row, claim=CLAIM):
        return 0
    trouble = ""
    news = 0
    try:
        with _opened(place) as server:
            news = _read_new(server, row)
    except (OSError, imaplib.IMAP4.error) as error:
        trouble = f"{type(error).__name__}: {error}"
        logger.warning("mailbox cannot be read: %s", type(error).__name__)
    store.leave(mailbox=row, trouble=trouble)
    return news


@contextmanager
def _opened(place: Place) -> Iterator[imaplib.IMAP4]:
    kind = imaplib.IMAP4_SSL if place.secure else imaplib.IMAP4
    server = kind(place.host, place.port, timeout=TIMEOUT_SECONDS)
    try:
        if not place.secure and "STARTTLS" in server.capabilities:
            server.starttls()
        server.login(place.user, place.password)
        status, said = server.select(f'"{place.folder}"', readonly=True)
        if status != "OK":
            raise imaplib.IMAP4.error(str(said))
        yield server
    finally:
        server.logout()


def _read_new(server: imaplib.IMAP4, row: Mailbox) -> int:
    """Mails of higher UIDs than the last, oldest first; each is done with in one transaction."""
    validity = int(server.response("UIDVALIDITY")[1][0] or 0)
    if validity != row.uid_validity:
        row = store.begin_anew(mailbox=row, uid_validity=validity)
    _status, found = server.uid("SEARCH", f"UID {row.last_uid + 1}:*")
    uids = sorted(int(uid) for uid in (found[0] or b"").split())
    news = 0
    for uid in uids:
        if uid <= row.last_uid:
            continue  # n:* names the last mail even where its UID is lower
        content = _content(server, uid)
        said = read_mail(content) if content else None
        before = row.last_uid
        try:
            news += int(store.take(mailbox=row, uid=uid, said=said))
        except (ValueError, OverflowError, DataError):  # no mail may keep the next from being read
            row.last_uid = before
            store.take(mailbox=row, uid=uid, said=None)
    return news


def _content(server: imaplib.IMAP4, uid: int) -> bytes | None:
    """The mail; None where it is too large for an answer, or gone meanwhile."""
    _status, sizes = server.uid("FETCH", str(uid), "(RFC822.SIZE)")
    size = _SIZE.search(sizes[0]) if isinstance(sizes[0], bytes) else None
    if size is None or int(size[1]) > LARGEST_BYTES:
        return None
    _status, parts = server.uid("FETCH", str(uid), "(BODY.PEEK[])")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)
