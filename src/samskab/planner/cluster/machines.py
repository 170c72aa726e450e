"""A Dask cluster as the crew sees it: threads to give rounds to, and what comes back."""

import logging
import uuid
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future as Answered
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

from distributed import Client, Future, Scheduler, as_completed

from samskab.planner.cluster.trouble import ClusterError, Trouble, failed

CONNECT_SECONDS = 4.0
ANSWER_SECONDS = 5.0
"""Of anything that is asked: Dask's own limits do not reach a peer that takes calls in silence."""
CLOSE_SECONDS = 2.0
NAME = "samskab"
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Strength:
    """What a cluster has.

    Attributes:
        workers: processes.
        threads: of all workers together.
        plans: made on it at present, this one included.
    """

    workers: int
    threads: int
    plans: int


@dataclass(frozen=True, slots=True)
class Returned:
    """A round that is no longer out.

    Attributes:
        ticket: which.
        result: what it gave; None where it gave nothing.
        error: what it raised; None also where the scheduler has forgotten the round.
    """

    ticket: str
    result: Any = None
    error: BaseException | None = None


class Machines:
    """Gives rounds out and takes their results in; knows nothing of what they do.

    Attributes:
        lost_rounds: that ended with their worker; each was begun anew, by Dask or by the crew.
    """

    def __init__(self, client: Client) -> None:
        self.lost_rounds = 0
        self._client = client
        self._mine = uuid.uuid4().hex
        self._numbers = count()
        self._out = as_completed(loop=client.loop, with_results=True, raise_errors=False)
        client.subscribe_topic("all", self._notice)

    def give(self, round_: Callable[..., object], *what: object, **how: object) -> str:
        """Give a round to whichever worker is free first; the ticket names it on its return.

        One whose worker dies is begun anew by Dask, on so many as the scheduler's setting
        `allowed-failures` says; after that it returns with an error.
        """
        ticket = f"{round_.__name__}-{self._mine}-{next(self._numbers)}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of rounds that are large: they are meant
            future = self._client.submit(round_, *what, **how, key=ticket, pure=False)
        self._out.add(future)
        return ticket

    def returned(self) -> list[Returned]:
        """The rounds that have come back since it was last asked, without waiting."""
        return [self._judged(*each) for each in self._out.next_batch(block=False)]

    def strength(self) -> Strength | None:
        """What the cluster has at present; None where its scheduler does not answer.

        Raises:
            ClusterError: the scheduler does not know this package.
        """
        try:
            ask = partial(self._client.run_on_scheduler, _strength)
            workers, threads, plans = _within(ANSWER_SECONDS, ask)
        except (OSError, TimeoutError):
            return None
        except (ImportError, AttributeError) as error:
            raise failed(error) from error
        return Strength(workers, threads, plans)

    @property
    def cut_off(self) -> bool:
        """Whether the scheduler is gone for good."""
        return self._client.status in {"closing", "closed"}

    def _judged(self, future: Future[Any], result: Any) -> Returned:  # noqa: ANN401 (of any round)
        if future.status == "finished":
            return Returned(str(future.key), result)
        if future.status != "error":  # the scheduler forgot it: it has been away
            self.lost_rounds += 1
            return Returned(str(future.key))
        return Returned(str(future.key), error=result[1])

    def _notice(self, event: tuple[float, dict[str, Any]]) -> None:
        """Count what a dead worker was at; the scheduler tells all of its clients."""
        _, message = event
        if message.get("action") == "remove-worker":
            self.lost_rounds += sum(self._mine in key for key in message["processing-tasks"])


@contextmanager
def machines_at(address: str) -> Iterator[Machines]:
    """The cluster whose scheduler listens at an address such as tcp://host:8786.

    Raises:
        ClusterError: that is no address, or nobody answers there.
    """
    if not _is_address(address):
        raise ClusterError(Trouble.NO_ADDRESS, {"address": address})
    with _quiet():
        knock = partial(Client, address, name=NAME, timeout=CONNECT_SECONDS, set_as_default=False)
        try:
            client = _within(ANSWER_SECONDS, knock)
        except Exception as error:  # what speaks no Dask is misunderstood in many ways
            raise ClusterError(Trouble.UNREACHABLE, {"address": address}) from error
        try:
            yield Machines(client)
        finally:
            with suppress(OSError, TimeoutError):
                client.close(timeout=CLOSE_SECONDS)


def _within(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """What is answered, or raised, in time; it is asked beside the main thread, which hears Ctrl-C.

    Raises:
        TimeoutError: no answer; what was asked may wait for one as long as this process lives.
    """
    answer: Answered[Answer] = Answered()

    def wait() -> None:
        try:
            answer.set_result(ask())
        except BaseException as error:  # noqa: BLE001 (it is raised again where it is waited for)
            answer.set_exception(error)

    Thread(target=wait, daemon=True).start()
    return answer.result(timeout=seconds)


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"tcp", "tls"} and bool(parts.hostname and parts.port)
    except ValueError:  # a port that is no number
        return False


@contextmanager
def _quiet() -> Iterator[None]:
    """What goes wrong is told by the crew, in words: Dask's own lines would only repeat it."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    loggers += [
        logger
        for name, logger in logging.root.manager.loggerDict.items()
        if name.startswith("distributed.") and isinstance(logger, logging.Logger)
    ]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, was in zip(loggers, before, strict=True):
            logger.disabled = was


def _strength(dask_scheduler: Scheduler) -> tuple[int, int, int]:
    """Asked on the scheduler itself."""
    workers = dask_scheduler.workers.values()
    plans = sum(f"-{NAME}-" in name for name in dask_scheduler.clients)
    return len(workers), sum(worker.nthreads for worker in workers), plans
