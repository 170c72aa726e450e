"""A real SMTP server on a port of its own, that keeps what it takes and refuses what it is told."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread


@dataclass
class Taken:
    """One mail."""

    sender: str
    recipient: str
    content: bytes


@dataclass
class SmtpServer:
    """Speaks enough of RFC 5321 for smtplib.

    Attributes:
        refusals: recipient -> the line that is answered to it, such as "550 5.1.1 nobody".
        after_data: called when a mail has come whole, before it is answered.
    """

    mails: list[Taken] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    after_data: Callable[[Taken], None] = lambda _: None
    port: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sender = recipient = ""

        def say(line: str) -> None:
            writer.write(f"{line}\r\n".encode())

        say("220 test")
        while line := (await reader.readline()).decode().strip():
            verb = line[:4].upper()
            if verb in {"EHLO", "HELO"}:
                say("250 test")
            elif verb == "MAIL":
                sender = line.partition("<")[2].partition(">")[0]
                say("250 ok")
            elif verb == "RCPT":
                recipient = line.partition("<")[2].partition(">")[0]
                say(self.refusals.get(recipient, "250 ok"))
            elif verb == "DATA":
                say("354 go on")
                content = await reader.readuntil(b"\r\n.\r\n")
                taken = Taken(sender, recipient, content[:-3].replace(b"\r\n..", b"\r\n."))
                self.mails.append(taken)
                await asyncio.to_thread(self.after_data, taken)
                say("250 taken")
            elif verb == "QUIT":
                say("221 bye")
                break
            else:
                say("250 ok")
        writer.close()


@contextmanager
def smtp_server() -> Iterator[SmtpServer]:
    """A server for as long as the block."""
    server, loop, ready = SmtpServer(), asyncio.new_event_loop(), Event()

    async def begin() -> None:
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
        server.port = listening.sockets[0].getsockname()[1]
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(begin())
        loop.run_forever()

    thread = Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    yield server
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
