"""A real IMAP server (Debian's dovecot-imapd) with one mailbox, in a folder of its own."""

import imaplib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from grp import getgrgid
from pathlib import Path
from pwd import getpwnam, getpwuid

import pytest

DOVECOT = "/usr/sbin/dovecot"
CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{folder}/mail
first_valid_uid = 1
first_valid_gid = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class ImapServer:
    port: int
    password: str = "hemmelig:ord/@"

    @property
    def url(self) -> str:
        return f"imap://hr:hemmelig%3Aord%2F%40@127.0.0.1:{self.port}/INBOX"

    def deliver(self, *mails: bytes) -> None:
        """Put mails into the mailbox."""
        with imaplib.IMAP4("127.0.0.1", self.port) as server:
            server.login("hr", self.password)
            for mail in mails:
                server.append("INBOX", "", imaplib.Time2Internaldate(time.time()), mail)

    def flags(self) -> list[str]:
        """Of each mail: what a person who reads the mailbox sees."""
        with imaplib.IMAP4("127.0.0.1", self.port) as server:
            server.login("hr", self.password)
            server.select("INBOX", readonly=True)
            _status, found = server.fetch("1:*", "(FLAGS)")
            return [str(one) for one in found]

    def empty(self) -> None:
        """Take the whole folder away: a new one has other UIDs."""
        with imaplib.IMAP4("127.0.0.1", self.port) as server:
            server.login("hr", self.password)
            server.select("INBOX")
            server.store("1:*", "+FLAGS", r"(\Deleted)")
            server.expunge()


@contextmanager
def imap_server(folder: Path) -> Iterator[ImapServer]:
    """A server for as long as the block.

    Args:
        folder: empty, with a short path: sockets lie in it.
    """
    if not Path(DOVECOT).exists():
        pytest.fail("Dovecot is missing: run 'apt-get install dovecot-imapd'.")
    owner = getpwnam("nobody") if os.getuid() == 0 else getpwuid(os.getuid())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = ImapServer(free.getsockname()[1])
    config = folder / "dovecot.conf"
    config.write_text(
        CONFIG.format(
            folder=folder,
            port=server.port,
            password=server.password,
            user=owner.pw_name,
            group=_group(owner.pw_gid),
            uid=owner.pw_uid,
            gid=owner.pw_gid,
        )
    )
    if os.getuid() == 0:
        shutil.chown(folder, owner.pw_uid, owner.pw_gid)
    process = subprocess.Popen([DOVECOT, "-F", "-c", config])
    try:
        _wait_for(server.port, process)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def _group(gid: int) -> str:
    return getgrgid(gid).gr_name


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("Dovecot did not start.")
