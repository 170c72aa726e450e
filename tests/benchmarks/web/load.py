"""Fifty people who open pages, read for a while, and open the next; each request is timed."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.web.opening import Opening

USERS = 50
PAUSE_SECONDS = (1.0, 5.0)
PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request came to; `status` 0 where there was no answer."""

    page: str
    role: str
    status: int
    seconds: float
    size: int


def open_pages(
    port: int, openings: Sequence[Opening], seconds: float, users: int = USERS
) -> list[Answer]:
    """Let so many users open these pages for a while; it stops by itself.

    Args:
        port: of the server on this machine.
        openings: each user takes them in an order of her own, the same in every run.
        seconds: in which a user opens another page.
        users: at once.
    """
    return asyncio.run(_all(port, openings, seconds, users))


async def _all(port: int, openings: Sequence[Opening], seconds: float, users: int) -> list[Answer]:
    until = time.perf_counter() + seconds
    answers: list[Answer] = []
    async with asyncio.TaskGroup() as group:
        for number in range(users):
            group.create_task(_user(port, openings, until, random.Random(number), answers))
    return answers


async def _user(
    port: int,
    openings: Sequence[Opening],
    until: float,
    chance: random.Random,
    answers: list[Answer],
) -> None:
    await asyncio.sleep(chance.uniform(0, PAUSE_SECONDS[1]))  # nobody begins together
    while True:
        for opening in chance.sample(openings, len(openings)):
            if time.perf_counter() >= until:
                return
            answers.append(await _ask(port, opening))
            await asyncio.sleep(chance.uniform(*PAUSE_SECONDS))


async def _ask(port: int, opening: Opening) -> Answer:
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            content = await _get(port, opening)
        status = int(content[9:12])
    except (OSError, TimeoutError, ValueError):
        content, status = b"", 0
    seconds = time.perf_counter() - begun
    return Answer(opening.page, opening.role, status, seconds, len(content))


async def _get(port: int, opening: Opening) -> bytes:
    """The whole answer, head and all, over a connection of its own, as from a proxy."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = (
        f"GET {opening.path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {opening.cookie}",
        "Accept-Language: da",
        "Connection: close",
    )
    try:
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        return await reader.read(-1)
    finally:
        writer.close()
